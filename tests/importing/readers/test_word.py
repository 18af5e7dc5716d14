"""Word documents, with the habits of Word: split runs, fields, tracked changes, boxes, merged cells, old fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.readers import make
from tests.importing.readers.make import p, r, word_file
from tests.importing.readers.test_text import shown
from thidua_desktop.domain.documents import Document
from thidua_desktop.importing.readers import read_file
from thidua_desktop.importing.readers.errors import FileDamaged


def read(data: bytes, tmp_path: Path) -> Document:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(data)
    return read_file(path)


def texts(body: str, tmp_path: Path, **parts: str) -> list[object]:
    return list(shown(read(word_file(body, **parts), tmp_path)))


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner if '<' in inner else p(inner)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("Kế ho") + "<w:proofErr w:type='x'/>" + r("ạch", "<w:b/>"), "Kế hoạch"),
        ("<w:smartTag><w:r><w:t>Hà Giang</w:t></w:r></w:smartTag>", "Hà Giang"),
        ("<w:hyperlink r:id='r9'><w:r><w:t>cổng thông tin</w:t></w:r></w:hyperlink>", "cổng thông tin"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>trong khung</w:t></w:r></w:sdtContent></w:sdt>", "trong khung"),
        ("<w:r><w:t>giữ</w:t></w:r><w:ins w:id='1'><w:r><w:t> thêm</w:t></w:r></w:ins>", "giữ thêm"),
        ("<w:r><w:t>giữ</w:t></w:r><w:del w:id='1'><w:r><w:delText>bỏ</w:delText></w:r></w:del>", "giữ"),
        ("<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo>", "mới"),
        ("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>", "một\nhai"),
        ("<w:r><w:t>26</w:t><w:noBreakHyphen/><w:t>CT</w:t></w:r>", "26-CT"),
        ("<w:r><w:t>khen</w:t><w:softHyphen/><w:t>thưởng</w:t></w:r>", "khenthưởng"),
        ("<w:r><w:t>năm\u00a02024</w:t></w:r>", "năm 2024"),
        (r("trước ") + r("ẩn", "<w:vanish/>") + r("sau"), "trước sau"),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r>", "KẾ HOẠCH"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0D8'/><w:t> Họp</w:t></w:r>", "➢ Họp"),
        ("<w:r><w:t>\uf0b7 Họp</w:t></w:r>", "• Họp"),
        ("<w:r><w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr><w:t>KÕ ho¹ch n¨m</w:t></w:r>", "Kế hoạch năm"),
        ("<w:r><w:rPr><w:rFonts w:ascii='.VnTimeH'/></w:rPr><w:t>kÕ ho¹ch</w:t></w:r>", "KẾ HOẠCH"),
        ("<w:r><w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr><w:t>th</w:t><w:softHyphen/><w:t>ëng</w:t></w:r>", "thưởng"),
        (
            "<w:r><w:rPr><w:rFonts w:ascii='VNI-Times'/></w:rPr><w:t>na</w:t></w:r>"
            "<w:r><w:rPr><w:b/><w:rFonts w:hAnsi='VNI-Times'/></w:rPr><w:t>êm</w:t></w:r>",
            "năm",
        ),
        ("<w:r><w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr><w:t>đã là Unicode</w:t></w:r>", "đã là Unicode"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_of_a_paragraph(inside: str, text: str, tmp_path: Path) -> None:
    assert texts(f"<w:p>{inside}</w:p>", tmp_path) == [text]


def test_fields_show_their_result_only(tmp_path: Path) -> None:
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='begin'/></w:r>{r('lệnh')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>31/12/2021</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    body = f"<w:p><w:r><w:t>ngày </w:t></w:r>{field}</w:p><w:p><w:fldSimple><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>"
    assert texts(body, tmp_path) == ["ngày 31/12/2021", "2"]


def test_a_field_that_never_ends_does_not_swallow_the_rest(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" + p("phần sau")
    assert texts(body, tmp_path) == ["phần sau"]


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path: Path) -> None:
    assert texts(p("Tổ chức ", "<w:rPr><w:del/></w:rPr>") + p("hội nghị") + p("khác"), tmp_path) == [
        "Tổ chức hội nghị",
        "khác",
    ]


def test_a_deleted_end_with_nothing_after_it_loses_no_text(tmp_path: Path) -> None:
    end = p("cuối", "<w:rPr><w:del/></w:rPr>")
    assert texts(table(cell(end) + cell("b")) + end, tmp_path) == [("cuối", "b"), "cuối"]


def test_looks(tmp_path: Path) -> None:
    styles = (
        "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:rPr><w:i/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='T'><w:basedOn w:val='N'/><w:pPr><w:jc w:val='center'/></w:pPr>"
        "<w:rPr><w:b/><w:i w:val='0'/></w:rPr></w:style>"
        "<w:style w:type='character' w:styleId='C'><w:rPr><w:b/></w:rPr></w:style>"
    )
    body = (
        p("đề mục", "<w:pStyle w:val='T'/>")
        + p("văn", "<w:ind w:left='567' w:firstLine='567'/>")
        + p("đậm", run="<w:rStyle w:val='C'/>")
        + p("treo", "<w:ind w:left='567' w:hanging='283'/>", "<w:i w:val='false'/>")
    )
    seen = read(word_file(body, styles=styles), tmp_path).blocks
    assert [(b.bold, b.italic, b.centered) for b in seen] == [
        (True, False, True),
        (False, True, False),
        (True, True, False),
        (False, False, False),
    ]
    assert [b.indent and round(b.indent) for b in seen] == [None, 20, None, 5]


def test_empty_paragraphs_are_gaps(tmp_path: Path) -> None:
    seen = read(word_file(p("một") + p(" ") + p("hai") + p("ba")), tmp_path).blocks
    assert [b.gap_before for b in seen] == [False, True, False]


def test_merged_cells(tmp_path: Path) -> None:
    body = table(
        cell("TT", "<w:vMerge w:val='restart'/>") + cell("Đơn vị", "<w:gridSpan w:val='2'/>"),
        cell("cũ", "<w:vMerge/>") + cell("Chủ trì") + cell("Phối hợp"),
        cell("1") + cell(p("Sở Nội vụ") + p("Ban TĐKT")) + cell(""),
    )
    seen = read(word_file(body), tmp_path).blocks
    assert [b.cells for b in seen] == [("TT", "Đơn vị"), ("", "Chủ trì", "Phối hợp"), ("1", "Sở Nội vụ\nBan TĐKT", "")]
    assert [b.spans for b in seen] == [(1, 2), (), ()]
    assert [(b.source.table, b.source.row) for b in seen] == [(1, 1), (1, 2), (1, 3)]


def test_rows_marked_as_heading_skipped_columns_and_deleted_rows(tmp_path: Path) -> None:
    body = table(
        "<w:trPr><w:tblHeader/></w:trPr>" + cell("TT") + cell("Việc"),
        "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("lùi vào"),
        "<w:trPr><w:del/></w:trPr>" + cell("đã") + cell("xóa"),
        cell("") + cell(""),
    )
    seen = read(word_file(body), tmp_path).blocks
    assert [(b.cells, b.header_row) for b in seen] == [(("TT", "Việc"), True), (("", "lùi vào"), False)]


def test_a_box_around_text_is_no_table_and_inner_tables_follow_their_row(tmp_path: Path) -> None:
    inner = table(cell("a") + cell("b"))
    body = table(cell(p("trong khung") + p("dòng hai"))) + table(cell("1") + cell(p("ngoài") + inner + p("")))
    assert texts(body, tmp_path) == ["trong khung", "dòng hai", ("1", "ngoài"), ("a", "b")]


def test_a_letterhead_in_text_boxes_comes_once_and_first(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('UBND TỈNH')}{p('SỞ NỘI VỤ')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(f"<w:p>{both}<w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>", tmp_path) == ["UBND TỈNH", "SỞ NỘI VỤ", "KẾ HOẠCH"]


def test_footnotes_come_last_with_a_mark(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Tổ chức</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>" + p("sau")
    notes = f"<w:footnote w:id='0'>{p('vạch')}</w:footnote><w:footnote w:id='2'>{p(' Kế hoạch số 5')}</w:footnote>"
    seen = read(word_file(body, footnotes=notes), tmp_path).blocks
    assert [(b.label, b.text) for b in seen] == [(None, "Tổ chức"), (None, "sau"), ("[1]", "Kế hoạch số 5")]


def test_pages_are_counted_where_word_left_its_marks(tmp_path: Path) -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p("một") + f"<w:p>{turn}<w:r><w:t>hai</w:t></w:r></w:p><w:p><w:r><w:t>vắt</w:t></w:r>{turn}</w:p>" + p("ba")
    document = read(word_file(body), tmp_path)
    assert [b.source.page for b in document.blocks] == [1, 2, 2, 3]
    assert document.pages == 3


def test_without_marks_explicit_breaks_count(tmp_path: Path) -> None:
    document = read(word_file(p("một") + "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" + p("hai")), tmp_path)
    assert [b.source.page for b in document.blocks] == [None, 2]


def test_tabs_set_two_texts_side_by_side_or_follow_a_label(tmp_path: Path) -> None:
    body = "".join(
        f"<w:p><w:r><w:t>{left}</w:t><w:tab/><w:tab/><w:t>{right}</w:t></w:r></w:p>"
        for left, right in (("Số: 1/KH-SNV", "Hà Giang, ngày 5"), ("a)", "Tổ chức"))
    )
    assert texts(body, tmp_path) == [("Số: 1/KH-SNV", "Hà Giang, ngày 5"), "a)  Tổ chức"]


def test_strict_files_and_python_docx_files(tmp_path: Path) -> None:
    strict = word_file(p("Nghiêm ngặt", "<w:jc w:val='center'/>"), family=make.WORD_STRICT)
    assert read(strict, tmp_path).blocks[0].centered
    made = make.as_docx("KẾ HOẠCH\n\nTT\tNội dung\tĐơn vị\nQUÝ I:\t\t\n1\tHọp\tSở Nội vụ")
    document = read(made, tmp_path)
    assert shown(document) == ["KẾ HOẠCH", ("TT", "Nội dung", "Đơn vị"), ("QUÝ I:",), ("1", "Họp", "Sở Nội vụ")]
    assert document.blocks[2].spans == (3,)
    assert document.blocks[0].bold
    assert document.blocks[0].centered


def test_parts_from_other_files_are_told(tmp_path: Path) -> None:
    document = read(word_file(p("chữ") + "<w:altChunk r:id='r1'/>"), tmp_path)
    assert [note.code for note in document.notes] == ["reader.embedded_left"]


@pytest.mark.parametrize("depth", [60, 200])
def test_tables_nested_without_end_do_no_harm(depth: int, tmp_path: Path) -> None:
    body = p("trong cùng")
    for _ in range(depth):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    body = p("đầu") + body
    if depth * 3 > 256:  # the XML parser itself goes no deeper
        with pytest.raises(FileDamaged):
            texts(body, tmp_path)
    else:
        assert texts(body, tmp_path)[0] == "đầu"
