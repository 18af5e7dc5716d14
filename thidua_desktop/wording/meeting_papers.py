"""Phrases of what a meeting of the council leaves on paper: invitation, vote count, results, minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from thidua_desktop.domain.councils.ballots import Turnout
from thidua_desktop.domain.councils.meetings import Verdict
from thidua_desktop.wording import formats, labels, papers

COUNT_TITLE = "BIÊN BẢN KIỂM PHIẾU"
SUMMARY_TITLE = "BẢNG TỔNG HỢP KẾT QUẢ BỎ PHIẾU"
MINUTES_TITLE = "BIÊN BẢN"
INVITATION_TITLE = "GIẤY MỜI"
AGENDA_TITLE = "CHƯƠNG TRÌNH"

HEAD_TELLER = "TRƯỞNG BAN KIỂM PHIẾU"
TELLERS = "THÀNH VIÊN BAN KIỂM PHIẾU"
HEAD_TELLER_IN_TEXT = "Trưởng ban"
TELLER_IN_TEXT = "Thành viên"
WHO_SUMS_UP = "NGƯỜI TỔNG HỢP"
CHAIR_OF_COUNCIL = "CHỦ TỊCH HỘI ĐỒNG"
SECRETARY = "THƯ KÝ"
CHAIR = "CHỦ TỌA"
KEPT_MINUTES = "Lưu: VT, Hồ sơ"

AGREED = "Đồng ý"
DISAGREED = "Không đồng ý"
OTHERS = "Không hợp lệ, không tham gia"
SHARE = "Tỷ lệ % (trên tổng số thành viên)"
RESULT = "Kết quả"
AWARD = "Danh hiệu, hình thức"
BALLOTS = "Số phiếu"
ISSUED, RETURNED, VALID = "phát ra", "thu về", "hợp lệ"
MEMBERS = "Tổng số thành viên"
SHARE_SHORT = "Tỷ lệ (%)"
SHARE_ASKED = "Tỷ lệ yêu cầu (%)"
CONCLUSION = "Kết luận"
NONE = "–"

CONTENT = "Nội dung:"
PRESENT = "Thành phần tham dự:"
HOUR, WORK, SPEAKER = "Thời gian", "Nội dung", "Người thực hiện"


def clock(at: time | None) -> str:
    """``08 giờ 00 phút``, dots for the pen where nobody has noted it."""
    return f"{at.hour:02d} giờ {at.minute:02d} phút" if at is not None else "…… giờ …… phút"


def moment(at: time | None, day: date) -> str:
    """``08 giờ 00 phút, ngày 25 tháng 11 năm 2026``."""
    return f"{clock(at)}, {formats.long_day(day)}"


def named(what: str, text: str) -> str:
    """``Địa điểm: Phòng họp số 2.``"""
    return f"{what}: {text.strip().rstrip('.') or '……………………………'}."


def numbered(number: int, text: str) -> str:
    """``1. …``"""
    return f"{number}. {text}"


def point(text: str, *, last: bool) -> str:
    """``- …;``, the last one with a full stop."""
    return f"- {text.rstrip(' .;')}{'.' if last else ';'}"


def absences(count: int) -> str:
    """The heading of those who did not come."""
    return f"Vắng mặt: {count:02d} thành viên."


def tellers() -> str:
    """The heading of those who counted."""
    return "3. Ban kiểm phiếu gồm:"


def turnout(counts: Turnout) -> tuple[str, ...]:
    """The papers of a ballot, point by point; the numbers are those that have to add up."""
    absent = counts.members - counts.present
    lines = [
        f"Tổng số thành viên Hội đồng: {counts.members:02d}",
        f"Số thành viên có mặt: {counts.present:02d}; vắng mặt: {absent:02d} (lấy ý kiến bằng văn bản: "
        f"{counts.written:02d})",
        f"Số phiếu phát ra: {counts.issued:02d}; số phiếu thu về: {counts.returned:02d}; số phiếu không thu về: "
        f"{counts.not_returned:02d}",
        f"Số phiếu thu về hợp lệ: {counts.returned - counts.invalid:02d}; không hợp lệ: {counts.invalid:02d}",
    ]
    if counts.written:
        lines.append(
            f"Số ý kiến bằng văn bản nhận được: {counts.written:02d}; hợp lệ: "
            f"{counts.written - counts.written_invalid:02d}; không hợp lệ: {counts.written_invalid:02d}"
        )
    return tuple(point(line, last=order == len(lines)) for order, line in enumerate(lines, start=1))


def written_counted(counts: Turnout) -> str:
    """The note below the summary where opinions were counted with the ballots."""
    valid = counts.written - counts.written_invalid
    return f"Ghi chú: số phiếu hợp lệ gồm cả {valid:02d} ý kiến bằng văn bản hợp lệ của thành viên vắng mặt."


def count_end(copies: int) -> str:
    """The last sentence of the vote count."""
    return (
        f"Biên bản được lập thành {copies:02d} bản, có giá trị như nhau và đã được thông qua trước Hội đồng{papers.END}"
    )


def asked(percent: float | None) -> str:
    """The share that the law asks for: ``90``, ``66,67``."""
    return NONE if percent is None else f"{percent:g}".replace(".", ",")


def verdict(given: Verdict, lowered_to: str = "") -> str:
    """What the council decided of a line."""
    return f"{labels.of(given)}: {lowered_to}" if lowered_to else labels.of(given)


def voted(counts: Turnout) -> str:
    """The sentence before the table of the minutes."""
    opinions = f" và {counts.written:02d} ý kiến bằng văn bản của thành viên vắng mặt" if counts.written else ""
    return (
        f"Hội đồng đã bỏ phiếu: phát ra {counts.issued:02d} phiếu, thu về {counts.returned:02d} phiếu"
        f"{opinions}. Kết quả tính trên tổng số {counts.members:02d} thành viên Hội đồng như sau:"
    )


def shown_hands(members: int) -> str:
    """The same where no papers were given out."""
    return f"Hội đồng ({members:02d} thành viên) đã biểu quyết, kết quả như sau:"


def conflict(member: str, line: str, reason: str) -> str:
    """A member who did not vote on a line."""
    return f"{member} không tham gia bỏ phiếu đối với trường hợp {line}{f' ({reason})' if reason else ''}"


def reason(name: str, given: str, why: str) -> str:
    """Why a line was refused, held or lowered."""
    return f"{name}: {given[:1].lower()}{given[1:]}{f'; lý do: {why}' if why else ''}"


def attended(present: int, members: int) -> str:
    """How many came, above their names."""
    return f"Có mặt {present:02d}/{members:02d} thành viên Hội đồng:"


def away(member: str, why: str, *, written: bool) -> str:
    """A member who did not come."""
    said = "đã gửi ý kiến bằng văn bản" if written else "không gửi ý kiến"
    return f"{member} ({why}, {said})" if why else f"{member} ({said})"


def minutes_end(council: str, at: time | None, day: date) -> str:
    """The last sentence of the minutes (NĐ 30/2020, annex III, model 1.9)."""
    return f"Cuộc họp {council} kết thúc vào {moment(at, day)}{papers.END}"


def invites(council: str, guest: str) -> str:
    """The first sentence of an invitation (model 1.7)."""
    return f"{council} trân trọng kính mời: {guest}."


def asked_to_come() -> str:
    """What an invitation ends with."""
    return (
        "Đề nghị thành viên Hội đồng dự họp đúng thành phần; trường hợp vắng mặt, đề nghị báo trước và gửi ý kiến "
        f"bằng văn bản về Thường trực Hội đồng{papers.END}"
    )


def agenda_of(number: str, day: date | None) -> str:
    """``(Kèm theo Giấy mời số …)``."""
    written = formats.long_day(day) if day is not None else "ngày …… tháng …… năm ……"
    code = f"……{number.strip()}" if number.startswith(" ") else number
    return f"(Kèm theo Giấy mời số {code} {written})"


def joined(parts: Sequence[str]) -> str:
    """Name, post and role with commas."""
    return ", ".join(part for part in parts if part)
