"""Movements, registrations, and what goes up to superiors."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.movements import LaunchLevel, Movement, MovementMethod, MovementScope
from thidua_desktop.domain.registrations import Registration
from thidua_desktop.domain.reported import HandFigure, SentReport, Workbook, WorkbookTie
from thidua_desktop.storage.repositories.columns import blank, code, converted, day, maybe, plain, text
from thidua_desktop.storage.repositories.mapped import MappedRepository, Table
from thidua_desktop.storage.session import Session


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="microseconds")


_number = converted(str, Decimal)
_moment = converted(_written, datetime.fromisoformat)

_MOVEMENTS = Table(
    "movements",
    Kind.MOVEMENT,
    Movement,
    (
        *(text("name"), plain("year"), code(MovementScope)("scope"), code(LaunchLevel)("level")),
        *(code(MovementMethod)("method"), blank("launched_by"), blank("document"), day("started_on"), day("ends_on")),
        *(plain("months"), day("closed_on"), blank("result"), blank("note")),
    ),
    order="year DESC, started_on IS NULL, started_on, id",
    trash=True,
)
_REGISTRATIONS = Table(
    "registrations",
    Kind.REGISTRATION,
    Registration,
    (
        *(plain("year"), plain("unit_id"), text("award_id"), code(RecipientKind)("kind"), plain("amount")),
        *(plain("recipient_id"), day("day", "registered_on"), blank("note")),
    ),
    order="year, unit_id, award_id, id",
)
_WORKBOOKS = Table(
    "workbooks",
    Kind.WORKBOOK,
    Workbook,
    (text("name"), text("file_name"), plain("sha256"), plain("size"), blank("issuer"), blank("note")),
    order="name, id",
    trash=True,
)
_TIES = Table(
    "workbook_ties",
    Kind.WORKBOOK,
    WorkbookTie,
    (
        *(plain("workbook_id"), text("sheet"), text("cell"), maybe("question"), maybe("constant")),
        plain("periods_back"),
    ),
)
_FIGURES = Table(
    "hand_figures",
    Kind.FIGURE,
    HandFigure,
    (
        *(text("form"), day("first", "first_day"), day("last", "last_day"), text("row", "row_code")),
        *(text("column", "column_code"), _number("value"), blank("note")),
    ),
)
_SENT = Table(
    "sent_reports",
    Kind.SENT_REPORT,
    SentReport,
    (
        *(text("kind"), text("title"), day("first", "first_day"), day("last", "last_day"), text("file_name")),
        *(plain("sha256"), plain("size"), day("sent_on"), text("sent_to"), blank("letter_number"), text("who")),
        *(_moment("made_at"), plain("replaces_id"), blank("note")),
    ),
    order="sent_on DESC, id DESC",
)


class ReportTables:
    """What reports are made of beside the other records, and what went out."""

    def __init__(self, session: Session) -> None:
        self.movements = MappedRepository(session, _MOVEMENTS)
        self.registrations = MappedRepository(session, _REGISTRATIONS)
        self.figures = MappedRepository(session, _FIGURES)
        self.sent = MappedRepository(session, _SENT)
        """Only added to: the tables refuse everything else."""
        self.workbooks = MappedRepository(session, _WORKBOOKS)
        self.ties = MappedRepository(session, _TIES)
