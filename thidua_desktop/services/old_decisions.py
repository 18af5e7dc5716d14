"""Old decisions in bulk: a list of former awards becomes whole decisions, locked, each line in the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import current
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.domain.ids import AwardRecordId, DecisionId, RecipientId
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow, RowState
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.old_decisions import OldDecision, grouped, judged
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.list_batches import list_name, note_list, record_of
from thidua_desktop.services.list_doctor import ListDoctorService
from thidua_desktop.services.list_recipients import ListRecipients
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import councils as wording

__all__ = ["OldDecision", "OldDecisionService", "OldDraft"]

_TOUCHED = frozenset({Kind.DECISION, Kind.RECIPIENT, Kind.AWARD_RECORD, Kind.LIST})


class OldDecisionsFaulty(AppError):
    """Decisions or rows of the list cannot be taken over; nothing is."""

    code = "old_decision.faulty"


class OldDecisionsNone(AppError):
    """The list names no decision with number and day."""

    code = "old_decision.none"


@dataclass(frozen=True, slots=True)
class OldDraft:
    """A list as it stands before the clerk: its decisions, and the rows that name none.

    ``doctor`` is what the import doctor makes of the file: its calls (columns, units, recipients, edits) give another
    one, which ``OldDecisionService.again`` divides anew.
    """

    doctor: DoctorDraft
    decisions: tuple[OldDecision, ...]
    left: tuple[DoctorRow, ...]

    @property
    def rows(self) -> list[DoctorRow]:
        """The rows that name a decision, decision by decision."""
        return [row for one in self.decisions for row in one.rows]

    @property
    def faulty(self) -> int:
        """How many decisions and rows stand in the way."""
        rows = (*self.rows, *self.left)
        return sum(one.problem is not None for one in self.decisions) + sum(
            row.state is RowState.FAULTY for row in rows
        )


class OldDecisionService:
    """Takes over decisions of earlier years."""

    def __init__(
        self, store: Store, doctor: ListDoctorService, rulebooks: RulebookService, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._doctor = doctor
        self._rulebooks = rulebooks
        self._today = today

    def read(self, path: Path) -> OldDraft:
        """What a file says (.xlsx, .xls, .ods, .csv, .docx, .pdf); nothing is kept.

        Raises:
            FileTrouble: the file cannot be read.
            Cancelled: the clerk does not want to wait.
        """
        return self.again(self._doctor.read(path, ListTarget.AWARD_HISTORY))

    def again(self, doctor: DoctorDraft) -> OldDraft:
        """A list that the clerk has corrected, divided into decisions anew."""
        decisions, left = grouped(doctor.taken)
        with self._store.read() as work:
            known = work.decision.decisions.of()
        return OldDraft(doctor, judged(decisions, known, self._today()), left)

    def store(self, draft: OldDraft) -> Changes:
        """Keep a list as one operation: its decisions, signed and locked, with lines and entries of the register.

        Rows that name no decision become entries of the register alone.

        Raises:
            OldDecisionsNone: there is no decision.
            OldDecisionsFaulty: a decision is there already or cannot be, or a row is faulty; nothing is kept.
            YearClosed: one belongs to a closed year.
            Cancelled: the clerk does not want to wait; nothing is kept.
        """
        checked = self.again(self._doctor.refreshed(draft.doctor))
        if not checked.decisions:
            raise OldDecisionsNone
        if checked.faulty:
            raise OldDecisionsFaulty(count=checked.faulty)
        name, count, lines = list_name(checked.doctor), len(checked.decisions), len(checked.rows)
        others = len(checked.left)
        operation = (
            self._store.write("decision.import_old_with_others", name=name, count=count, lines=lines, others=others)
            if others
            else self._store.write("decision.import_old", name=name, count=count, lines=lines)
        )
        with operation as work:
            created = self._keep_all(work, checked)
            note_list(work, checked.doctor)
        self._doctor.forget_pictures()
        code = "decision.import_old_with_others" if others else "decision.import_old"
        return Changes(code, _TOUCHED, tuple(created), {"count": count, "lines": lines})

    def _keep_all(self, work: Work, draft: OldDraft) -> list[DecisionId]:
        rows = [*draft.rows, *draft.left]
        whose = dict(zip([row.key for row in rows], ListRecipients(work, draft.doctor.target).tied(rows), strict=True))
        awards = {award.id: award for award in self._rulebooks.awards()}
        created = []
        for done, one in enumerate(draft.decisions):
            current().step(done, len(draft.decisions), Stage.KEEPING)
            created.append(_keep(work, one, [whose[row.key] for row in one.rows], awards))
        others = ((row, whose[row.key]) for row in draft.left)
        work.award_records.add_many([record_of(row, who) for row, who in others if who is not None])
        return created


def _keep(work: Work, one: OldDecision, whose: Sequence[RecipientId | None], awards: Mapping[str, Award]) -> DecisionId:
    ids = dict.fromkeys(row.row.award_id for row in one.rows)
    year = next((row.decision.year for row in one.rows if row.decision.year), None) or one.day.year
    decision = Decision(
        wording.decision_title([awards[each] for each in ids if each is not None and each in awards], year),
        one.decided_by,
        one.number,
        one.day,
        state=DecisionState.ISSUED,
        year=one.day.year,
        issued_on=one.day,
        historical=True,
    )
    decision_id = DecisionId(work.decision.decisions.save(decision))
    entries = [_entry(one, row, who, at) for at, (row, who) in enumerate(zip(one.rows, whose, strict=True), start=1)]
    records = work.award_records.add_many(entries)
    work.decision.lines.add_many(
        [_line(decision_id, entry, row, record) for entry, row, record in zip(entries, one.rows, records, strict=True)]
    )
    return decision_id


def _entry(one: OldDecision, row: DoctorRow, who: RecipientId | None, place: int) -> RegisterEntry:
    line = row.row
    return RegisterEntry(
        recipient_id=who or RecipientId(0),
        award_id=line.award_id or "",
        year=row.decision.year or one.day.year,
        name=line.name,
        decided_on=one.day,
        decision=one.number,
        decided_by=one.decided_by or None,
        occasion=line.occasion,
        achievement=line.citation,
        position=line.position,
        unit=line.unit or (row.unit.name if row.unit is not None else None),
        unit_id=row.unit.unit_id if row.unit is not None else None,
        golden_book=str(place),
        note=line.note,
    )


def _line(decision_id: DecisionId, entry: RegisterEntry, row: DoctorRow, record: AwardRecordId) -> DecisionLine:
    place = int(entry.golden_book or 1)
    return DecisionLine(
        nomination_id=None,
        name=entry.name,
        award_id=entry.award_id,
        kind=row.row.kind.value,
        honorific=row.row.honorific or "",
        position=entry.position or "",
        unit=entry.unit or "",
        achievement=entry.achievement or "",
        golden_book=place,
        award_record_id=record,
        decision_id=decision_id,
        place=place,
    )
