"""Figures in words: periods, subjects, dimensions and their values, tables, shares and changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.movements import LaunchLevel, MovementLength, MovementMethod, MovementScope
from thidua_desktop.domain.nominations import NominationState, Occasion
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import MovementState, Names, Outcome, TaskOutcome
from thidua_desktop.domain.statistics.figures import Change, Figure, Share, ShareChange, rounded
from thidua_desktop.domain.statistics.periods import Period, PeriodKind
from thidua_desktop.domain.statistics.questions import NO, NOT_APPLICABLE, UNKNOWN, YES, Dimension, Question, Subject
from thidua_desktop.domain.statistics.tables import Cell, Head, HeadKind, Table, TableCode
from thidua_desktop.domain.statistics.workers import WorkerClass
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.wording import formats, labels
from thidua_desktop.wording.rulebook_lines import GROUPS
from thidua_desktop.wording.statistics_tables import NAMED, SHEETS, TITLES

__all__ = ["SHEETS", "TITLES"]

NOTHING = "—"
"""Where a share has no whole, or nothing was before."""

NOT_KNOWN = "Chưa rõ"
NOBODY = "Không xét"
"""Of a dimension that does not concern the fact: a collective has no sex."""

TOTAL = "Tổng số"
OF_WHICH = "Trong đó"
"""How a line begins that is a part of the one above."""
PAPER_TITLE = "TỔNG HỢP SỐ LIỆU THI ĐUA, KHEN THƯỞNG"
LIST_TITLE = "DANH SÁCH CỦA SỐ LIỆU"
FIRST_LEADS = "Ghi chú: nhiệm vụ có nhiều đơn vị chủ trì được tính cho đơn vị ghi đầu tiên."
NO_FACTS = "Kỳ này chưa có số liệu."

_D = Dimension

SUBJECTS: Mapping[Subject, str] = {
    Subject.TASKS: "Nhiệm vụ",
    Subject.MOVEMENTS: "Phong trào thi đua",
    Subject.NOMINATIONS: "Đề nghị khen thưởng",
    Subject.AWARDS: "Khen thưởng đã có quyết định",
    Subject.REGISTRATIONS: "Đăng ký thi đua",
    Subject.SUBMISSIONS: "Hồ sơ đơn vị trình",
    Subject.RETURNS: "Lượt trả hồ sơ",
    Subject.DECISIONS: "Quyết định khen thưởng",
}

DIMENSIONS: Mapping[Dimension, str] = {
    _D.AWARD: "Danh hiệu, hình thức",
    _D.AWARD_GROUP: "Nhóm danh hiệu, hình thức",
    _D.LEVEL: "Cấp",
    _D.OCCASION: "Loại hình khen thưởng",
    _D.KIND: "Đối tượng",
    _D.UNIT: "Đơn vị",
    _D.TOP_UNIT: "Đơn vị đầu mối",
    _D.SEX: "Giới tính",
    _D.ETHNIC: "Dân tộc",
    _D.WORKER: "Nhóm đối tượng cá nhân",
    _D.LEADER: "Lãnh đạo, quản lý",
    _D.ENTERPRISE: "Doanh nghiệp",
    _D.RESULT: "Kết quả",
    _D.STATE: "Tình trạng",
    _D.SENT_UP: "Trình cấp trên",
    _D.LATE: "Trễ hạn",
    _D.REASON: "Lý do",
    _D.SCOPE: "Phạm vi phong trào",
    _D.METHOD: "Phương thức",
    _D.LENGTH: "Thời hạn phong trào",
    _D.ROUND: "Đợt xét",
    _D.MOVEMENT: "Phong trào",
    _D.YEAR: "Năm",
    _D.QUARTER: "Quý",
    _D.MONTH: "Tháng",
}

LEVELS = {
    "nha_nuoc": "Cấp Nhà nước",
    "bo_tinh": "Cấp bộ, ban, ngành, tỉnh",
    "co_so": "Cấp cơ sở",
}
"""Of awards."""

WORKERS: Mapping[WorkerClass, str] = {
    WorkerClass.TOP: "Lãnh đạo cấp bộ, cấp tỉnh trở lên",
    WorkerClass.DIRECTOR: "Lãnh đạo cấp vụ, sở và tương đương",
    WorkerClass.ENTREPRENEUR: "Doanh nhân",
    WorkerClass.OTHER_LEADER: "Lãnh đạo khác, từ phó phòng trở lên",
    WorkerClass.DIRECT: "Người trực tiếp công tác, lao động, học tập, chiến đấu",
}

TASKS: Mapping[TaskOutcome, str] = {
    TaskOutcome.IN_TIME: "Hoàn thành đúng hạn",
    TaskOutcome.LATE: "Hoàn thành trễ hạn",
    TaskOutcome.MISSED: "Quá hạn chưa xong",
    TaskOutcome.RUNNING: "Đang làm, còn hạn",
    TaskOutcome.CARRIED_OVER: "Chuyển kỳ",
    TaskOutcome.CANCELLED: "Hủy",
    TaskOutcome.NOT_ARISEN: "Không phát sinh",
}

RESULTS: Mapping[Outcome, str] = {
    Outcome.AWARDED: "Đã có quyết định",
    Outcome.AGREED: "Đã đồng ý, chờ quyết định",
    Outcome.SENT_UP: "Đang trình cấp trên",
    Outcome.REFUSED: "Không được khen",
    Outcome.POSTPONED: "Hoãn",
    Outcome.PENDING: "Chưa xét",
    Outcome.WITHDRAWN: "Thu hồi",
}

_STATES: dict[str, str] = {
    **{state.value: labels.of(state) for state in NominationState},
    **{state.value: labels.of(state) for state in SubmissionState},
    **{state.value: labels.of(state) for state in DecisionState},
    RecordState.VALID.value: labels.of(RecordState.VALID),
    **{state.value: text for state, text in TASKS.items()},
    MovementState.UNDER_WAY.value: "Đang thực hiện",
    MovementState.CLOSED.value: "Đã tổng kết",
}
"""No two subjects have one value for two states; a test looks after that."""
_YES_NO: Mapping[Dimension, tuple[str, str]] = {
    _D.LEADER: ("Lãnh đạo, quản lý các cấp", "Người trực tiếp, không làm lãnh đạo"),
    _D.ENTERPRISE: ("Doanh nghiệp, doanh nhân", "Không phải doanh nghiệp"),
    _D.SENT_UP: ("Đã trình cấp trên", "Không trình cấp trên"),
    _D.LATE: ("Trễ hạn", "Không trễ hạn"),
}
_UNKNOWN: Mapping[Dimension, str] = {
    _D.SEX: "Chưa rõ giới tính",
    _D.ETHNIC: "Chưa rõ dân tộc",
    _D.WORKER: "Chưa rõ nhóm đối tượng",
    _D.LEADER: "Chưa rõ là lãnh đạo hay trực tiếp",
    _D.UNIT: "Chưa rõ đơn vị",
    _D.TOP_UNIT: "Chưa rõ đơn vị",
    _D.REASON: "Chưa ghi lý do",
    _D.MONTH: "Chưa rõ ngày",
    _D.QUARTER: "Chưa rõ ngày",
}
_CODES: Mapping[Dimension, Mapping[str, str]] = {
    _D.AWARD_GROUP: GROUPS,
    _D.LEVEL: {**LEVELS, **{each.value: labels.of(each) for each in LaunchLevel}},
    _D.OCCASION: {each.value: labels.of(each) for each in Occasion},
    _D.KIND: {each.value: labels.of(each) for each in RecipientKind},
    _D.SEX: {"male": "Nam", "female": "Nữ"},
    _D.WORKER: {each.value: text for each, text in WORKERS.items()},
    _D.RESULT: {each.value: text for each, text in RESULTS.items()},
    _D.SCOPE: {each.value: labels.of(each) for each in MovementScope},
    _D.METHOD: {each.value: labels.of(each) for each in MovementMethod},
    _D.LENGTH: {each.value: labels.of(each) for each in MovementLength},
}


def period(one: Period) -> str:
    """``6 tháng đầu năm 2026``, ``Quý III năm 2026``, ``Năm 2026``, ``Giai đoạn 2021 - 2025``."""
    match one.kind:
        case PeriodKind.MONTH:
            return f"Tháng {one.number} năm {one.year}"
        case PeriodKind.QUARTER:
            return f"{labels.quarter(one.number)} năm {one.year}"
        case PeriodKind.HALF:
            return f"6 tháng {'đầu' if one.number == 1 else 'cuối'} năm {one.year}"
        case PeriodKind.NINE_MONTHS:
            return f"9 tháng đầu năm {one.year}"
        case PeriodKind.YEAR:
            return f"Năm {one.year}"
        case PeriodKind.TERM:
            return f"Giai đoạn {one.first.year} - {one.year}"
        case PeriodKind.FREE:
            return f"Từ {formats.day(one.first)} đến {formats.day(one.last)}"


def as_of(day: date) -> str:
    """``(Số liệu tính đến ngày 20/8/2026)``."""
    return f"(Số liệu tính đến ngày {formats.day_in_text(day)})"


def short_period(one: Period) -> str:
    """The same for the head of a column: ``2026``, ``6T đầu 2026``, ``Quý III/2026``."""
    match one.kind:
        case PeriodKind.MONTH:
            return f"Tháng {one.number}/{one.year}"
        case PeriodKind.QUARTER:
            return f"{labels.quarter(one.number)}/{one.year}"
        case PeriodKind.HALF:
            return f"6 tháng {'đầu' if one.number == 1 else 'cuối'} {one.year}"
        case PeriodKind.NINE_MONTHS:
            return f"9 tháng {one.year}"
        case PeriodKind.YEAR:
            return str(one.year)
        case PeriodKind.TERM:
            return f"{one.first.year} - {one.year}"
        case PeriodKind.FREE:
            return f"{formats.day(one.first)} - {formats.day(one.last)}"


def value(dimension: Dimension, code: str, names: Names) -> str:
    """What a value of a dimension is called; a code that nobody knows any more stands as it is."""
    if code == UNKNOWN:
        return _UNKNOWN.get(dimension, NOT_KNOWN)
    if code == NOT_APPLICABLE:
        return NOBODY
    if dimension in _YES_NO and code in (YES, NO):
        return _YES_NO[dimension][0 if code == YES else 1]
    if dimension in _CODES:
        return _CODES[dimension].get(code, code)
    if dimension is _D.STATE:
        return _STATES.get(code, code)
    return _called(dimension, code, names)


def _called(dimension: Dimension, code: str, names: Names) -> str:
    match dimension:
        case _D.UNIT | _D.TOP_UNIT:
            return names.units.get(code, code)
        case _D.AWARD:
            return names.awards.get(code, code)
        case _D.ETHNIC:
            return names.ethnic.get(code, code)
        case _D.ROUND:
            return names.rounds.get(code, code)
        case _D.MOVEMENT:
            return names.movements.get(code, code)
        case _D.QUARTER:
            return labels.quarter(int(code)) if code in ("1", "2", "3", "4") else code
        case _D.MONTH:
            return f"Tháng {code}"
        case _D.YEAR:
            return f"Năm {code}"
        case _:
            return code


def head(one: Head, names: Names) -> str:
    """What a row or column is called."""
    match one.kind:
        case HeadKind.TOTAL:
            return TOTAL
        case HeadKind.NAMED:
            return NAMED[one.value]
        case HeadKind.PERIOD:
            return short_period(periods.parse(one.value))
        case HeadKind.VALUE:
            return value(one.dimension, one.value, names) if one.dimension is not None else one.value


def title(table: Table) -> str:
    """``Khen thưởng theo cấp``; the period stands below it. One that somebody has put together says of what it is."""
    across = next((head.dimension for head in table.columns if head.dimension is not None), None)
    if table.code is not TableCode.FREE or table.subject is None or table.row_dimension is None:
        return TITLES[table.code]
    by = " và ".join(DIMENSIONS[each].lower() for each in (table.row_dimension, across) if each is not None)
    return f"{SUBJECTS[table.subject]} theo {by}"


def first_head(table: Table) -> str:
    """What stands above the rows."""
    if table.rows and table.rows[0].kind is HeadKind.PERIOD:
        return "Kỳ"
    return "Nội dung" if table.row_dimension is None else DIMENSIONS[table.row_dimension]


def cell(one: Cell) -> str:
    """``1.234``, ``12,5 %``, ``+3``, ``-1,2``; a dash where there is nothing to say."""
    match one:
        case Figure():
            return number(one.value)
        case Share():
            return percent(one.percent)
        case Change():
            return _signed(one.difference)
        case ShareChange():
            return NOTHING if one.points is None else f"{one.points:+}".replace("+0.0", "0.0").replace(".", ",")
        case None:
            return NOTHING


def number(found: int | Decimal) -> str:
    """``1.234`` or ``1.234,5``."""
    if found == int(found):
        return formats.whole(int(found))
    whole, _, rest = format(found.normalize() if isinstance(found, Decimal) else found, "f").partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{formats.whole(abs(int(whole)))},{rest}"


def percent(found: Decimal | None) -> str:
    """``12,5 %`` to one place, halves upwards; a dash where there is no whole."""
    if found is None:
        return NOTHING
    return f"{rounded(found)} %".replace(".", ",")


def _signed(found: int | Decimal) -> str:
    written = number(found)
    return f"+{written}" if found > 0 else written


def question(one: Question, names: Names) -> str:
    """A question in one line: ``Khen thưởng đã có quyết định – Năm 2026 – Cấp: Cấp Nhà nước; Đối tượng: Cá nhân``."""
    said = [
        f"{DIMENSIONS[each.dimension]}{' không phải' if each.negated else ''}: "
        + ", ".join(value(each.dimension, code, names) for code in each.values)
        for each in one.conditions
    ]
    return " – ".join(filter(None, (SUBJECTS[one.subject], period(one.period), "; ".join(said))))
