"""Fixed phrases of the council's papers (document-forms §2.5-2.9): lists, ballots, minutes, results, decisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thidua_desktop.domain.award_lists import Counts
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.wording import formats, papers

LIST_TITLE = "DANH SÁCH ĐỀ NGHỊ XÉT KHEN THƯỞNG"
NO_LINES = "Chưa có trường hợp nào trong danh sách"
NO_UNIT = "Không ghi đơn vị"

ORDINAL = "STT"
NAME = "Họ và tên cá nhân; tên tập thể, hộ gia đình"
BORN = "Năm sinh"
MALE, FEMALE = "Nam", "Nữ"
POST = "Chức vụ, đơn vị công tác"
AWARD = "Danh hiệu, hình thức đề nghị"
SUMMARY = "Tóm tắt thành tích, căn cứ"
NOTE = "Ghi chú"

BALLOT_TITLE = "PHIẾU BẦU"
OPINION_TITLE = "PHIẾU LẤY Ý KIẾN"
OPINION_FOR = "(Dành cho thành viên Hội đồng vắng mặt)"
CANDIDATE = "Họ và tên (tập thể, hộ gia đình)"
PROPOSED = "Danh hiệu, hình thức đề nghị"
AGREE = "Đồng ý"
DISAGREE = "Không đồng ý"
INSTRUCTION = (
    "Đánh dấu X vào một trong hai ô của mỗi dòng. Dòng để trống cả hai ô, đánh dấu cả hai ô hoặc viết thêm nội dung "
    "khác là không hợp lệ đối với dòng đó."
)
OTHER_OPINION = "Ý kiến khác (nếu có):"
COUNCIL_MEMBER = "THÀNH VIÊN HỘI ĐỒNG"
SIGN_IN_FULL = "(Ký, ghi rõ họ và tên)"
DOTS = "…" * 22
LINE_OF_DOTS = "…" * 33
"""As wide as the text of an upright page."""

_COUNTED = {
    RecipientKind.COLLECTIVE: "tập thể",
    RecipientKind.PERSON: "cá nhân",
    RecipientKind.HOUSEHOLD: "hộ gia đình",
}


def counted(counts: Counts) -> str:
    """``03 tập thể, 05 cá nhân``: at least two digits, kinds of which there are none left out."""
    numbers = {
        RecipientKind.COLLECTIVE: counts.collectives,
        RecipientKind.PERSON: counts.persons,
        RecipientKind.HOUSEHOLD: counts.households,
    }
    return enumerated(f"{numbers[kind]:02d} {word}" for kind, word in _COUNTED.items() if numbers[kind])


def enumerated(parts: Iterable[str]) -> str:
    """Parts with commas between."""
    return ", ".join(parts)


def list_end(counts: Counts) -> str:
    """``Danh sách gồm: 03 tập thể, 05 cá nhân./.``"""
    return f"Danh sách gồm: {counted(counts)}{papers.END}"


def sheet_code(voting: int, sheet: int, sheets: int) -> str:
    """``Mã tờ: L1-2/3``: the same on every ballot, to put its sheets together; it tells nothing of who filled it in."""
    return f"Mã tờ: L{voting}-{sheet}/{sheets}"


def ballot_group(order: int, name: str) -> str:
    """``I. GIẤY KHEN CỦA GIÁM ĐỐC SỞ NỘI VỤ``: above the lines of one award."""
    return f"{formats.roman(order)}. {name.upper()}"


def goes_on(title: str) -> str:
    """``PHIẾU BẦU (tiếp theo)``: what a ballot's second sheet and the later ones begin with."""
    return f"{title} (tiếp theo)"


def member_line(name: str, post: str) -> str:
    """Who gives an opinion in writing."""
    return f"Họ và tên: {name or DOTS}" + (f"; chức vụ: {post}" if post else "")


def other_opinion() -> str:
    """Two lines to write on."""
    return f"{OTHER_OPINION} {DOTS}\n{LINE_OF_DOTS}"


def dated(place: str, day: date | None) -> str:
    """Place and day above a signature, dots for the pen where there is no day."""
    written = formats.long_day(day) if day is not None else "ngày …… tháng …… năm ………"
    return f"{place}, {written}" if place else written


def send_back(council: str, by: date) -> str:
    """Until when an opinion has to come."""
    return (
        f"Đề nghị gửi phiếu về Thường trực {council} trước {formats.long_day(by)} để tổng hợp vào kết quả kiểm phiếu."
    )


def group(mark: str, name: str, counts: Counts) -> str:
    """The heading of a group: ``I. CHIẾN SĨ THI ĐUA CƠ SỞ: 05 cá nhân``."""
    return f"{mark} {name}: {counted(counts)}"


def kind_group(mark: str, kind: str, count: int) -> str:
    """The heading of the lines of one kind: ``a) Tập thể: 02``."""
    return f"{mark} {kind}: {count:02d}"


def asked(award: str) -> str:
    """What the unit asked for, where the office has put another award."""
    return f"Đơn vị đề nghị: {award}"


def born(year: str) -> str:
    """The year below a name, where the list does not say whether it is a man's or a woman's."""
    return f"(sinh năm {year})"
