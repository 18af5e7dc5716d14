"""The papers of meetings and decisions: what they are called on screen, on themselves and as files."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.papers import PaperGroup, PaperKind
from thidua_desktop.wording import formats

OF_KIND: dict[type[Enum], dict[Enum, str]] = {
    PaperKind: {
        PaperKind.INVITATIONS: "Giấy mời họp",
        PaperKind.LIST_AWARD: "Danh sách theo danh hiệu, rồi đơn vị",
        PaperKind.LIST_UNIT: "Danh sách theo đơn vị, rồi danh hiệu",
        PaperKind.LIST_OCCASION: "Danh sách theo loại hình, rồi danh hiệu",
        PaperKind.SUMMARIES: "Tóm tắt thành tích",
        PaperKind.QUOTAS: "Bảng tỷ lệ khen thưởng",
        PaperKind.FINDINGS: "Những vấn đề còn hỏi về tiêu chuẩn",
        PaperKind.BALLOT_A4: "Phiếu bầu khổ A4",
        PaperKind.BALLOT_A5: "Phiếu bầu khổ A5 (hai phiếu một tờ)",
        PaperKind.OPINIONS: "Phiếu lấy ý kiến thành viên vắng mặt",
        PaperKind.VOTE_COUNT: "Biên bản kiểm phiếu",
        PaperKind.VOTE_SUMMARY: "Bảng tổng hợp kết quả bỏ phiếu",
        PaperKind.MINUTES: "Biên bản họp",
        PaperKind.PROPOSAL: "Tờ trình",
        PaperKind.DECISION: "Quyết định và danh sách kèm theo",
        PaperKind.NAME_CHECK: "Bảng đối chiếu họ tên",
        PaperKind.PAY_LIST: "Danh sách chi tiền thưởng",
        PaperKind.NOTICE: "Thông báo kết quả",
    },
    PaperGroup: {
        PaperGroup.BEFORE: "Trước phiên họp",
        PaperGroup.AT: "Tại phiên họp",
        PaperGroup.AFTER: "Sau phiên họp",
    },
}
"""A table for each enumeration, as ``labels.of`` wants them."""

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


_FILES = {
    PaperKind.LIST_AWARD: "Danh sách theo danh hiệu",
    PaperKind.LIST_UNIT: "Danh sách theo đơn vị",
    PaperKind.LIST_OCCASION: "Danh sách theo loại hình",
    PaperKind.DECISION: "Quyết định",
    PaperKind.OPINIONS: "Phiếu lấy ý kiến",
}
"""Shorter names for files."""


def slug(text: str) -> str:
    """Words for a file's name that every system and every stick takes: ``thong-bao-so-y-te``."""
    return _NOT_IN_A_NAME.sub("-", fold(text)).strip("-")[:_LONGEST].rstrip("-")


def file_name(order: int, kind: PaperKind, detail: str = "") -> str:
    """``12-bien-ban-kiem-phieu``: papers stand in the folder in the order in which they are needed."""
    name = _FILES.get(kind) or OF_KIND[PaperKind][kind].split(" (", 1)[0]
    return "-".join(part for part in (f"{order:02}", slug(name), slug(detail.removeprefix("Về việc "))) if part)


def folder_name(name: str, day: date | None) -> str:
    """``2026-11-25-hop-hoi-dong``."""
    return "-".join(part for part in (day.isoformat() if day is not None else "", slug(name)) if part) or "giay-to"


def detailed(kind: PaperKind, detail: str) -> str:
    """What a paper of several is called on screen: ``Thông báo kết quả – Sở Y tế``."""
    name = OF_KIND[PaperKind][kind]
    return f"{name} – {detail}" if detail else name


def voting(number: int) -> str:
    """Which round of voting a paper belongs to."""
    return f"lần {number}"


def before_council(meeting: str, day: date) -> str:
    """The line below the title of what lies before the council."""
    return f"({meeting}, {formats.long_day(day)})"


def proposal_subject(title: str) -> str:
    """The trích yếu of a tờ trình, out of that of the decision that is asked for."""
    bare = title.removeprefix("Về việc ").strip()
    return f"Về việc đề nghị {bare}"


def notice_subject(meeting: str) -> str:
    """The trích yếu of a notice of results."""
    return f"Kết quả xét khen thưởng tại “{meeting}”"


def answer_by(day: date) -> str:
    """What an invitation asks of those who cannot come."""
    return (
        f"Thành viên vắng mặt đề nghị gửi phiếu lấy ý kiến về Thường trực Hội đồng trước {formats.long_day(day)} để "
        "tổng hợp vào kết quả kiểm phiếu."
    )


def pay_subject(number: str | None, day: date | None, title: str) -> str:
    """Which decision a pay list belongs to."""
    if number is None or day is None:
        return f"(Kèm theo dự thảo quyết định {title[:1].lower()}{title[1:]})"
    return f"(Kèm theo Quyết định số {number} {formats.long_day(day)})"
