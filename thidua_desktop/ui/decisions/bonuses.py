"""The pay list of the decision in front: looked at, changed line by line, printed, paid out of the fund."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from thidua_desktop.domain.bonuses import PayList
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.ids import DecisionId, DecisionLineId
from thidua_desktop.domain.papers import PaperKind, PaperRef
from thidua_desktop.services.decision_papers import Format
from thidua_desktop.ui.decisions.bonus_dialog import BonusDialog
from thidua_desktop.ui.decisions.deeds import DecisionDeeds

_PAPER = "Danh sách chi tiền thưởng"


class Bonuses:
    """Opens the dialog of bonuses and keeps what is typed there."""

    def __init__(self, deeds: DecisionDeeds) -> None:
        self._deeds = deeds
        self._decision_id = DecisionId(0)
        self.dialog: BonusDialog | None = None
        """The dialog opened last."""

    def show(self, decision: Decision) -> None:
        """Show what a decision pays."""
        if decision.id is None:
            return
        self._decision_id = decision.id
        self._deeds.runner.run(partial(self._deeds.services.pay_lists.of, decision.id), partial(self._open, decision))

    def _open(self, decision: Decision, pay: PayList) -> None:
        dialog = BonusDialog(
            decision,
            self._keep,
            may=not self._deeds.services.read_only,
            preferences=self._deeds.preferences,
            parent=self._deeds.parent_widget(),
        )
        dialog.add_deed("Xem và in danh sách chi…", "print", "Ctrl+P", partial(self._give, Format.PDF))
        dialog.add_deed("Lưu Word…", "export", "Ctrl+Shift+P", partial(self._give, Format.DOCX))
        dialog.add_deed("Lưu Excel…", "excel", "Ctrl+Alt+X", partial(self._give, Format.XLSX))
        dialog.show_pay(decision, pay, self._deeds.awards())
        self.dialog = dialog
        self._deeds.open(dialog)

    def _keep(self, amounts: Mapping[DecisionLineId, int | None]) -> None:
        work = partial(self._deeds.services.pay_lists.set_bonus, self._decision_id, amounts)
        self._deeds.change(work, "", self._again)

    def _again(self, _changes: Changes) -> None:
        held, decision_id = self._deeds.services, self._decision_id
        self._deeds.runner.run(lambda: (held.decisions.get(decision_id), held.pay_lists.of(decision_id)), self._show)

    def _show(self, found: tuple[Decision, PayList]) -> None:
        if self.dialog is not None:
            self.dialog.show_pay(*found, self._deeds.awards())

    def _give(self, format: Format) -> None:
        ref = PaperRef(PaperKind.PAY_LIST)
        self._deeds.give(_PAPER, partial(self._deeds.services.decision_papers.write, self._decision_id, ref), format)
