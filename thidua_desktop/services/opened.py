"""What every group of services knows of the office file that is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua_desktop.storage.store import Store


class OpenedFile:
    """An office file and the day; the services on it are made when they are first asked for.

    A window shows one page at first and needs few services for it: reading the modules of all of them would take
    longer than all the rest of the start.
    """

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self.path = store.path
        self.read_only = store.read_only
        self.user = store.user
        """Who works with the program: the name of the account."""
        self.today = today
