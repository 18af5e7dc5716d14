"""From a decision, or an award of the register, to its certificates: chosen, names checked, looked at, printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinterInfo

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.files import safe_file_name
from thidua_desktop.domain.certificates import Blank, Offset, Placement
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.ids import AwardRecordId, DecisionId
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.services.certificates import CertificateWish
from thidua_desktop.ui.common import print_settings
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.decisions.certificate_dialog import CertificateDialog, CertificateSubject
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.names import Names, Paper
from thidua_desktop.wording import certificates as words

_PRINTER = "certificates/printer"
_SAMPLE = "Trang in thử phôi"
_KEPT = "Đã ghi nhớ vị trí in cho phôi và máy in này."


class Certifying:
    """Asks how certificates are to be printed, and prints them."""

    def __init__(self, deeds: DecisionDeeds, names: Names) -> None:
        self._deeds, self._names = deeds, names
        self._held = deeds.services.certificates
        self.dialog: CertificateDialog | None = None
        """The dialog opened last."""

    def ask(self, decision: Decision, places: tuple[int, ...] = ()) -> None:
        """Ask how the certificates of a decision are wanted; ``places`` are the lines that are chosen, none for all."""
        if decision.id is None or not decision.lines:
            told = "Quyết định này không có danh sách nên không có bằng khen, giấy khen để in."
            self._deeds.feedback.say(told, tone=Tone.INFO)
            return
        posts, signer = self._held.signer(decision.id)
        number = f"{decision.number}: " if decision.number else ""
        subject = CertificateSubject(
            f"{number}{decision.title}", len(decision.lines), decision.locked, places, posts, signer
        )
        dialog = self._open(subject, self._held.usual(decision.id))
        dialog.wanted = partial(self._give, dialog, decision)

    def ask_again(self, entry: RegisterEntry) -> None:
        """Ask how the certificate of one award of the register is to be printed again."""
        record_id = entry.id
        if record_id is None:
            return
        found = self._held.place_in_decision(record_id)
        if found is not None:
            decision_id, place = found
            self.ask(self._deeds.services.decisions.get(decision_id), (place,))
            return
        try:
            blank = self._held.usual_of_record(record_id)
            posts, signer = self._held.signer_of_record(record_id)
        except AppError as refused:
            self._deeds.feedback.trouble(refused)
            return
        number = f"{entry.decision}: " if entry.decision else ""
        subject = CertificateSubject(f"{number}{entry.name}", 1, signed=True, signer_posts=posts, signer_name=signer)
        dialog = self._open(subject, blank)
        dialog.wanted = partial(self._give_record, dialog, record_id, entry.name)

    def _open(self, subject: CertificateSubject, blank: Blank) -> CertificateDialog:
        preferences = self._deeds.preferences
        dialog = CertificateDialog(
            subject,
            self._held.blanks(),
            QPrinterInfo.availablePrinterNames(),
            self._look,
            preferences=preferences,
            parent=self._deeds.parent_widget(),
        )
        dialog.choose(preferences.text(_blank_key(blank.kind), blank.code), preferences.text(_PRINTER))
        dialog.keep.setEnabled(not self._deeds.services.read_only)
        dialog.keep.clicked.connect(partial(self._keep, dialog, _KEPT))
        dialog.sample.clicked.connect(partial(self._show_sample, dialog))
        self.dialog = dialog
        self._deeds.open(dialog)
        return dialog

    def _look(self, blank: str, printer: str) -> tuple[Placement, Offset]:
        return self._held.placement(blank), self._held.offset(blank, printer)

    # doing

    def _give(self, dialog: CertificateDialog, decision: Decision) -> None:
        wish, decision_id = self._wish(dialog), decision.id
        if wish is None or decision_id is None:
            return
        name = words.file_name(decision.number or "bản in thử")
        show = partial(self._show, dialog, name, partial(self._held.write, decision_id, wish))
        self._names.gate(decision, show, self._paper(decision_id, wish), dialog.refuse)
        dialog.yes.setEnabled(True)

    def _paper(self, decision_id: DecisionId, wish: CertificateWish) -> Paper:
        return Paper(partial(self._held.check, decision_id, wish), partial(self._held.answer, decision_id, wish))

    def _give_record(self, dialog: CertificateDialog, record_id: AwardRecordId, name: str) -> None:
        wish = self._wish(dialog)
        if wish is not None:
            self._show(dialog, words.file_name(name), partial(self._held.write_record, record_id, wish))

    def _show_sample(self, dialog: CertificateDialog) -> None:
        wish = self._wish(dialog)
        if wish is not None:
            self._show(dialog, _SAMPLE, partial(self._held.write_sample, wish))

    def _show(self, dialog: CertificateDialog, name: str, write: Callable[[Path], Path]) -> None:
        """The very sheets, on the printer that the offset belongs to."""
        preferences = self._deeds.preferences
        preferences.set_text(_PRINTER, dialog.printer_name())
        preferences.set_text(_blank_key(dialog.form().kind), dialog.blank_code())
        if dialog.printer_name():
            print_settings.remember_printer(preferences, name, dialog.printer_name())
        self._keep(dialog)
        dialog.yes.setEnabled(True)
        self._deeds.show(name, write)

    def _keep(self, dialog: CertificateDialog, told: str = "") -> None:
        """Keep what was settled where it has changed."""
        wish = self._wish(dialog)
        if wish is None or self._deeds.services.read_only:
            return
        printer = dialog.printer_name()
        if self._look(wish.blank, printer) != (wish.placement, wish.offset):
            work = partial(self._held.place, wish.blank, wish.placement, printer=printer, offset=wish.offset)
            self._deeds.change(work, "", lambda _changes: dialog.tell(told), failed=dialog.refuse)
        else:
            dialog.tell(told)

    @staticmethod
    def _wish(dialog: CertificateDialog) -> CertificateWish | None:
        try:
            return dialog.wish()
        except AppError as wrong:
            dialog.refuse(wrong)
            return None


def _blank_key(kind: str) -> str:
    """Where the form that was last used for a kind of certificates is remembered."""
    return f"certificates/{safe_file_name(kind)}"
