"""Giấy xác nhận đã được khen thưởng: what the register says of somebody, on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import AwardRecordId, RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.reports.model import Format
from thidua_desktop.services.report_files import refuse_format
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.services.templates import TemplateService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import issuers
from thidua_desktop.wording import register_papers as words

__all__ = ["ConfirmationService", "Format", "Purpose"]


class NothingToConfirm(AppError):
    """No award is chosen, or none of them is held any more."""

    code = "confirmation.nothing"


class NotOfRecipient(AppError):
    """An award belongs to somebody else."""

    code = "confirmation.of_other"


@dataclass(frozen=True, slots=True)
class Purpose:
    """Who asks for the paper and what for; number and day as registered, blank for the pen where there are none."""

    asked_by: str = ""
    purpose: str = ""
    number: str | None = None
    day: date | None = None


class ConfirmationService:
    """Writes confirmations (PDF, Word)."""

    def __init__(
        self, store: Store, rulebooks: RulebookService, templates: TemplateService, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._templates = templates
        self._today = today

    def write(
        self,
        recipient_id: RecipientId,
        record_ids: Sequence[AwardRecordId],
        out: Path,
        format: Format,
        asked: Purpose | None = None,
    ) -> Path:
        """Confirm awards of a recipient; those that were withdrawn are left out.

        Raises:
            NothingToConfirm: none is left.
            NotOfRecipient: one belongs to somebody else.
            FormatNotOffered, GlyphMissing, FileTrouble: a former file is what it was.
            RecordMissing: the recipient or an award is not there.
        """
        from thidua_desktop.reports.councils.confirmation import ConfirmationPaper, confirmation  # sets type: late

        refuse_format(format, Format.XLSX)
        said = asked or Purpose()
        with self._store.read() as work:
            one = work.recipients.get(recipient_id)
            entries = [work.award_records.get(each) for each in record_ids]
            office, units = work.office.get(), work.units.tree()
            _check(one, entries)
            paper = ConfirmationPaper(
                head=office,
                agency=issuers.running(office.name, [unit.name for unit in units.units.values()]),
                awards={award.id: award.name for award in self._rulebooks.awards()},
                holder=f"{one.honorific or ''} {one.name}".strip(),
                details=_details(one, units.name(one.unit_id)),
                asked_by=said.asked_by,
                purpose=said.purpose,
                number=said.number,
                day=said.day,
            )
        return self._templates.write(confirmation(paper, entries), out, format)


def _check(one: Recipient, entries: Sequence[RegisterEntry]) -> None:
    strange = next((entry for entry in entries if entry.recipient_id != one.id), None)
    if strange is not None:
        raise NotOfRecipient(name=brief(strange.name))
    if not any(entry.counts for entry in entries):
        raise NothingToConfirm(name=brief(one.name))


def _details(one: Recipient, unit: str) -> tuple[str, ...]:
    """What tells the holder from others of the same name; identity numbers are masked where the paper is built."""
    if one.kind is not RecipientKind.PERSON:
        return (words.address(one.address),) if one.address else ()
    post = ", ".join(part for part in (one.position, unit) if part)
    lines = (
        words.born(one.birth) if one.birth else "",
        words.id_number(one.id_number) if one.id_number else "",
        words.post(post) if post else "",
    )
    return tuple(line for line in lines if line)
