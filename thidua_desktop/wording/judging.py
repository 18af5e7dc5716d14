"""What is said of a line of a round, and of somebody who is due for an award."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.judgements import Barred, DueRow, Judgement, Tally
from thidua_desktop.wording import eligibility, formats, messages
from thidua_desktop.wording.rules import Names, citation

_GRAVEST = {Verdict.NOT_MET: 0, Verdict.CANNOT_TELL: 1, Verdict.MET: 2}
_ASKED = 3
"""So many things to ask for are kept with the state of a line; the panel has them all."""


def line(judgement: Judgement, names: Names) -> tuple[str, ...]:
    """Every sentence about a line: the verdict, what stands in the way, the findings with the gravest first."""
    found = sorted(judgement.assessment.findings, key=lambda one: _GRAVEST[one.verdict])
    notes = tuple(messages.finding(note) for note in judgement.notes)
    return (verdict(judgement), *notes, *(eligibility.sentence(one, names) for one in found))


def tally(found: Tally) -> str:
    """How many lines are eligible: ``Xét điều kiện: 12 đủ, 3 không đủ, 5 chưa rõ``; empty where none is judged."""
    counted = ((found.met, "đủ"), (found.not_met, "không đủ"), (found.open, "chưa rõ"))
    parts = [f"{formats.whole(number)} {what}" for number, what in counted if number]
    return f"Xét điều kiện: {', '.join(parts)}" if parts else ""


def verdict(judgement: Judgement) -> str:
    """The verdict of a line, the clerk's own where there is one."""
    told = eligibility.verdict(judgement.assessment)
    if judgement.final is judgement.assessment.final:
        return told
    return eligibility.VERDICTS[judgement.final]


def reason(judgement: Judgement, names: Names) -> str | None:
    """Why a line goes to its new state, to be kept with it; None where it meets everything."""
    assessment = judgement.assessment
    if judgement.final is Verdict.MET:
        return None
    if assessment.override is not None:
        return eligibility.verdict(assessment)
    grave = [messages.finding(note) for note in judgement.notes if note.severity is Severity.BLOCKING]
    if judgement.final is Verdict.NOT_MET:
        failing = [one for one in assessment.findings if one.verdict is Verdict.NOT_MET]
        return (grave + [eligibility.sentence(one, names) for one in failing])[0]
    asked = [eligibility.ask(one, names) for one in assessment.asks()]
    if not asked:
        return messages.finding(judgement.notes[0]) if judgement.notes else None
    more = f" và {len(asked) - _ASKED} điều khác" if len(asked) > _ASKED else ""
    return f"Cần xác minh: {'; '.join(asked[:_ASKED])}{more}."


def barred(found: Barred, names: Names) -> str:
    """Why an award was left out of the list of those who are due."""
    only = _sectors(found.sectors, names)
    where = f" ({citation(found.basis)})" if found.basis.citation else ""
    return f"Bỏ qua {formats.whole(found.times)} lượt {names.award(found.award_id)}: chỉ dành cho {only}{where}."


def _sectors(codes: tuple[str, ...], names: Names) -> str:
    return " hoặc ".join(names.vocabulary.sectors.get(code, code) for code in codes)


def due(row: DueRow, names: Names) -> str:
    """Why somebody is due for an award, and what has to be asked for first."""
    award = names.award(row.award_id)
    if row.sectors:
        kept = due(replace(row, sectors=()), names)
        only = _sectors(row.sectors, names)
        return f"{award} chỉ dành cho {only}; danh bạ chưa ghi đơn vị thuộc loại nào, hãy ghi loại đơn vị. {kept}"
    found = [eligibility.sentence(one, names) for one in row.assessment.findings]
    if row.sure:
        return f"Năm {row.year} đủ điều kiện đề nghị {award}. {' '.join(found)}"
    asked = [eligibility.ask(one, names) for one in row.assessment.asks()]
    wanted = f" Cần hỏi: {'; '.join(asked)}." if asked else ""
    if row.year > row.assessment.claim.year:
        return f"Năm {row.year} có thể đề nghị {award} nếu năm tới đạt kết quả như năm nay.{wanted}"
    return f"Năm {row.year} có thể đề nghị {award}.{wanted}"
