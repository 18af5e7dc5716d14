"""The office file, open: ``read`` and ``write`` give all repositories on one transaction."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.ids import EntryId
from thidua_desktop.storage import (
    closing_of_years,
    driver,
    journal,
    lock,
    medium,
    migrations,
    opening,
    recoding,
    register_index,
    restoring,
    snapshot,
    triggers,
)
from thidua_desktop.storage.attachments import Attachments, folder_of
from thidua_desktop.storage.connection import check_integrity, connect, first_complaint, keep_journal
from thidua_desktop.storage.errors import NestedWrite, StoreBusy, StoreReadOnly, StoreUnreachable, explained, reached
from thidua_desktop.storage.keys import Key, key_of
from thidua_desktop.storage.lock import Holder
from thidua_desktop.storage.medium import Medium
from thidua_desktop.storage.opening import Opened
from thidua_desktop.storage.session import Session
from thidua_desktop.storage.sessions import Sessions
from thidua_desktop.storage.snapshot import Contents
from thidua_desktop.storage.viewing import Viewing
from thidua_desktop.storage.work import Work


def local_now() -> datetime:
    """The moment, with the offset of this computer's time zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Health:
    """What a full check says: schema version, rows by table, SQLite's complaints."""

    version: int
    counts: dict[str, int]
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


class Store:
    """One office file. Each thread gets its own connection; operations never overlap."""

    def __init__(
        self,
        path: Path,
        *,
        opened: Opened,
        medium: Medium,
        now: Callable[[], datetime],
        holder: Holder,
        key: Key | None = None,
    ) -> None:
        self.path = path
        self.read_only = opened.lock is None
        self.left_by = None if opened.lock is None else opened.lock.left_by
        """Whoever had the file open for writing before and never closed it."""
        self.key = key
        """The key of a file with a password; None for a plain one."""
        self._lock = opened.lock
        self.immutable = opened.immutable
        """Whether nobody can change the file: it lies on a read-only medium."""
        self.medium = medium
        self.now = now
        self.user = holder.user
        """Who works with the program: the name of the account."""
        self._who = f"{holder.user}@{holder.host}"
        self._writing = threading.Lock()
        self._sessions = Sessions(
            path,
            read_only=self.read_only,
            immutable=self.immutable,
            rollback=medium is not Medium.LOCAL and not self.read_only,
            key=key,
            ready=opened.ready,
        )
        self._viewing = Viewing()
        self.checked = opened.checked
        """Whether the content was checked at the opening; otherwise ``check`` does it."""
        self._checking, self._closing = threading.Lock(), threading.Event()
        self._opened = path.stat()
        self._last_stamp = datetime.min
        self._finished = threading.local()
        self.before_write: Callable[[str, Mapping[str, Any]], None] | None = None
        """Told of every operation before it begins, outside of its transaction; raising stops the operation."""

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        read_only: bool = False,
        now: Callable[[], datetime] = local_now,
        password: str | None = None,
        later: bool = False,
        holder: Holder | None = None,
    ) -> Self:
        """Open an office file: check it, upgrade it after a copy has been put beside it, and take the writer's lock.

        Args:
            path: the file.
            create: make the file where there is none.
            read_only: take no lock and change nothing; works beside another program that writes.
            now: the clock of the journal.
            password: of a file that has one, or of the file that is to be made.
            later: leave the check of a large file of this version to ``check``.
            holder: whom lock and journal name; whoever runs the program where it is left out.

        Raises:
            StorePasswordNeeded, StorePasswordWrong: the file has a password, and this is not it.
            StoreTrouble: the file cannot be used; each kind has its sentence. The file is as it was.
        """
        holder = holder or Holder.this_program(now())
        with explained(path, reading=read_only), reached(path):
            if not read_only:
                lock.refuse_twice(path)  # first: nobody is to type a password for a file that is open beside
            key, lies_on = _key_of(path, password, create=create), medium.medium_of(path.parent)
            if read_only:
                opened = opening.for_reading(path, medium=lies_on, key=key, later=later)
            else:
                opened = opening.for_writing(
                    path, create=create, holder=holder, at=now(), medium=lies_on, key=key, later=later
                )
            return cls(path, opened=opened, medium=lies_on, now=now, holder=holder, key=key)

    @contextmanager
    def read(self) -> Iterator[Work]:
        """One consistent state of the file; inside a ``write`` of the same thread, the state it is making."""
        with self._explained():
            session = self._sessions.of_this_thread()
            if session.busy:
                yield Work(session)
                return
            session.db.execute("BEGIN")
            try:
                yield Work(session)
            finally:
                session.db.rollback()

    @contextmanager
    def write(self, operation: str, *, undoes: EntryId | None = None, **params: Any) -> Iterator[Work]:
        """One operation: all of its changes and their journal are kept together, or none is.

        Args:
            operation: the code of the journal's sentence, for instance "task.save".
            undoes: the entry that this operation takes back.
            params: what the sentence names: texts and numbers.

        Raises:
            YearClosed: something of a closed year would change; nothing has changed.
            StoreTrouble: the drive or the file refuses; nothing has changed.
        """
        if self.read_only:
            raise StoreReadOnly(path=self.path)
        with explained(self.path):
            session = self._sessions.of_this_thread()
        if session.busy:
            raise NestedWrite(operation)
        if self.before_write is not None:
            self.before_write(operation, params)
        self._check_place()
        with self._explained(), self._writing:
            session.db.execute("BEGIN IMMEDIATE")
            try:
                session.at = self._stamp()
                session.entry = journal.begin(session, operation, params, self._who, undoes)
                yield Work(session)
                self._finish(session, session.entry)
            finally:
                session.entry = None
                session.db.rollback()  # what was finished is no longer open
                session.tidy()

    def finished(self) -> EntryId | None:
        """The operation that this thread has finished last, whatever others have done since; None where it has none."""
        return getattr(self._finished, "entry", None)

    def copy_to(self, target: Path, *, checked: bool = True) -> Contents:
        """Write a proven copy of the file, as it is now, to ``target``; gives what is in it.

        Args:
            target: where it goes.
            checked: without it the caller proves the copy, and takes it away if it is not whole.

        Raises:
            StoreTrouble: the copy could not be made or proven; ``target`` is what it was before.
        """
        with explained(target), reached(target):
            return snapshot.copy(self._sessions.of_this_thread().db, target, checked=checked)

    def position(self) -> str:
        """Which operation was the last; equal answers mean that nothing was done in between."""
        with self._explained():
            return snapshot.position(self._sessions.of_this_thread().db)

    def at_work(self) -> Holder | None:
        """Who has the file open for writing now, this program or another; None if nobody has.

        Raises:
            StoreTrouble: the folder does not answer.
        """
        with reached(self.path):
            return lock.at_work(self.path)

    def in_place(self) -> bool:
        """Whether the file still has its name.

        Raises:
            StoreTrouble: nothing is there any more.
        """
        with reached(self.path):
            there = self.path.stat()
        # Windows lets nobody take the name of an open file.
        return os.name != "posix" or os.path.samestat(there, self._opened)

    def replace_with(self, source: Path, source_key: Key | None = None) -> None:
        """Give the file the whole content of another one, as one transaction: readers see the old or the new.

        SQLite writes the pages through its own log, so a program killed meanwhile leaves the old content. The file
        keeps its own key.

        Args:
            source: a checked file of this version, alone in a temporary folder.
            source_key: the key of that file.

        Raises:
            StoreTrouble: the content is what it was.
        """
        if self.read_only:
            raise StoreReadOnly(path=self.path)
        session = self._sessions.of_this_thread()
        if session.busy:
            raise NestedWrite("file.restore")
        self._check_place()
        with explained(self.path), self._writing, recoding.under(self.key, source, source_key) as given:
            given.conn.backup(session.db.conn)

    @property
    def attachments(self) -> Attachments:
        """The files that belong to its records, sealed where it has a password."""
        return Attachments(folder_of(self.path), self.key)

    def attachment(self, digest: str, name: str) -> Path | None:
        """A copy of an attachment under its own name, to be opened by another program; gone when the file is closed.

        None where it is missing or damaged; reads it.

        Raises:
            StoreTrouble: no room for the copy.
        """
        kept = self.attachments
        with reached(kept.folder):
            return self._viewing.copy(kept, digest, name) if kept.holds(digest) else None

    def rewrite(self, folder: Path, password: str | None) -> None:
        """Write the file anew: with a password, with another one, or without; its attachments too.

        The new file is whole and proven equal before it takes the place of the former one in a single step; the new
        attachments lie there before, the former ones go after. No other thread may use this store meanwhile.

        Args:
            folder: where the new file is made, on the same drive.
            password: the new one; None to take it away.

        Raises:
            StoreBusy: another program has the file open, if only to look at it.
            EncryptionMissing, StoreTrouble: the file is what it was.
        """
        if self.read_only:
            raise StoreReadOnly(path=self.path)
        self._check_place()
        key = None if password is None else Key.new(password)
        with explained(self.path), reached(self.path), self._writing, self._attachments_under(key):
            with _scratch(folder) as scratch:
                ready = Path(scratch) / "kho.tdkt"
                recoding.transcribe(self._sessions.of_this_thread().db, ready, key)
                self._settle_alone()
                with ready.open("rb+") as written:
                    os.fsync(written.fileno())
                ready.replace(self.path)
                self.key = self._sessions.key = key  # from here on the file is the new one, whatever fails
                self._opened = self.path.stat()
            restoring.flush(self.path.parent)

    @contextmanager
    def _attachments_under(self, key: Key | None) -> Iterator[None]:
        """Attachments under both keys during the block; afterwards under the one that the file has."""
        if key is None and self.key is None:
            yield
            return
        former, coming = self.attachments, Attachments(folder_of(self.path), key)
        wanted = former.all()
        try:
            coming.fill(former, wanted)
            yield
            with suppress(OSError):  # the change is made; plain ones that stay are sealed at the next opening
                former.remove(digest for digest in wanted if coming.holds(digest))
        except BaseException:
            if self.key is not key:
                coming.remove(wanted)
            raise

    def _settle_alone(self) -> None:
        """Close every connection so that no log is left, which SQLite would replay into the new file."""
        # SQLite gives up the write-ahead log only where nobody else has the file open.
        if self._sessions.of_this_thread().db.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise StoreBusy(path=self.path)
        self._sessions.close()

    def check(self) -> None:
        """Check the content as the opening would have done; ends at once when the file is closed meanwhile.

        Raises:
            StoreDamaged: it is not whole.
        """
        with self._checking:
            if not self.checked and not self._closing.is_set():
                with explained(self.path):
                    check_integrity(self._sessions.of_this_thread().db, self.path, self._closing.is_set)

    def health(self) -> Health:
        """SQLite's full checks, however large the file is."""
        with explained(self.path):
            db = self._sessions.of_this_thread().db
            complaint = first_complaint(db, full=True)
            return Health(
                version=migrations.recorded(db),
                counts={table: db.tools.table(table).count for table in triggers.tables(db)},
                problems=() if complaint is None else (complaint,),
            )

    def close(self) -> None:
        """Close every thread's connection and give the lock back. A second call does nothing."""
        self._closing.set()
        self._checking.acquire()
        self._checking.release()
        self._sessions.close()
        self._viewing.close()
        held, self._lock = self._lock, None
        if held is not None:
            if self.medium is not Medium.LOCAL:
                self._remove_journal()
            held.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _remove_journal(self) -> None:
        """Remove the empty journal of a share; where the drive has gone or somebody is reading, it may stay."""
        with suppress(*driver.ERRORS, StoreTrouble):
            self._check_place()
            with closing(connect(self.path, rollback=True, key=self.key)) as db:
                db.execute("PRAGMA busy_timeout = 0")
                keep_journal(db, "DELETE")

    def _finish(self, session: Session, entry: EntryId) -> None:
        if journal.is_empty(session, entry):
            session.db.rollback()  # an operation that changed nothing leaves no entry
        else:
            closing_of_years.check(session, entry)
            register_index.follow(session.db, entry)
            session.db.execute("COMMIT")
            self._finished.entry = entry

    def _check_place(self) -> None:
        """Refuse to write to a file that has lost its name, which only some systems notice by themselves.

        On Linux and macOS a file that was deleted, or replaced by a program that keeps folders alike, can still be
        written to as long as it is open, and all of it is gone when it is closed.
        """
        if not self.in_place():
            raise StoreUnreachable(path=self.path, detail="another file has taken its place")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Known errors; a connection to a drive that went away is not used again when the drive is back."""
        try:
            with explained(self.path, reading=self.read_only):
                yield
        except StoreUnreachable:
            self._sessions.drop_idle()
            raise

    def _stamp(self) -> str:
        """The moment of an operation, later than that of the operation before even if the clock was set back."""
        moment = self.now().astimezone()
        if self._last_stamp != datetime.min and moment <= self._last_stamp:
            moment = self._last_stamp + timedelta(microseconds=1)
        self._last_stamp = moment
        return moment.isoformat(timespec="microseconds")


def _key_of(path: Path, password: str | None, *, create: bool) -> Key | None:
    """The key of a file, or of one that is to be made."""
    if path.is_file():
        return key_of(path, password)
    return Key.new(password) if create and password else None


def _scratch(folder: Path) -> tempfile.TemporaryDirectory[str]:
    """Where a file is written anew; what cannot be removed goes at the next opening."""
    return tempfile.TemporaryDirectory(prefix=restoring.REWRITTEN, dir=folder, ignore_cleanup_errors=True)
