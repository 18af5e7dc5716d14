"""Recipients, posts, events and the register come back from the tables as they were given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage import samples
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.unit_events import UnitEvent, UnitEventKind
from thidua_desktop.domain.units import Unit, UnitSpelling
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

FEW = settings(
    max_examples=25, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ME = RecipientId(1)


@pytest.fixture
def work(store: Store) -> Iterator[Work]:
    with store.write("test") as opened:
        yield opened


@FEW
@given(st.lists(samples.RECIPIENTS, min_size=1, max_size=3))
def test_recipients_one_by_one_and_many_at_once(work: Work, given_: list[Recipient]) -> None:
    one = work.recipients.save(given_[0])
    assert work.recipients.get(one) == replace(given_[0], id=one)
    ids = work.recipients.add_many(given_)
    assert [work.recipients.get(each) for each in ids] == [
        replace(told, id=each) for told, each in zip(given_, ids, strict=True)
    ]
    assert work.recipients.living([*ids, RecipientId(10**6)]).keys() == {*ids}


@FEW
@given(st.lists(samples.posts(ME), max_size=3), st.lists(samples.entries(ME), min_size=1, max_size=3))
def test_posts_and_entries(work: Work, posts: list[Post], entries: list[RegisterEntry]) -> None:
    who = work.recipients.save(person())
    mine = [replace(post, recipient_id=who) for post in posts]
    ids = work.posts.save_all(who, mine)
    told = {replace(post, id=each) for post, each in zip(mine, ids, strict=True)}
    assert {*work.posts.of_recipient(who)} == told
    assert {*work.posts.of_recipients([who]).get(who, ())} == told
    awards = [replace(entry, recipient_id=who) for entry in entries]
    kept = work.award_records.add_many(awards)
    assert {*work.award_records.of_recipient(who)} == {
        replace(entry, id=each) for entry, each in zip(awards, kept, strict=True)
    }
    assert work.award_records.of_recipients([who])[who] == work.award_records.of_recipient(who)


def person() -> Recipient:
    """Somebody to whom the rest belongs."""
    return Recipient(kind=RecipientKind.PERSON, name="An")


@pytest.mark.parametrize("kind", [Recipient, Post, RegisterEntry])
def test_no_field_is_forgotten_by_the_samples(kind: type) -> None:
    made = {Recipient: samples.RECIPIENTS, Post: samples.posts(ME), RegisterEntry: samples.entries(ME)}[kind]
    seen: dict[str, set[str]] = {field.name: set() for field in fields(kind)}

    @settings(max_examples=60, deadline=None, database=None)
    @given(made)
    def look(value: object) -> None:
        for field in fields(kind):
            seen[field.name].add(repr(getattr(value, field.name)))

    look()
    constant = {name for name, values in seen.items() if len(values) < 2}
    assert constant <= {"id", "unit_id", "merged_into", "recipient_id", "nomination_id"}


def test_events_with_their_units_in_order(work: Work) -> None:
    ids = [work.units.save(Unit(name)) for name in ("B", "A", "C")]
    event = UnitEvent(UnitEventKind.MERGE, date(2025, 3, 1), (ids[1], ids[0]), (ids[2],), "10/QĐ", "Ghi chú")
    event_id = work.unit_events.add(event)
    assert work.unit_events.all() == (replace(event, id=event_id),)
    work.unit_events.remove(event_id)
    assert work.unit_events.all() == ()
    with pytest.raises(RecordMissing):
        work.unit_events.save(replace(event, id=event_id))


def test_a_post_of_somebody_else_is_not_taken_over(work: Work) -> None:
    first, second = (work.recipients.save(person()) for _ in range(2))
    (post_id,) = work.posts.save_all(first, [Post(first, "Chuyên viên")])
    with pytest.raises(RecordMissing):
        work.posts.save_all(second, [Post(second, "Chuyên viên", id=post_id)])


def test_names_are_found_by_what_was_learned(work: Work) -> None:
    unit = work.units.save(Unit("Sở Nội vụ"))
    work.unit_spellings.save(UnitSpelling(unit, "Sở NV"))
    assert work.units.named("so nv") == unit
    assert work.units.found_or_made("SỞ NV") == unit
    assert work.units.named("Sở khác") is None
    assert work.unit_links.uses(UnitId(99)) == {}
