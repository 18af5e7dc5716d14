"""A folder of lists at once: each file is read, its outcome said; those that need nobody are stored.

Each file is an operation of its own: the clerk looks at lists unit by unit and takes one back without the others, and
whatever ends the work in between leaves whole files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from thidua_desktop.common.errors import AppError, FileTrouble, StoreTrouble
from thidua_desktop.common.progress import Cancelled, current
from thidua_desktop.domain.ids import EntryId, RoundId
from thidua_desktop.domain.list_doctor import DoctorDraft, RowState
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.draft_judging import DraftJudgingService
from thidua_desktop.services.list_batches import ListBatchService, ListEmpty
from thidua_desktop.services.list_doctor import ListDoctorService
from thidua_desktop.wording import list_words, messages

MOST_FILES = 2_000
"""Files of one folder; more are no folder of lists."""


class FolderUnreadable(FileTrouble):
    """The folder is not there, or cannot be looked into."""

    code = "doctor.folder_unreadable"


class FolderTooFull(FileTrouble):
    """Far more files than any round has lists."""

    code = "doctor.folder_too_full"


class FileOutcome(StrEnum):
    """What came of a file."""

    READY = "ready"
    """It can be stored without being looked at."""
    NEEDS_CLERK = "needs_clerk"
    REFUSED = "refused"
    ALREADY = "already"
    """The store has all of it."""


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file of the folder and what came of it; ``sentence`` says it to the clerk."""

    path: Path
    outcome: FileOutcome
    sentence: str
    draft: DoctorDraft | None = None
    stored: bool = False
    entry: EntryId | None = None
    """The operation by which it was stored: one key takes it back."""


class ListFolderService:
    """Reads and stores many lists, one after another."""

    def __init__(self, doctor: ListDoctorService, batches: ListBatchService, judging: DraftJudgingService) -> None:
        self._doctor = doctor
        self._batches = batches
        self._judging = judging

    def read_folder(
        self, source: Path | Sequence[Path], target: ListTarget, *, round_id: RoundId | None = None
    ) -> Iterator[FolderFile]:
        """The files of a folder (those below it too), or the files given, in the order of their names.

        Raises:
            FolderUnreadable, FolderTooFull: nothing has been read.
            Cancelled: the clerk does not want to wait; what was given so far holds.
        """
        files = files_in(source) if isinstance(source, Path) else tuple(source)
        for done, path in enumerate(files):
            current().step(done, len(files), Stage.READING)
            yield self.read_file(path, target, round_id=round_id)

    def read_file(self, path: Path, target: ListTarget, *, round_id: RoundId | None = None) -> FolderFile:
        """One file and its outcome.

        Raises:
            Cancelled: the clerk does not want to wait.
        """
        try:
            draft = self._doctor.read(path, target, round_id=round_id)
        except FileTrouble as trouble:
            return FolderFile(path, FileOutcome.REFUSED, messages.error(trouble))
        return judged(path, self._judging.judged(draft))

    def store_clean(self, files: Iterable[FolderFile]) -> Iterator[FolderFile]:
        """Store every file that is ready and not stored yet; each is given back with what came of it.

        Raises:
            StoreTrouble: the store cannot be written to; what was given so far is stored.
            Cancelled: the clerk does not want to wait; the same.
        """
        ready = [file for file in files if file.outcome is FileOutcome.READY and not file.stored]
        for done, file in enumerate(ready):
            current().step(done, len(ready), Stage.KEEPING)
            yield self._stored(file)

    def _stored(self, file: FolderFile) -> FolderFile:
        assert file.draft is not None
        fresh = judged(file.path, self._doctor.refreshed(file.draft).judged_like(file.draft))
        if fresh.outcome is not FileOutcome.READY or fresh.draft is None:
            return fresh  # a file stored before it has changed what is known
        try:
            changes = self._batches.store(fresh.draft)
        except ListEmpty:
            return replace(fresh, outcome=FileOutcome.ALREADY, sentence=list_words.ALL_THERE)
        except (StoreTrouble, Cancelled):
            raise
        except AppError as trouble:
            return replace(fresh, outcome=FileOutcome.NEEDS_CLERK, sentence=messages.error(trouble))
        told = list_words.stored(changes.params["count"])
        return replace(fresh, stored=True, sentence=told, entry=self._batches.last_kept())

    def looked_at_again(self, file: FolderFile) -> FolderFile:
        """A file beside what the store holds now: one that was taken back can be stored again."""
        if file.draft is None:
            return file
        return judged(file.path, self._doctor.refreshed(file.draft).judged_like(file.draft))


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files of a folder by name, without those that programs leave beside the files they have open.

    Raises:
        FolderUnreadable, FolderTooFull: there is nothing to be read.
    """
    found: list[Path] = []
    try:
        if not folder.is_dir():
            raise FolderUnreadable(path=folder)
        for path in folder.rglob("*"):
            if path.name.startswith(("~$", ".")) or not path.is_file():
                continue
            found.append(path)
            if len(found) > MOST_FILES:
                raise FolderTooFull(path=folder, limit=MOST_FILES)
    except OSError as trouble:
        raise FolderUnreadable(path=folder) from trouble
    return tuple(sorted(found))


def judged(path: Path, draft: DoctorDraft) -> FolderFile:
    """A draft with its outcome in words."""
    if draft.refused is not None:
        return FolderFile(path, FileOutcome.REFUSED, messages.finding(draft.refused), draft)
    counts = draft.counts()
    if draft.already or (draft.rows and all(row.state is RowState.LEFT_OUT for row in draft.rows)):
        return FolderFile(path, FileOutcome.ALREADY, list_words.ALL_THERE, draft)
    if draft.clean and not counts.left_out:
        return FolderFile(path, FileOutcome.READY, list_words.ready(counts), draft)
    return FolderFile(path, FileOutcome.NEEDS_CLERK, list_words.needs_clerk(counts), draft)
