"""An assessment as the lines of the panel: the rules, what to ask for, the other ways that were looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from thidua_desktop.domain.eligibility.verdicts import Ask, Assessment, PathResult, RuleFinding, Verdict
from thidua_desktop.wording import eligibility as said
from thidua_desktop.wording.rules import Names, citation

_GRAVITY = {Verdict.NOT_MET: 0, Verdict.CANNOT_TELL: 1, Verdict.MET: 2}
"""What stands in the way is read first."""


class LineKind(Enum):
    """What a line of the panel is."""

    HEADING = auto()
    RULE = auto()
    ASK = auto()
    TIE = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One line of the panel."""

    kind: LineKind
    text: str
    detail: str = ""
    """Where it is written, with the mark of what is not sure."""
    verdict: Verdict | None = None
    ask: Ask | None = None
    """What Enter on this line lets the clerk write down."""
    quiet: bool = False
    """Of a way to the award that does not decide."""


def finding_lines(
    assessment: Assessment,
    names: Names,
    notes: Iterable[str] = (),
    *,
    tied: bool = True,
    kept: bool = True,
) -> tuple[FindingLine, ...]:
    """All that the panel says of a line; ``notes`` are sentences beside the rules.

    A line that is not ``tied`` to a recipient asks for that first: there is no place yet to write anything down. For
    one that is not ``kept`` yet there is none either: its rules say what is missing.
    """
    return tuple(_lines(assessment, names, notes, tied=tied or not kept, kept=kept))


def _lines(
    assessment: Assessment, names: Names, notes: Iterable[str], *, tied: bool, kept: bool
) -> Iterator[FindingLine]:
    yield from (FindingLine(LineKind.NOTE, note) for note in notes)
    if not tied:
        yield FindingLine(LineKind.TIE, "Gắn với danh bạ…")
    yield from _rules(assessment.findings, names, kept=kept)
    for other in assessment.others:
        yield FindingLine(LineKind.HEADING, _other_way(other), citation(other.path.basis), other.verdict, quiet=True)
        yield from _rules(other.findings, names, quiet=True, kept=kept)
    if assessment.open_paths:
        yield FindingLine(LineKind.HEADING, "Còn cách khác, chỉ xét khi có người xác nhận", quiet=True)
        for path in assessment.open_paths:
            note = path.basis.note or citation(path.basis)
            detail = citation(path.basis) if path.basis.note else ""
            yield FindingLine(LineKind.NOTE, note, detail, quiet=True)


def _rules(findings: Iterable[RuleFinding], names: Names, *, kept: bool, quiet: bool = False) -> Iterator[FindingLine]:
    asked: set[Ask] = set()
    for finding in sorted(findings, key=lambda one: _GRAVITY[one.verdict]):
        text, where = said.statement(finding, names), citation(finding.rule.basis)
        yield FindingLine(LineKind.RULE, text, where, finding.verdict, quiet=quiet)
        for ask in _asks(finding) if kept and finding.verdict is not Verdict.MET else ():
            if ask not in asked:
                asked.add(ask)
                yield FindingLine(LineKind.ASK, f"Nhập {said.ask(ask, names)}…", ask=ask, quiet=quiet)


def _asks(finding: RuleFinding) -> tuple[Ask, ...]:
    """What a rule asks for, or one of its alternatives."""
    inner = (ask for option in finding.options for ask in _asks(option))
    return tuple(dict.fromkeys((*finding.asks, *inner)))


def _other_way(other: PathResult) -> str:
    early = f", sớm nhất năm {other.earliest}" if other.earliest else ""
    return f"Cách khác đã xét: {said.VERDICTS[other.verdict].lower()}{early}"
