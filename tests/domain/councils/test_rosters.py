"""Who sits in a council on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member, Size, findings, on
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import CouncilId

COUNCIL = Council("Hội đồng Thi đua - Khen thưởng", since=date(2024, 1, 1), until=date(2028, 12, 31), size=Size.ODD)
DAY = date(2026, 6, 20)


def member(name: str, role: CouncilRole = CouncilRole.MEMBER, position: int = 1) -> Member:
    return Member(CouncilId(1), name, role, position=position)


CHAIR = member("Nguyễn Văn An", CouncilRole.CHAIR)
SECRETARY = member("Lê Thị Thu", CouncilRole.SECRETARY, 3)
FULL = [SECRETARY, member("Đỗ Văn Bình", position=2), CHAIR]


def test_the_order_of_a_roster() -> None:
    vice = member("Trần Hạ", CouncilRole.VICE_CHAIR)
    standing = member("Ê Ban", CouncilRole.STANDING_VICE_CHAIR, 9)
    last = member("Y Moan Ênuôl", position=4)
    listed = on([last, vice, *FULL, standing], DAY)
    assert [one.name for one in listed] == [
        "Nguyễn Văn An",
        "Ê Ban",
        "Trần Hạ",
        "Đỗ Văn Bình",
        "Lê Thị Thu",
        "Y Moan Ênuôl",
    ]


def test_a_seat_counts_from_its_first_to_its_last_day() -> None:
    left = replace(CHAIR, until=date(2026, 6, 19))
    came = replace(CHAIR, name="Phạm Thị Hà", since=date(2026, 6, 20))
    assert on([left, came], date(2026, 6, 19)) == (left,)
    assert on([left, came], DAY) == (came,)


def test_a_council_as_it_should_be_has_no_findings() -> None:
    assert findings(COUNCIL, on(FULL, DAY), DAY) == ()


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ([], [("council.empty", Severity.BLOCKING)]),
        ([*FULL[:2], member("Ai đó")], [("council.no_chair", Severity.WARNING)]),
        ([*FULL, replace(CHAIR, name="Khác"), member("Nữa")], [("council.chairs", Severity.BLOCKING)]),
        ([*FULL[1:], member("Ai đó")], [("council.no_secretary", Severity.WARNING)]),
        ([*FULL, member("Ai đó")], [("council.even", Severity.WARNING)]),
        ([*FULL, member("Do Van Binh"), member("Ai đó")], [("council.member_twice", Severity.BLOCKING)]),
    ],
)
def test_what_is_wrong_is_said(members: list[Member], expected: list[tuple[str, Severity]]) -> None:
    assert [(one.code, one.severity) for one in findings(COUNCIL, members, DAY)] == expected


def test_a_meeting_after_the_term_warns() -> None:
    late = date(2029, 1, 1)
    assert [one.code for one in findings(COUNCIL, on(FULL, late), late)] == ["council.out_of_term"]


def test_an_even_council_is_fine_where_no_rule_asks_for_an_odd_one() -> None:
    assert findings(replace(COUNCIL, size=Size.ANY), [*FULL, member("Ai đó")], DAY) == ()
