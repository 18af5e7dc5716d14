"""Identifiers of stored records, so that a plan's number is never taken for a task's."""

from typing import NewType

PlanId = NewType("PlanId", int)
PlanPartId = NewType("PlanPartId", int)
PlanLinkId = NewType("PlanLinkId", int)
ApprovalId = NewType("ApprovalId", int)
TaskId = NewType("TaskId", int)
SeriesId = NewType("SeriesId", int)
StepId = NewType("StepId", int)
EvidenceId = NewType("EvidenceId", int)
UrgingId = NewType("UrgingId", int)
CommemorationId = NewType("CommemorationId", int)
ChainId = NewType("ChainId", int)
UnitId = NewType("UnitId", int)
RoundId = NewType("RoundId", int)
NominationId = NewType("NominationId", int)
RecipientId = NewType("RecipientId", int)
SubmissionId = NewType("SubmissionId", int)
ReturnId = NewType("ReturnId", int)
DossierDocumentId = NewType("DossierDocumentId", int)
DossierFileId = NewType("DossierFileId", int)
EntryId = NewType("EntryId", int)
"""One operation in the journal."""
