"""Order, counts, repeated lines and shared moves of a round's list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.nomination_lists import (
    NominationFilter,
    duplicates,
    in_order,
    same_line,
    shared_moves,
    tally,
    unit_key,
)
from thidua_desktop.domain.nominations import Nomination, NominationState

LINE = Nomination(RoundId(1), RecipientKind.PERSON, "Nguyễn Văn An", "lao_dong_tien_tien", unit="Phòng Đào tạo")


def line(number: int, **fields: object) -> Nomination:
    return replace(LINE, id=NominationId(number), **fields)  # type: ignore[arg-type]


def test_persons_are_ordered_by_given_name_and_collectives_stand_first() -> None:
    names = ["Trần Thị Ân", "Nguyễn Văn An", "Đỗ Văn Anh", "Dương Văn Anh", "Lê Thị Bích", "Bùi Thị Đạt", "Vũ Dung"]
    lines = [line(at, name=name) for at, name in enumerate(names)]
    lines.append(line(20, kind=RecipientKind.COLLECTIVE, name="Phòng Xây dựng chính quyền"))
    lines.append(line(21, kind=RecipientKind.HOUSEHOLD, name="Hộ ông Nguyễn Văn Ba"))
    assert [found.name for found in in_order(lines)] == [
        "Phòng Xây dựng chính quyền",
        "Nguyễn Văn An",
        "Dương Văn Anh",
        "Đỗ Văn Anh",
        "Trần Thị Ân",
        "Lê Thị Bích",
        "Vũ Dung",
        "Bùi Thị Đạt",
        "Hộ ông Nguyễn Văn Ba",
    ]


def test_units_are_alphabetical_in_vietnamese_and_missing_ones_last() -> None:
    units = ["Sở Y tế", None, "Đảng ủy", "Chi cục Dân số", "Ủy ban nhân dân xã A"]
    lines = sorted((line(at, unit=unit) for at, unit in enumerate(units)), key=unit_key)
    assert [found.unit for found in lines] == ["Chi cục Dân số", "Đảng ủy", "Sở Y tế", "Ủy ban nhân dân xã A", None]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(RecipientKind), st.sampled_from(["a", "b", "c"])),
        max_size=30,
    )
)
def test_counts_add_up(parts: list[tuple[RecipientKind, str]]) -> None:
    counted = tally(line(at, kind=kind, award_id=award) for at, (kind, award) in enumerate(parts))
    assert counted.total == len(parts)
    assert sum(number for _, number in counted.by_kind) == counted.total
    assert sum(number for _, number in counted.by_award) == counted.total


def test_the_same_name_unit_and_award_is_a_repeated_line() -> None:
    lines = [
        line(1),
        line(2, name="NGUYỄN VĂN AN", unit="phong dao tao"),
        line(3, award_id="chien_si_thi_dua_co_so"),
        line(4, unit="Phòng Tổ chức"),
    ]
    assert duplicates(lines) == {1, 2}
    assert same_line(replace(LINE, name="nguyen van an"), lines) == lines[0]
    assert same_line(lines[0], lines) == lines[1]
    assert same_line(lines[2], lines) is None
    assert same_line(LINE, [LINE]) is LINE  # two lines that are both not kept yet


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (NominationFilter(), True),
        (NominationFilter(text="van an dao"), True),
        (NominationFilter(text="tien tien"), True),
        (NominationFilter(text="bich"), False),
        (NominationFilter(kind=RecipientKind.PERSON), True),
        (NominationFilter(kind=RecipientKind.COLLECTIVE), False),
        (NominationFilter(award_id="lao_dong_tien_tien"), True),
        (NominationFilter(award_id="co_thi_dua"), False),
        (NominationFilter(unit="Phòng Đào tạo"), True),
        (NominationFilter(unit="Phòng Tổ chức"), False),
        (NominationFilter(state=NominationState.ENTERED), True),
        (NominationFilter(state=NominationState.ELIGIBLE), False),
    ],
)
def test_filter(wanted: NominationFilter, shown: bool) -> None:
    assert wanted.lets(LINE, "Lao động tiên tiến") is shown


def test_several_lines_can_only_go_where_each_can_go() -> None:
    entered = line(1)
    complete = line(2, state=NominationState.DOSSIER_COMPLETE)
    moves = {move.state: move for move in shared_moves([entered, complete])}
    # Neither forward nor backward leads from "Mới nhập" to "Đủ điều kiện" in one step.
    assert set(moves) == {
        NominationState.DOSSIER_COMPLETE,
        NominationState.DOSSIER_MISSING,
        NominationState.ENTERED,
        NominationState.NOT_AWARDED,  # one line can be refused while the rest goes on
    }
    assert not moves[NominationState.DOSSIER_COMPLETE].with_reason
    assert moves[NominationState.ENTERED].backward


def test_forward_moves_stand_before_backward_ones_which_need_a_reason() -> None:
    moves = shared_moves([line(1, state=NominationState.ELIGIBLE)])
    assert not moves[0].backward
    assert [move.backward for move in moves] == sorted(move.backward for move in moves)
    assert all(move.with_reason for move in moves if move.backward)
    assert {move.state: move.with_reason for move in moves}[NominationState.BEFORE_COUNCIL] is False


@pytest.mark.parametrize(
    ("state", "first"),
    [
        (NominationState.ENTERED, NominationState.DOSSIER_COMPLETE),
        (NominationState.DOSSIER_COMPLETE, NominationState.ELIGIBLE),
        (NominationState.ELIGIBLE, NominationState.BEFORE_COUNCIL),
        (NominationState.BEFORE_COUNCIL, NominationState.AGREED),
    ],
)
def test_the_usual_next_step_is_the_first_of_the_menu(state: NominationState, first: NominationState) -> None:
    """So that the same two keys go on from every state."""
    assert shared_moves([line(1, state=state)])[0].state is first


def test_no_lines_no_moves() -> None:
    assert shared_moves([]) == ()
