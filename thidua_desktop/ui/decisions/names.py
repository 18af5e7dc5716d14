"""The gate before printing and signing: names are the same everywhere, or somebody has said why they are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.ids import DecisionId, DecisionLineId
from thidua_desktop.services.name_checks import CheckedNames
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.names_dialog import NameCase, NamesDialog

_CHECKING = "Đang đối chiếu họ tên…"


@dataclass(frozen=True, slots=True)
class Paper:
    """What is going to be printed: how its names are looked at, and how a difference is answered."""

    check: Callable[[], CheckedNames]
    answer: Callable[[dict[DecisionLineId, str]], Changes]


class Names:
    """Looks the names of a decision up, and asks about those that differ."""

    def __init__(self, deeds: DecisionDeeds) -> None:
        self._deeds = deeds
        self.dialog: NamesDialog | None = None
        """The dialog opened last."""
        self._paper: Paper | None = None

    def show(self, decision: Decision) -> None:
        """Show what the check finds, also where nothing differs."""
        if decision.id is not None:
            self._paper = self._of_decision(decision.id)
            self._deeds.runner.run(self._paper.check, partial(self._open, decision), label=_CHECKING)

    def gate(
        self,
        decision: Decision,
        then: Callable[[], None],
        paper: Paper | None = None,
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Go on with ``then`` if no difference is open; else say so and show them.

        ``paper`` is what is held against the list where it is not the decision itself.
        """
        if decision.id is None:
            return
        self._paper = paper or self._of_decision(decision.id)

        def found(checked: CheckedNames) -> None:
            if not checked.open:
                then()
                return
            told = f"Còn {len(checked.open)} dòng họ tên không khớp từng chữ. Hãy sửa hoặc ghi lý do rồi làm lại."
            self._deeds.feedback.say(told, tone=Tone.WARNING)
            self._open(decision, checked)

        self._deeds.runner.run(self._paper.check, found, failed, label=_CHECKING)

    def _open(self, decision: Decision, checked: CheckedNames) -> None:
        may = not self._deeds.services.read_only
        dialog = NamesDialog(
            decision.title,
            may_change=may and decision.state is DecisionState.DRAFT,
            answer=self._answer,
            take=lambda line_id, name: self._take(decision, line_id, name),
            parent=self._deeds.parent_widget(),
        )
        dialog.reason.setEnabled(may)
        dialog.show_cases(cases_of(checked), len(checked.lines))
        self.dialog = dialog
        self._deeds.open(dialog)

    def _answer(self, line_id: DecisionLineId, reason: str) -> None:
        if self._paper is not None:
            self._deeds.change(partial(self._paper.answer, {line_id: reason}), "", self._again)

    def _take(self, decision: Decision, line_id: DecisionLineId, name: str) -> None:
        if decision.id is not None:
            lines = self._deeds.services.decisions.get(decision.id).lines
            for line in lines:
                if line.id == line_id:
                    self._deeds.rename(line, name, self._again)

    def _again(self, _changes: Changes) -> None:
        """Show in the open dialog what is left."""
        if self._paper is not None:
            self._deeds.runner.run(self._paper.check, self._show_left)

    def _of_decision(self, decision_id: DecisionId) -> Paper:
        held = self._deeds.services.name_checks
        return Paper(partial(held.of, decision_id), partial(held.answer, decision_id))

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
