"""What is kept of a line with its verdict."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.councils.ballots import LineResult, Passing
from thidua_desktop.domain.councils.meetings import Verdict
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.ids import MeetingId, NominationId

LINE = NominationId(7)


def line(verdict: Verdict | None, agree: int | None, base: int | None, needed: int | None) -> MeetingLine:
    return MeetingLine(
        *(MeetingId(1), LINE, 1, "Nguyễn Văn An", "lao_dong_tien_tien"),
        verdict=verdict,
        agree=agree,
        base=base,
        needed=needed,
    )


@pytest.mark.parametrize(
    ("agree", "base", "needed", "passing"),
    [
        (10, 11, 10, Passing.PASSED),
        (9, 11, 10, Passing.FAILED),
        (0, 0, 0, Passing.FAILED),
        (6, 11, None, Passing.NO_THRESHOLD),
    ],
)
def test_kept_votes_amount_to_what_they_did(agree: int, base: int, needed: int | None, passing: Passing) -> None:
    found = line(Verdict.AGREED, agree, base, needed).votes
    assert found == LineResult(LINE, agree, base, needed, passing)


@pytest.mark.parametrize(
    ("verdict", "agree", "base"), [(None, 9, 11), (Verdict.AGREED, None, 11), (Verdict.AGREED, 9, None)]
)
def test_without_verdict_or_ballot_there_are_none(verdict: Verdict | None, agree: int | None, base: int | None) -> None:
    assert line(verdict, agree, base, 10).votes is None
