"""The papers of a meeting or of a decision: which there are, and why one cannot be printed yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.findings import Finding


class PaperKind(StrEnum):
    """Kinds of papers, in the order in which they are needed."""

    INVITATIONS = "invitations"
    LIST_AWARD = "list_award"
    LIST_UNIT = "list_unit"
    LIST_OCCASION = "list_occasion"
    SUMMARIES = "summaries"
    QUOTAS = "quotas"
    FINDINGS = "findings"
    BALLOT_A4 = "ballot_a4"
    BALLOT_A5 = "ballot_a5"
    OPINIONS = "opinions"
    VOTE_COUNT = "vote_count"
    VOTE_SUMMARY = "vote_summary"
    MINUTES = "minutes"
    PROPOSAL = "proposal"
    DECISION = "decision"
    NAME_CHECK = "name_check"
    PAY_LIST = "pay_list"
    NOTICE = "notice"


class PaperGroup(StrEnum):
    """When a paper is needed."""

    BEFORE = "before"
    AT = "at"
    AFTER = "after"


GROUPS = {
    **dict.fromkeys(
        (
            *(PaperKind.INVITATIONS, PaperKind.LIST_AWARD, PaperKind.LIST_UNIT, PaperKind.LIST_OCCASION),
            *(PaperKind.SUMMARIES, PaperKind.QUOTAS, PaperKind.FINDINGS),
        ),
        PaperGroup.BEFORE,
    ),
    **dict.fromkeys(
        (
            *(PaperKind.BALLOT_A4, PaperKind.BALLOT_A5, PaperKind.OPINIONS),
            *(PaperKind.VOTE_COUNT, PaperKind.VOTE_SUMMARY, PaperKind.MINUTES),
        ),
        PaperGroup.AT,
    ),
    **dict.fromkeys(
        (PaperKind.PROPOSAL, PaperKind.DECISION, PaperKind.NAME_CHECK, PaperKind.PAY_LIST, PaperKind.NOTICE),
        PaperGroup.AFTER,
    ),
}
"""When each kind is needed."""

WITH_TABLES = frozenset(
    {
        *(PaperKind.LIST_AWARD, PaperKind.LIST_UNIT, PaperKind.LIST_OCCASION, PaperKind.QUOTAS, PaperKind.FINDINGS),
        *(PaperKind.VOTE_SUMMARY, PaperKind.DECISION, PaperKind.NAME_CHECK, PaperKind.PAY_LIST),
    }
)
"""The kinds that are tables in the main: they come as a workbook too."""


class PaperNotReady(AppError):
    """A paper cannot be printed yet; ``why`` is the finding that says why."""

    code = "paper.not_ready"


class PaperUnknown(AppError):
    """No such paper: a unit, a ballot or a body that the meeting does not have."""

    code = "paper.unknown"


class FolderTaken(AppError):
    """A folder for papers has files in it already; nothing is overwritten."""

    code = "paper.folder_taken"


@dataclass(frozen=True, slots=True)
class PaperRef:
    """A paper of a meeting or decision.

    ``key`` tells those of one kind apart: the body that decides, the number of a decision or ballot, a unit's name.
    """

    kind: PaperKind
    key: str = ""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in the list: what it is called, its file's name without suffix, and what it still lacks."""

    ref: PaperRef
    title: str
    file_name: str
    lacks: Finding | None = None
    """Why it cannot be printed yet; None where it can."""
    remark: Finding | None = None
    """What to look at before it is printed; it can be printed all the same."""

    @property
    def group(self) -> PaperGroup:
        """When it is needed."""
        return GROUPS[self.ref.kind]

    @property
    def ready(self) -> bool:
        """Whether it can be printed now."""
        return self.lacks is None

    @property
    def with_workbook(self) -> bool:
        """Whether it comes as a workbook too, besides PDF and Word."""
        return self.ref.kind in WITH_TABLES


@dataclass(frozen=True, slots=True)
class WrittenPapers:
    """What one action has written into a folder, and the papers that were not ready."""

    folder: Path
    files: tuple[Path, ...]
    left_out: tuple[PaperRow, ...] = ()
