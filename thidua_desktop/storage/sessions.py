"""The connections of one open office file: each thread gets its own."""

from __future__ import annotations

import threading
from pathlib import Path

from thidua_desktop.storage.connection import KeyedDatabase, connect
from thidua_desktop.storage.keys import Key
from thidua_desktop.storage.session import Session


class Sessions:
    """Makes a connection for each thread that asks, and closes them all."""

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool,
        immutable: bool,
        rollback: bool,
        key: Key | None,
        ready: KeyedDatabase | None = None,
    ) -> None:
        self._path = path
        self._read_only = read_only
        self._immutable = immutable
        self._rollback = rollback
        self.key = key
        """The key under which the next connections are made; None for a plain file."""
        # The connection that the file was checked through is the first thread's: with seventy tables and the triggers
        # of each, SQLite takes longer to read what a file consists of than to check an empty one.
        self._ready = [] if ready is None else [ready]
        self._local = threading.local()
        self._all: list[Session] = []

    def of_this_thread(self) -> Session:
        """The connection of the thread that asks, made if there is none."""
        session: Session | None = getattr(self._local, "session", None)
        if session is None:
            try:
                db = self._ready.pop()  # two threads may ask at once: only one gets it
            except IndexError:
                db = self._connected()
            session = Session(db)
            self._local.session = session
            self._all.append(session)
        return session

    def drop_idle(self) -> None:
        """Close the connection of this thread unless it is in use: its drive went away, and may come back."""
        session: Session | None = getattr(self._local, "session", None)
        if session in self._all and not session.busy:
            self._all.remove(session)
            self._local.session = None
            session.close()

    def close(self) -> None:
        """Close the connections of all threads; each that asks again is given a new one."""
        ready, self._ready = self._ready, []
        for db in ready:
            db.close()
        sessions, self._all = self._all, []
        for session in sessions:
            session.close()
        self._local = threading.local()

    def _connected(self) -> KeyedDatabase:
        return connect(
            self._path,
            read_only=self._read_only,
            immutable=self._immutable,
            rollback=self._rollback,
            key=self.key,
        )
