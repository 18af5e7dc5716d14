"""Giấy xác nhận đã được khen thưởng: what the register says of somebody, on paper in two minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.identity import shown_id_number
from thidua_desktop.domain.ids import AwardRecordId, RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.report_files import refuse_format
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.services.templates import TemplateService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import confirmations as words
from thidua_desktop.wording import issuers

__all__ = ["ConfirmationService", "Format", "Purpose"]


class NothingToConfirm(AppError):
    """None of the awards is held: they were withdrawn, or belong to somebody else."""

    code = "confirmation.nothing"


@dataclass(frozen=True, slots=True)
class Purpose:
    """For whom and what for a confirmation is; number and day as far as they are known.

    ``full_id``: the identity number whole, for this one paper; otherwise its last four digits.
    """

    asked_by: str = ""
    purpose: str = ""
    number: str | None = None
    day: date | None = None
    full_id: bool = False


class ConfirmationService:
    """Writes confirmations; nothing is kept."""

    def __init__(self, store: Store, rulebooks: RulebookService, templates: TemplateService) -> None:
        self._store = store
        self._rulebooks, self._templates = rulebooks, templates

    def write(
        self,
        recipient_id: RecipientId,
        record_ids: Sequence[AwardRecordId],
        out: Path,
        format: Format,
        asked: Purpose | None = None,
    ) -> Path:
        """Confirm awards of a recipient (PDF, Word), all that are held where none are named.

        Raises:
            NothingToConfirm: none of them is held by the recipient.
            RecordMissing: no such recipient, or in the trash.
            FormatNotOffered, GlyphMissing, FileTrouble: a former file is what it was.
            TemplateFaulty, TemplateEndless: about the office's own template.
        """
        from thidua_desktop.reports.councils.confirmation import ConfirmationPaper, confirmation

        refuse_format(format, Format.XLSX)
        wish = asked or Purpose()
        with self._store.read() as work:
            recipient = work.recipients.get(recipient_id)
            entries = work.award_records.of_recipient(recipient_id)
            office, tree = work.office.get(), work.units.tree()
        wanted = frozenset(record_ids)
        chosen = [one for one in entries if one.counts and (not wanted or one.id in wanted)]
        if not chosen:
            raise NothingToConfirm(name=brief(recipient.name))
        paper = ConfirmationPaper(
            head=office,
            agency=issuers.running(office.name, (unit.name for unit in tree.units.values())),
            awards={award.id: award.name for award in self._rulebooks.awards()},
            holder=" ".join(filter(None, (recipient.honorific, recipient.name))),
            details=_details(recipient, tree.name(recipient.unit_id), full=wish.full_id),
            asked_by=wish.asked_by,
            purpose=wish.purpose,
            number=wish.number,
            day=wish.day,
            full_id=wish.full_id,
        )
        return self._templates.write(confirmation(paper, chosen), out, format)


def _details(recipient: Recipient, unit: str, *, full: bool) -> tuple[str, ...]:
    """What tells somebody from others of the same name."""
    number = shown_id_number(recipient.id_number, full=full)
    born = recipient.birth if recipient.kind is RecipientKind.PERSON else None
    return words.details(born, recipient.gender, number, words.post(recipient.position or "", unit))
