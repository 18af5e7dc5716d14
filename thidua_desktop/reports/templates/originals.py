"""The templates that the program brings along, made by its own Word writer: they have the measures of the decree.

``python -m thidua_desktop.reports.templates.originals`` writes them to ``resources/templates``; a test keeps them as
they are made here. Wherever a rule or a line break follows from the length of a text, an example stands in for it while
the page is set, and gives way to its field afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports import word
from thidua_desktop.reports.councils import confirmation, decision_list, invitation, minutes, proposal, result_notice
from thidua_desktop.reports.model import (
    Align,
    Block,
    Closing,
    Column,
    GroupRow,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
    Table,
)
from thidua_desktop.wording import council_papers, decision_papers, meeting_papers, register_papers

_SUPERIOR, _AGENCY, _SUBJECT = (
    "UBND TỈNH NAM BẮC",
    "SỞ NÔNG NGHIỆP VÀ NỘI VỤ",
    "Về việc tặng thưởng cho tập thể, cá nhân",
)
"""Examples as long as such texts mostly are."""
_RECIPIENT = "Nơi được gửi"


def original(kind: TemplateKind) -> Report:
    """A paper whose texts are the tags of its fields."""
    return _ORIGINALS[kind]()


def write(kind: TemplateKind, target: Path) -> None:
    """Write the original template of a paper."""
    word.write(original(kind), target)
    document = Document(str(target))
    inside = "thu." if kind is TemplateKind.INVITATION else ""
    stands_for = {
        _SUPERIOR: f"{{{{ {inside}co_quan_chu_quan }}}}",
        _AGENCY: f"{{{{ {inside}co_quan }}}}",
        _SUBJECT: f"{{{{ {inside}trich_yeu }}}}",
        f"- {_RECIPIENT};": "{{ noi }}",
    }
    for text in document.element.body.iter(qn("w:t")):
        _give_way(text, stands_for)
    _drop_hyphens(document.element.body)
    _only_if(document.element.body, f"{inside}co_quan_chu_quan")
    document.save(str(target))


def main(folder: Path) -> None:
    """Write all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in TemplateKind:
        write(kind, folder / f"{kind.value}.docx")


def _give_way(text: etree._Element, stands_for: dict[str, str]) -> None:
    said = (text.text or "").replace("\u00a0", " ")
    if "{%" in said or "{{" in said:
        text.text = said  # no-break spaces are for words, not for tags
    for example, tag in stands_for.items():
        if example in said:
            text.text = said.replace(example, tag)


def _drop_hyphens(body: etree._Element) -> None:
    """Nơi nhận is set with hyphen and semicolon; around a tag of its own paragraph they are none of the paper's."""
    for text in body.iter(qn("w:t")):
        said = (text.text or "").strip()
        if said.startswith("- {%p") and said.endswith((";", ".")):
            text.text = said[2:-1]


def _only_if(body: etree._Element, name: str) -> None:
    """Let the line of a field go where the field is empty: an agency without a superior begins at the top."""
    (text,) = [text for text in body.iter(qn("w:t")) if text.text == _field(name)]
    (line, *_) = text.iterancestors(qn("w:p"))
    for order, add in ((f"if {name}", line.addprevious), ("endif", line.addnext)):
        tag = deepcopy(line)
        for said in tag.iter(qn("w:t")):
            said.text = f"{{%p {order} %}}"
        add(tag)


def _field(name: str) -> str:
    return f"{{{{ {name} }}}}"


def _each(line: str, name: str, *body: Block) -> Iterable[Block]:
    """Blocks for each line of a list."""
    return (*_order(f"for {line} in {name}"), *body, *_order("endfor"))


def _if(name: str, *body: Block) -> Iterable[Block]:
    return (*_order(f"if {name}"), *body, *_order("endif"))


def _order(text: str) -> tuple[Paragraph]:
    return (Paragraph(f"{{%p {text} %}}", Align.LEFT, indent=0, before=0),)


def _paragraphs(name: str, style: Style = Style.REGULAR) -> Iterable[Block]:
    return _each("dong", name, Paragraph(_field("dong"), style=style))


def _head(*, dated: bool = True, inside: str = "") -> Letterhead:
    day = _field(f"{inside}dia_danh_ngay_thang") if dated else ""
    return Letterhead(_AGENCY, _SUPERIOR, number=_field(f"{inside}so_ky_hieu"), date_line=day, undated=not dated)


def _title(kind: str) -> Heading:
    return Heading((HeadingLine(kind), HeadingLine(_SUBJECT)))


def _closing(inside: str = "") -> Closing:
    signed = Signature((_field(f"{inside}chuc_vu_nguoi_ky"),), _field(f"{inside}nguoi_ky"))
    return Closing((signed,), _recipients(inside))


def _recipients(inside: str = "") -> tuple[str, ...]:
    return f"{{%p for noi in {inside}noi_nhan %}}", _RECIPIENT, "{%p endfor %}"


def _table(columns: tuple[Column, ...], heads: Iterable[str], name: str, fields: str, *, groups: bool = False) -> Table:
    """A table with a row for each line of a list; with ``groups`` a line may be a heading over the whole width."""
    names = fields.split()
    line = Row(tuple(_field(f"dong.{one}") for one in names))
    blank = ("",) * (len(names) - 1)

    def order(text: str) -> Row:
        return Row((f"{{%tr {text} %}}", *blank))

    inner = (
        (order("if dong.nhom"), GroupRow(_field("dong.nhom")), order("else"), line, order("endif"))
        if groups
        else (line,)
    )
    return Table(columns, (tuple(map(HeadCell, heads)),), (order(f"for dong in {name}"), *inner, order("endfor")))


def _annex(*, book: bool) -> Report:
    """The list behind a paper; numbers of the golden book only where there can be any."""
    heads: tuple[str, ...] = (council_papers.ORDINAL, council_papers.CANDIDATE, council_papers.POST)
    heads += (decision_papers.GOLDEN_BOOK,) if book else ()
    fields = "stt ten chuc_vu_don_vi" + " so_vang" * book
    return Report(
        "",
        (
            Heading((HeadingLine(_field("ten_danh_sach")), HeadingLine(_field("kem_theo"), Style.ITALIC))),
            _table(decision_list.columns(book=book), heads, "danh_sach", fields, groups=True),
            Paragraph(_field("tong_danh_sach"), Align.LEFT),
            *_order("endif"),
        ),
    )


def _decision() -> Report:
    articles = _each(
        "muc",
        "cac_dieu",
        Paragraph(_field("muc.noi_dung"), lead=_field("muc.dieu")),
        *_each("dong", "muc.chi_tiet", Paragraph(_field("dong"))),
    )
    blocks: tuple[Block, ...] = (
        _head(),
        _title(decision_papers.DECISION_TITLE),
        Heading((HeadingLine(_field("tham_quyen")),), rule=False),
        *_paragraphs("can_cu", style=Style.ITALIC),
        Heading((HeadingLine(decision_papers.DECIDES),), rule=False),
        *articles,
        _closing(),
        *_order("if danh_sach"),
    )
    return Report(decision_papers.DECISION_TITLE, blocks, annexes=(_annex(book=True),))


def _proposal() -> Report:
    blocks: tuple[Block, ...] = (
        _head(),
        _title(decision_papers.PROPOSAL_TITLE),
        *_if("kinh_gui", Paragraph(f"{decision_papers.ADDRESSED} {_field('kinh_gui')}", Align.CENTER)),
        *_if("kinh_gui_nhieu", *_addressed()),
        *_paragraphs("can_cu", style=Style.ITALIC),
        *_paragraphs("noi_dung"),
        _closing(),
        *_order("if danh_sach"),
    )
    return Report(decision_papers.PROPOSAL_TITLE, blocks, annexes=(_annex(book=False),))


def _addressed() -> Iterable[Block]:
    """Several recipients below each other, their hyphens under the colon."""
    opening, first, *_ = proposal.addressed((_RECIPIENT, _RECIPIENT))
    return (opening, *_each("dong", "kinh_gui_nhieu", replace(first, text=_field("dong"))))


def _minutes() -> Report:
    def one(name: str) -> Paragraph:
        return Paragraph(_field(name))

    blocks: tuple[Block, ...] = (
        _head(dated=False),
        _title(meeting_papers.MINUTES_TITLE),
        one("bat_dau"),
        one("dia_diem"),
        Paragraph(meeting_papers.PRESENT, keep=True),
        one("co_mat"),
        *_paragraphs("thanh_phan"),
        *_if("vang_mat", one("vang_mat")),
        *_paragraphs("nguoi_vang"),
        one("chu_tri"),
        one("thu_ky"),
        Paragraph(meeting_papers.CONTENT, style=Style.BOLD, keep=True),
        *_paragraphs("noi_dung"),
        *_if(
            "ket_qua",
            *_paragraphs("khong_tham_gia"),
            one("bieu_quyet"),
            _table(minutes.COLUMNS, minutes.HEADS, "ket_qua", "stt ten danh_hieu so_phieu ty_le ket_luan"),
            *_paragraphs("ly_do"),
        ),
        *_if("ket_luan", one("ket_luan")),
        one("ket_thuc"),
        Closing(
            (
                Signature((meeting_papers.SECRETARY,), _field("thu_ky_ky")),
                Signature((meeting_papers.CHAIR,), _field("chu_toa_ky")),
            ),
            _recipients(),
            below=True,
        ),
    )
    return Report(meeting_papers.MINUTES_TITLE, blocks)


def _invitation() -> Report:
    """All letters in one file: each is a section with its agenda behind it, that the next one begins after."""

    def one(name: str) -> Paragraph:
        return Paragraph(_field(f"thu.{name}"))

    letter: tuple[Block, ...] = (
        *_order("for thu in cac_thu"),
        _head(inside="thu."),
        _title(meeting_papers.INVITATION_TITLE),
        *map(one, ("loi_moi", "cuoc_hop", "chu_tri", "thoi_gian", "dia_diem")),
        *_each("dong", "thu.ghi_chu", Paragraph(_field("dong"))),
        one("de_nghi"),
        _closing("thu."),
        *_order("if thu.chuong_trinh"),
    )
    heading = (
        HeadingLine(meeting_papers.AGENDA_TITLE),
        HeadingLine(_SUBJECT),
        HeadingLine(_field("thu.kem_giay_moi"), Style.ITALIC),
    )
    fields = "stt thoi_gian noi_dung nguoi_thuc_hien"
    agenda: tuple[Block, ...] = (
        Heading(heading),
        *map(one, ("thoi_gian", "dia_diem", "chu_tri")),
        _table(invitation.COLUMNS, invitation.HEADS, "thu.chuong_trinh", fields),
        *_order("endif"),
        *_order("if thu.con_nua"),
    )
    end: tuple[Block, ...] = (*_order("endif"), *_order("endfor"))
    return Report(meeting_papers.INVITATION_TITLE, letter, annexes=(Report("", agenda), Report("", end)))


def _notice() -> Report:
    blocks: tuple[Block, ...] = (
        _head(),
        _title(decision_papers.NOTICE_TITLE),
        Paragraph(_field("mo_dau")),
        _table(result_notice.COLUMNS, result_notice.HEADS, "ket_qua", "stt ten danh_hieu ket_qua ly_do"),
        Paragraph(_field("tong"), before=10),
        Paragraph(_field("ket_thuc")),
        _closing(),
    )
    return Report(decision_papers.NOTICE_TITLE, blocks)


def _confirmation() -> Report:
    table = _table(confirmation.COLUMNS, confirmation.HEADS, "khen_thuong", "stt nam danh_hieu quyet_dinh so_vang")
    blocks: tuple[Block, ...] = (
        _head(),
        _title(register_papers.CONFIRMATION_TITLE),
        Paragraph(_field("xac_nhan")),
        *_paragraphs("chi_tiet"),
        Paragraph(_field("da_duoc")),
        *_if("khen_thuong", table, Paragraph(_field("muc_dich"), before=10)),
        _closing(),
    )
    return Report(register_papers.CONFIRMATION_TITLE, blocks)


_ORIGINALS: dict[TemplateKind, Callable[[], Report]] = {
    TemplateKind.DECISION: _decision,
    TemplateKind.PROPOSAL: _proposal,
    TemplateKind.MINUTES: _minutes,
    TemplateKind.INVITATION: _invitation,
    TemplateKind.NOTICE: _notice,
    TemplateKind.CONFIRMATION: _confirmation,
}


if __name__ == "__main__":
    main(Path(__file__).resolve().parents[3] / "resources" / "templates")
