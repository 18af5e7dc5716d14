"""A superior's workbook: tied by its heads, filled, and found again in the next year's version."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.nasty_workbooks import SHEET, changed, loaded, macro_form, members, packed, province_form
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import WorkbookId
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.questions import Subject, ask
from thidua_desktop.domain.workbooks.filling import Refusal
from thidua_desktop.domain.workbooks.ties import Found, Tie
from thidua_desktop.domain.workbooks.trouble import WorkbookOverSource, WorkbookSuffix, WorkbookWithoutTies
from thidua_desktop.services.container import Services
from thidua_desktop.services.workbook_ties import WorkbookFileDamaged
from thidua_desktop.services.workbooks import Form

YEAR = periods.year(2026)


def _ties(services: Services, form: Form) -> tuple[Tie, ...]:
    """Every proposal accepted."""
    return tuple(
        Tie(one.place.sheet, one.place.row, one.place.column, one.asked.question, "", one.asked.periods_back)
        for one in services.workbooks.propose(form, YEAR)
        if one.asked is not None
    )


def _values(path: Path) -> dict[str, object]:
    sheet = loaded(path, values=True)[SHEET]
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row}


def test_a_form_is_filled_with_what_statistics_answers(services: Services, form_path: Path, tmp_path: Path) -> None:
    form = services.workbooks.open(form_path)
    done = services.workbooks.fill(form, _ties(services, form), YEAR, tmp_path / "xong.xlsx")
    values = _values(tmp_path / "xong.xlsx")
    (persons, before) = services.workbooks.answers(
        [
            ask(Subject.AWARDS, YEAR, award="lao_dong_tien_tien", kind="person"),
            ask(Subject.AWARDS, YEAR.previous(), award="lao_dong_tien_tien"),
        ]
    )
    assert persons > 0
    assert (values["E9"], values["H9"]) == (persons, before)
    assert {one.tie.cell: one.after for one in done.changes}["E9"] == str(persons)


def test_sums_kept_in_the_file_are_those_of_the_new_figures(
    services: Services, form_path: Path, tmp_path: Path
) -> None:
    form = services.workbooks.open(form_path)
    services.workbooks.fill(form, _ties(services, form), YEAR, tmp_path / "xong.xlsx")
    values = _values(tmp_path / "xong.xlsx")
    rows = range(9, 12)
    assert values["C9"] == int(values["D9"]) + int(values["E9"])  # type: ignore[call-overload]
    assert values["E8"] == sum(int(values[f"E{row}"]) for row in rows)  # type: ignore[call-overload]
    assert values["E16"] == int(values["E8"]) + int(values["E12"])  # type: ignore[call-overload]
    assert loaded(tmp_path / "xong.xlsx")[SHEET]["E16"].value == "=E8+E12"


def test_cells_without_a_tie_are_said_until_they_are_left_alone(services: Services, form_path: Path) -> None:
    form = services.workbooks.open(form_path)
    ties = _ties(services, form)
    seen = services.workbooks.preview(form, ties, YEAR)
    (untied,) = [one for one in seen.findings if one.code == "workbook.untied"]
    assert untied.params == {"count": 4, "cells": ", ".join(f"{SHEET}!{cell}" for cell in ("G8", "G12", "D15", "G16"))}
    assert seen.blocking
    alone = tuple(Tie(SHEET, row, column) for row, column in ((8, 7), (12, 7), (15, 4), (16, 7)))
    assert not services.workbooks.preview(form, (*ties, *alone), YEAR).blocking


def test_cells_are_named_without_a_sheet_where_there_is_only_one(
    services: Services, form_path: Path, tmp_path: Path
) -> None:
    book = loaded(form_path)
    for name in book.sheetnames:
        if name != SHEET:
            book[name].sheet_state = "hidden"
    book.save(tmp_path / "mot-trang.xlsx")
    form = services.workbooks.open(tmp_path / "mot-trang.xlsx")
    seen = services.workbooks.preview(form, _ties(services, form), YEAR)
    (untied,) = [one for one in seen.findings if one.code == "workbook.untied"]
    assert untied.params["cells"] == "G8, G12, D15, G16"


def test_the_next_version_is_known_by_its_heads(services: Services, form_path: Path, tmp_path: Path) -> None:
    form = services.workbooks.open(form_path)
    ties = (*_ties(services, form), Tie(SHEET, 15, 4), Tie(SHEET, 4, 8, constant="15/12/2027"))
    services.workbooks.keep(form, ties, "Biểu tổng hợp khen thưởng", "Sở Nội vụ")
    later = services.workbooks.open(province_form(tmp_path / "2027.xlsx", year=2027, above=2, swap=True))
    assert later.kept is not None
    assert later.kept.name == "Biểu tổng hợp khen thưởng"
    assert {one.how for one in later.found} == {Found.MOVED}
    placed = {one.before.cell: one.after.cell for one in later.found if one.after is not None}
    assert (placed["E9"], placed["D9"], placed["D15"], placed["H4"]) == ("D11", "E11", "E17", "H6")
    assert [one.code for one in later.findings] == ["workbook.ties_moved"]
    by_cell = {tie.cell: tie for tie in later.ties}
    assert by_cell["E17"].left_alone
    assert by_cell["H6"].constant == "15/12/2027"


def test_another_workbook_is_not_taken_for_a_tied_one(services: Services, form_path: Path, tmp_path: Path) -> None:
    form = services.workbooks.open(form_path)
    services.workbooks.keep(form, _ties(services, form), "Biểu")
    book = openpyxl.Workbook()
    book.active.append(["Họ tên", "Danh hiệu"])  # type: ignore[union-attr]
    book.save(tmp_path / "khac.xlsx")
    assert services.workbooks.open(tmp_path / "khac.xlsx").kept is None


def test_ties_that_are_kept_again_take_the_new_version(services: Services, form_path: Path, tmp_path: Path) -> None:
    form = services.workbooks.open(form_path)
    services.workbooks.keep(form, _ties(services, form), "Biểu")
    later = services.workbooks.open(province_form(tmp_path / "2027.xlsx", year=2027, above=1))
    services.workbooks.keep(later, later.ties, "Biểu", "UBND tỉnh")
    again = services.workbooks.open(later.path)
    assert again.kept is not None
    assert (again.kept.issuer, again.kept.sha256) == ("UBND tỉnh", later.grid.sha256)
    assert {one.how for one in again.found} == {Found.SAME}
    services.undo.undo()
    assert {one.how for one in services.workbooks.open(form_path).found} == {Found.MOVED}


def test_a_formula_gives_way_only_when_the_clerk_wants_it(services: Services, form_path: Path, tmp_path: Path) -> None:
    form = services.workbooks.open(form_path)
    tie = Tie(SHEET, 9, 3, ask(Subject.AWARDS, YEAR, award="lao_dong_tien_tien"))
    (kept,) = services.workbooks.preview(form, [tie], YEAR).changes
    assert kept.refusal is Refusal.FORMULA
    services.workbooks.fill(form, [tie], YEAR, tmp_path / "giu.xlsx")
    assert loaded(tmp_path / "giu.xlsx")[SHEET]["C9"].value == "=D9+E9"
    done = services.workbooks.fill(form, [tie], YEAR, tmp_path / "thay.xlsx", over_formulas=[tie.at])
    assert loaded(tmp_path / "thay.xlsx")[SHEET]["C9"].value == int(done.changes[0].after)
    assert "workbook.formula_gone" in {one.code for one in done.findings}


def test_macros_stay_and_want_their_own_ending(services: Services, tmp_path: Path) -> None:
    path = macro_form(tmp_path / "bieu.xlsm")
    form = services.workbooks.open(path)
    ties = _ties(services, form)
    with pytest.raises(WorkbookSuffix):
        services.workbooks.fill(form, ties, YEAR, tmp_path / "xong.xlsx")
    with pytest.raises(WorkbookOverSource):
        services.workbooks.fill(form, ties, YEAR, path)
    with pytest.raises(WorkbookWithoutTies):
        services.workbooks.fill(form, (), YEAR, tmp_path / "xong.xlsm")
    services.workbooks.fill(form, ties, YEAR, tmp_path / "xong.xlsm")
    before, after = members(path), members(tmp_path / "xong.xlsm")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"}


def test_what_cannot_be_written_is_said_and_the_rest_is_filled(
    services: Services, form_path: Path, tmp_path: Path
) -> None:
    form = services.workbooks.open(form_path)
    question = ask(Subject.AWARDS, YEAR, kind="person")
    ties = (Tie(SHEET, 5, 5, question), Tie("Không có", 1, 1, question), Tie(SHEET, 9, 5, question))
    done = services.workbooks.fill(form, ties, YEAR, tmp_path / "xong.xlsx")
    assert [one.refusal for one in done.changes] == [Refusal.MERGED, Refusal.NO_SHEET, None]
    codes = {one.code for one in done.findings if one.severity is Severity.BLOCKING}
    assert {"workbook.refused_merged", "workbook.refused_no_sheet"} <= codes


def test_what_changes_beside_the_cells_is_said_before(services: Services, tmp_path: Path) -> None:
    part = "xl/worksheets/sheet1.xml"
    path = changed(
        province_form(tmp_path / "a.xlsx"), part, (b"</sheetData>", b'</sheetData><sheetProtection sheet="1"/>')
    )
    path = packed(path, {**members(path), "_xmlsignatures/s.xml": b"<a/>", "xl/pivotTables/p1.xml": b"<a/>"})
    form = services.workbooks.open(path)
    seen = services.workbooks.preview(form, [Tie(SHEET, 9, 5, ask(Subject.AWARDS, YEAR))], YEAR)
    said = {one.code: one.params for one in seen.findings}
    assert said["workbook.locked"] == {"sheet": SHEET, "count": 1, "cells": "E9"}
    assert {"workbook.signature", "workbook.pivot"} <= set(said)


def test_a_workbook_whose_kept_file_is_lost_keeps_its_places(
    services: Services, form_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = services.workbooks.open(form_path)
    services.workbooks.keep(form, _ties(services, form), "Biểu")

    def lost(_workbook_id: WorkbookId) -> Path:
        raise WorkbookFileDamaged(name="Biểu")

    monkeypatch.setattr(services.workbook_ties, "file", lost)
    later = services.workbooks.open(province_form(tmp_path / "2027.xlsx", year=2027))
    assert [one.code for one in later.findings] == ["workbook.unmatched_file"]
    assert {one.how for one in later.found} == {Found.SAME}
