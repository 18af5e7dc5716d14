"""A count of a ballot in a file, so that who counts at another computer types it in only once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from thidua_desktop.common.errors import AppError, FileTrouble
from thidua_desktop.domain.councils.ballots import LineCount
from thidua_desktop.domain.councils.records import Papers
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.services.ballots import BallotState

_LARGEST = 10_000_000
"""Bytes; a count of ten thousand lines has less than a tenth of it."""


class TallyFileUnreadable(FileTrouble):
    """The file is no count: not JSON, or without its numbers. ``where`` names the first wrong place."""

    code = "tally_file.unreadable"


class TallyPlaceUnknown(AppError):
    """A count names a line that is not on the ballot, or one twice."""

    code = "tally_file.place_unknown"


class BallotUnknown(AppError):
    """A count is of a ballot that the meeting does not have."""

    code = "tally_file.ballot_unknown"


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    agree: int
    disagree: int
    place: int | None = None
    nomination: int | None = None
    spoilt: int = 0
    conflicted: int = 0


class _File(msgspec.Struct, forbid_unknown_fields=True):
    issued: int
    returned: int
    invalid: int
    lines: list[_Line]
    written_invalid: int = 0
    counted_by: str = ""
    ballot: int | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class TallyFile:
    """A count as a file tells it. Lines are named by their place on the ballot, or by the number of the nomination."""

    papers: Papers
    lines: tuple[tuple[int | None, int | None, LineCount], ...]
    counted_by: str = ""
    ballot: int | None = None
    entry: int | None = None

    def counts(self, ballot: Sequence[NominationId]) -> tuple[LineCount, ...]:
        """The votes for the lines of a ballot.

        Raises:
            TallyPlaceUnknown: a place or number that is not on it, or one twice.
        """
        known, found = set(ballot), dict[NominationId, LineCount]()
        for place, number, count in self.lines:
            if place is not None:
                line = ballot[place - 1] if 0 < place <= len(ballot) else None
            else:
                line = NominationId(number or 0) if number in known else None
            if line is None or line in found:
                raise TallyPlaceUnknown(place=place if place is not None else number or 0, count=len(ballot))
            found[line] = LineCount(line, count.agree, count.disagree, count.spoilt, count.conflicted)
        return tuple(found.values())


def read_tally(path: Path) -> TallyFile:
    """The count that a JSON file holds.

    Raises:
        TallyFileUnreadable: it is none.
    """
    try:
        with path.open("rb") as source:
            content = source.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise TallyFileUnreadable(path=path, where="")
        read = msgspec.json.decode(content, type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise TallyFileUnreadable(path=path, where=_where(error)) from error
    papers = Papers(read.issued, read.returned, read.invalid, read.written_invalid)
    lines = tuple(
        (
            line.place,
            line.nomination,
            LineCount(NominationId(0), line.agree, line.disagree, line.spoilt, line.conflicted),
        )
        for line in read.lines
    )
    return TallyFile(papers, lines, read.counted_by, read.ballot, read.entry)


def as_json(state: BallotState, names: Mapping[NominationId, str]) -> dict[str, Any]:
    """A ballot with its counts as plain values: papers and votes of both, where they differ, what came out."""
    results = {one.nomination_id: one for one in state.results}
    return {
        "ballot": state.ballot.number,
        "counted": state.counted,
        "entries": [one.tally.entry for one in (state.first, state.second) if one is not None],
        "differing_papers": [part.value for part in state.differing_papers],
        "differing_lines": [state.lines.index(one.nomination_id) + 1 for one in state.disagreements],
        "lines": [
            {
                "place": place,
                "nomination": line,
                "name": names.get(line, ""),
                "agree": results[line].agree if line in results else None,
                "base": results[line].base if line in results else None,
                "needed": results[line].needed if line in results else None,
                "passing": results[line].passing.value if line in results else None,
            }
            for place, line in enumerate(state.lines, start=1)
        ],
    }


def _where(error: Exception) -> str:
    """The place in the file that msgspec names: "$.lines[3].agree"."""
    _, _, place = str(error).partition("at `")
    return place.rstrip("`")
