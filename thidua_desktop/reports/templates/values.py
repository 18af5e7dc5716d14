"""What the fields of a template hold: the words of the built-in paper, taken from the same report part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from thidua_desktop.domain.councils.rosters import Member
from thidua_desktop.domain.decisions import Decision, DecisionLine
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.reports.councils.confirmation import ConfirmationPaper, confirmation
from thidua_desktop.reports.councils.decision import FEW, DecisionPaper, decision_document
from thidua_desktop.reports.councils.invitation import invitations
from thidua_desktop.reports.councils.minutes import MinutesText, minutes, minutes_text
from thidua_desktop.reports.councils.proposal import ProposalPaper, proposal
from thidua_desktop.reports.councils.records import MeetingRecord
from thidua_desktop.reports.councils.result_notice import Notice, result_notice
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


def decision_values(paper: DecisionPaper, decision: Decision, *, few: int = FEW) -> Filling:
    """The fields of a decision, from what ``decision_document`` is built of."""
    report = decision_document(paper, decision, few=few)
    _, authority, _ = _headings(report)
    articles: list[Value] = []
    below: list[Value] = []
    for block in _paragraphs(report):
        if block.lead:
            below = []
            articles.append({"dieu": block.lead, "noi_dung": block.text, "chi_tiet": below})
        elif block.style is not Style.ITALIC:
            below.append(block.text)
    values: Values = {
        **_frame(report),
        "tham_quyen": _titled(authority.lines[0].text),
        "can_cu": _italic(report),
        "cac_dieu": articles,
        **_annex(report),
    }
    return Filling(TemplateKind.DECISION, values, report.title)


def proposal_values(paper: ProposalPaper, lines: Sequence[DecisionLine], *, few: int = FEW) -> Filling:
    """The fields of a tờ trình, from what ``proposal`` is built of."""
    report = proposal(paper, lines, few=few)
    body = [block for block in _paragraphs(report) if block.style is not Style.ITALIC]
    several = len(paper.to) != 1
    addressed = 1 + len(paper.to) * several
    values: Values = {
        **_frame(report),
        "kinh_gui": "" if several else paper.to[0],
        "kinh_gui_nhieu": [block.text for block in body[1:addressed]],
        "can_cu": _italic(report),
        "noi_dung": [block.text for block in body[addressed:]],
        **_annex(report),
    }
    return Filling(TemplateKind.PROPOSAL, values, report.title)


def minutes_values(
    record: MeetingRecord, *, subject: str, discussion: Sequence[str] = (), recipients: Sequence[str] = ()
) -> Filling:
    """The fields of minutes, from what ``minutes`` is built of."""
    report = minutes(record, subject=subject, discussion=discussion, recipients=recipients)
    closing = _closing(report)
    secretary, chair = closing.signatures
    values: Values = {
        **{name: value for name, value in _frame(report).items() if name in _HEAD},
        "noi_nhan": _recipients(closing),
        **_parts_of_minutes(minutes_text(record, discussion or _DOTS)),
        "ket_qua": _rows(report, ("stt", "ten", "danh_hieu", "so_phieu", "ty_le", "ket_luan")),
        "thu_ky_ky": secretary.name,
        "chu_toa_ky": chair.name,
    }
    return Filling(TemplateKind.MINUTES, values, report.title)


def invitation_values(
    record: MeetingRecord,
    members: Sequence[Member],
    *,
    number: str | None = None,
    day: date | None = None,
    notes: Sequence[str] = (),
) -> Filling:
    """The fields of the invitations to some members, a letter for each."""
    letters = [invitations(record, [member], number=number, day=day, notes=notes) for member in members]
    letters = letters or [invitations(record, [], number=number, day=day, notes=notes)]
    filled: list[Value] = [
        _letter(report, len(notes), last=order == len(letters)) for order, report in enumerate(letters, start=1)
    ]
    return Filling(TemplateKind.INVITATION, {"cac_thu": filled}, letters[0].title)


def notice_values(record: MeetingRecord, notice: Notice) -> Filling:
    """The fields of a notice of results, from what ``result_notice`` is built of."""
    report = result_notice(record, notice)
    opening, total, end = _paragraphs(report)
    values: Values = {
        **_frame(report),
        "mo_dau": opening.text,
        "ket_qua": _rows(report, ("stt", "ten", "danh_hieu", "ket_qua", "ly_do")),
        "tong": total.text,
        "ket_thuc": end.text,
    }
    return Filling(TemplateKind.NOTICE, values, report.title)


def confirmation_values(paper: ConfirmationPaper, entries: Sequence[RegisterEntry]) -> Filling:
    """The fields of a giấy xác nhận, from what ``confirmation`` is built of."""
    report = confirmation(paper, entries)
    confirms, *rest = [block.text for block in _paragraphs(report)]
    details = [text for text in rest if text.startswith("- ")]
    after = [text for text in rest if not text.startswith("- ")]
    values: Values = {
        **_frame(report),
        "xac_nhan": confirms,
        "chi_tiet": details,
        "da_duoc": after[0],
        "khen_thuong": _rows(report, ("stt", "nam", "danh_hieu", "quyet_dinh", "so_vang")),
        "muc_dich": after[1] if len(after) > 1 else "",
    }
    return Filling(TemplateKind.CONFIRMATION, values, report.title)


_DOTS = ("…" * 30, "…" * 30)
"""To write on, where nobody has said what was discussed."""
_HEAD = ("co_quan_chu_quan", "co_quan", "so_ky_hieu", "trich_yeu")


def _frame(report: Report) -> Values:
    head = next(block for block in report.blocks if isinstance(block, Letterhead))
    closing = _closing(report)
    (signature, *_) = closing.signatures
    return {
        "co_quan_chu_quan": _broken(head.superior, heads.SUPERIOR),
        "co_quan": _broken(head.name, heads.AGENCY),
        "so_ky_hieu": head.number or "",
        "dia_danh_ngay_thang": head.dated,
        "trich_yeu": _titled(_headings(report)[0].lines[1].text),
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


def _letter(report: Report, notes: int, *, last: bool) -> Values:
    """One letter. After the sentence that invites come name, chair, time, place, the notes, and what is asked."""
    invites, meeting, chair, at, place, *others = [block.text for block in _paragraphs(report)]
    agenda = report.annexes[0] if report.annexes else None
    return {
        **_frame(report),
        "loi_moi": invites,
        "cuoc_hop": meeting,
        "chu_tri": chair,
        "thoi_gian": at,
        "dia_diem": place,
        "ghi_chu": others[:notes],
        "de_nghi": others[notes],
        "kem_giay_moi": _titled(_headings(agenda)[0].lines[2].text, Style.ITALIC) if agenda is not None else "",
        "chuong_trinh": _rows(agenda, ("stt", "thoi_gian", "noi_dung", "nguoi_thuc_hien"))
        if agenda is not None
        else [],
        "con_nua": "" if last else "x",
    }


def _parts_of_minutes(said: MinutesText) -> Values:
    return {
        "bat_dau": said.starts,
        "dia_diem": said.place,
        "co_mat": said.attended,
        "thanh_phan": said.present,
        "vang_mat": said.missing,
        "nguoi_vang": said.absent,
        "chu_tri": said.chair,
        "thu_ky": said.secretary,
        "noi_dung": said.content,
        "khong_tham_gia": said.conflicts,
        "bieu_quyet": said.voted,
        "ly_do": said.reasons,
        "ket_luan": said.conclusion,
        "ket_thuc": said.end,
    }


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
