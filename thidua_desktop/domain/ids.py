"""Identifiers of stored records, so that a plan's number is never taken for a task's."""

from typing import NewType

PlanId = NewType("PlanId", int)
PlanPartId = NewType("PlanPartId", int)
TaskId = NewType("TaskId", int)
UnitId = NewType("UnitId", int)
RoundId = NewType("RoundId", int)
NominationId = NewType("NominationId", int)
EntryId = NewType("EntryId", int)
"""One operation in the journal."""
