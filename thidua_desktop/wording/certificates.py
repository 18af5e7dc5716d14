"""What certificates say, and what their lines and forms are called on screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.certificates import Letters, Zone
from thidua_desktop.wording import formats

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PROOF = "BẢN IN THỬ"
_GIVES, _GIVES_TITLE = "TẶNG", "TẶNG DANH HIỆU"
_TITLES = "danh_hieu_thi_dua"
_FLAG = "co_thi_dua"
_BY = " của "
_COMMITTEE = re.compile(r"\bUBND\b")
NO_BREAK = "\u00a0"

LABELS = {Letters.AS_WRITTEN: "Họ tên đúng như trong quyết định", Letters.CAPITALS: "Họ tên in hoa"}

ZONES = {
    Zone.NATION: "Quốc hiệu",
    Zone.MOTTO: "Tiêu ngữ",
    Zone.AUTHORITY: "Người quyết định",
    Zone.GIVES: "Chữ “Tặng”",
    Zone.AWARD: "Tên hình thức, danh hiệu",
    Zone.RECIPIENT: "Người, tập thể được khen",
    Zone.POST: "Chức vụ, đơn vị",
    Zone.MERIT: "Thành tích",
    Zone.DECISION: "Số, ngày quyết định",
    Zone.GOLDEN_BOOK: "Số sổ vàng",
    Zone.PLACE_DAY: "Địa danh, ngày",
    Zone.SIGNER_POSTS: "Chức vụ người ký",
    Zone.SIGNER_NAME: "Họ tên người ký",
}
"""The lines of a certificate as the clerk is shown them."""


def authority(who: str) -> str:
    """``CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HỒNG SƠN``: in full, whatever the decision was typed with."""
    return _COMMITTEE.sub("ỦY BAN NHÂN DÂN", squeeze(who).upper())


def place_day(place: str, day: date | None) -> str:
    """``Hồng Sơn, ngày 20 tháng 6 năm 2026``; the blanks of a draft stay as wide as they are."""
    return formats.date_line(place, day).replace("  ", NO_BREAK * 2)


def gives(award: Award | None) -> str:
    """``TẶNG``, of a title ``TẶNG DANH HIỆU`` (Nghị định 98/2023/NĐ-CP, Điều 104)."""
    return _GIVES_TITLE if award is not None and _is_title(award) else _GIVES


def award_title(award: Award | None, award_id: str) -> str:
    """``GIẤY KHEN``, ``BẰNG KHEN``, ``CHIẾN SĨ THI ĐUA CƠ SỞ``: without who gives it, who stands above."""
    if award is None:
        return award_id
    return (award.name if _is_title(award) else award.name.partition(_BY)[0]).upper()


def _is_title(award: Award) -> bool:
    return award.kind == _TITLES and not award.id.startswith(_FLAG)


def recipient(honorific: str, name: str, letters: Letters) -> str:
    """``Ông Nguyễn Văn An``, ``Ông NGUYỄN VĂN AN``."""
    return f"{honorific} {name.upper() if letters is Letters.CAPITALS else name}".strip()


def merit(achievement: str, of_decision: str) -> str:
    """``Đã có thành tích …``: the line's own where it is such a sentence, else that of the decision."""
    own = squeeze(achievement)
    if fold(own).startswith("co thanh tich"):
        own = f"Đã {own[:1].lower()}{own[1:]}"
    said = own if fold(own).startswith("da ") else squeeze(of_decision)
    bare = said.rstrip(" .;,/")
    return f"{bare[:1].upper()}{bare[1:]}." if bare else ""


def decision(number: str, day: date | None, *, bare: bool) -> str:
    """``Quyết định số 05/QĐ-SNV, ngày 20 tháng 6 năm 2026``; bare without the words that the form has."""
    dated = f", {formats.long_day(day)}" if day is not None else ""
    return f"{number}{dated}" if bare else f"Quyết định số {number}{dated}"


def golden_book(number: str, *, bare: bool) -> str:
    """``Vào sổ vàng số: 12``."""
    return number if bare else f"Vào sổ vàng số: {number}"


def file_name(subject: str) -> str:
    """What the file of a decision's certificates is called."""
    return f"Bằng, giấy khen {subject}".strip()


def told(count: int, form: str) -> str:
    """How many sheets are needed."""
    return f"{formats.whole(count)} tờ, {form}."


def blanks_told(codes: Sequence[tuple[str, str]]) -> str:
    """The forms and what they are, a line for each."""
    return "\n".join(f"{code:<26}{name}" for code, name in codes)
