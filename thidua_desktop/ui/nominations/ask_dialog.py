"""What a rule asks for, written down at once: the fields that fit the question, for one recipient."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind
from thidua_desktop.domain.evidence import Cleared, MemberFigures
from thidua_desktop.domain.facts import KeptFact
from thidua_desktop.domain.ids import FactId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.nominations.collective_fields import (
    MemberFields,
    MovementFields,
    RankFields,
    ScoreFields,
    SpellFields,
)
from thidua_desktop.ui.nominations.fact_fields import ClearanceFields, ConfirmationFields, Fields, RatingFields, capital
from thidua_desktop.ui.nominations.recipient_fields import (
    AwardFields,
    FoundedFields,
    InitiativeOrNone,
    Known,
    OwnFields,
    RetirementFields,
)
from thidua_desktop.wording import eligibility as said
from thidua_desktop.wording.rules import Names

_MOST_HEIGHT = 420


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, of whom, and what is known besides. ``user`` is who works with the program."""

    ask: Ask
    recipient: Recipient
    names: Names
    year: int
    today: date
    user: str = ""
    unit: str = ""
    kept: tuple[KeptFact, ...] = ()

    def figures(self, year: int) -> KeptFact | None:
        """The members of a year that are written down already."""
        of_year = (one for one in self.kept if isinstance(one.fact, MemberFigures) and one.fact.year == year)
        return next(of_year, None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the clerk has written down; one of the three is not empty."""

    facts: tuple[KeptFact, ...] = ()
    entries: tuple[RegisterEntry, ...] = ()
    recipient: Recipient | None = None


def can_be_entered(ask: Ask) -> bool:
    """Whether a question is answered here; the others are answered in the recipient's record or in the line."""
    return ask.kind in _FIELDS


class AskDialog(Form):
    """Takes a question and gives what the clerk answers; it saves nothing."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__("Nhập điều còn thiếu", yes="Lưu", parent=parent)
        self._asked = asked
        self.fields = _FIELDS[asked.ask.kind](asked)
        self.fields.changed.connect(self._check)
        self.content.addWidget(label(asked.recipient.name, "strong", wrap=True))
        self.content.addWidget(label(f"{capital(said.ask(asked.ask, asked.names))}.", "muted", wrap=True))
        self.content.addWidget(self._scrolled(), 1)
        told = "Điều vừa nhập được giữ cùng người nhận trong danh bạ và dùng lại cho các lần xét sau."
        self.content.addWidget(label(told, "small", wrap=True))
        self.missing = label("", wrap=True)
        self.missing.setAccessibleName("Còn thiếu")
        set_tone(self.missing, Tone.WARNING)
        self.content.addWidget(self.missing)
        self.setMinimumWidth(560)
        self._check()
        self.fields.setFocus()
        self.fields.focusNextChild()

    def answer(self) -> Answer:
        """What was written down."""
        recipient = self._asked.recipient
        match self.fields:
            case AwardFields() as fields:
                return Answer(entries=fields.entries(), recipient=_complete(recipient, fields.known()))
            case InitiativeOrNone() as fields if fields.none.isChecked():
                return Answer(recipient=_complete(recipient, fields.known()))
            case OwnFields() as fields:
                return Answer(recipient=fields.changed_recipient())
        return Answer(facts=tuple(self._kept()))

    def _kept(self) -> Iterable[KeptFact]:
        assert self._asked.recipient.id is not None
        for fact in self.fields.facts():
            before: FactId | None = None
            if isinstance(fact, MemberFigures):
                known = self._asked.figures(fact.year)
                before = known.id if known is not None else None
            yield KeptFact(self._asked.recipient.id, fact, before)

    def _scrolled(self) -> QWidget:
        held = QScrollArea()
        held.setWidgetResizable(True)
        held.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held.setWidget(self.fields)
        held.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held.setMinimumHeight(min(_MOST_HEIGHT, self.fields.sizeHint().height() + 8))
        return held

    def _check(self) -> None:
        missing = self.fields.missing()
        self.missing.setText(missing)
        self.yes.setEnabled(not missing)
        self.yes.setToolTip(missing)


def _complete(recipient: Recipient, known: Known) -> Recipient | None:
    """The recipient whose records are complete from a year on; None where nothing was said of that."""
    if known.awards is not None:
        return replace(recipient, awards_known_from=_earlier(recipient.awards_known_from, known.awards))
    if known.initiatives is not None:
        since = _earlier(recipient.initiatives_known_from, known.initiatives)
        return replace(recipient, initiatives_known_from=since)
    return None


def _earlier(before: int | None, now: int) -> int:
    return now if before is None else min(before, now)


def _members(asked: Asked) -> Fields:
    year = asked.ask.years[-1] if asked.ask.years else asked.year
    known = asked.figures(year)
    before = known.fact if known is not None and isinstance(known.fact, MemberFigures) else None
    return MemberFields(asked.ask.names, asked.names, year, before)


def _year(asked: Asked) -> int:
    return asked.ask.years[-1] if asked.ask.years else asked.year


def _years(asked: Asked) -> tuple[int, ...]:
    return asked.ask.years or (asked.year,)


_FIELDS: dict[AskKind, Callable[[Asked], Fields]] = {
    AskKind.AWARD: lambda it: AwardFields(it.ask.names, it.ask.years, it.year, it.names, it.recipient),
    AskKind.RATING: lambda it: RatingFields(_years(it)),
    AskKind.INITIATIVE: lambda it: InitiativeOrNone(_years(it), it.today),
    AskKind.NO_DISCIPLINE: lambda it: ClearanceFields(Cleared.DISCIPLINE, it.unit, it.today),
    AskKind.NO_CASES: lambda it: ClearanceFields(Cleared.CASES, it.unit, it.today),
    AskKind.CONFIRMATION: lambda it: ConfirmationFields(it.ask.names, it.names, it.ask.years, it.user, it.today),
    AskKind.MEMBERS: _members,
    AskKind.MEMBERS_DISCIPLINE: _members,
    AskKind.MEMBERS_COMPLETED: _members,
    AskKind.CLUSTER_RANK: lambda it: RankFields(it.ask.names, it.names, _year(it)),
    AskKind.MOVEMENT: lambda it: MovementFields(it.ask.names, it.names, _year(it)),
    AskKind.SPELL: lambda it: SpellFields(it.ask.names, it.names, it.today),
    AskKind.SCORE: lambda it: ScoreFields(it.names, _year(it), it.today),
    AskKind.CLASS: lambda it: OwnFields(it.recipient, it.names, it.ask.names),
    AskKind.FOUNDED: lambda it: FoundedFields(it.recipient, it.names, it.year),
    AskKind.RETIREMENT: lambda it: RetirementFields(it.recipient, it.names),
}
"""The fields for each kind of question."""
