"""Decisions, their lists, corrections, and what went to higher levels."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.decision_changes import CorrectedField, Correction, SentUp
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState, NameAnswer
from thidua_desktop.domain.funds import FundEntry, FundKind
from thidua_desktop.storage.repositories.columns import blank, code, day, maybe, plain, text, texts, truth
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
        *(blank("merit"), blank("executors"), texts("recipients"), texts("signer_posts"), blank("signer_name")),
        *(blank("proposed_by"), truth("historical")),
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
        *(day("corrected_on"), blank("by_number"), text("reason"), plain("by_id")),
    ),
    only="(by_id IS NULL OR by_id IN (SELECT id FROM decisions WHERE signed_on IS NOT NULL))",
)
_PENDING = replace(_CORRECTIONS, only="by_id IN (SELECT id FROM decisions WHERE signed_on IS NULL)")
_NAME_ANSWERS = Table(
    "name_answers",
    Kind.DECISION,
    NameAnswer,
    (
        *(plain("decision_id"), plain("line_id"), maybe("council"), maybe("listed"), maybe("printed")),
        *(text("reason"), text("who"), day("answered_on")),
    ),
)
_FUND_ENTRIES = Table(
    "fund_entries",
    Kind.FUND,
    FundEntry,
    (
        *(plain("year"), day("day", "entered_on"), code(FundKind)("kind"), text("text"), plain("amount")),
        *(plain("decision_id"), blank("note")),
    ),
    order="year, entered_on, id",
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
        """Those that hold; what a decision would correct once it is signed stands in ``pending``."""
        self.pending = MappedRepository(session, _PENDING)
        self.sent_up = MappedRepository(session, _SENT_UP)
        self.name_answers = MappedRepository(session, _NAME_ANSWERS)
        self.fund = MappedRepository(session, _FUND_ENTRIES)
