"""Undo and redo: each is a new operation that puts rows back to what the journal kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.history import GOING_BACK, Entry, RowChange, Step, is_undone, last_done, last_undone
from thidua_desktop.domain.ids import EntryId
from thidua_desktop.storage.errors import YearClosed
from thidua_desktop.storage.reversal import ChangedSince
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["ChangedSince", "Done", "NothingToRedo", "NothingToUndo", "UndoService"]

_LOOK_BACK = (50, 1000)
"""How many operations back "the last one" is looked for: a few first, since the menu asks after every step."""


class NothingToUndo(AppError):
    """No operation is left to take back, or the one named has been taken back already."""

    code = "undo.nothing"


class NothingToRedo(AppError):
    """Nothing has been taken back since the last change."""

    code = "redo.nothing"


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation has changed, and its number in the journal: None where nothing has changed."""

    changes: Changes
    entry_id: EntryId | None


class UndoService:
    """Takes operations back, and those takings-back too."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def doing(self, work: Callable[[], Changes]) -> Done:
        """Do something that is one operation, and say which one it was, whatever other threads do meanwhile."""
        before = self._store.finished()
        changes = work()
        entry_id = self._store.finished()
        return Done(changes, None if entry_id == before else entry_id)

    def next_undo(self) -> Entry | None:
        """The operation that ``undo`` without a number would take back; None where there is none."""
        with self._store.read() as work:
            step = last_done(_latest(work))
            return None if step is None else work.journal.get(step.id)

    def next_redo(self) -> Entry | None:
        """The operation that ``redo`` would do again; None where there is none."""
        return self._next_redo()[1]

    def undo(self, entry_id: EntryId | None = None) -> Changes:
        """Take one operation back: the last one, or the one with this number.

        Raises:
            NothingToUndo: there is none, or it has been taken back already.
            YearClosed: it concerns a closed year; the closing itself can be taken back as long as it is the last step.
            ChangedSince: a later operation has changed the same thing; nothing has been taken back.
        """
        last = self.next_undo()
        entry = last if entry_id is None else self._done(entry_id)
        if entry is None:
            raise NothingToUndo
        with self._store.write("undo", undoes=entry.id, of=_named(entry)) as work:
            changes = work.journal.changes(entry.id)
            if last is None or entry.id != last.id:
                _refuse_reopening(changes)
            _take_back(work, entry, changes)
        return Changes("undo", entry.touched)

    def redo(self) -> Changes:
        """Do again what was taken back last.

        Raises:
            NothingToRedo: nothing was taken back, or something else has been done since.
        """
        undone, entry = self._next_redo()
        if undone is None or entry is None:
            raise NothingToRedo
        with self._store.write("redo", undoes=undone.id, of=_named(entry)) as work:
            _take_back(work, entry, work.journal.changes(undone.id))
        return Changes("redo", entry.touched)

    def back_to(self, entry_id: EntryId) -> Changes:
        """Bring everything to where it stood after an operation, as one operation that can itself be taken back.

        Raises:
            NothingToUndo: there is no such operation, or nothing was done after it.
            YearClosed: something of a closed year would change, or a year would be open again.
        """
        with self._store.read() as work:
            entry, later = work.journal.get(entry_id), work.journal.after(entry_id)
        if entry is None or not later:
            raise NothingToUndo
        with self._store.write("undo.back_to", count=len(later), to=_named(entry)) as work:
            changes = work.journal.changes_after(entry_id)
            _refuse_reopening(changes)
            work.reversal.apply_net(changes)
        return Changes("undo.back_to", _touched(later))

    def _next_redo(self) -> tuple[Step | None, Entry | None]:
        """The undo that a redo takes back, and what it would do again."""
        with self._store.read() as work:
            undone = last_undone(_latest(work))
            if undone is None or undone.undoes is None:
                return undone, None
            return undone, work.journal.get(undone.undoes)

    def _done(self, entry_id: EntryId) -> Entry | None:
        with self._store.read() as work:
            known = {step.id: step for step in work.journal.steps_from(entry_id)}
            asked = known.get(entry_id)
            return None if asked is None or is_undone(asked, known) else work.journal.get(entry_id)


def _latest(work: Work) -> tuple[Step, ...]:
    """The latest operations, back to the last one in force: what is undone and redone next lies among them."""
    steps: tuple[Step, ...] = ()
    for limit in _LOOK_BACK:
        steps = work.journal.steps(limit)
        if last_done(steps) is not None or len(steps) < limit:
            break
    return steps


def _refuse_reopening(changes: Iterable[RowChange]) -> None:
    """Refuse to open a year by taking back what closed it: that is done with a reason, or at once.

    Raises:
        YearClosed: naming the first such year.
    """
    first: dict[int, RowChange] = {}
    latest: dict[int, RowChange] = {}
    for change in changes:
        if change.table == "years":
            first.setdefault(change.row_id, change)
            latest[change.row_id] = change
    for row_id, change in latest.items():
        after, before = change.after or {}, first[row_id].before or {}
        if after.get("closed_at") and not before.get("closed_at"):
            raise YearClosed(year=str(after["year"]))


def _take_back(work: Work, entry: Entry, changes: Sequence[RowChange]) -> None:
    """Reverse what ``entry`` did, or what took it back; rows of many operations fit together only in the end."""
    if entry.operation == GOING_BACK:
        work.reversal.apply_together(changes)
    else:
        work.reversal.apply(changes)


def _named(entry: Entry) -> dict[str, object]:
    return {"operation": entry.operation, "params": dict(entry.params)}


def _touched(entries: Iterable[Entry]) -> frozenset[Kind]:
    return frozenset[Kind]().union(*(entry.touched for entry in entries))
