"""Facts about recipients: kept, read back as one file, taken away and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from tests.domain.eligibility.files import COLLECTIVE, LDTT, LETTER, PERSON, held, ideas, members, post, rated, worked
from tests.domain.eligibility.test_properties import FILES
from tests.services.filed import NAME, facts_of, keep_file, keep_files
from tests.services.steps_evidence import DAY, ONE_OF_EACH
from thidua_desktop.domain.evidence import (
    CaseKind,
    Clearance,
    Cleared,
    ClusterRank,
    Confirmation,
    Evidence,
    Initiative,
    MemberFigures,
    MovementResult,
    OpenCase,
    Rating,
    Reach,
    Spell,
    YearRating,
)
from thidua_desktop.domain.facts import Fact, FactKind, KeptFact, kind_of
from thidua_desktop.domain.ids import FactId, RecipientId
from thidua_desktop.services.evidence import DatesReversed, EvidenceService, FactIncomplete
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import labels, messages


@pytest.fixture
def evidence(store: Store) -> EvidenceService:
    return EvidenceService(store)


@pytest.fixture
def an(store: Store) -> RecipientId:
    return keep_file(store, Evidence("", PERSON.kind, NAME))


def test_there_is_one_of_each_kind() -> None:
    assert [kind_of(fact) for fact in ONE_OF_EACH] == list(FactKind)
    assert all(labels.of(kind) for kind in FactKind)


@pytest.mark.parametrize("fact", ONE_OF_EACH, ids=lambda fact: kind_of(fact).value)
def test_a_fact_is_kept_changed_and_taken_away(evidence: EvidenceService, an: RecipientId, fact: Fact) -> None:
    (fact_id,) = evidence.save(KeptFact(an, fact)).created
    kept = KeptFact(an, fact, FactId(fact_id))
    assert evidence.of(an) == (kept,)
    assert evidence.save(kept).created == ()
    assert evidence.of(an) == (kept,)
    evidence.remove([(kept.kind, FactId(fact_id))])
    assert evidence.of(an) == ()


@settings(max_examples=25, deadline=None)
@given(file=FILES)
def test_a_file_comes_back_as_it_was_kept(one_store: Store, file: Evidence) -> None:
    recipient_id = keep_file(one_store, file)
    found = EvidenceService(one_store).file(recipient_id)
    for name in set(Evidence.__slots__) - {"key", "posts", "members"}:
        assert getattr(found, name) == getattr(file, name), name
    assert sorted(found.posts, key=str) == sorted(file.posts, key=str)
    assert [_members(one) for one in found.members] == [_members(one) for one in file.members]


def _members(figures: MemberFigures) -> MemberFigures:
    """An award counts once among the holders."""
    return replace(figures, holders=tuple(sorted(dict(figures.holders).items())))


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One office file for all examples of a property."""
    with Store.open(tmp_path_factory.mktemp("ho-so") / "co-quan.tdkt", create=True) as store:
        yield store


def test_many_files_are_read_together_as_they_are_one_by_one(store: Store, evidence: EvidenceService) -> None:
    files = (
        replace(PERSON, awards=held(LDTT, 2022, 2023), ratings=rated(2020, 2023), posts=post("director", 2015)),
        replace(PERSON, name="Trần Thị Bình", initiatives=ideas(Reach.UNIT, 2023), spells=worked("sector", 2001)),
        replace(COLLECTIVE, members=members(2023, 12, ldtt=10)),
    )
    ids = keep_files(store, files)
    together = evidence.files()
    assert list(together) == list(ids)
    assert together == evidence.files(reversed(ids)) == {one: evidence.file(one) for one in ids}


def test_a_merged_recipient_has_the_file_of_the_other(store: Store, evidence: EvidenceService) -> None:
    first, second, third = keep_files(store, [PERSON, replace(PERSON, ratings=rated(2023, 2023)), PERSON])
    with store.write("recipient.merge", name="") as work:
        for old, new in ((third, first), (first, second)):
            work.recipients.save(replace(work.recipients.get(old), merged_into=new))
    files = evidence.files([first, second, third])
    assert {one.key for one in files.values()} == {str(second)}
    assert list(evidence.files()) == [second]


def test_withdrawn_awards_and_what_lies_in_the_trash_are_no_evidence(store: Store, evidence: EvidenceService) -> None:
    an = keep_file(store, replace(PERSON, awards=held(LDTT, 2021, 2022, 2023)))
    with store.write("award_record.save", name="") as work:
        taken_back, deleted, _ = work.award_records.of_recipient(an)
        work.award_records.save(replace(taken_back, state=type(taken_back.state).WITHDRAWN))
        work.award_records.trash([deleted.id])
    assert len(evidence.file(an).awards) == 1
    with store.write("recipient.delete", count=1) as work:
        work.recipients.trash([an])
    assert evidence.files([an]) == {}
    with pytest.raises(RecordMissing):
        evidence.file(an)


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        (YearRating(204, Rating.DONE), "year"),
        (Initiative(2023, Reach.UNIT, " "), "name"),
        (Clearance(Cleared.CASES, DAY, ""), "by"),
        (MemberFigures(2023, -1), "members"),
        (MemberFigures(2023, 5, ((LDTT, -2),)), "holders"),
        (ClusterRank(2023, "bo_tinh", 0), "rank"),
        (MovementResult(2023, "", 3, "close"), "launched_by"),
        (Confirmation("", True, LETTER), "code"),
        (Spell("", DAY), "kind"),
    ],
)
def test_a_fact_that_says_nothing_is_refused(
    evidence: EvidenceService, an: RecipientId, fact: Fact, field: str
) -> None:
    with pytest.raises(FactIncomplete) as caught:
        evidence.save(KeptFact(an, fact))
    assert caught.value.params["field"] == field
    assert labels.of(kind_of(fact)) in messages.error(caught.value)
    assert evidence.of(an) == ()


def test_an_end_before_the_beginning_is_refused(evidence: EvidenceService, an: RecipientId) -> None:
    for fact in (Spell("sector", DAY, date(2023, 1, 1)), OpenCase(CaseKind.PRESS, DAY, date(2024, 2, 1))):
        with pytest.raises(DatesReversed):
            evidence.save(KeptFact(an, fact))


def test_all_or_none_of_several(evidence: EvidenceService, an: RecipientId) -> None:
    nobody = RecipientId(99)
    with pytest.raises(RecordMissing):
        evidence.save_many([KeptFact(an, YearRating(2023, Rating.DONE)), KeptFact(nobody, ONE_OF_EACH[0])])
    assert evidence.of(an) == ()
    assert len(evidence.save_many([KeptFact(an, fact) for fact in ONE_OF_EACH]).created) == len(ONE_OF_EACH)
    with pytest.raises(RecordMissing):
        evidence.remove([(FactKind.RATING, FactId(1)), (FactKind.RATING, FactId(77))])
    assert len(evidence.of(an)) == len(ONE_OF_EACH)


def test_a_fact_of_nobody_is_refused(evidence: EvidenceService) -> None:
    with pytest.raises(RecordMissing):
        evidence.save(KeptFact(RecipientId(99), ONE_OF_EACH[0]))
    assert facts_of(PERSON)
