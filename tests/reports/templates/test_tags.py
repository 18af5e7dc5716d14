"""What is wrong with a template is told with the field and the place; what is right is filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.parser import parse_xml

from tests.reports.councils.cases import LONG_NAME
from tests.reports.templates.fillings import PAIRS, template, words_of
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.templates import renderer
from thidua_desktop.reports.templates.filling import Filling, Value
from thidua_desktop.wording import messages

KIND = TemplateKind.DECISION


def faults(path: Path) -> list[Finding]:
    return [one for one in renderer.faults_of(KIND, path) if one.severity is Severity.BLOCKING]


def filled(path: Path, **values: Value) -> str:
    whole = {**PAIRS["decision"][1].values, **values}
    renderer.render(path, Filling(KIND, whole, "Quyết định"), path.with_name("giấy.docx"))
    return words_of(path.with_name("giấy.docx"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kính gửi {{ ten_nguoi_nhan }}", "template.field_unknown"),
        ("{{ trich_yeuu }}", "template.field_unknown_near"),
        ("{{ danh_sach }}", "template.is_list"),
        ("{{ can_cu.ten }}", "template.field_unknown_near"),
        ("{{ dong.ten }}", "template.field_unknown"),
        ("{{ trich_yeu", "template.mark_open"),
        ("trich_yeu }}", "template.mark_open"),
        ("{{ }}", "template.tag_unreadable"),
        ("{{ trich_yeu.upper() }}", "template.tag_unreadable"),
        ("{{ trich_yeu | upper }}", "template.tag_unreadable"),
        ("{{ 7 * 7 }}", "template.tag_unreadable"),
        ("{{ ''.__class__.__mro__ }}", "template.tag_unreadable"),
        ("{{ trich_yeu.__class__ }}", "template.field_unknown_near"),
        ("{{ self }}", "template.field_unknown"),
        ("{{ cycler }}", "template.field_unknown"),
        ("{% set a = 1 %}", "template.tag_unreadable"),
        ("{% include 'a.docx' %}", "template.tag_unreadable"),
        ("{% import 'a' as b %}", "template.tag_unreadable"),
        ("{% macro a() %}{% endmacro %}", "template.tag_unreadable"),
        ("{% for i in range(999999999) %}{% endfor %}", "template.tag_unreadable"),
        ("{% for dong in trich_yeu %}{% endfor %}", "template.not_a_list"),
        ("{% for co_quan in can_cu %}{% endfor %}", "template.name_taken"),
        ("{% for loop in can_cu %}{% endfor %}", "template.name_taken"),
        ("{% if trich_yeu %}a", "template.block_open"),
        ("{% for d in can_cu %}{{ d }}", "template.block_open"),
        ("a{% endif %}", "template.end_alone"),
        ("a{% else %}b", "template.end_alone"),
        ("{% if trich_yeu %}{% endfor %}", "template.end_alone"),
        ("Căn cứ: {%p if trich_yeu %}", "template.not_alone"),
        ("{%tr for dong in danh_sach %}", "template.not_in_row"),
        ("{{r trich_yeu }}", "template.tag_unreadable"),
        ("{% colspan trich_yeu %}", "template.tag_unreadable"),
        ("{%- if trich_yeu %}{% endif %}", "template.tag_unreadable"),
        ("{{ " + "a" * 300 + " }}", "template.mark_open"),
    ],
)
def test_what_is_written_wrongly_is_told(text: str, code: str, tmp_path: Path) -> None:
    found = faults(template(tmp_path, "Mở đầu", text))
    assert code in [one.code for one in found]
    assert found[0].params["number"] == 2
    assert messages.finding(found[0])


def test_the_sentence_names_field_and_place(tmp_path: Path) -> None:
    path = template(tmp_path, "Số: {{ so_ky_hieu }}", "KT. CHỦ TỊCH {{ nguoi_kyy }}")
    with pytest.raises(renderer.TemplateFaulty) as trouble:
        filled(path)
    assert messages.error(trouble.value) == (
        "Mẫu “Quyết định khen thưởng” chưa dùng được. Không có trường “nguoi_kyy”: thân văn bản, đoạn 2 "
        "(“KT. CHỦ TỊCH {{ nguoi_kyy }}”). Có phải là “nguoi_ky” không? Văn bản chưa được ghi; "
        "hãy sửa chỗ ấy trong mẫu, hoặc chọn Lấy lại mẫu gốc."
    )
    assert not path.with_name("giấy.docx").exists()


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ mot }}", "{{ hai }}", rows=(("{{ ba }}", "a"),), footer="{{ bon }}")
    assert [one.params["field"] for one in faults(path)] == ["mot", "hai", "ba", "bon"]
    assert [one.params["part"].value for one in faults(path)] == ["body", "body", "body", "footer"]


def test_blocks_end_where_they_began(tmp_path: Path) -> None:
    parts = template(tmp_path, "{% if trich_yeu %}", "{% endif %}")
    assert [one.code for one in faults(parts)] == ["template.end_elsewhere"]
    cells = template(tmp_path, rows=(("{%p if trich_yeu %}", "{%p endif %}"),))
    assert "template.end_elsewhere" in [one.code for one in faults(cells)]


def test_long_lists_are_not_repeated_within_each_other(tmp_path: Path) -> None:
    inner = template(tmp_path, "{% for a in danh_sach %}{% for b in danh_sach %}{{ b.ten }}{% endfor %}{% endfor %}")
    assert [one.code for one in faults(inner)] == ["template.list_in_list"]
    deep = "{% for a in can_cu %}{% for b in can_cu %}{% for c in can_cu %}x{% endfor %}{% endfor %}{% endfor %}"
    assert [one.code for one in faults(template(tmp_path, deep))] == ["template.list_in_list"]


def test_needed_fields_that_are_left_out_are_told_and_do_not_block(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ so_ky_hieu }} {{ dia_danh_ngay_thang }}")
    found = renderer.faults_of(KIND, path)
    assert [(one.code, one.params["field"]) for one in found] == [
        ("template.field_left_out", "cac_dieu"),
        ("template.field_left_out", "danh_sach"),
    ]
    assert "05/QĐ-UBND" in filled(path)


def test_fields_lists_tables_and_conditions_are_filled_in(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "{{ co_quan | hoa }} - {{ nguoi_ky }}",
        "{%p for dong in can_cu %}",
        "{{ dong }};",
        "{%p endfor %}",
        "{%p if not danh_sach %}",
        "Không có danh sách",
        "{%p else %}",
        "Có danh sách{# ghi chú #}",
        "{%p endif %}",
        rows=(
            ("{%tr for dong in danh_sach %}", ""),
            ("{{ dong.stt }}", "{{ dong.ten }}{% if dong.so_vang %} (sổ {{ dong.so_vang }}){% endif %}"),
            ("{%tr endfor %}", ""),
        ),
        footer="{{ trich_yeu }}",
    )
    words = filled(path)
    assert "CHỦ TỊCH\nỦY BAN NHÂN DÂN\nTỈNH HỒNG SƠN - Trần Quốc Bảo" in words
    assert words.count("Căn cứ") == 3
    assert "Có danh sách" in words
    assert "Không có danh sách" not in words
    assert "ghi chú" not in words
    assert f"Bà {LONG_NAME} (sổ 5)" in words
    footer = Document(str(tmp_path / "giấy.docx")).sections[0].footer.paragraphs[0].text
    assert "Về việc tặng Bằng khen" in footer


def test_a_tag_that_word_has_cut_into_pieces_is_read(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for piece, bold in (("Ký: {", False), ("{ nguoi", True), ("_ky }", False), ("}.", True)):
        paragraph.add_run(piece).bold = bold
    document.save(str(tmp_path / "mẫu.docx"))
    assert "Ký: Trần Quốc Bảo." in filled(tmp_path / "mẫu.docx")


def test_what_stands_in_a_field_is_no_tag_and_no_markup(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ trich_yeu }}")
    hostile = "A & B <w:p/> {{ 7*7 }} {% for x in y %} “'\"\t\a\f\x00é"
    words = filled(path, trich_yeu=hostile)
    assert "A & B <w:p/> {{ 7*7 }} {% for x in y %} “'\"" in words
    assert words.count("\n") == 0
    assert words.endswith("é")


def test_a_text_box_is_filled_in_like_the_page(tmp_path: Path) -> None:
    box = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>Ngoài</w:t></w:r><w:r><w:pict><v:shape><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>{% if nguoi_ky %}{{ nguoi_ky }}{% endif %}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    document = Document()
    document.element.body.insert(0, parse_xml(box))
    document.save(str(tmp_path / "mẫu.docx"))
    assert faults(tmp_path / "mẫu.docx") == []
    filled(tmp_path / "mẫu.docx")
    assert "Trần Quốc Bảo" in (Document(str(tmp_path / "giấy.docx")).element.body.xpath("string(.)"))


def test_too_many_tags_are_refused(tmp_path: Path) -> None:
    path = template(tmp_path, *["{{ trich_yeu }}" * 100] * 6)
    assert [one.code for one in faults(path)] == ["template.too_many_tags"]


def test_the_decision_of_hundreds_of_lines_is_filled_in(tmp_path: Path) -> None:
    line: Value = {"nhom": "", "stt": "1", "ten": "Ông Nguyễn Văn An", "chuc_vu_don_vi": "Sở Y tế", "so_vang": "1"}
    rows = (("{%tr for d in danh_sach %}", ""), ("{{ d.stt }}", "{{ d.ten }}"), ("{%tr endfor %}", ""))
    path = template(tmp_path, rows=rows)
    assert filled(path, danh_sach=[line] * 400).count("Ông Nguyễn Văn An") == 400
