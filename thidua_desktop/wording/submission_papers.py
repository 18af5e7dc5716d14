"""Phrases of the papers about what units send: receipt slip, letters about missing documents, reminders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.submissions import Receipt, Return, Submission
from thidua_desktop.wording import formats, labels, papers

SLIP_TITLE = "PHIẾU TIẾP NHẬN HỒ SƠ"
WHO_DELIVERS = "NGƯỜI NỘP HỒ SƠ"
WHO_RECEIVES = "NGƯỜI TIẾP NHẬN"
WAITING_TITLE = "DANH SÁCH ĐƠN VỊ CHƯA GỬI HỒ SƠ"
SHARED_PAPERS = "Hồ sơ chung của đơn vị"
_NO_DAY = "……/……/………"
EVERYTHING_SENT = "Các đơn vị đã gửi đủ hồ sơ."
LETTER_END = "Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan, đơn vị"
_OURS = "Cơ quan thường trực công tác thi đua, khen thưởng"


def slip_number(number: int | None) -> str:
    """``05/PTN``; blanks where nothing has been received yet."""
    return f"{number:02d}/PTN" if number is not None else papers.blank_number("/PTN")


def slip_subject(round_name: str) -> str:
    """What the slip is about."""
    return f"Đề nghị khen thưởng: {round_name}"


def slip_lines(submission: Submission, unit: str, lines: Mapping[RecipientKind, int]) -> tuple[str, ...]:
    """What was handed in, by whom and when."""
    delivered = f"; người nộp: {submission.delivered_by}" if submission.delivered_by else ""
    received = formats.day_in_text(submission.received_on) if submission.received_on is not None else _NO_DAY
    return (
        f"Đơn vị gửi: {unit}{delivered}.",
        f"Văn bản: {_letter(submission)}. Ngày nhận: {received}.",
        f"Số lượng đề nghị: {counted(lines)}.",
    )


def counted(lines: Mapping[RecipientKind, int]) -> str:
    """``12 (cá nhân: 08; tập thể: 03; hộ gia đình: 01)``."""
    total = sum(lines.values())
    kinds = "; ".join(f"{labels.of(kind).lower()}: {count:02d}" for kind, count in lines.items() if count)
    return f"{total:02d}" + (f" ({kinds})" if kinds else "")


def slip_missing(count: int, owes: Sequence[Return]) -> str:
    """What the slip ends with: nothing is missing, or until when it is to be brought."""
    if not count:
        return "Hồ sơ đã kiểm tra, đủ thành phần theo quy định."
    days = [each.answer_by for each in owes if each.answer_by is not None]
    until = f" trước {formats.long_day(min(days))}" if days else ""
    return f"Hồ sơ còn thiếu hoặc chưa đúng {count:02d} loại giấy tờ nêu trên; đề nghị đơn vị bổ sung{until}."


def missing_subject(round_name: str) -> str:
    """The V/v of a letter about missing documents."""
    return f"V/v bổ sung hồ sơ đề nghị khen thưởng {_within(round_name)}"


def missing_opening(office: str, unit: str, submission: Submission, round_name: str, count: int) -> str:
    """What the letter begins with."""
    return (
        f"{office or _OURS} đã nhận {_letter(submission)} của {unit} về việc đề nghị khen thưởng "
        f"{_within(round_name)}. Qua kiểm tra thành phần hồ sơ theo quy định, còn {count:02d} trường hợp thiếu giấy tờ "
        f"hoặc giấy tờ chưa đúng, cụ thể như sau:"
    )


def missing_request(office: str, unit: str, answer_by: date) -> str:
    """What the letter asks for, and by which day."""
    where = f" về {office}" if office else ""
    return (
        f"Đề nghị {unit} hoàn thiện và gửi bổ sung{where} trước {formats.long_day(answer_by)}. Quá thời hạn trên, các "
        f"trường hợp không đủ hồ sơ sẽ không được tổng hợp trình Hội đồng Thi đua - Khen thưởng trong đợt xét này"
    )


def reminder_subject(round_name: str) -> str:
    """The V/v of a letter to a unit that has not sent anything."""
    return f"V/v đôn đốc gửi hồ sơ đề nghị khen thưởng {_within(round_name)}"


def reminder_opening(office: str, unit: str, round_name: str, closes: date | None, today: date) -> str:
    """What the letter begins with; the round's last day may lie before or ahead."""
    limit = ""
    if closes is not None:
        day = formats.long_day(closes)
        limit = f" Thời hạn nhận hồ sơ {f'đã hết {day}' if closes < today else f'là {day}'}."
    return (
        f"{office or _OURS} đang tổng hợp hồ sơ đề nghị khen thưởng {_within(round_name)}.{limit} Đến "
        f"{formats.long_day(today)}, {office or _OURS} chưa nhận được hồ sơ của {unit}."
    )


def reminder_request(office: str, unit: str, answer_by: date) -> str:
    """What the letter asks for, and by which day."""
    where = f" về {office}" if office else ""
    return (
        f"Đề nghị {unit} khẩn trương hoàn thiện, gửi tờ trình kèm hồ sơ{where} trước {formats.long_day(answer_by)}; "
        f"trường hợp không có tập thể, cá nhân đề nghị khen thưởng cũng có văn bản trả lời để tổng hợp, báo cáo"
    )


def waiting(days_left: int | None) -> str:
    """How long a unit still has, or since when it is late."""
    if days_left is None:
        return ""
    if days_left < 0:
        return f"quá hạn {-days_left} ngày"
    return "đến hạn hôm nay" if days_left == 0 else f"còn {days_left} ngày"


def waiting_total(count: int, expected: int) -> str:
    """The sentence below the list of units that have not sent."""
    return f"Tổng số: {count:02d} đơn vị chưa gửi trên {expected:02d} đơn vị phải gửi hồ sơ{papers.END}"


def _letter(submission: Submission | Receipt) -> str:
    number = f" số {submission.letter_number}" if submission.letter_number else " (không ghi số)"
    day = f" ngày {formats.day_in_text(submission.letter_on)}" if submission.letter_on is not None else ""
    return f"Tờ trình{number}{day}"


def _within(round_name: str) -> str:
    """A round's name within a sentence: ``đợt xét cuối năm``."""
    first, _, rest = round_name.partition(" ")
    return f"{first.lower()} {rest}".strip() if first in ("Đợt", "Tổng", "Sơ", "Khen", "Xét") else round_name
