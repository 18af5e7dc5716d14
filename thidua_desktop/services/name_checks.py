"""The three-way check of names before a decision is printed: council, list, and the very text that would be printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decisions import DecisionLine, NameAnswer, NameDifference, compare_names
from thidua_desktop.domain.ids import DecisionId, DecisionLineId
from thidua_desktop.reports.model import Report
from thidua_desktop.services.decision_lines import agreed_names, whole
from thidua_desktop.services.decision_reports import DecisionReports
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

__all__ = ["CheckedDifference", "CheckedNames", "NameCheckService", "NamesDiffer"]

_DECISION = frozenset({Kind.DECISION})


class NamesDiffer(AppError):
    """Names are not the same everywhere, and nobody has said why they may stand; nothing is printed."""

    code = "names.differ"


class NameAnswerMissing(AppError):
    """A difference is let stand without a reason."""

    code = "names.reason_missing"


class NamesAgree(AppError):
    """There is no difference on the line (any more)."""

    code = "names.agree"


@dataclass(frozen=True, slots=True)
class CheckedDifference:
    """A line whose three texts differ, and why that may stand where somebody has said so."""

    line: DecisionLine
    difference: NameDifference
    answer: NameAnswer | None


@dataclass(frozen=True, slots=True)
class CheckedNames:
    """What the check found: the lines with their three texts, and the differences."""

    lines: tuple[DecisionLine, ...]
    council: tuple[str | None, ...]
    printed: tuple[str | None, ...]
    differences: tuple[CheckedDifference, ...]

    @property
    def open(self) -> tuple[CheckedDifference, ...]:
        """The differences that nobody has answered: as long as there is one the decision is not printed."""
        return tuple(one for one in self.differences if one.answer is None)

    def require(self) -> None:
        """Refuse to print while a difference is open.

        Raises:
            NamesDiffer: naming the first.
        """
        if self.open:
            raise NamesDiffer(count=len(self.open), name=brief(self.open[0].line.name))


class NameCheckService:
    """Compares names, and keeps why a difference may stand."""

    def __init__(self, store: Store, reports: DecisionReports, today: Callable[[], date]) -> None:
        self._store = store
        self._reports = reports
        self._today = today

    def of(self, decision_id: DecisionId, report: Report | None = None) -> CheckedNames:
        """The three texts of every line, character by character.

        Args:
            report: what is going to be printed; built anew where it is not at hand.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        from thidua_desktop.services.printed_names import printed_names

        with self._store.read() as work:
            decision = whole(work, work.decision.decisions.get(decision_id))
            council = tuple(agreed_names(work, decision.lines))
            answers = {one.line_id: one for one in work.decision.name_answers.of(decision_id=decision_id)}
        if decision.corrects is not None:
            return CheckedNames((), (), (), ())
        lines = decision.lines
        printed = printed_names(report or self._reports.document(decision_id), lines)
        return _checked(lines, council, printed, answers)

    def of_lines(
        self, lines: Sequence[DecisionLine], signed: Sequence[DecisionLine], printed: Sequence[str | None]
    ) -> CheckedNames:
        """The three texts of some lines of a decision that are printed by themselves, as certificates are.

        Args:
            lines: as they are read now.
            signed: the same as they were signed. Where a decision has corrected a name that the council agreed to, the
                corrected one is what the council is held to have said.
            printed: what would stand on paper.
        """
        with self._store.read() as work:
            agreed = agreed_names(work, signed)
            ids = [line.id for line in lines if line.id is not None]
            answers = {one.line_id: one for one in work.decision.name_answers.among("line_id", ids)}
        council = tuple(
            now.name if said == then.name else said for said, then, now in zip(agreed, signed, lines, strict=True)
        )
        return _checked(tuple(lines), council, tuple(printed), answers)

    def answer(
        self, decision_id: DecisionId, reasons: Mapping[DecisionLineId, str], checked: CheckedNames | None = None
    ) -> Changes:
        """Let differences stand, each with its reason; it holds only as long as the three texts are these.

        Args:
            checked: what was looked at, where it was not the decision itself.

        Raises:
            NameAnswerMissing: without a reason.
            NamesAgree: a line has no difference.
            RecordMissing: no such decision.
        """
        if not reasons or any(not squeeze(reason) for reason in reasons.values()):
            raise NameAnswerMissing
        checked = checked or self.of(decision_id)
        differing = {one.line.id: one.difference for one in checked.differences}
        who, today = self._store.user, self._today()
        with self._store.write("decision.answer_names", count=len(reasons)) as work:
            decision = work.decision.decisions.get(decision_id)
            before = {one.line_id: one.id for one in work.decision.name_answers.of(decision_id=decision.id)}
            for line_id, reason in reasons.items():
                if line_id not in differing:
                    raise NamesAgree
                seen = differing[line_id]
                answer = NameAnswer(
                    decision_id=decision_id,
                    line_id=line_id,
                    council=seen.council,
                    listed=seen.decision,
                    printed=seen.printed,
                    reason=squeeze(reason),
                    who=who,
                    answered_on=today,
                    id=before.get(line_id),
                )
                work.decision.name_answers.save(answer)
        return Changes("decision.answer_names", _DECISION)


def _checked(
    lines: tuple[DecisionLine, ...],
    council: tuple[str | None, ...],
    printed: tuple[str | None, ...],
    answers: Mapping[DecisionLineId, NameAnswer],
) -> CheckedNames:
    found = []
    for one in compare_names(council, [line.name for line in lines], printed):
        line = lines[one.line]
        answer = answers.get(line.id) if line.id is not None else None
        found.append(CheckedDifference(line, one, answer if answer is not None and answer.answers(one) else None))
    return CheckedNames(lines, council, printed, tuple(found))
