"""Plan documents (kế hoạch): the draft that a reader makes, and the plan that an office keeps."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain import periods
from thidua_desktop.domain.documents import Block, Source
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import PlanId, PlanPartId
from thidua_desktop.domain.tasks import Recurrence


class PlanTitleMissing(AppError):
    """A plan without a title cannot be kept."""

    code = "plan.title_missing"


class PlanYearOutOfRange(AppError):
    """The year of a plan is not one of ``periods.YEARS``."""

    code = "plan.year_out_of_range"


class Role(StrEnum):
    """What a block of the source is within the plan (NĐ 30/2020/NĐ-CP for the parts of the page)."""

    LETTERHEAD = "letterhead"
    NUMBER = "number"
    PLACE_AND_DAY = "place_and_day"
    TITLE = "title"
    LEGAL_BASIS = "legal_basis"
    OPENING = "opening"
    HEADING = "heading"
    PURPOSE = "purpose"
    """Mục đích, yêu cầu, mục tiêu, chỉ tiêu."""
    TASK = "task"
    DETAIL = "detail"
    """Belongs to the task before it: a further line, its place, form or participants."""
    TABLE_HEADING = "table_heading"
    RESPONSIBILITY = "responsibility"
    """A standing duty of a unit, without a day."""
    BUDGET = "budget"
    CLOSING = "closing"
    RECIPIENT = "recipient"
    SIGNER = "signer"
    FURNITURE = "furniture"
    """Page numbers, rules, stamps: nothing that the plan says."""
    TEXT = "text"
    """Anything else that the plan says."""


BY_HAND = Source(block=-1)
"""The source of a part that the clerk wrote: it stands in no document that was read."""


class PlanKind(StrEnum):
    """What a plan is made for; an office has several in a year."""

    ANNUAL = "annual"
    INSPECTION = "inspection"
    PROPAGANDA = "propaganda"
    """tuyên truyền, nhân rộng điển hình tiên tiến."""
    CONGRESS = "congress"
    """đại hội thi đua yêu nước, hội nghị điển hình tiên tiến."""
    DIRECTIVE = "directive"
    """triển khai chỉ thị, nghị quyết, kết luận của cấp trên."""
    OTHER = "other"


_KINDS_BY_WORDS: tuple[tuple[PlanKind, tuple[str, ...]], ...] = (
    # In this order: a plan for "Đại hội thi đua" speaks of điển hình tiên tiến too.
    (PlanKind.CONGRESS, ("dai hoi thi dua", "hoi nghi dien hinh", "dai hoi dien hinh")),
    (PlanKind.INSPECTION, ("kiem tra", "giam sat")),
    (PlanKind.PROPAGANDA, ("dien hinh tien tien", "nguoi tot, viec tot", "nguoi tot viec tot", "tuyen truyen")),
    (PlanKind.DIRECTIVE, ("chi thi", "nghi quyet", "ket luan so", "thuc hien quyet dinh")),
    (PlanKind.ANNUAL, ("cong tac thi dua", "thi dua, khen thuong", "thi dua khen thuong", "thi dua - khen thuong")),
)


def kind_of(title: str) -> PlanKind:
    """What a plan with this title is made for, as far as the words tell; a bare "Kế hoạch … năm" is the year's."""
    words = fold(title)
    for kind, signs in _KINDS_BY_WORDS:
        if any(sign in words for sign in signs):
            return kind
    return PlanKind.ANNUAL if " nam " in f" {words} " else PlanKind.OTHER


class Doubt(StrEnum):
    """Why the clerk should look at a task draft before it is kept."""

    QUARTER_UNSURE = "quarter_unsure"
    DAY_UNSURE = "day_unsure"
    UNITS_UNSURE = "units_unsure"
    MAYBE_NO_TASK = "maybe_no_task"
    MAYBE_TWO = "maybe_two"
    MAYBE_CONTINUATION = "maybe_continuation"
    TEXT_DAMAGED = "text_damaged"


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task as read from a plan, before it is kept (PLAN-READING).

    ``year`` is the calendar year of the task's own time (a school year's plan reaches into the next);
    ``section`` the enclosing numerals ("II.1"), ``label`` the item's own as typed.
    ``remark`` keeps a deadline that is not a day ("10 ngày sau khi có hướng dẫn") or other words about time.
    ``blocks`` are all blocks that the text came from, ``source`` the first of them.
    """

    text: str
    source: Source
    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    due: date | None = None
    starts: date | None = None
    section: str | None = None
    label: str | None = None
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    product: str | None = None
    conditional: bool = False
    recurrence: Recurrence | None = None
    remark: str | None = None
    blocks: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A standing duty from "Tổ chức thực hiện"; one key turns it into a task."""

    text: str
    source: Source
    section: str | None = None
    label: str | None = None
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    blocks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Signer:
    """The signature block: quyền hạn và chức vụ ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") and the name."""

    posts: tuple[str, ...] = ()
    name: str | None = None


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One block of the plan's text with the role it plays; kept so that the whole document stays readable."""

    role: Role
    text: str
    source: Source
    level: int = 0
    """Depth of a heading: 1 for "I.", 2 for "1." and so on; 0 for anything else."""
    label: str | None = None
    id: PlanPartId | None = None
    lead: tuple[str, ...] = ()
    """Of a standing duty: the units that answer for it, so that it can become a task."""
    coordinate: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """All that a plan document says. Every block of the source is in ``parts`` (its role says what became of it)."""

    title: str | None = None
    number: str | None = None
    issued_on: date | None = None
    place: str | None = None
    issuer: str | None = None
    superior: str | None = None
    year: int | None = None
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer = Signer()
    tasks: tuple[TaskDraft, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    parts: tuple[PlanPart, ...] = ()
    findings: tuple[Finding, ...] = ()
    blocks: tuple[Block, ...] = ()
    source_name: str = ""
    source_sha256: str = ""


class PlanState(StrEnum):
    """Where the document itself stands."""

    DRAFT = "draft"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan document that the office keeps. ``year`` is the plan's year (a school year: its first)."""

    title: str
    year: int
    number: str | None = None
    issued_on: date | None = None
    place: str | None = None
    issuer: str | None = None
    superior: str | None = None
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer = field(default_factory=Signer)
    state: PlanState = PlanState.DRAFT
    source_name: str = ""
    source_sha256: str = ""
    id: PlanId | None = None
    kind: PlanKind = PlanKind.ANNUAL

    def kept(self, plan_id: PlanId) -> Plan:
        """The same plan with the identifier that the store gave it."""
        return replace(self, id=plan_id)


def check_plan(plan: Plan) -> None:
    """Refuse a plan that cannot be kept.

    Raises:
        PlanTitleMissing, PlanYearOutOfRange
    """
    if not plan.title.strip():
        raise PlanTitleMissing
    if plan.year not in periods.YEARS:
        raise PlanYearOutOfRange(value=str(plan.year))


def plan_from(draft: PlanDraft, *, fallback_year: int) -> Plan:
    """The plan that a draft describes; ``fallback_year`` where the document names none."""
    return Plan(
        title=draft.title or draft.source_name or "Kế hoạch",
        year=draft.year or fallback_year,
        number=draft.number,
        issued_on=draft.issued_on,
        place=draft.place,
        issuer=draft.issuer,
        superior=draft.superior,
        legal_bases=draft.legal_bases,
        recipients=draft.recipients,
        signer=draft.signer,
        source_name=draft.source_name,
        source_sha256=draft.source_sha256,
        kind=kind_of(draft.title or ""),
    )
