"""What the window of the history reads, off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.history import Entry, in_force
from thidua_desktop.services.container import Services
from thidua_desktop.ui.history.columns import Line, lines_of
from thidua_desktop.wording import history
from thidua_desktop.wording.history import FieldChange, Names

MOST = 2000
"""Operations that are listed; about a year of an office's work."""
_FIELDS = 3000
"""Fields of one operation that are listed; an import of a long list has more."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record whose history is looked at, as the heading calls it."""

    kind: Kind
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Going:
    """What going back (or forward again) to an operation would do."""

    taken_back: int
    """Operations that would no longer be in force."""
    brought_back: int
    """Operations that would be in force again."""


@dataclass(frozen=True, slots=True)
class Told:
    """The fields that an operation changed, and how many more there are than are listed."""

    lines: tuple[FieldChange, ...]
    left_out: int


def entries(services: Services, record: Record | None) -> tuple[Line, ...]:
    """The latest operations, or those that touched one record; the last one first."""
    every = services.history.recent(MOST)
    wanted = every if record is None else services.history.of_record(record.kind, record.id)
    return lines_of(wanted, every)


def fields(services: Services, entry: Entry, record: Record | None, awards: Mapping[str, str]) -> Told:
    """What an operation changed, or what it changed of one record."""
    changes = services.history.changes(entry.id)
    if record is not None:
        changes = history.of_record(changes, record.kind, record.id)
    tasks = services.history.task_texts(history.task_ids(changes))
    names = replace(_names(services, tasks, awards), records=services.history.record_names(history.references(changes)))
    told = history.field_changes(changes, names)
    return Told(told[:_FIELDS], max(0, len(told) - _FIELDS))


def _names(services: Services, tasks: Mapping[int, str], awards: Mapping[str, str]) -> Names:
    books = services.rulebooks.books()
    classes = {code: name for book in books for code, name in book.vocabulary.classes.items()}
    posts = {code: name for book in books for code, name in book.vocabulary.posts.items()}
    codes: dict[str, str] = {}
    for said in (book.vocabulary for book in books):
        codes |= {**said.questions, **said.spells, **said.areas, **said.bodies}
    return Names(tasks, awards, services.dossiers.document_names(), classes, posts, codes)


def going(services: Services, entry: Entry) -> Going:
    """How many operations going to the moment after ``entry`` takes out of force and brings back into it."""
    every = services.history.recent(max(MOST, len(services.history.after(entry.id)) + 1))
    now, then = in_force(every), in_force(every, entry.id)
    return Going(len(now - then), len(then - now))
