"""Cells of a form: counted, typed, summed, shared out; lines that repeat; what must agree."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.forms.facts import AWARDS, award, facts, filled, movement, row
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.forms.counting import FactCounts
from thidua_desktop.domain.forms.filling import FilledForm, Given, Origin, Typed, contradict
from thidua_desktop.domain.forms.model import Source
from thidua_desktop.domain.forms.printing import print_scale
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.statistics.facts import AwardFact
from thidua_desktop.domain.statistics.questions import UNKNOWN, Condition, Dimension, parse
from thidua_desktop.domain.statistics.workers import WorkerClass

FEW = (
    award("bang_khen_bo_tinh", worker=WorkerClass.OTHER_LEADER),
    award("bang_khen_bo_tinh", "collective", enterprise="yes"),
    award("bang_khen_bo_tinh", "household", occasion="sudden"),
    award("chien_si_thi_dua_bo_tinh"),
    award("ky_niem_chuong_bo_tinh", occasion="contribution", unit=None),
    award("huan_chuong_lao_dong_ba", "collective", occasion="movement", unit=3),
    award("bang_khen_thu_tuong", worker=WorkerClass.TOP, unit=2),
)


def codes(form: FilledForm) -> list[str]:
    return [finding.code for finding in form.findings]


def test_a_cell_counts_what_its_row_and_its_column_ask() -> None:
    form = filled("0603.N", facts(FEW))
    assert row(form, "01") == {"1": 5, "2": 3, "3": 1, "4": 0, "5": 1}
    assert row(form, "02") == {"1": 1, "2": 1, "3": 0, "4": 0, "5": 0}
    assert row(form, "03")["2"] == 1
    assert row(form, "09")["1"] == 1
    assert row(form, "10")["1"] == 2
    assert row(form, "13") == {"1": 1, "2": 1, "3": 0, "4": 0, "5": 0}
    cell = form.cell("09", "2")
    assert cell.origin is Origin.COMPUTED
    assert cell.question is not None
    assert cell.question.text() == (
        "awards|2024-01-01..2024-12-31|award_group=bang_khen;kind=person;level=bo_tinh;worker=other_leader"
    )


def test_a_repeated_column_stands_for_what_occurs_highest_first() -> None:
    form = filled("0602.N", facts((*FEW, award("huan_chuong_doc_lap_ba"))))
    kinds = [column.headings[2] for column in form.columns if column.line.key == "2"]
    assert kinds == ["Huân chương Độc lập hạng Ba"] * 2 + ["Huân chương Lao động hạng Ba"] * 2
    assert form.cell("6", "2.huan_chuong_lao_dong_ba.t").value == 1
    assert form.cell("10", "7.c").value == 1
    assert row(form, "1")["1"] == 3
    assert row(form, "3")["1"] == 3


def test_where_row_and_column_exclude_each_other_nothing_stands() -> None:
    form = filled("0602.N", facts(FEW))
    assert form.cell("6", "2.huan_chuong_lao_dong_ba.c").origin is Origin.EMPTY
    assert form.cell("9", "6").origin is Origin.EMPTY
    assert form.cell("6", "9.t").origin is Origin.EMPTY  # no other award occurs
    kind = Condition(Dimension.KIND, ("person", "household"))
    assert not contradict([kind, Condition(Dimension.KIND, ("person",), negated=True)])
    assert contradict([Condition(Dimension.KIND, ("person",)), Condition(Dimension.KIND, ("person",), negated=True)])


def test_what_is_typed_is_added_to_and_taken_from_what_is_counted() -> None:
    typed = {("2", "7.c"): Typed(1, "của Bộ")}
    form = filled("0602.N", facts(FEW), Given(typed))
    assert form.cell("2", "7.c").origin is Origin.HAND
    assert form.cell("2", "7.c").note == "của Bộ"
    assert row(form, "2")["1"] == 1
    assert form.cell("3", "7.c").value == 0
    assert row(form, "3")["1"] == 1
    assert form.missing() == ()


def test_a_form_that_is_all_typed_stays_open_until_something_is() -> None:
    form = filled("0605.N", facts())
    assert len(form.missing()) == 28
    total = form.cell("01", "1")
    assert (total.origin, total.value, total.open) == (Origin.SUM, None, True)
    some = filled("0605.N", facts(), Given({("03", "1"): Typed(4), ("03", "2"): Typed(5)}))
    assert some.cell("01", "1").value == 4
    assert codes(some) == ["form.part_exceeds_across"]
    assert some.findings[0].params == {
        "line": "Trong đó: Nữ",
        "at": "01",
        "said": "5",
        "other": "4",
        "places": "01, 03",
        "question": "",
    }


def test_divisions_of_one_total_have_to_agree() -> None:
    typed = {("03", "1"): Typed(4), ("11", "1"): Typed(4), ("13", "1"): Typed(3)}
    form = filled("0605.N", facts(), Given(typed))
    assert codes(form) == ["form.parts_disagree"]
    assert dict(form.findings[0].params) == {
        "line": "Tổng số",
        "at": "1",
        "said": "3",
        "other": "4",
        "places": "1",
        "question": "",
    }


def test_what_nobody_knows_is_missing_in_a_division_and_told() -> None:
    form = filled("0603.N", facts((*FEW, award("bang_khen_bo_tinh", worker=UNKNOWN, occasion=UNKNOWN))))
    assert codes(form) == ["form.parts_disagree", "form.parts_disagree"]
    assert [finding.params["line"] for finding in form.findings] == ["- Cá nhân", "Tổng số"]
    nobody_knows = [parse(finding.params["question"]) for finding in form.findings]
    counts = FactCounts(facts((*FEW, award("bang_khen_bo_tinh", worker=UNKNOWN, occasion=UNKNOWN))))
    assert [counts.count(question) for question in nobody_knows] == [1, 1]
    assert nobody_knows[0].text().endswith("worker!=direct,director,entrepreneur,other_leader,top")


def test_movements_without_a_scope_are_told_by_the_total() -> None:
    form = filled("0601.N", facts(movements=[movement("branch", "branch"), movement("branch", "?")]))
    assert codes(form)[0] == "form.parts_incomplete"
    assert form.findings[0].params["said"] == "1"
    assert form.findings[0].params["other"] == "2"
    assert form.findings[0].params["question"] == (
        "movements|2024-01-01..2024-12-31|scope!=branch,cluster,nation,office"
    )


def test_shares_are_of_the_sums_in_the_row_of_sums() -> None:
    form = filled("TH-02", facts((award("bang_khen_bo_tinh"), award("bang_khen_bo_tinh", occasion="sudden"))))
    total = row(form, "total")
    assert (total["3"], total["6"], total["7"], total["11"]) == (2, 1, Decimal("0.5"), Decimal("0.5"))
    empty = row(filled("TH-02", facts()), "total")
    assert empty["3"] is None
    assert empty["7"] is None


def test_units_have_a_row_each_and_what_has_none_comes_last() -> None:
    form = filled("TH-03", facts(FEW))
    assert [(line.ordinal, line.label) for line in form.rows] == [
        *((1, "Sở Y tế"), (2, "Sở Giáo dục và Đào tạo"), (3, "Phường Hồng Sơn"), (4, "Chưa rõ đơn vị")),
        (None, "Tổng cộng"),
    ]
    assert row(form, "total")["total"] == len(FEW)
    assert form.cell("unit.3", "award.huan_chuong_lao_dong_ba").value == 1
    assert codes(form) == []


def test_narrow_columns_have_short_names_of_awards() -> None:
    form = filled("TH-03", facts([award("bang_khen_bo_tinh"), award("giay_khen_so")]))
    assert [column.headings[-1] for column in form.columns] == [
        "Bằng khen của Bộ, ban, ngành, tỉnh",
        "GK sở",
        "Tổng cộng",
    ]


def test_movements_have_a_row_each_with_their_scope() -> None:
    form = filled("TH-05", facts(movements=[movement("central", "nation")]), Given({("movement.7", "6"): Typed(12)}))
    line = form.rows[0]
    assert (line.ordinal, line.label) == (1, "Cả nước thi đua xây dựng nông thôn mới")
    assert line.detail == "Toàn quốc"
    assert row(form, "movement.7") == {"4": 12, "5": None, "6": 12, "7": None}
    assert row(form, "total")["4"] == 12


def test_the_fund_is_given_and_the_rest_typed() -> None:
    amounts = {Source.FUND_OPENING: 20, Source.FUND_INCOME: 100, Source.FUND_BONUSES: 70, Source.FUND_OTHER: 5}
    form = filled("TH-06", facts(), Given({("units", "5"): Typed(30)}, amounts))
    assert row(form, "fund") == {"3": 120, "4": 20, "5": 100, "6": 75, "7": 70, "8": 5, "9": 45, "10": None}
    assert row(form, "total")["3"] == 150
    assert row(form, "total")["9"] == 75


_KNOWN = st.sampled_from(sorted(AWARDS))
_WORKERS = st.sampled_from([*WorkerClass, UNKNOWN])


@st.composite
def given_awards(draw: st.DrawFn) -> AwardFact:
    known = AWARDS[draw(_KNOWN)]
    kind = draw(st.sampled_from([*known.recipients]))
    person = kind is RecipientKind.PERSON
    return award(
        known.id,
        kind,
        draw(_WORKERS) if person else UNKNOWN,
        occasion=draw(st.sampled_from([*Occasion, UNKNOWN])),
        unit=draw(st.sampled_from([None, 1, 2, 3])),
        enterprise=draw(st.sampled_from(["yes", "no", "?"])),
    )


@settings(max_examples=12, deadline=None)
@given(st.lists(given_awards(), max_size=30))
def test_whatever_was_given_the_totals_are_what_was_counted(given_: list[AwardFact]) -> None:
    known = facts(given_)
    levels = {level: sum(one.level == level for one in given_) for level in ("nha_nuoc", "bo_tinh")}
    state = filled("0602.N", known)
    assert (row(state, "1")["1"] or 0) == levels["nha_nuoc"]
    assert "form.parts_incomplete" not in codes(state)
    form = filled("0603.N", known)
    without_column = sum(
        one.level == "bo_tinh" and one.group == "danh_hieu_thi_dua" and not one.award_id.startswith(("co_", "chien_"))
        for one in given_
    )
    assert row(form, "01")["1"] == levels["bo_tinh"] - without_column
    by_unit = filled("TH-03", known)
    assert (row(by_unit, "total")["total"] or 0) == len(given_)
    for each in (state, form, by_unit):
        for cells in each.cells:
            for cell in cells:
                if cell.origin is Origin.SUM and cell.terms is not None:
                    plus = sum(each.cells[at][across].value or 0 for at, across in cell.terms.plus)
                    minus = sum(each.cells[at][across].value or 0 for at, across in cell.terms.minus)
                    assert cell.value == plus - minus
    everybody_is_known = all(
        (one.traits.kind != "person" or one.traits.worker != UNKNOWN) and one.occasion != UNKNOWN for one in given_
    )
    if everybody_is_known:
        assert state.findings == ()


def test_many_columns_are_printed_smaller() -> None:
    few, many = (filled("TH-03", facts(map(award_of, some))) for some in (sorted(AWARDS)[:5], sorted(AWARDS)))
    assert print_scale(few) == 1
    assert 0.2 < print_scale(many) < 0.4


def award_of(name: str) -> AwardFact:
    return award(name, AWARDS[name].recipients[0])
