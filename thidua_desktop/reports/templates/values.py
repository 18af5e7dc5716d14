"""What the fields of a template hold: the words of the built-in paper, taken from its report part by part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.model import (
    A4_PORTRAIT,
    Closing,
    GroupRow,
    Heading,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Style,
    Table,
)
from thidua_desktop.reports.pdf import letterhead as heads
from thidua_desktop.reports.templates.filling import Filling, Value
from thidua_desktop.reports.texts import cell
from thidua_desktop.reports.typeset import MM, Type, phrased
from thidua_desktop.wording import papers

_AGENCY_WIDTH = A4_PORTRAIT.text_width * MM * heads.AGENCY_SHARE

Values = dict[str, Value]


def filling(report: Report) -> Filling | None:
    """The fields of the template that lays a paper out; None for papers that have none."""
    if report.template is None:
        return None
    return Filling(report.template, _VALUES[report.template](report), report.title)


def _decision(report: Report) -> Values:
    _, authority, _ = _headings(report)
    articles: list[Value] = []
    below: list[Value] = []
    for block in _paragraphs(report):
        if block.lead:
            below = []
            articles.append({"dieu": block.lead, "noi_dung": block.text, "chi_tiet": below})
        elif block.style is not Style.ITALIC:
            below.append(block.text)
    return {
        **_frame(report),
        "tham_quyen": _titled(authority.lines[0].text),
        "can_cu": _italic(report),
        "cac_dieu": articles,
        **_annex(report),
    }


def _proposal(report: Report) -> Values:
    body = [block.text for block in _paragraphs(report) if block.style is not Style.ITALIC]
    _, _, alone = body[0].partition(":")
    last = next((at for at, text in enumerate(body) if text.endswith(".")), 0) if not alone else 0
    return {
        **_frame(report),
        "kinh_gui": alone.strip(),
        "kinh_gui_nhieu": body[1 : last + 1],
        "can_cu": _italic(report),
        "noi_dung": body[last + 1 :],
        **_annex(report),
    }


def _minutes(report: Report) -> Values:
    closing = _closing(report)
    secretary, chair = closing.signatures
    return {
        **_head(report),
        "noi_nhan": _recipients(closing),
        **report.parts,
        "ket_qua": _rows(report, ("stt", "ten", "danh_hieu", "so_phieu", "ty_le", "ket_luan")),
        "thu_ky_ky": secretary.name,
        "chu_toa_ky": chair.name,
    }


def _invitations(report: Report) -> Values:
    """The letters of one file, each with the agenda that follows it."""
    letters: list[list[Report]] = []
    for each in (replace(report, annexes=()), *report.annexes):
        if any(isinstance(block, Letterhead) for block in each.blocks):
            letters.append([each])
        else:
            letters[-1].append(each)
    last = len(letters)
    return {"cac_thu": [_letter(*parts, more=order < last) for order, parts in enumerate(letters, start=1)]}


def _letter(report: Report, agenda: Report | None = None, *, more: bool) -> Values:
    invites, meeting, chair, at, place, *notes, asked = [block.text for block in _paragraphs(report)]
    work = ("stt", "thoi_gian", "noi_dung", "nguoi_thuc_hien")
    return {
        **_frame(report),
        "loi_moi": invites,
        "cuoc_hop": meeting,
        "chu_tri": chair,
        "thoi_gian": at,
        "dia_diem": place,
        "ghi_chu": notes,
        "de_nghi": asked,
        "kem_giay_moi": _titled(_headings(agenda)[0].lines[2].text, Style.ITALIC) if agenda is not None else "",
        "chuong_trinh": _rows(agenda, work) if agenda is not None else [],
        "con_nua": "x" if more else "",
    }


def _notice(report: Report) -> Values:
    opening, total, end = _paragraphs(report)
    return {
        **_frame(report),
        "mo_dau": opening.text,
        "ket_qua": _rows(report, ("stt", "ten", "danh_hieu", "ket_qua", "ly_do")),
        "tong": total.text,
        "ket_thuc": end.text,
    }


def _confirmation(report: Report) -> Values:
    confirms, *rest = [block.text for block in _paragraphs(report)]
    after = [text for text in rest if not text.startswith("- ")]
    return {
        **_frame(report),
        "xac_nhan": confirms,
        "chi_tiet": [text for text in rest if text.startswith("- ")],
        "da_duoc": after[0],
        "khen_thuong": _rows(report, ("stt", "nam", "danh_hieu", "quyet_dinh", "so_vang")),
        "muc_dich": after[1] if len(after) > 1 else "",
    }


_VALUES: dict[TemplateKind, Callable[[Report], Values]] = {
    TemplateKind.DECISION: _decision,
    TemplateKind.PROPOSAL: _proposal,
    TemplateKind.MINUTES: _minutes,
    TemplateKind.INVITATION: _invitations,
    TemplateKind.NOTICE: _notice,
    TemplateKind.CONFIRMATION: _confirmation,
}


def _head(report: Report) -> Values:
    head = next(block for block in report.blocks if isinstance(block, Letterhead))
    return {
        "co_quan_chu_quan": _broken(head.superior, heads.SUPERIOR),
        "co_quan": _broken(head.name, heads.AGENCY),
        "so_ky_hieu": head.number or "",
        "dia_danh_ngay_thang": head.dated,
        "trich_yeu": _titled(_headings(report)[0].lines[1].text),
    }


def _frame(report: Report) -> Values:
    closing = _closing(report)
    (signature, *_) = closing.signatures
    return {
        **_head(report),
        "chuc_vu_nguoi_ky": "\n".join(signature.posts),
        "nguoi_ky": signature.name,
        "noi_nhan": _recipients(closing),
    }


def _broken(name: str, kind: Type) -> str:
    """A name with the line breaks that a reader would make; a word processor would part "KHEN" and "THƯỞNG"."""
    return "\n".join(line.text for line in phrased(name, kind, _AGENCY_WIDTH))


def _titled(text: str, style: Style = Style.BOLD) -> str:
    """A line of a title, broken where a reader would pause."""
    kind = Type(style, heads.TITLE_SIZE)
    width = A4_PORTRAIT.text_width * MM * heads.TITLE_SHARE
    return "\n".join(line.text for line in phrased(text, kind, width))


def _annex(report: Report) -> Values:
    if not report.annexes:
        return {"ten_danh_sach": "", "kem_theo": "", "danh_sach": [], "tong_danh_sach": ""}
    (annex,) = report.annexes
    (heading,) = _headings(annex)
    (total,) = _paragraphs(annex)
    return {
        "ten_danh_sach": _titled(heading.lines[0].text),
        "kem_theo": _titled(heading.lines[1].text, Style.ITALIC),
        "danh_sach": _rows(annex, ("stt", "ten", "chuc_vu_don_vi", "so_vang")),
        "tong_danh_sach": total.text,
    }


def _rows(report: Report, names: Sequence[str]) -> list[Value]:
    """The lines of the table; a heading over its whole width is a line with "nhom" alone."""
    found: list[Value] = []
    for table in (block for block in report.blocks if isinstance(block, Table)):
        for row in table.rows:
            if isinstance(row, GroupRow):
                found.append({"nhom": row.text, **dict.fromkeys(names, "")})
            else:
                found.append(_line(row, names))
    return found


def _line(row: Row, names: Sequence[str]) -> Mapping[str, Value]:
    cells = [cell(value) for value in row.cells]
    return {"nhom": "", **dict(zip(names, [*cells, *[""] * (len(names) - len(cells))], strict=True))}


def _headings(report: Report) -> list[Heading]:
    return [block for block in report.blocks if isinstance(block, Heading)]


def _paragraphs(report: Report) -> list[Paragraph]:
    return [block for block in report.blocks if isinstance(block, Paragraph)]


def _italic(report: Report) -> list[Value]:
    return [block.text for block in _paragraphs(report) if block.style is Style.ITALIC]


def _closing(report: Report) -> Closing:
    return next(block for block in report.blocks if isinstance(block, Closing))


def _recipients(closing: Closing) -> list[Value]:
    return list(papers.recipient_lines(closing.recipients))
