"""Recipients with files and lines that name them, put straight into the tables; the services are what is tested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from tests.domain.eligibility.files import LETTER
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import AwardRecord, Evidence
from thidua_desktop.domain.facts import Fact, KeptFact
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.submissions import Submission, SubmissionState
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

NAME = "Nguyễn Văn An"
LINE = Nomination(RoundId(0), RecipientKind.PERSON, NAME, "chien_si_thi_dua_co_so")


def facts_of(file: Evidence) -> tuple[Fact, ...]:
    """The facts of a file: everything but awards and posts."""
    return (
        *(*file.ratings, *file.initiatives, *file.spells, *file.discipline, *file.cases, *file.clearances),
        *(*file.members, *file.ranks, *file.movements, *file.scores, *file.confirmations),
    )


def keep_file(store: Store, file: Evidence, unit_id: UnitId | None = None) -> RecipientId:
    """A recipient of the directory with all that a file knows."""
    with store.write("recipient.save", name=file.name) as work:
        return _kept(work, file, unit_id)


def keep_files(store: Store, files: Iterable[Evidence]) -> tuple[RecipientId, ...]:
    """Several recipients in one operation."""
    with store.write("recipient.save_many", count=0) as work:
        return tuple(_kept(work, file, None) for file in files)


def _kept(work: Work, file: Evidence, unit_id: UnitId | None) -> RecipientId:
    recipient = Recipient(
        kind=file.kind,
        name=file.name,
        gender=file.gender,
        unit_id=unit_id,
        classes=tuple(sorted(file.classes)),
        founded=file.founded,
        later_retirement=file.later_retirement,
        awards_known_from=file.awards_known_from,
        initiatives_known_from=file.initiatives_known_from,
    )
    recipient_id = work.recipients.save(recipient)
    for fact in facts_of(file):
        work.facts.save(KeptFact(recipient_id, fact))
    work.award_records.add_many([entry(recipient_id, record, file.name) for record in file.awards])
    posts = [
        Post(recipient_id, post.title, group=post.group, since=post.since, until=post.until) for post in file.posts
    ]
    work.posts.save_all(recipient_id, posts)
    return recipient_id


def entry(recipient_id: RecipientId, record: AwardRecord, name: str = NAME) -> RegisterEntry:
    """An award record as the register keeps it."""
    return RegisterEntry(
        recipient_id=recipient_id,
        award_id=record.award_id,
        year=record.year,
        name=name,
        decided_on=record.day,
        decision=record.decision,
        occasion=record.occasion,
        counted_from=record.counted_from,
        counted_to=record.counted_to,
        achievement=record.achievement,
    )


def keep_round(
    store: Store, lines: Sequence[Nomination], round_: Round | None = None
) -> tuple[RoundId, list[NominationId]]:
    """A round with lines."""
    with store.write("round.save", name="") as work:
        round_id = work.rounds.save(round_ or Round("Tổng kết năm 2024", 2024, closes=date(2024, 6, 1)))
        return round_id, [work.nominations.save(replace(line, round_id=round_id)) for line in lines]


def keep_unit(store: Store, name: str) -> UnitId:
    with store.write("unit.save", name=name) as work:
        return work.units.save(Unit(name))


def keep_letter(
    store: Store, round_id: RoundId, unit_id: UnitId, written_on: date | None, received_on: date | None = None
) -> SubmissionId:
    """A unit's submission with the days of its letter."""
    with store.write("submission.save", name="") as work:
        return work.submissions.save(
            Submission(
                round_id,
                unit_id,
                SubmissionState.RECEIVED,
                letter_number=LETTER,
                letter_on=written_on,
                received_on=received_on,
            )
        )
