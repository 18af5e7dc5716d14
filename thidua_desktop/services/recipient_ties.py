"""Lines of lists and rounds tied to the recipients and units that they mean; what is unsure is left to the clerk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId, UnitId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipient_matching import Certainty, Match, RecipientIndex, RecipientLine
from thidua_desktop.domain.unit_finding import UnitMatch
from thidua_desktop.services.recipient_index import unit_places
from thidua_desktop.services.recipients import as_kept, check_number
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["Intake", "RecipientTieService", "Tie", "TieProposal", "line_of"]

_TIED = frozenset({Kind.NOMINATION, Kind.RECIPIENT})


@dataclass(frozen=True, slots=True)
class Tie:
    """Whom a line means, as the clerk says; None for nobody known."""

    nomination_id: NominationId
    recipient_id: RecipientId | None
    unit_id: UnitId | None


@dataclass(frozen=True, slots=True)
class TieProposal:
    """Whom a line seems to mean, and which unit."""

    nomination: Nomination
    match: Match
    unit: UnitMatch


class Intake:
    """Everybody known, within one state of the file: matches many lines, and makes new recipients as it goes."""

    def __init__(self, work: Work, day: date) -> None:
        """``day`` is the day of the list: units are those of that day."""
        self._work, self._day = work, day
        self.tree = work.units.tree()
        self._index = RecipientIndex(work.recipients.all(), unit_places(self.tree, day))

    def unit(self, text: str | None) -> UnitMatch:
        """The unit that a text means on the day of the list."""
        return self.tree.find(text or "", self._day)

    def match(self, line: RecipientLine) -> Match:
        """Whom a line means; as ``RecipientIndex.match``."""
        return self._index.match(line)

    def make(self, line: RecipientLine) -> RecipientId:
        """Keep a new recipient in the running operation and know it from now on.

        Raises:
            RecipientNameMissing: the line has no name.
            RecipientNumberTaken: somebody known has its identity number.
        """
        recipient = as_kept(line.recipient())
        check_number(self._work, recipient)
        recipient_id = self._work.recipients.save(recipient)
        self._index.add(replace(recipient, id=recipient_id))
        return recipient_id

    def find_or_make(self, line: RecipientLine) -> RecipientId | None:
        """The recipient that a line means for certain, a new one where nobody comes into question, None otherwise."""
        found = self.match(line)
        return self.make(line) if found.certainty is Certainty.NONE else found.recipient_id

    def tied(
        self,
        nominations: Sequence[Nomination],
        *,
        make_missing: bool = True,
        chosen: Mapping[int, RecipientId | None] | None = None,
    ) -> tuple[Nomination, ...]:
        """Lines with their recipient and unit, where these are certain.

        Args:
            nominations: lines, tied ones among them, which stay as they are.
            make_missing: whether recipients that nobody knows are made; lines that may mean somebody stay untied.
            chosen: by the place of a line, whom the clerk said it means; None for a new recipient.
        """
        said = chosen or {}
        return tuple(
            self._tied(line, make_missing=make_missing, said=said.get(place, _UNSAID))
            for place, line in enumerate(nominations)
        )

    def _tied(self, line: Nomination, *, make_missing: bool, said: RecipientId | _Unsaid | None) -> Nomination:
        unit_id = line.unit_id if line.unit_id is not None else self.unit(line.unit).unit_id
        if line.recipient_id is not None:
            return replace(line, unit_id=unit_id)
        wanted = line_of(line, unit_id)
        if not isinstance(said, _Unsaid):
            recipient_id: RecipientId | None = self.make(wanted) if said is None else said
        elif make_missing:
            recipient_id = self.find_or_make(wanted)
        else:
            recipient_id = self.match(wanted).recipient_id
        return replace(line, recipient_id=recipient_id, unit_id=unit_id)


class RecipientTieService:
    """Ties the lines of rounds."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def proposals(self, round_id: RoundId) -> tuple[TieProposal, ...]:
        """Whom the lines of a round without a recipient seem to mean."""
        with self._store.read() as work:
            intake = Intake(work, self._today())
            untied = [line for line in work.nominations.of_round(round_id) if line.recipient_id is None]
            return tuple(_proposal(intake, line) for line in untied)

    def tie(self, ties: Sequence[Tie]) -> Changes:
        """Keep whom lines mean, as the clerk says, as one operation.

        Raises:
            RecordMissing: a line or a recipient is not there any more.
        """
        with self._store.write("recipient.tie", count=len(ties)) as work:
            for recipient_id in {tie.recipient_id for tie in ties if tie.recipient_id is not None}:
                work.recipients.get(recipient_id)
            lines = zip(work.nominations.among(tie.nomination_id for tie in ties), ties, strict=True)
            work.nominations.save_many(
                [replace(line, recipient_id=tie.recipient_id, unit_id=tie.unit_id) for line, tie in lines]
            )
        return Changes("recipient.tie", _TIED)

    def make(self, nomination_ids: Sequence[NominationId]) -> Changes:
        """Make new recipients of lines, whoever they look like, as one operation."""
        with self._store.write("recipient.make", count=len(nomination_ids)) as work:
            lines = work.nominations.among(nomination_ids)
            told = dict.fromkeys(range(len(lines)), None)
            made = Intake(work, self._today()).tied(lines, chosen=told)
            work.nominations.save_many(made)
        created = tuple(line.recipient_id for line in made if line.recipient_id is not None)
        return Changes("recipient.make", _TIED, created)

    def tie_round(self, round_id: RoundId) -> Changes:
        """Tie every line of a round that means somebody for certain, and make those whom nobody knows.

        ``Changes.params`` says how many lines were ``tied`` and how many are ``left`` to the clerk.
        """
        with self._store.write("recipient.tie_round") as work:
            lines = work.nominations.of_round(round_id)
            done = Intake(work, self._today()).tied(lines)
            changed = [after for before, after in zip(lines, done, strict=True) if before != after]
            work.nominations.save_many(changed)
        left = sum(line.recipient_id is None for line in done)
        return Changes("recipient.tie_round", _TIED, params={"tied": len(changed), "left": left})


class _Unsaid:
    """The clerk has said nothing of a line."""


_UNSAID = _Unsaid()


def line_of(nomination: Nomination, unit_id: UnitId | None) -> RecipientLine:
    """Whom a nomination means, in the words of its line."""
    return RecipientLine(
        kind=nomination.kind,
        name=nomination.name,
        id_number=nomination.id_number,
        birth=nomination.birth,
        gender=nomination.gender,
        honorific=nomination.honorific,
        position=nomination.position,
        unit=nomination.unit,
        unit_id=unit_id,
    )


def _proposal(intake: Intake, line: Nomination) -> TieProposal:
    unit = intake.unit(line.unit)
    return TieProposal(line, intake.match(line_of(line, line.unit_id or unit.unit_id)), unit)
