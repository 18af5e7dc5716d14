"""The gate before printing and signing: names are the same everywhere, or somebody has said why they are not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.ids import DecisionLineId
from thidua_desktop.services.name_checks import CheckedNames
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.names_dialog import NameCase, NamesDialog

_CHECKING = "Đang đối chiếu họ tên…"


class Names:
    """Looks the names of a decision up, and asks about those that differ."""

    def __init__(self, deeds: DecisionDeeds) -> None:
        self._deeds = deeds
        self.dialog: NamesDialog | None = None
        """The dialog opened last."""

    def show(self, decision: Decision) -> None:
        """Show what the check finds, also where nothing differs."""
        if decision.id is not None:
            work = partial(self._deeds.services.name_checks.of, decision.id)
            self._deeds.runner.run(work, partial(self._open, decision), label=_CHECKING)

    def gate(self, decision: Decision, then: Callable[[], None]) -> None:
        """Go on with ``then`` if no difference is open; else say so and show them."""
        if decision.id is None:
            return

        def found(checked: CheckedNames) -> None:
            if not checked.open:
                then()
                return
            told = f"Còn {len(checked.open)} dòng họ tên không khớp từng chữ. Hãy sửa hoặc ghi lý do rồi làm lại."
            self._deeds.feedback.say(told, tone=Tone.WARNING)
            self._open(decision, checked)

        work = partial(self._deeds.services.name_checks.of, decision.id)
        self._deeds.runner.run(work, found, label=_CHECKING)

    def _open(self, decision: Decision, checked: CheckedNames) -> None:
        may = not self._deeds.services.read_only
        dialog = NamesDialog(
            decision.title,
            may_change=may and decision.state is DecisionState.DRAFT,
            answer=lambda line_id, reason: self._answer(decision, line_id, reason),
            take=lambda line_id, name: self._take(decision, line_id, name),
            parent=self._deeds.parent_widget(),
        )
        dialog.reason.setEnabled(may)
        dialog.show_cases(cases_of(checked), len(checked.lines))
        self.dialog = dialog
        self._deeds.open(dialog)

    def _answer(self, decision: Decision, line_id: DecisionLineId, reason: str) -> None:
        if decision.id is not None:
            work = partial(self._deeds.services.name_checks.answer, decision.id, {line_id: reason})
            self._deeds.change(work, "", partial(self._again, decision))

    def _take(self, decision: Decision, line_id: DecisionLineId, name: str) -> None:
        if decision.id is not None:
            lines = self._deeds.services.decisions.get(decision.id).lines
            for line in lines:
                if line.id == line_id:
                    self._deeds.rename(line, name, partial(self._again, decision))

    def _again(self, decision: Decision, _changes: Changes) -> None:
        """Show in the open dialog what is left."""
        if decision.id is not None:
            self._deeds.runner.run(partial(self._deeds.services.name_checks.of, decision.id), self._show_left)

    def _show_left(self, checked: CheckedNames) -> None:
        if self.dialog is not None:
            self.dialog.show_cases(cases_of(checked), len(checked.lines))


def cases_of(checked: CheckedNames) -> tuple[NameCase, ...]:
    """The differing lines as the dialog shows them."""
    return tuple(
        NameCase(
            line_id=one.line.id,
            place=one.line.golden_book or one.line.place,
            council=one.difference.council,
            listed=one.difference.decision,
            printed=one.difference.printed,
            reason=one.answer.reason if one.answer is not None else "",
        )
        for one in checked.differences
        if one.line.id is not None
    )
