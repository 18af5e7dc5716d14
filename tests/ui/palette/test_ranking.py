"""What Ctrl+K answers: beginnings of words in any order, no diacritics, what was used lately first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua_desktop.domain.changes import Kind
from thidua_desktop.ui.palette.entries import Entry, of_deed, of_record
from thidua_desktop.ui.palette.listing import Search, Stock
from thidua_desktop.ui.palette.ranking import Found, Shelf

IMPORT = of_deed("deed/import", "Nhập kế hoạch từ tệp…", "Tệp", lambda: None, key="Ctrl+I")
BACKUP = of_deed("deed/backup", "Sao lưu và khôi phục…", "Tệp", lambda: None)
COPY = of_deed("deed/copy", "Lưu bản sao…", "Tệp", lambda: None)
FUND = of_deed("deed/fund", "Quỹ thi đua, khen thưởng", "Quyết định", lambda: None)
PLAN = of_record(Kind.PLAN, 1, "Kế hoạch “Thi đua” năm 2026", "Kế hoạch 2026 16621/KH-UBND", "plan")
TASK = of_record(Kind.TASK, 2, "Lập hồ sơ, nhập vào kế hoạch", "Quý I 2026 · Sở Nội vụ", "check")
PERSON = of_record(Kind.RECIPIENT, 3, "Đỗ Thị Ánh", "Cá nhân · Sở Y tế", "user")
ALL = (IMPORT, BACKUP, COPY, FUND, PLAN, TASK, PERSON)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("nhap ke hoach", [IMPORT, TASK]),
        ("Nhập Kế hoạch", [IMPORT, TASK]),
        ("ke hoach nhap", [IMPORT, TASK]),
        ("ke nh", [IMPORT, TASK]),
        ("sao luu", [BACKUP, COPY]),
        ("luu sao", [COPY, BACKUP]),
        ("do thi anh", [PERSON]),
        ("thi dua", [PLAN, FUND]),
        ("khen thuong", [FUND]),
        ("16621", [PLAN]),
        ("ubnd", [PLAN]),
        ("y te", [PERSON]),
        ("", []),
        ("khong co gi", []),
    ],
)
def test_words_are_found_by_their_beginnings_in_any_order(query: str, titles: list[Entry]) -> None:
    found = Found(Shelf(ALL), query)
    assert {entry.code for entry in found.first(9)} == {entry.code for entry in titles}


def test_what_is_named_so_comes_before_what_speaks_of_it() -> None:
    assert Found(Shelf(ALL), "ke hoach").first(3) == [PLAN, IMPORT, TASK]
    assert Found(Shelf(ALL), "ke hoach").best() == 2
    assert Found(Shelf(ALL), "do thi anh").best() == 1


def test_a_deed_is_found_by_what_is_done_not_by_what_it_is_done_to() -> None:
    undo = of_deed("deed/undo", "Hoàn tác: xóa phong trào thi đua", "Sửa", lambda: None)
    shelf = Shelf((undo, FUND))
    assert Found(shelf, "thi dua").first(5) == [FUND]
    assert Found(shelf, "hoan tac").first(5) == [undo]
    assert undo.title == "Hoàn tác: xóa phong trào thi đua"


def test_what_was_used_lately_comes_first() -> None:
    assert Found(Shelf(ALL), "ke hoach", ("task/2",)).first(3) == [TASK, PLAN, IMPORT]
    assert Found(Shelf(ALL), "so noi vu", ("plan/1",)).first(1) == [TASK]


def test_a_query_that_goes_on_answers_as_one_that_is_asked_at_once() -> None:
    stock = Stock(Shelf(ALL[:4]), Shelf(), Shelf(ALL[4:]))
    for query in ("nhap ke hoach", "16621/kh", "khubnd", "qwe", "do  thi"):
        typed = Search(stock)
        for end in range(1, len(query)):
            typed.listing(query[:end])
        assert typed.listing(query) == Search(stock).listing(query)


def test_every_sort_has_its_place_in_the_list() -> None:
    many: Callable[[str, int], list[Entry]] = lambda word, count: [  # noqa: E731
        of_record(Kind.TASK, number, f"Báo cáo {word} {number}", "", "check") for number in range(count)
    ]
    deeds = [of_deed(f"deed/{number}", f"In báo cáo {number}", "", lambda: None) for number in range(9)]
    register = [of_record(Kind.AWARD_RECORD, number, f"Người báo cáo {number}", "", "award") for number in range(6)]
    listing = Search(Stock(Shelf(deeds), Shelf(), Shelf(many("tháng", 40)))).listing("bao cao", register)
    kinds = [entry.record[0] if entry.record else None for entry in listing.shown]
    assert len(kinds) == 12
    assert (kinds.count(None), kinds.count(Kind.AWARD_RECORD)) == (2, 4)
    assert listing.more == 9 + 40 + 6 - 12


def test_the_list_begins_with_what_was_used_lately() -> None:
    search = Search(Stock(Shelf(ALL[:4]), Shelf(), Shelf(ALL[4:])), ("task/2", "gone", "deed/copy"))
    assert search.used_lately() == (TASK, COPY)
