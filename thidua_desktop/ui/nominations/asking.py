"""What the page asks the clerk for: the data of rounds and lines, in dialogs whose answers go to the actions."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from thidua_desktop.domain.nomination_lists import KIND_ORDER
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import clipboard, theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.nominations.nomination_dialog import Choices, NominationDialog
from thidua_desktop.ui.nominations.paste_dialog import Judges, PasteDialog
from thidua_desktop.ui.nominations.round_dialog import RoundDialog, proposed_name

if TYPE_CHECKING:
    from thidua_desktop.ui.nominations.page import NominationsPage


class Asking:
    """Opens the dialogs of the page, one at a time."""

    def __init__(self, page: NominationsPage, services: Services, runner: Runner, feedback: Feedback) -> None:
        self._page, self._services, self._runner, self._feedback = page, services, runner, feedback
        self.dialog: Form | None = None
        """The dialog opened last."""

    def open(self, dialog: Form) -> None:
        """Open a dialog above the page."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    # rounds

    def add_round(self, year: int) -> None:
        """Ask for a new round."""
        today = self._services.today()
        day = today if today.year == year else date(year, 12, 31)
        self._round(Round(name=proposed_name(day), year=year))

    def edit_round(self) -> None:
        """Correct the chosen round."""
        chosen = self._page.chosen_round()
        if chosen is not None:
            self._round(chosen)

    def _round(self, round_: Round) -> None:
        dialog = RoundDialog(round_, self._page.window())
        dialog.accepted.connect(lambda: self._page.deeds.save_round(dialog.round(), self._page.on_round_saved))
        self.open(dialog)

    # lines

    def add_nomination(self) -> None:
        """Ask for a new nomination, with the unit and award of the line at the cursor."""
        chosen = self._page.chosen_round()
        if chosen is None or chosen.id is None:
            return
        near = self._page.current_line()
        blank = Nomination(
            round_id=chosen.id,
            kind=near.kind if near is not None else KIND_ORDER[1],
            name="",
            award_id=near.award_id if near is not None else "",
            unit=near.unit if near is not None else None,
            occasion=chosen.occasion,
        )
        dialog = self._nomination(blank)
        dialog.accepted.connect(lambda: self._page.add(dialog.nomination()))
        dialog.kept.connect(self._page.add)

    def edit_nomination(self) -> None:
        """Correct the line at the cursor."""
        line = self._page.current_line()
        if line is not None and self._page.model.editable:
            dialog = self._nomination(line)
            dialog.accepted.connect(lambda: self._page.unsaved.save([dialog.nomination()]))

    def _nomination(self, nomination: Nomination) -> NominationDialog:
        day = self._page.award_day()
        choices = Choices(
            awards=lambda kind: self._services.awards.available(day, kind),
            units=self._services.units.names(),
            others=self._page.all_lines(),
            present=self._page.awards.get(nomination.award_id),
        )
        dialog = NominationDialog(nomination, choices, self._page.window())
        self.open(dialog)
        return dialog

    def paste(self) -> None:
        """Show what the clipboard holds and take the lines that are understood."""
        chosen = self._page.chosen_round()
        rows = clipboard.cells()
        if chosen is None or chosen.id is None:
            return
        if not rows:
            told = "Bộ nhớ tạm chưa có gì. Hãy sao chép các dòng trong bảng Excel rồi làm lại."
            self._feedback.say(told, tone=theme.Tone.INFO)
            return
        blank = Nomination(chosen.id, KIND_ORDER[1], "", "", occasion=chosen.occasion)
        judging, runner, round_id = self._services.draft_judging, self._runner, chosen.id
        judges = Judges(
            lambda lines, done: runner.run_aside(partial(judging.of_lines, round_id, lines), done), judging.names
        )
        dialog = PasteDialog(rows, blank, self._page.choosable(), judges, self._page.window())
        dialog.accepted.connect(lambda: self._page.add_many(dialog.nominations()))
        self.open(dialog)
