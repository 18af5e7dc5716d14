"""A list is stored as a whole, as one operation, or not at all; one key takes all of it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import current
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import EntryId, RecipientId, RoundId, SubmissionId
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow, KeptImport, KnownLayout, RowState
from thidua_desktop.domain.lists import ListTarget, Repair
from thidua_desktop.domain.nominations import LineSource, Nomination
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.stages import Stage
from thidua_desktop.domain.submissions import Submission
from thidua_desktop.domain.units import UnitSpelling
from thidua_desktop.services.list_doctor import ListDoctorService
from thidua_desktop.services.list_recipients import ListRecipients
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import list_words

_KINDS = frozenset({Kind.LIST, Kind.RECIPIENT, Kind.UNIT})
_MOST_REPAIRS = 2_000
"""Repairs of one list that are kept; the file itself shows the others."""
_STEP = 500
_STORING = "list.import_"
_LOOK_BACK = 100
"""Operations among which that of a list is looked for."""


class ListRefused(AppError):
    """What was read is no list."""

    code = "doctor.refused"


class ListRowsFaulty(AppError):
    """Rows that are to be stored cannot be."""

    code = "doctor.rows_faulty"


class ListEmpty(AppError):
    """No row is to be stored."""

    code = "doctor.nothing_taken"


class ListAlreadyKept(AppError):
    """A file with the same content was stored before."""

    code = "doctor.already"


class ListRoundMissing(AppError):
    """Nominations have to go into a round."""

    code = "doctor.no_round"


class ListBatchService:
    """Keeps what the clerk has accepted."""

    def __init__(self, store: Store, doctor: ListDoctorService) -> None:
        self._store = store
        self._doctor = doctor

    def store(
        self,
        draft: DoctorDraft,
        *,
        submission_id: SubmissionId | None = None,
        learn: bool = True,
        again: bool = False,
    ) -> Changes:
        """Store the rows that are taken, as one operation.

        ``created`` are the ids of the nominations, recipients or records in the order of the rows.

        Args:
            draft: as the clerk has accepted it; looked at once more if the store has changed meanwhile.
            submission_id: what the unit sent the nominations with; without it that of the sender in the
                round; a sender that was not expected is from then on.
            learn: remember how the clerk has understood columns and units.
            again: although a file with the same content is there already.

        Raises:
            ListRefused, ListRowsFaulty, ListEmpty, ListAlreadyKept, ListRoundMissing: nothing has been stored.
            RecordMissing: round or submission are not there any more.
            YearClosed: the round belongs to a closed year.
            Cancelled: the clerk does not want to wait; nothing has been stored.
        """
        draft = self._doctor.refreshed(draft)
        _refuse(draft, again=again)
        try:
            match draft.target:
                case ListTarget.NOMINATIONS:
                    return self._store_nominations(draft, submission_id, learn=learn)
                case ListTarget.PEOPLE:
                    return self._store_people(draft, learn=learn)
                case ListTarget.AWARD_HISTORY:
                    return self._store_history(draft, learn=learn)
        finally:
            self._doctor.forget_pictures()

    def last_kept(self) -> EntryId | None:
        """The operation by which a list was stored last: right after ``store`` that of the list.

        What the clerk has done elsewhere in the window meanwhile is passed over, lest it be taken back for the list.
        """
        with self._store.read() as work:
            latest = work.journal.recent(_LOOK_BACK)
        return next((each.id for each in latest if each.operation.startswith(_STORING)), None)

    def imports(self, round_id: RoundId | None = None) -> tuple[KeptImport, ...]:
        """The lists that were stored, into a round or at all, the latest first."""
        with self._store.read() as work:
            return work.list_imports.of_round(round_id)

    def _store_nominations(self, draft: DoctorDraft, submission_id: SubmissionId | None, *, learn: bool) -> Changes:
        if draft.round_id is None:
            raise ListRoundMissing
        rows = draft.taken
        with self._store.read() as work:
            round_name = brief(work.rounds.get(draft.round_id).name)
        name = list_name(draft)
        with self._store.write("list.import_nominations", name=name, count=len(rows), round=round_name) as work:
            work.rounds.get(draft.round_id)
            submission_id = submission_id or _submission(work, draft, draft.round_id)
            whose = ListRecipients(work, draft.target).tied(rows)
            lines = (
                nomination_of(row, draft, who, submission_id, draft.round_id)
                for row, who in zip(rows, whose, strict=True)
            )
            created = work.nominations.add_made(lines, len(rows))
            note_list(work, draft, submission_id, learn=learn)
        touched = _KINDS | {Kind.NOMINATION, Kind.SUBMISSION}
        return Changes("list.import_nominations", touched, created, {"count": len(rows), "round": round_name})

    def _store_people(self, draft: DoctorDraft, *, learn: bool) -> Changes:
        rows = draft.taken
        with self._store.write("list.import_people", name=list_name(draft), count=len(rows)) as work:
            people = ListRecipients(work, draft.target)
            whose = people.tied(rows)
            people.complete(rows, whose)
            note_list(work, draft, learn=learn)
        return Changes("list.import_people", _KINDS, _known(whose), {"count": len(rows)})

    def _store_history(self, draft: DoctorDraft, *, learn: bool) -> Changes:
        rows = draft.taken
        with self._store.write("list.import_history", name=list_name(draft), count=len(rows)) as work:
            whose = ListRecipients(work, draft.target).tied(rows)
            entries = (record_of(row, who) for row, who in zip(rows, whose, strict=True) if who is not None)
            created = work.award_records.add_made(entries, sum(who is not None for who in whose))
            note_list(work, draft, learn=learn)
        return Changes("list.import_history", _KINDS | {Kind.AWARD_RECORD}, created, {"count": len(rows)})


def note_list(work: Work, draft: DoctorDraft, submission_id: SubmissionId | None = None, *, learn: bool = True) -> None:
    """Take note of a list that is being stored, and of what was learned from it."""
    current().step(0, 0, Stage.KEEPING)
    work.list_imports.add(
        KeptImport(
            target=draft.target,
            file_name=list_name(draft),
            sha256=draft.sha256,
            read_rows=len(draft.rows),
            round_id=draft.round_id if draft.target is ListTarget.NOMINATIONS else None,
            submission_id=submission_id,
            repairs=_repairs(draft),
        )
    )
    if learn:
        _learn(work, draft)


def sender_submission(work: Work, draft: DoctorDraft, round_id: RoundId) -> SubmissionId | None:
    """The submission of the list's sender in the round; None where there is none yet."""
    if draft.unit_id is None:
        return None
    found = work.submissions.of_round(round_id)
    return next((each.id for each in found if each.unit_id == draft.unit_id), None)


def _submission(work: Work, draft: DoctorDraft, round_id: RoundId) -> SubmissionId | None:
    """The submission of the list's sender, made where there is none; its papers are received in a step of their own."""
    if draft.unit_id is None:
        return None
    there = sender_submission(work, draft, round_id)
    return there or work.submissions.save(Submission(round_id, draft.unit_id))


def _refuse(draft: DoctorDraft, *, again: bool) -> None:
    if draft.refused is not None:
        raise ListRefused(name=list_name(draft))
    faulty = sum(row.state is RowState.FAULTY for row in draft.rows)
    if faulty:
        raise ListRowsFaulty(count=faulty)
    if not draft.taken:
        raise ListEmpty
    if draft.already and not again:
        raise ListAlreadyKept(name=list_name(draft))


def list_name(draft: DoctorDraft) -> str:
    """What a list is called in the journal."""
    return brief(draft.name) or list_words.CLIPBOARD


def _known(whose: Sequence[RecipientId | None]) -> tuple[int, ...]:
    return tuple(who for who in whose if who is not None)


def nomination_of(
    row: DoctorRow,
    draft: DoctorDraft,
    recipient_id: RecipientId | None,
    submission_id: SubmissionId | None,
    round_id: RoundId,
) -> Nomination:
    """The line of a round that a row becomes."""
    line = row.row
    return Nomination(
        round_id=round_id,
        kind=line.kind,
        name=line.name,
        award_id=line.award_id or "",
        honorific=line.honorific,
        gender=line.gender,
        birth=line.birth,
        id_number=line.id_number,
        position=line.position,
        unit=line.unit or (row.unit.name if row.unit is not None else None),
        occasion=row.occasion,
        citation=line.citation,
        note=line.note,
        recipient_id=recipient_id,
        unit_id=row.unit.unit_id if row.unit is not None else None,
        submission_id=submission_id,
        source=LineSource(draft.name, line.source.sheet, line.source.row or line.source.line),
    )


def record_of(row: DoctorRow, recipient_id: RecipientId) -> RegisterEntry:
    """The entry of the register that a row becomes, as far as the row says."""
    line, decided = row.row, row.decision
    return RegisterEntry(
        recipient_id=recipient_id,
        award_id=line.award_id or "",
        year=decided.year or 0,
        name=line.name,
        decided_on=decided.decided_on,
        decision=decided.number,
        decided_by=decided.decided_by,
        occasion=line.occasion,
        achievement=line.citation,
        position=line.position,
        unit=line.unit or (row.unit.name if row.unit is not None else None),
        unit_id=row.unit.unit_id if row.unit is not None else None,
        note=line.note,
    )


def _repairs(draft: DoctorDraft) -> tuple[str, ...]:
    """Every repair with its place, and every row that the clerk left out with the reason."""
    made = [_told(repair) for repair in draft.repairs]
    for done, row in enumerate(draft.rows):
        if done % _STEP == 0:
            current().step(done, len(draft.rows), Stage.KEEPING)
        made += [_told(repair) for repair in row.repairs]
        if not row.taken:
            made.append(f"{_place(row.row.source.sheet, row.row.source.row)}: {row.row.name} – {row.reason or ''}")
    return tuple(made[:_MOST_REPAIRS])


def _told(repair: Repair) -> str:
    return f"{_place(repair.source.sheet, repair.source.row)}: {repair.before} → {repair.after}"


def _place(sheet: str | None, row: int | None) -> str:
    return "!".join(str(part) for part in (sheet, row) if part is not None)


def _learn(work: Work, draft: DoctorDraft) -> None:
    """Keep the columns that the clerk has changed, and the spellings of units that the clerk has settled."""
    tables = {column.table for column in draft.columns}
    for headings, columns in draft.wishes.agreed.layouts.items():
        if headings in tables:
            work.list_layouts.keep(KnownLayout(draft.target, headings, columns, draft.unit_id))
    for key, unit_id in draft.wishes.units.items():
        if unit_id is None:
            continue
        text = draft.wishes.unit_texts[key]
        former = work.unit_spellings.spelled(text)
        spelling = UnitSpelling(unit_id, text, None) if former is None else replace(former, unit_id=unit_id)
        work.unit_spellings.save(spelling)
