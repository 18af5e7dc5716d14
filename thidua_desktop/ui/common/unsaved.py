"""What was typed and could not be saved: it stays in sight and is tried again, nobody types it twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Generic, TypeVar

from thidua_desktop.common.errors import AppError, StoreTrouble
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import messages

R = TypeVar("R")

Save = Callable[[list[R], Callable[[], None], Callable[[AppError], None]], None]
"""Keeps rows, then calls the first function; the second hears why they could not be kept."""

_KEPT = "Những gì vừa gõ vẫn còn trên bảng."


class Unsaved(Generic[R]):
    """Saves the rows of a table; those that the drive has refused go along with the next ones."""

    def __init__(
        self, feedback: Feedback, *, key: Callable[[R], Hashable], save: Save[R], reload: Callable[[], None]
    ) -> None:
        """``key`` tells rows apart; ``reload`` shows again what the file holds."""
        self._feedback, self._key, self._save, self._reload = feedback, key, save, reload
        self._waiting: dict[Hashable, R] = {}

    def save(self, rows: Sequence[R]) -> None:
        """Save rows together with what is waiting."""
        self._waiting.update({self._key(row): row for row in rows})
        saving = dict(self._waiting)
        self._save(list(saving.values()), partial(self._on_saved, saving), self._on_failed)

    def rows(self) -> tuple[R, ...]:
        """What is waiting to be saved."""
        return tuple(self._waiting.values())

    def _on_saved(self, saved: dict[Hashable, R]) -> None:
        self._waiting = {key: row for key, row in self._waiting.items() if saved.get(key) is not row}

    def _on_failed(self, trouble: AppError) -> None:
        if not _passes(trouble):
            self._waiting.clear()
            self._feedback.trouble(trouble)
            self._reload()
            return
        offers = (Offer("Lưu lại", partial(self.save, ())), Offer("Bỏ những gì vừa gõ", self._drop))
        self._feedback.say(f"{messages.error(trouble)} {_KEPT}", tone=Tone.DANGER, offers=offers)

    def _drop(self) -> None:
        self._waiting.clear()
        try:
            self._reload()
        except StoreTrouble as trouble:
            self._feedback.trouble(trouble)


_PASSING = frozenset({"store.disk_full", "store.busy", "store.unreachable", "store.folder_read_only"})


def _passes(trouble: AppError) -> bool:
    """Whether the surroundings are to blame and not the rows, so that saving may succeed later."""
    return trouble.code in _PASSING
