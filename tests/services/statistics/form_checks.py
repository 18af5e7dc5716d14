"""Every figure of the forms counted a second time, in SQL that was written for this alone."""

from __future__ import annotations

from collections.abc import Mapping

from tests.services.statistics.cross_checks import CLASS_OF, SecondCount
from tests.services.statistics.offices import Counted
from thidua_desktop.domain.forms.filling import FilledForm, Number, Origin
from thidua_desktop.domain.statistics.periods import Period

_OCCASIONS_OF_ROWS = ("merit", "movement", "sudden", "foreign", "contribution", "service_years", "resistance")
_ROWS_0602 = {
    "kind": {"6": "collective", "8": "household", "9": "person"},
    "worker": {"10": "top", "11": "director", "12": "entrepreneur", "13": "other_leader", "14": "direct"},
    "occasion": dict(zip(map(str, range(15, 22)), _OCCASIONS_OF_ROWS, strict=True)),
}
_BY = {"kind": "counted.kind", "worker": CLASS_OF, "occasion": "occasion"}
_COLUMNS_0603 = {
    "2": "(SELECT kind FROM beside.catalogue c WHERE c.id = award_id) = 'bang_khen'",
    "3": "award_id = 'chien_si_thi_dua_bo_tinh'",
    "4": "award_id IN ('co_thi_dua_bo_tinh', 'co_thi_dua_quan_khu_dhqg')",
    "5": "(SELECT kind FROM beside.catalogue c WHERE c.id = award_id) IN ('huy_hieu', 'ky_niem_chuong')",
}
_OCCASIONS = ("merit", "movement", "sudden", "contribution", "service_years", "foreign", "resistance")


def figures(form: FilledForm, row: str) -> dict[str, Number]:
    """The figures of a row by their columns."""
    at = next(at for at, each in enumerate(form.rows) if each.key == row)
    return {column.key: cell.value or 0 for column, cell in zip(form.columns, form.cells[at], strict=True)}


def check(office: Counted, period: Period) -> None:
    """Every form of a period that counts, cell by cell or by its sums."""
    again = SecondCount(office, period)
    forms = {code: office.services.forms.fill(code, period) for code in ("0601", "0602", "0603", *_SUMMARIES)}
    _check_state(forms["0602"], again)
    _check_ministry(forms["0603"], again)
    _check_movements(forms["0601"], again)
    _check_summaries(forms, again)
    for form in forms.values():
        _adds_up(form)


_SUMMARIES = ("TH-01", "TH-02", "TH-03", "TH-04")


def _check_state(form: FilledForm, again: SecondCount) -> None:
    level = "level = 'nha_nuoc'"
    total = figures(form, "1")
    counted = again.awards("award_id || iif(counted.kind = 'person', '.c', '.t')", level)
    for name, number in counted.items():
        award, part = name.rsplit(".", 1)
        assert total[_column_of(award, part)] == number, name
    assert total["1"] == sum(counted.values())
    assert figures(form, "3") == total
    for what, rows in _ROWS_0602.items():
        where = f"{level} AND counted.kind = 'person'" if what == "worker" else level
        _check_rows(form, rows, "1", again.awards(_BY[what], where))


def _column_of(award: str, part: str) -> str:
    own = {
        "giai_thuong_ho_chi_minh": "3",
        "giai_thuong_nha_nuoc": "4",
        "co_thi_dua_chinh_phu": "6",
        "bang_khen_thu_tuong": f"7.{part}",
        "chien_si_thi_dua_toan_quoc": "8",
    }
    return own.get(award, f"2.{award}.{part}")


def _check_rows(form: FilledForm, rows: Mapping[str, str], column: str, counted: Mapping[str, int]) -> None:
    for row, value in rows.items():
        assert figures(form, row)[column] == counted.get(value, 0), (form.model.code, row, column)


def _check_ministry(form: FilledForm, again: SecondCount) -> None:
    shifted = {what: {f"{int(row) - 4:02d}": value for row, value in rows.items()} for what, rows in _ROWS_0602.items()}
    for column, condition in _COLUMNS_0603.items():
        where = f"level = 'bo_tinh' AND {condition}"
        assert figures(form, "01")[column] == sum(again.awards("1", where).values())
        for what, rows in shifted.items():
            person = " AND counted.kind = 'person'" if what == "worker" else ""
            _check_rows(form, rows, column, again.awards(_BY[what], where + person))


def _check_movements(form: FilledForm, again: SecondCount) -> None:
    query = (
        "SELECT count(*) FROM movements WHERE {what} AND deleted_at IS NULL AND (started_on BETWEEN :first AND :last"
        " OR (started_on IS NULL AND year || '-01-01' >= :first AND year || '-12-31' <= :last))"
    )
    for row, scope in {"02": "nation", "03": "branch", "04": "cluster", "05": "office"}.items():
        assert figures(form, row)["1"] == again.number(query.format(what=f"scope = '{scope}'"))
    for row, method in {"11": "topical", "12": "standing"}.items():
        for column, level in {"2": "central", "3": "branch", "4": "office"}.items():
            what = f"method = '{method}' AND level = '{level}'"
            assert figures(form, row)[column] == again.number(query.format(what=what))
    assert figures(form, "01")["1"] == again.number(query.format(what="TRUE"))


def _check_summaries(forms: Mapping[str, FilledForm], again: SecondCount) -> None:
    by_award, by_unit = again.awards("award_id"), again.awards("above.top_id")
    both = figures(forms["TH-03"], "total")
    assert {key.partition(".")[2]: number for key, number in both.items() if "." in key} == by_award
    for unit, number in by_unit.items():
        assert figures(forms["TH-03"], f"unit.{unit}")["total"] == number
    assert both["total"] == sum(by_unit.values())
    shares = figures(forms["TH-02"], "total")
    occasions = again.awards("occasion")
    assert (shares["3"], shares["6"]) == (sum(by_award.values()), occasions.get("merit", 0))
    assert shares["10"] == occasions.get("movement", 0) + occasions.get("sudden", 0)
    for unit, number in again.nominations("above.top_id").items():
        assert figures(forms["TH-04"], f"unit.{unit}")["3"] == number
    dossiers, counted = figures(forms["TH-04"], "total"), again.nominations("n.occasion")
    assert [dossiers[str(at)] for at in range(4, 11)] == [counted.get(each, 0) for each in _OCCASIONS]
    state = figures(forms["TH-01"], "total")
    given = again.awards("iif(counted.kind = 'person', 'p', 'c')", "level = 'nha_nuoc'")
    assert (state["5"], state["6"]) == (given.get("c", 0), given.get("p", 0))


def _adds_up(form: FilledForm) -> None:
    for cells in form.cells:
        for cell in cells:
            if cell.origin is Origin.SUM and cell.terms is not None:
                plus, minus = (
                    sum(form.cells[down][across].value or 0 for down, across in places)
                    for places in (cell.terms.plus, cell.terms.minus)
                )
                assert cell.value == plus - minus
