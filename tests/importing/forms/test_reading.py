"""A form's file: what is read, and a sentence with its line for every mistake."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.forms.model import Agreement, Axis, FormHead, FormModel, Formula
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Subject
from thidua_desktop.importing.forms.lines import Words
from thidua_desktop.importing.forms.reading import read_form
from thidua_desktop.wording import messages

WORDS = Words({Dimension.AWARD: frozenset({"bang_khen_bo_tinh"}), Dimension.KIND: frozenset({"person", "collective"})})

GOOD = """code = "X-01"
number = "Biểu X-01"
title = "KHEN THƯỞNG"
citation = "Công văn 1/BTĐKT"
confidence = "known"
valid_from = 2025-01-01
subject = "awards"
head = "office"
paper = "a3"
when = { level = ["bo_tinh"] }
stub = [
  { kind = "label", head = "Tên", letter = "A", width = 40 },
]
column = [
  { key = "1", head = ["Tổng số"], letter = "1", sum = ["2"], counted = true },
  { key = "2", head = ["Bằng khen"], letter = "2", when = { award = ["bang_khen_bo_tinh"] } },
  { key = "3", head = ["Tỷ lệ"], letter = "3", share = ["2", "1"] },
  { key = "4", head = ["{name}"], each = "award", parts = [{ key = "t", head = "TT" }, { key = "c", head = "CN" }] },
]
row = [
  { code = "01", label = "Tổng số", sum = ["02", "03"] },
  { label = "Chia ra", heading = true },
  { code = "02", label = "Cá nhân", when = { kind = ["person"] } },
  { code = "03", label = "Khác", unless = { kind = ["person"] } },
  { code = "04", label = "Ghi tay", hand = true },
]
agree = [
  { whole = "01", parts = ["02", "03"] },
]
within = [
  { axis = "columns", whole = "1", parts = ["2", "4.t"] },
]
"""


def read(text: str, *, office: bool = True) -> tuple[FormModel | None, tuple[Finding, ...]]:
    return read_form(text, file="bieu.toml", words=WORDS, office=office)


def test_everything_is_read() -> None:
    form, findings = read(GOOD)
    assert findings == ()
    assert form is not None
    assert (form.code, form.subject, form.head, form.office) == ("X-01", Subject.AWARDS, FormHead.OFFICE, True)
    assert form.basis.valid_from == date(2025, 1, 1)
    assert form.conditions == (Condition(Dimension.LEVEL, ("bo_tinh",)),)
    total, counted, share, each = form.columns
    assert total.formula == Formula(("2",), counted=True)
    assert counted.conditions == (Condition(Dimension.AWARD, ("bang_khen_bo_tinh",)),)
    assert share.formula == Formula(share=("2", "1"))
    assert each.repeat is not None
    assert [part.heading for part in each.parts] == ["TT", "CN"]
    assert [row.key for row in form.rows] == ["01", "row2", "02", "03", "04"]
    assert form.rows[3].conditions == (Condition(Dimension.KIND, ("person",), negated=True),)
    assert form.rows[4].hand
    assert form.agreements == (
        Agreement(Axis.ROWS, "01", ("02", "03")),
        Agreement(Axis.COLUMNS, "1", ("2", "4.t"), within=True),
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('title = "KHEN THƯỞNG"', 'title = "KHEN THƯỞNG', "dòng 3: viết sai cú pháp TOML"),
        ('code = "X-01"\n', "", "thiếu khóa “code”"),
        ('subject = "awards"', 'subject = "khen"', "dòng 7: “subject” ghi “khen” mà chương trình không hiểu"),
        ('paper = "a3"', 'papper = "a3"', "dòng 9: không có khóa nào tên “papper”"),
        ('award = ["bang_khen_bo_tinh"]', 'award = ["bang_khen"]', "dòng 16: “column.when.award” nhắc đến “bang_khen”"),
        (
            'kind = ["person"] } },\n  { code = "03"',
            'kimd = ["person"] } },\n  { code = "03"',
            "dòng 23: không có khóa",
        ),
        ('sum = ["02", "03"]', 'sum = ["02", "05"]', "dòng 21: công thức nhắc đến mã “05”"),
        ('sum = ["02", "03"]', 'sum = ["01", "03"]', "dòng 21: “01” là tổng của chính nó"),
        ('share = ["2", "1"]', 'share = ["2"]', "dòng 17: “column.share” cần đúng hai mã"),
        ('each = "award"', 'each = "danh_hieu"', "dòng 18: “column.each” ghi “danh_hieu”"),
        ('each = "award"', 'each = "movement"', "dòng 18: không đếm “awards” theo “movement” được"),
        ('code = "03"', 'code = "02"', "dòng 24: mã “02” đã dùng"),
        ('{ whole = "01", parts = ["02", "03"] }', '{ whole = "09", parts = ["02"] }', "nhắc đến mã “09”"),
        ('{ whole = "01", parts = ["02", "03"] }', '{ whole = "01" }', "thiếu khóa “parts”"),
        ('level = ["bo_tinh"]', 'scope = ["nation"]', "không đếm “awards” theo “scope” được"),
        ('head = ["Tổng số"], ', "", "thiếu khóa “head”"),
        ("valid_from = 2025-01-01", "valid_from = 2025-01-01\nvalid_to = 2024-01-01", "ngày hết hiệu lực đứng trước"),
        ("width = 40", "width = 4000", "dòng 12: “stub.width” ghi 4000"),
        ('head = ["Tổng số"]', "head = []", "thiếu khóa “head”"),
        ('"X-01"', "[" * 3000, "viết sai cú pháp TOML"),
        ("hand = true", 'hand = "có"', "giá trị của “row.hand” không đúng dạng; cần true hoặc false"),
    ],
)
def test_each_mistake_has_a_sentence_with_its_line(old: str, new: str, sentence: str) -> None:
    assert old in GOOD
    _, findings = read(GOOD.replace(old, new, 1))
    said = [messages.finding(finding) for finding in findings]
    assert any(sentence in one for one in said), said
    assert all(one.startswith("Tệp “bieu.toml” dòng ") for one in said)


def test_a_repeated_row_of_typed_figures_is_asked_for_all_the_same() -> None:
    start = GOOD.index("column = [")
    typed = 'column = [{ key = "1", head = ["Số"], hand = true }]\nrow = [{ key = "a", each = "movement" }]\n'
    _, findings = read(GOOD[:start] + typed)
    assert [finding.code for finding in findings] == ["form.condition_foreign"]


def test_a_form_without_columns_is_none() -> None:
    start, end = GOOD.index("column = ["), GOOD.index("row = [")
    _, findings = read((GOOD[:start] + GOOD[end:]).partition("agree")[0])
    assert "form.without_lines" in [finding.code for finding in findings]


def test_the_sample_of_an_office_can_be_used_as_it_is() -> None:
    text = resource("forms/sample/bieu-rieng.toml").read_text(encoding="utf-8")
    form, findings = read_form(text, file="bieu-rieng.toml", words=Words(), office=True)
    assert findings == ()
    assert form is not None
    assert form.code == "CS-01"
    freed, findings = read_form(text.replace("\n#  {", "\n  {"), file="x", words=Words(), office=True)
    assert findings == ()
    assert freed is not None
    assert len(freed.columns) == len(form.columns) + 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 40), st.text(max_size=4))
def test_a_spoiled_file_gives_sentences_and_never_an_error(at: int, length: int, put: str) -> None:
    form, findings = read(GOOD[:at] + put + GOOD[at + length :])
    assert form is not None or findings
    for finding in findings:
        assert messages.finding(finding).startswith("Tệp “bieu.toml” dòng ")
