"""Old decisions in bulk: whole decisions out of a list, locked, never twice, taken back by one key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.services.lists_made import workbook
from tests.services.sittings import LDTT, sitting
from tests.services.test_meeting_papers import OFFICE
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.decisions import DecisionLocked, DecisionNumberTaken, DecisionState
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.papers import PaperKind, PaperRef
from thidua_desktop.services.container import Services
from thidua_desktop.services.decision_papers import Format
from thidua_desktop.services.old_decisions import OldDraft
from thidua_desktop.wording import messages

HEADINGS = (
    *("TT", "Họ và tên", "Năm sinh", "Đơn vị", "Hình thức khen thưởng"),
    *("Số quyết định", "Ngày quyết định", "Cấp quyết định", "Năm"),
)
SO, TINH = "Giám đốc Sở Nội vụ", "Chủ tịch UBND tỉnh"
ROWS: tuple[tuple[Any, ...], ...] = (
    (1, "Bà Trần Thị Thử", 1985, "Sở Y tế", "LĐTT", "12/QĐ-SNV", "05/01/2020", SO, 2019),
    (2, "Ông Nguyễn Văn Mẫu", 1980, "Sở Y tế", "LĐTT", "12/QĐ - SNV", "5/1/2020", SO, 2019),
    (3, "Phòng Nghiệp vụ 2", None, "Sở Y tế", "TTLĐTT", "12/QĐ-SNV", "05/01/2020", SO, 2019),
    (4, "Bà Trần Thị Thử", 1985, "Sở Y tế", "CSTĐCS", "99/QĐ-UBND", "20/12/2021", TINH, 2021),
)

UNDECIDED = (2, "Ông Lê Văn Ba", 1975, "Sở Y tế", "LĐTT", None, None, None, 2019)


def problems(draft: OldDraft) -> list[str | None]:
    return [one.problem.code if one.problem is not None else None for one in draft.decisions]


def read(
    services: Services, tmp_path: Path, rows: tuple[tuple[Any, ...], ...] = ROWS, name: str = "cu.xlsx"
) -> OldDraft:
    return services.old_decisions.read(workbook(tmp_path / name, rows, headings=HEADINGS))


def test_rows_with_one_number_and_day_are_one_decision(services: Services, tmp_path: Path) -> None:
    draft = read(services, tmp_path)
    assert [(one.number, one.day, one.decided_by, len(one.rows)) for one in draft.decisions] == [
        ("12/QĐ-SNV", date(2020, 1, 5), SO, 3),
        ("99/QĐ-UBND", date(2021, 12, 20), TINH, 1),
    ]
    assert draft.left == ()
    created = services.old_decisions.store(draft).created
    first = services.decisions.get(DecisionId(created[0]))
    assert (first.state, first.historical, first.year, first.signed_by) == (DecisionState.ISSUED, True, 2020, SO)
    assert [line.golden_book for line in first.lines] == [1, 2, 3]
    assert [entry.decision for entry in services.register.search("Trần Thị Thử")] == ["99/QĐ-UBND", "12/QĐ-SNV"]
    assert len({entry.recipient_id for entry in services.register.search("Trần Thị Thử")}) == 1
    with pytest.raises(DecisionLocked):
        services.decisions.save(first)


def test_one_key_takes_all_of_it_back(services: Services, tmp_path: Path) -> None:
    services.old_decisions.store(read(services, tmp_path))
    services.undo.undo()
    assert services.decisions.of_year(2020) == services.decisions.of_year(2021) == ()
    assert services.register.search("") == ()
    services.undo.redo()
    assert len(services.decisions.of_year(2020)[0].lines) == 3


def test_what_is_there_already_is_refused(services: Services, tmp_path: Path) -> None:
    services.old_decisions.store(read(services, tmp_path, ROWS[:3]))
    others = tuple((at, f"Người Khác {at}", 1970, *row[3:]) for at, row in enumerate(ROWS))
    again = read(services, tmp_path, others, "khac.xlsx")
    assert [one.problem.code if one.problem else None for one in again.decisions] == [
        "old_decision.there_already",
        None,
    ]
    with pytest.raises(AppError) as refused:
        services.old_decisions.store(again)
    assert refused.value.code == "old_decision.faulty"
    assert services.decisions.of_year(2021) == ()
    # The same number of another authority is another decision.
    elsewhere = tuple((*row[:7], "Chủ tịch UBND huyện", row[8]) for row in others[:3])
    assert [one.problem for one in read(services, tmp_path, elsewhere, "huyen.xlsx").decisions] == [None]


@pytest.mark.parametrize(
    ("number", "day", "problem"),
    [
        ("12/QĐ-SNV", "05/01/2099", "old_decision.day_impossible"),
        ("12/QĐ-SNV", "05/01/1910", "old_decision.day_impossible"),
    ],
)
def test_impossible_days_are_refused(services: Services, tmp_path: Path, number: str, day: str, problem: str) -> None:
    row = (*ROWS[0][:5], number, day, *ROWS[0][7:])
    (one,) = read(services, tmp_path, (row,)).decisions
    assert one.problem is not None
    assert one.problem.code == problem


def test_one_number_with_two_days_is_a_slip(services: Services, tmp_path: Path) -> None:
    draft = read(services, tmp_path, (ROWS[0], (*ROWS[1][:6], "07/01/2020", *ROWS[1][7:])))
    assert problems(draft) == [None, "old_decision.two_days"]


def test_rows_without_a_decision_go_to_the_register_in_the_same_operation(services: Services, tmp_path: Path) -> None:
    draft = read(services, tmp_path, (ROWS[0], UNDECIDED))
    assert [row.row.name for row in draft.left] == ["Lê Văn Ba"]
    done = services.undo.doing(partial(services.old_decisions.store, draft))
    assert [entry.decision for entry in services.register.search("Lê Văn Ba")] == [None]
    told = "nhập 1 quyết định cũ với 1 dòng và 1 mục khen thưởng không số quyết định từ “cu.xlsx”"
    (entry,) = services.history.recent(1)
    assert messages.operation(entry.operation, entry.params) == told
    services.undo.undo(done.entry_id)
    assert services.register.search("") == services.decisions.of_year(2020) == ()


def test_a_faulty_row_without_a_decision_stops_the_whole_list(services: Services, tmp_path: Path) -> None:
    strange = (2, "Ông Lê Văn Ba", 1975, "Sở Y tế", "Danh hiệu không có thật", None, None, None, 2019)
    draft = read(services, tmp_path, (ROWS[0], strange))
    assert [row.row.name for row in draft.left] == ["Lê Văn Ba"]
    assert draft.faulty == 1
    with pytest.raises(AppError) as refused:
        services.old_decisions.store(draft)
    assert refused.value.code == "old_decision.faulty"
    assert services.register.search("") == services.decisions.of_year(2020) == ()


def test_a_list_without_any_decision_is_refused(services: Services, tmp_path: Path) -> None:
    bare = read(
        services, tmp_path, ((1, "Ông Lê Văn Ba", 1975, "Sở Y tế", "LĐTT", None, None, None, 2019),), "trong.xlsx"
    )
    with pytest.raises(AppError) as refused:
        services.old_decisions.store(bare)
    assert refused.value.code == "old_decision.none"


def test_an_old_decision_is_printed_and_corrected_like_others(services: Services, tmp_path: Path) -> None:
    created = services.old_decisions.store(read(services, tmp_path)).created
    decision_id = DecisionId(created[0])
    assert services.name_checks.of(decision_id).differences == ()
    out = services.decision_papers.write(decision_id, PaperRef(PaperKind.DECISION), tmp_path / "qd.pdf", Format.PDF)
    assert out.stat().st_size > 1000
    assert services.funds.of_year(2020).unpaid == ()


@pytest.mark.parametrize(("by", "taken"), [(SO, True), (TINH, False)])
def test_an_old_number_of_the_own_authority_is_taken(services: Services, tmp_path: Path, by: str, taken: bool) -> None:
    services.office.save(OFFICE)
    row = (*ROWS[0][:5], "5/QĐ-SNV", "05/01/2024", by, 2023)
    services.old_decisions.store(read(services, tmp_path, (row,)))
    sat = sitting(services, (LDTT,))
    services.decisions.draft_from_tally(sat.meeting)
    (decision,) = services.decisions.of_meeting(sat.meeting)
    assert decision.id is not None
    services.decisions.save(replace(decision, signed_by=SO))
    services.decisions.move(decision.id, DecisionState.TO_SIGN)
    if taken:
        with pytest.raises(DecisionNumberTaken):
            services.decisions.sign(decision.id, "05/QĐ-SNV", date(2024, 6, 20))
    else:
        services.decisions.sign(decision.id, "05/QĐ-SNV", date(2024, 6, 20))
        assert services.decisions.get(decision.id).number == "05/QĐ-SNV"
