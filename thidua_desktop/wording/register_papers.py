"""Phrases of papers about awards that were given: confirmation, correction, withdrawal, the fund's sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.common.spelled_numbers import amount_in_words
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.wording import formats, papers

CONFIRMATION_TITLE = "GIẤY XÁC NHẬN"
CONFIRMATION_SUBJECT = "Về việc đã được khen thưởng"
YEAR = "Năm"
AWARD = "Danh hiệu, hình thức"
DECISION = "Số, ngày quyết định; cơ quan quyết định"
GOLDEN_BOOK = "Số sổ vàng"
NONE = "–"

NEW_HOLDS = "Các nội dung khác không thay đổi."

FUND_TITLE = "SỔ THEO DÕI QUỸ THI ĐUA, KHEN THƯỞNG"
FUND_CONTENT = "Nội dung"
FUND_IN, FUND_OUT, FUND_LEFT = "Thu (đồng)", "Chi (đồng)", "Còn lại (đồng)"
FUND_DAY = "Ngày"
FUND_TOTAL = "CỘNG"

FIELDS = {
    CorrectedField.NAME: "Họ và tên (tên gọi)",
    CorrectedField.HONORIFIC: "Cách xưng hô",
    CorrectedField.POSITION: "Chức vụ",
    CorrectedField.UNIT: "Đơn vị",
    CorrectedField.ACHIEVEMENT: "Thành tích",
    CorrectedField.LINE: "Dòng trong danh sách",
}


def confirms(agency: str, holder: str) -> str:
    """The sentence of a confirmation before the particulars of its holder."""
    first, _, rest = holder.partition(" ")
    who = f"{first.lower()} {rest}" if first in _HONORIFICS else _small(holder)
    return f"{agency} xác nhận {who}:"


def was_given(count: int) -> str:
    """What stands above the table of awards."""
    return f"Đã được khen thưởng {count:02d} lần, cụ thể như sau:"


def nothing_given(agency: str) -> str:
    """What a confirmation says where the register has nothing."""
    return f"Tại sổ khen thưởng của {agency} chưa có lần khen thưởng nào được ghi nhận{papers.END}"


def decided(entry: RegisterEntry) -> str:
    """``Quyết định số 05/QĐ-UBND ngày 05 tháng 12 năm 2026 của …``, as far as the register knows it."""
    number = f"Quyết định số {entry.decision}" if entry.decision else ""
    day = formats.long_day(entry.decided_on) if entry.decided_on is not None else ""
    by = f"của {entry.decided_by}" if entry.decided_by else ""
    return " ".join(filter(None, (number, day, by))) or NONE


def named_there(name: str) -> str:
    """The name as the decision wrote it, where it is another than today's."""
    return f"(quyết định ghi: {name})"


def made_for(asked_by: str, purpose: str) -> str:
    """The last sentence of a confirmation."""
    by = f" theo đề nghị của {asked_by}" if asked_by else ""
    why = f" để {purpose.strip().rstrip('.')}" if purpose.strip() else ""
    return f"Giấy xác nhận này được cấp{by or ' theo yêu cầu'}{why}{papers.END}"


def cited(decision: Decision, authority: str) -> str:
    """``Quyết định số 05/QĐ-UBND ngày 05 tháng 12 năm 2026 của … về việc tặng …``."""
    day = f" {formats.long_day(decision.signed_on)}" if decision.signed_on is not None else ""
    return f"Quyết định số {decision.number or '……'}{day} của {authority} {_small(decision.title)}".rstrip()


def change_subject(what: str, decision: Decision) -> str:
    """The trích yếu of a decision about another one."""
    day = f" {formats.long_day(decision.signed_on)}" if decision.signed_on is not None else ""
    return f"Về việc {what} Quyết định số {decision.number or '……'}{day}"


def corrects(decision: Decision, authority: str, reason: str) -> str:
    """The first article of a correction."""
    return f"Đính chính {cited(decision, authority)}{_because(reason)}, cụ thể như sau:"


def corrected(place: str, field: CorrectedField, was: str, reads: str) -> str:
    """One corrected text: where, what it was, what is read now."""
    return f"{place}, mục “{FIELDS[field]}”: đã ghi là “{was}”, nay đính chính thành “{reads}”"


def line_gone(place: str) -> str:
    """A line that does not hold any more, among corrections."""
    return f"{place}: không còn hiệu lực"


def place_in_list(golden_book: int | None, name: str) -> str:
    """Where in a decision's list something stands."""
    number = f"Số thứ tự {golden_book}" if golden_book is not None else "Dòng"
    return f"{number} ({name})"


def withdraws_all(decision: Decision, authority: str, reason: str) -> str:
    """The first article where a whole decision is taken back."""
    return f"Thu hồi {cited(decision, authority)}{_because(reason)}."


def withdraws(decision: Decision, authority: str, counted: str, reason: str) -> str:
    """The first article where some lines are taken back."""
    return f"Hủy bỏ việc khen thưởng đối với {counted} tại {cited(decision, authority)}{_because(reason)}, gồm:"


GIVEN_BACK = (
    "Thu hồi bằng, giấy chứng nhận, hiện vật khen thưởng và tiền thưởng đã trao đối với các trường hợp nêu tại Điều 1 "
    "theo quy định."
)


def goes_with(decision: Decision) -> str:
    """From when a correction holds, and what it belongs to."""
    return (
        f"Quyết định này có hiệu lực kể từ ngày ký và là bộ phận không tách rời của Quyết định số "
        f"{decision.number or '……'}. {NEW_HOLDS}"
    )


def executes(executors: str, concerned: str) -> str:
    """The last article."""
    who = f"{executors.strip().rstrip('.,;')} và " if executors.strip() else ""
    text = f"{who}{concerned} chịu trách nhiệm thi hành Quyết định này{papers.END}"
    return text[:1].upper() + text[1:]


CONCERNED = "các tổ chức, cá nhân có liên quan"


def fund_subject(year: int, day: date | None) -> str:
    """Of which year, up to which day."""
    return f"Năm {year}" + (f" (tính đến {formats.long_day(day)})" if day is not None else "")


def fund_paid(number: str) -> str:
    """What a decision took out of the fund."""
    return f"Chi tiền thưởng theo Quyết định số {number}"


def fund_in_words(dong: int) -> str:
    """What is left, in words."""
    return f"Số dư còn lại bằng chữ: {amount_in_words(dong)}{papers.END}"


def fund_overdrawn(missing: int) -> str:
    """A fund that paid more than it had."""
    return f"Quỹ đã chi vượt {formats.whole(missing)} đồng, cần bổ sung nguồn{papers.END}"


def money(dong: int) -> str:
    """``-1.200.000``: an amount with its sign."""
    return f"-{formats.whole(-dong)}" if dong < 0 else formats.whole(dong)


def points(texts: Sequence[str]) -> list[str]:
    """Points with semicolons, the last one with a full stop."""
    return [f"{text}{'.' if order == len(texts) else ';'}" for order, text in enumerate(texts, start=1)]


def _because(reason: str) -> str:
    said = reason.strip().rstrip(".")
    return f" do {_small(said)}" if said else ""


def _small(text: str) -> str:
    """A phrase in the middle of a sentence; names keep their capitals: where the second word has one, it is a name."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first.istitle() and rest[:1].islower() else text


_HONORIFICS = ("Ông", "Bà")
