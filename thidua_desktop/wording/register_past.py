"""The past of a recipient in sentences: what was given, what of it was corrected, what was refused and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.decision_changes import Correction
from thidua_desktop.domain.ids import AwardRecordId
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.domain.register_queries import Past, Refused
from thidua_desktop.wording import formats, labels


@dataclass(frozen=True, slots=True)
class PastLine:
    """One thing that happened; ``record_id`` where it is an award of the register."""

    year: int
    title: str
    detail: str
    state: RecordState | None = None
    """None for what was refused."""
    record_id: AwardRecordId | None = None


def past_lines(past: Past, awards: Mapping[str, str]) -> tuple[PastLine, ...]:
    """Everything, the latest first; ``awards`` are names by id."""
    given = [_given(one, past.corrections, awards) for one in past.entries]
    refused = [_refused(one, awards) for one in past.refused]
    return tuple(sorted([*given, *refused], key=lambda line: -line.year))


def decision_of(number: str | None, day: date | None, by: str | None) -> str:
    """``Quyết định 05/QĐ-SNV ngày 20/06/2024 của Giám đốc Sở Nội vụ``, as much of it as is known."""
    parts = [
        f"Quyết định {number}" if number else "",
        f"ngày {formats.day(day)}" if day else "",
        f"của {by}" if by else "",
    ]
    return " ".join(part for part in parts if part)


def born(birth: str) -> str:
    """``sinh 17/05/1980``, ``sinh 1980``: as much of a birth as is known."""
    return f"sinh {'/'.join(reversed(birth.split('-')))}"


def _given(
    entry: RegisterEntry, corrections: Mapping[AwardRecordId, tuple[Correction, ...]], awards: Mapping[str, str]
) -> PastLine:
    what = [decision_of(entry.decision, entry.decided_on, entry.decided_by)]
    what.append(f"Số sổ vàng {entry.golden_book}" if entry.golden_book else "")
    what.append(", ".join(part for part in (entry.position, entry.unit) if part))
    what += [_changed(one) for one in corrections.get(entry.id, ())] if entry.id is not None else []
    detail = "\n".join(part for part in what if part)
    return PastLine(entry.year, awards.get(entry.award_id, entry.award_id), detail, entry.state, entry.id)


def _changed(one: Correction) -> str:
    by = " ".join(part for part in (one.by_number, f"ngày {formats.day(one.corrected_on)}") if part)
    if one.reads is None:
        return f"Thu hồi ({by}): {one.reason}"
    return f"Đính chính {labels.of(one.field).lower()}: “{one.was}” → “{one.reads}” ({by})"


def _refused(one: Refused, awards: Mapping[str, str]) -> PastLine:
    award = awards.get(one.nomination.award_id, one.nomination.award_id)
    where = f"{one.meeting}, ngày {formats.day(one.day)}" if one.meeting else ""
    why = one.nomination.state_reason or ""
    title = f"{award}: {labels.of(one.nomination.state).lower()}"
    return PastLine(one.year, title, "\n".join(part for part in (where, why) if part))
