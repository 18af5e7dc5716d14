"""Reports as they were sent: the very file, when, to whom. Nothing in the archive is ever changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError, FileTrouble
from thidua_desktop.common.files import atomic_path
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import SentReportId
from thidua_desktop.domain.reported import SentInFuture, SentReport, SentTitleMissing, SentToMissing
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.services.kept_files import keep_file
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.errors import reached
from thidua_desktop.storage.store import Store

__all__ = ["Dispatch", "ReportArchiveService", "SentFileDamaged", "SentFileUnreadable"]

_SENT = frozenset({Kind.SENT_REPORT})


class SentFileUnreadable(FileTrouble):
    """The file that is to be kept is not there or cannot be read."""

    code = "sent_report.file_unreadable"


class SentFileDamaged(AppError):
    """The file of a report is missing from the attachments, or is not what was sent any more."""

    code = "sent_report.file_damaged"


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What is known of a report that goes out."""

    kind: str
    """As ``SentReport.kind``."""
    title: str
    period: Period
    sent_on: date
    sent_to: str
    letter_number: str = ""
    replaces_id: SentReportId | None = None
    note: str = ""


class ReportArchiveService:
    """Keeps files of reports under their SHA-256 and shows that they are what was sent."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def all(self) -> tuple[SentReport, ...]:
        """Every report that was sent, the latest first."""
        with self._store.read() as work:
            return work.report.sent.of()

    def of_year(self, year: int) -> tuple[SentReport, ...]:
        """The reports on periods that end in a year, the latest sent first."""
        return tuple(one for one in self.all() if one.last.year == year)

    def get(self, report_id: SentReportId) -> SentReport:
        """One report.

        Raises:
            RecordMissing: no such report.
        """
        with self._store.read() as work:
            return work.report.sent.get(report_id)

    def keep(self, file: Path, dispatch: Dispatch) -> Changes:
        """Keep a report as it goes out: its file, and what is known of it, for good.

        Raises:
            SentTitleMissing, SentToMissing, SentInFuture: it cannot be kept so.
            SentFileUnreadable: there is no such file.
            RecordMissing: there is no report that it replaces.
            StoreTrouble: no room for the file.
        """
        title, sent_to = squeeze(dispatch.title), squeeze(dispatch.sent_to)
        if not title:
            raise SentTitleMissing
        if not sent_to:
            raise SentToMissing
        if dispatch.sent_on > self._today():
            raise SentInFuture(day=dispatch.sent_on)
        size, digest = keep_file(self._store, file, SentFileUnreadable)
        with self._store.write("sent_report.keep", title=brief(title)) as work:
            if dispatch.replaces_id is not None:
                work.report.sent.get(dispatch.replaces_id)
            report = SentReport(
                kind=dispatch.kind,
                title=title,
                first=dispatch.period.first,
                last=dispatch.period.last,
                file_name=file.name,
                sha256=digest,
                size=size,
                sent_on=dispatch.sent_on,
                sent_to=sent_to,
                letter_number=squeeze(dispatch.letter_number),
                who=self._store.user,
                made_at=self._store.now().astimezone(),
                replaces_id=dispatch.replaces_id,
                note=dispatch.note.strip(),
            )
            number = work.report.sent.save(report)
        return Changes("sent_report.keep", _SENT, (number,))

    def is_whole(self, report_id: SentReportId) -> bool:
        """Whether the file of a report is there and is what was sent: its SHA-256 is computed anew.

        Raises:
            RecordMissing: no such report.
        """
        digest = self.get(report_id).sha256
        kept = self._store.attachments
        with reached(kept.folder):
            return kept.holds(digest)

    def file(self, report_id: SentReportId) -> Path:
        """A copy of the file, to look at with another program; gone when the office file is closed.

        Raises:
            SentFileDamaged: it is missing or not what was sent.
            RecordMissing: no such report.
            StoreTrouble: no room for the copy.
        """
        report = self.get(report_id)
        copy = self._store.attachment(report.sha256, report.file_name)
        if copy is None:
            raise SentFileDamaged(title=brief(report.title))
        return copy

    def save_copy(self, report_id: SentReportId, out: Path) -> Path:
        """Write the file as it was sent to another place.

        Raises:
            SentFileDamaged: it is missing or not what was sent.
            RecordMissing: no such report.
            StoreTrouble: the place cannot be written to; a former file is what it was.
        """
        report = self.get(report_id)
        kept = self._store.attachments
        if not self.is_whole(report_id):
            raise SentFileDamaged(title=brief(report.title))
        with reached(out), atomic_path(out) as scratch, scratch.open("wb") as written:
            written.writelines(kept.content(report.sha256))
        return out
