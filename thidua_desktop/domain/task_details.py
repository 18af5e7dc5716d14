"""What is kept with a task: its steps, the documents that prove it, who has been urged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import EvidenceId, StepId, TaskId, UrgingId


class StepTextMissing(AppError):
    """A step without a text cannot be kept."""

    code = "task.step_text_missing"


class EvidenceEmpty(AppError):
    """Evidence names neither a document nor a file."""

    code = "task.evidence_empty"


class UrgingUnitMissing(AppError):
    """Somebody has to be urged."""

    code = "task.urging_unit_missing"


class AnsweredTooEarly(AppError):
    """An answer cannot come before the letter."""

    code = "task.answered_too_early"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a task, in the task's order. ``unit`` is who does it."""

    text: str
    due: date | None = None
    done_on: date | None = None
    unit: str | None = None
    starts: date | None = None
    id: StepId | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document that proves the result: number and day, and the file itself (``sha256`` is its name in the store)."""

    task_id: TaskId
    number: str | None = None
    issued_on: date | None = None
    title: str | None = None
    file_name: str | None = None
    sha256: str | None = None
    id: EvidenceId | None = None


class UrgingWay(StrEnum):
    """How a unit was urged."""

    LETTER = "letter"
    PHONE = "phone"
    EMAIL = "email"
    MESSAGE = "message"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Urging:
    """One time that a unit was urged (đôn đốc) for a task, and when it answered."""

    task_id: TaskId
    unit: str
    urged_on: date
    way: UrgingWay
    letter_number: str | None = None
    answer_by: date | None = None
    answered_on: date | None = None
    note: str | None = None
    id: UrgingId | None = None

    def waits(self) -> bool:
        """Whether the unit has not answered."""
        return self.answered_on is None


@dataclass(frozen=True, slots=True)
class TaskDetails:
    """All that is kept with one task; ``same`` are the tasks of other plans that are the same work."""

    steps: tuple[Step, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    urgings: tuple[Urging, ...] = ()
    same: tuple[TaskId, ...] = ()


def check_steps(steps: Sequence[Step]) -> None:
    """Refuse steps that cannot be kept.

    Raises:
        StepTextMissing
    """
    if any(not step.text.strip() for step in steps):
        raise StepTextMissing


def check_evidence(evidence: Evidence) -> None:
    """Refuse evidence that says nothing.

    Raises:
        EvidenceEmpty
    """
    if not any((text or "").strip() for text in (evidence.number, evidence.title, evidence.sha256)):
        raise EvidenceEmpty


def check_urging(urging: Urging) -> None:
    """Refuse an entry of the log that cannot be.

    Raises:
        UrgingUnitMissing, AnsweredTooEarly
    """
    if not urging.unit.strip():
        raise UrgingUnitMissing
    if urging.answered_on is not None and urging.answered_on < urging.urged_on:
        raise AnsweredTooEarly(unit=urging.unit, urged_on=urging.urged_on)


def progress_of(steps: Sequence[Step]) -> int | None:
    """The part of the steps that is done, in percent; None where there are none."""
    return 100 * sum(step.done_on is not None for step in steps) // len(steps) if steps else None
