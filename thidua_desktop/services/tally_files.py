"""A count of a ballot in a file, so that who counts at another computer types it in only once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from thidua_desktop.common.errors import AppError, FileTrouble
from thidua_desktop.domain.councils.ballots import LineCount
from thidua_desktop.domain.councils.records import Papers
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.importing.readers.sniffing import load
from thidua_desktop.services.ballots import BallotState

_FIELD = re.compile(r"field `([^`]*)`")
_PLACE = re.compile(r"at `([^`]*)`")


class TallyFileUnreadable(FileTrouble):
    """The file is no JSON."""

    code = "tally_file.unreadable"


class TallyFileWrong(FileTrouble):
    """The file is JSON, but no count: a number is missing, wrong or unknown. ``where`` names the first wrong place."""

    code = "tally_file.wrong"


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
        TallyFileUnreadable, TallyFileWrong: it is none.
        FileTrouble: there is no such file, or it cannot be read.
    """
    content = load(path)
    try:
        read = msgspec.json.decode(content, type=_File)
    except msgspec.ValidationError as error:
        raise TallyFileWrong(path=path, where=_where(error)) from error
    except msgspec.DecodeError as error:
        raise TallyFileUnreadable(path=path) from error
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


def _where(error: msgspec.ValidationError) -> str:
    """The place in the file that msgspec names: "$.lines[3].agree"."""
    place, field = _PLACE.search(str(error)), _FIELD.search(str(error))
    return (place[1] if place else "$") + (f".{field[1]}" if field else "")
