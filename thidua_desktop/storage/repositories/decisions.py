"""Decisions, their lists, corrections, and what went to higher levels."""

from __future__ import annotations

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.decision_changes import CorrectedField, Correction, SentUp
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.storage.repositories.columns import blank, code, day, maybe, plain, text, texts
from thidua_desktop.storage.repositories.mapped import MappedRepository, Table
from thidua_desktop.storage.session import Session

_DECISIONS = Table(
    "decisions",
    Kind.DECISION,
    Decision,
    (
        *(plain("meeting_id"), plain("corrects", "corrects_id"), text("title"), maybe("authority")),
        *(blank("signed_by"), maybe("number"), day("signed_on"), plain("year"), day("issued_on")),
        *(code(DecisionState)("state"), maybe("state_reason"), texts("legal_bases")),
    ),
    order="year, signed_on IS NULL, signed_on, id",
    trash=True,
)
_DECISION_LINES = Table(
    "decision_lines",
    Kind.DECISION,
    DecisionLine,
    (
        *(plain("decision_id"), plain("place"), plain("nomination_id"), plain("award_record_id"), plain("kind")),
        *(text("name"), blank("honorific"), blank("position"), blank("unit"), plain("award_id")),
        *(blank("achievement"), plain("golden_book"), plain("bonus")),
    ),
    order="place, id",
)
_CORRECTIONS = Table(
    "decision_corrections",
    Kind.DECISION,
    Correction,
    (
        *(plain("decision_id"), plain("line_id"), code(CorrectedField)("field"), text("was"), maybe("reads")),
        *(day("corrected_on"), blank("by_number"), text("reason")),
    ),
)
_SENT_UP = Table(
    "sent_up",
    Kind.NOMINATION,
    SentUp,
    (
        *(plain("nomination_id"), plain("level"), blank("letter_number"), day("sent_on"), day("answered_on")),
        *(blank("decision"), blank("note")),
    ),
)


class DecisionTables:
    """Decisions with all that is written beside them."""

    def __init__(self, session: Session) -> None:
        self.decisions = MappedRepository(session, _DECISIONS)
        self.lines = MappedRepository(session, _DECISION_LINES)
        self.corrections = MappedRepository(session, _CORRECTIONS)
        self.sent_up = MappedRepository(session, _SENT_UP)
