"""Phrases of papers that go out after the meeting: decision and its list, tờ trình, notice of results, pay list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.common.spelled_numbers import amount_in_words
from thidua_desktop.domain.award_lists import Counts
from thidua_desktop.wording import council_papers, formats, papers

DECISION_TITLE = "QUYẾT ĐỊNH"
DECIDES = "QUYẾT ĐỊNH:"
IN_FORCE = "Quyết định này có hiệu lực kể từ ngày ký."
DECISION, PROPOSAL = "Quyết định", "Tờ trình"
GOLDEN_BOOK = "Số sổ vàng"
LISTED = "(có danh sách kèm theo)"
LISTED_BELOW = "(Có danh sách kèm theo)"
PROPOSAL_TITLE = "TỜ TRÌNH"
NOTICE_TITLE = "THÔNG BÁO"
ADDRESSED = "Kính gửi:"
AWARD, RESULT, REASON = "Danh hiệu, hình thức", "Kết quả", "Lý do"

PAY_TITLE = "DANH SÁCH CHI TIỀN THƯỞNG"
RATE, AMOUNT, RECEIVED = "Hệ số", "Số tiền (đồng)", "Ký nhận"
UNIT_TOTAL = "Cộng"
PAY_TOTAL = "TỔNG CỘNG"
ACCOUNTANT = "KẾ TOÁN TRƯỞNG"
_HUNDREDTHS = 100


def article(number: int) -> str:
    """``Điều 1.``"""
    return f"Điều {number}."


def like_article(number: int) -> str:
    """The first of Nơi nhận below a decision."""
    return f"Như Điều {number}"


def award_given(name: str, *, title: bool) -> str:
    """``danh hiệu “Chiến sĩ thi đua cơ sở”`` for a title, the bare name for a form of award."""
    return f"danh hiệu “{name}”" if title else name


def counted(counts: Counts) -> str:
    """``03 tập thể, 25 cá nhân và 01 hộ gia đình``: in a sentence."""
    head, _, last = council_papers.counted(counts).rpartition(", ")
    return f"{head} và {last}" if head else last


def gives(award: str, to: str, merit: str, *, listed: bool) -> str:
    """The first article on one line: whom, and for what."""
    merit_ = f", {merit}" if merit and listed else f" {merit}" if merit else ""
    return f"Tặng {award} cho {to}{f' {LISTED}' if listed else ''}{merit_}"


def gives_each(merit: str, *, listed: bool) -> str:
    """The opening of a first article that gives several awards."""
    merit_ = f" {merit}" if merit else ""
    behind = f" {LISTED}" if listed else ""
    return f"Tặng danh hiệu thi đua, hình thức khen thưởng cho các trường hợp{behind}{merit_}, gồm:"


def recipients(counts: Counts) -> str:
    """``các tập thể, cá nhân``: the kinds that there are, without numbers; a single one without "các"."""
    numbers = (counts.collectives, "tập thể"), (counts.persons, "cá nhân"), (counts.households, "hộ gia đình")
    kinds = ", ".join(word for count, word in numbers if count)
    return kinds if counts.total == 1 else f"các {kinds}"


def executes(executors: str, counts: Counts) -> str:
    """The last article of a decision."""
    who = f"{executors.strip().rstrip('.,;')} và " if executors.strip() else ""
    text = f"{who}{recipients(counts)} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này{papers.END}"
    return text[:1].upper() + text[1:]


def attached(kind: str, number: str, day: date | None, issuer: str) -> str:
    """``(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 12 năm 2026 của …)``, dots where the pen comes in."""
    written = formats.long_day(day) if day is not None else "ngày …… tháng …… năm ……"
    code = f"……{number.strip()}" if number.startswith(" ") else number
    return f"(Kèm theo {kind} số {code} {written} của {issuer})"


def list_title(awards: Sequence[str], counts: Counts, *, proposed: bool) -> str:
    """The title of an annexed list, in capitals: of a decision, or of what is only proposed."""
    what = awards[0] if len(awards) == 1 else "danh hiệu thi đua, hình thức khen thưởng"
    verb = "đề nghị tặng" if proposed else "được tặng"
    return f"Danh sách {recipients(counts).removeprefix('các ')} {verb} {what}".upper()


def proposes(agency: str, to: str, counts: Counts) -> str:
    """The request of a tờ trình."""
    return f"{agency} kính đề nghị {to} xem xét, quyết định khen thưởng cho {counted(counts)}, cụ thể:"


def answers_for(agency: str) -> str:
    """Who is responsible for the facts of a tờ trình."""
    return f"{agency} chịu trách nhiệm về tính chính xác của hồ sơ, thành tích các trường hợp đề nghị khen thưởng."


def asks(to: str) -> str:
    """The last sentence of a tờ trình."""
    return f"Kính trình {to} xem xét, quyết định{papers.END}"


def notice_opening(council: str, told: str, day: date, *, alone: bool) -> str:
    """What a notice of results begins with; ``alone`` where it goes to whom it is about."""
    about = told if alone else f"các trường hợp do {told} đề nghị"
    return (
        f"Căn cứ kết quả phiên họp {formats.long_day(day)}, {council} thông báo kết quả xét khen thưởng đối với "
        f"{about} như sau:"
    )


def notice_sum(agreed: int, total: int) -> str:
    """How many of the lines of a unit were agreed to."""
    return f"Tổng số {total:02d} trường hợp; được đồng ý: {agreed:02d}; các trường hợp khác: {total - agreed:02d}."


def notice_end(council: str, told: str, *, alone: bool) -> str:
    """The last sentence of a notice."""
    return f"{council} thông báo để {told} biết{'' if alone else ', thực hiện'}{papers.END}"


def too_few(agree: int, base: int, share: str, asked: str) -> str:
    """The reason of a line that did not get its votes."""
    return f"Đạt {agree}/{base} phiếu ({share} %), chưa đạt tỷ lệ {asked} % tổng số thành viên Hội đồng"


def rate(hundredths: int | None) -> str:
    """``1,5``: a coefficient of the base salary."""
    return "" if hundredths is None else f"{hundredths / _HUNDREDTHS:g}".replace(".", ",")


def pay_base(day: date, salary: int | None) -> str:
    """What amounts are reckoned from."""
    known = f"{formats.whole(salary)} đồng/tháng" if salary is not None else "chưa có"
    return f"(Mức lương cơ sở tại {formats.long_day(day)}: {known})"


def in_words(dong: int, *, last: bool) -> str:
    """The sum below a pay list; ``last`` where nothing comes after it."""
    return f"Bằng chữ: {amount_in_words(dong)}{papers.END if last else '.'}"


def open_amounts(count: int) -> str:
    """Why a pay list cannot be paid out yet."""
    return f"Còn {count:02d} trường hợp chưa có mức tiền thưởng; danh sách chưa đủ để chi."


def fund_balance(year: int, before: int, after: int | None) -> str:
    """What the fund has before and after it; not after it, as long as an amount is open."""
    left = f"; sau khi chi: {_dong(after)}" if after is not None else ""
    return f"Số dư Quỹ thi đua, khen thưởng năm {year} trước khi chi: {_dong(before)}{left}{papers.END}"


def _dong(amount: int) -> str:
    return f"{'-' if amount < 0 else ''}{formats.whole(abs(amount))} đồng"
