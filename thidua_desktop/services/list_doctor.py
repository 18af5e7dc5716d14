"""The import doctor: a list is read, looked at, corrected and read again, until the clerk is content with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import current
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.documents import BlockKind, Document
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import RecipientId, RoundId, UnitId
from thidua_desktop.domain.list_doctor import (
    MAPPING_FIELDS,
    SEVERAL,
    Defaults,
    DoctorDraft,
    DoctorRow,
    KnownLayout,
    LeftLine,
    RowKey,
    Sureness,
    Wishes,
)
from thidua_desktop.domain.lists import Agreed, LineRole, ListColumn, ListDraft, ListField, ListTarget
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.stages import Stage
from thidua_desktop.domain.stated_decisions import stated_decision, year_commended
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.list_matching import Known
from thidua_desktop.storage.store import Store

if TYPE_CHECKING:
    from thidua_desktop.importing.lists.meanings.awards import AwardReader

_F = ListField
_NAMES = (_F.NAME, _F.GIVEN_NAME)
_LETTERHEAD = 6
"""Lines at the beginning of a list among which the sender's name stands."""
_LONGEST_NAME = 120
_BETWEEN_WORDS = re.compile(r"[_.,()\[\]-]+")
_MOST_WORDS = 14
"""Of the name of a file."""
_SAID_BY_ROWS = ("list.award_unsure", "list.no_award", "list.duplicate")
"""Findings of the whole file that the rows themselves repeat, where the clerk can settle them."""


class ListNameColumnMissing(AppError):
    """No column would hold the names: without them there are no rows."""

    code = "doctor.no_name_column"


@dataclass(frozen=True, slots=True)
class _Base:
    """What a draft is made from, apart from its rows."""

    document: Document
    read: ListDraft
    wishes: Wishes
    round_id: RoundId | None
    unit_id: UnitId | None
    known: Known
    occasion: Occasion
    layouts: Mapping[str, KnownLayout] = field(default_factory=dict)


class ListDoctorService:
    """Reads lists for the clerk. Nothing is kept here; ``ListBatchService.store`` does that."""

    def __init__(self, store: Store, awards: AwardService, today: Callable[[], date]) -> None:
        self._store = store
        self._awards = awards
        self._today = today
        self._pictures: dict[RoundId | None, tuple[str, Known]] = {}
        self._award_reader: AwardReader | None = None

    def read(
        self, path: Path, target: ListTarget, *, round_id: RoundId | None = None, unit_id: UnitId | None = None
    ) -> DoctorDraft:
        """What a file says, beside what the office knows; columns as they were agreed for such headings before.

        Args:
            path: .xlsx, .xls, .ods, .csv, .docx, .pdf or .txt; the content decides.
            target: what the list is read for.
            round_id: the round that nominations are for.
            unit_id: who sent the list: its own layouts come first.

        Raises:
            FileTrouble: the file cannot be read.
            RecordMissing: no such round.
            Cancelled: the clerk does not want to wait.
        """
        from thidua_desktop.importing.lists.marks import template_mark  # the readers' libraries would slow the start
        from thidua_desktop.importing.readers import read_file

        current().step(0, 0, Stage.READING)
        document = read_file(path)
        mark = template_mark(path)
        if unit_id is None and mark is not None:
            unit_id = self._existing(mark.unit_id)
        return self._begun(document, target, round_id, unit_id)

    def read_text(
        self, text: str, target: ListTarget, *, round_id: RoundId | None = None, unit_id: UnitId | None = None
    ) -> DoctorDraft:
        """The same of what was copied out of Excel, Word or a mail."""
        from thidua_desktop.importing.readers import read_text

        return self._begun(read_text(text), target, round_id, unit_id)

    def mapping_fields(self, target: ListTarget) -> tuple[ListField, ...]:
        """What a column can be said to hold."""
        return MAPPING_FIELDS[target]

    def map_column(self, draft: DoctorDraft, column: ListColumn, field: ListField) -> DoctorDraft:
        """Say what a column holds, in all tables with the same headings; the file is read again at once.

        A field that only one column can hold leaves the column that had it. The clerk's corrections stay.

        Raises:
            ListNameColumnMissing: no column would hold the names; nothing has changed.
        """
        table = {each.order: each for each in draft.columns if each.table == column.table}
        fields = {
            order: _F.OTHER if each.field is field and field not in SEVERAL else each.field
            for order, each in sorted(table.items())
        }
        fields[column.order] = field
        if not any(found in _NAMES for found in fields.values()):
            raise ListNameColumnMissing
        agreed = draft.wishes.agreed
        layouts = {**agreed.layouts, column.table: tuple(fields[order] for order in sorted(fields))}
        return self._read_again(draft, replace(agreed, layouts=layouts))

    def head_at(self, draft: DoctorDraft, sheet: str | None, row: int) -> DoctorDraft:
        """Say that a table begins with a row, whatever words stand in it."""
        agreed = draft.wishes.agreed
        return self._read_again(draft, replace(agreed, headings=agreed.headings | {(sheet, row)}))

    def retarget(self, draft: DoctorDraft, target: ListTarget) -> DoctorDraft:
        """Read the same file for something else."""
        return self._begun(draft.document, target, draft.round_id, draft.unit_id)

    def edit(self, draft: DoctorDraft, key: RowKey, field: ListField, text: str | None) -> DoctorDraft:
        """Correct one value; None goes back to what was read."""
        return self.edit_many(draft, {(key, field): text})

    def edit_many(self, draft: DoctorDraft, texts: Mapping[tuple[RowKey, ListField], str | None]) -> DoctorDraft:
        """Correct several values at once.

        Awards are taken by name, abbreviation or id; kinds, genders and occasions by their label or code.
        """
        edits = {key: dict(of_row) for key, of_row in draft.wishes.edits.items()}
        for (key, value), text in texts.items():
            if text is None:
                edits.get(key, {}).pop(value, None)
            else:
                edits.setdefault(key, {})[value] = text
        wishes = replace(draft.wishes, edits={key: of_row for key, of_row in edits.items() if of_row})
        return self._judged_again(draft, wishes, {key for key, _ in texts})

    def choose_award(self, draft: DoctorDraft, text: str, award_id: str) -> DoctorDraft:
        """Say which award a text means, in every row that has it.

        Raises:
            AwardUnknown: not in the catalogue.
        """
        self._awards.get(award_id)
        wishes = replace(draft.wishes, awards={**draft.wishes.awards, fold(text): award_id})
        return self._judged_again(draft, wishes, _keys(draft, lambda row: fold(row.row.award or "") == fold(text)))

    def choose_unit(self, draft: DoctorDraft, text: str, unit_id: UnitId | None) -> DoctorDraft:
        """Say which unit a text means, in every row that has it; None leaves it open. Storing the list learns it."""
        key = fold(squeeze(text))
        units = {**draft.wishes.units, key: unit_id}
        texts = {**draft.wishes.unit_texts, key: squeeze(text)}
        wishes = replace(draft.wishes, units=units, unit_texts=texts)
        return self._judged_again(draft, wishes, _keys(draft, lambda row: fold(squeeze(row.row.unit or "")) == key))

    def choose_recipient(
        self, draft: DoctorDraft, keys: Collection[RowKey], recipient_id: RecipientId | None
    ) -> DoctorDraft:
        """Say whose record rows belong to; None: somebody new."""
        chosen = {**draft.wishes.recipients, **dict.fromkeys(keys, recipient_id)}
        return self._judged_again(draft, replace(draft.wishes, recipients=chosen), keys)

    def take(
        self, draft: DoctorDraft, keys: Collection[RowKey], taken: bool, *, reason: str | None = None
    ) -> DoctorDraft:
        """Leave rows out, perhaps with a reason, or take them again."""
        reasons = {key: why for key, why in draft.wishes.reasons.items() if key not in keys}
        if not taken and reason:
            reasons |= dict.fromkeys(keys, squeeze(reason))
        states = {**draft.wishes.taken, **dict.fromkeys(keys, taken)}
        return self._judged_again(draft, replace(draft.wishes, taken=states, reasons=reasons), keys)

    def set_round(self, draft: DoctorDraft, round_id: RoundId | None) -> DoctorDraft:
        """Say which round the nominations are for; what it has already is looked up anew.

        Raises:
            RecordMissing: no such round.
        """
        return self._judged_again(replace(draft, round_id=round_id), draft.wishes, None)

    def refreshed(self, draft: DoctorDraft) -> DoctorDraft:
        """The draft beside what the store holds now; the same if nothing was kept since it was made."""
        if draft.position == self._store.position():
            return draft
        return self._judged_again(draft, draft.wishes, None)

    def forget_pictures(self) -> None:
        """Look at the store anew next time."""
        self._pictures.clear()

    def set_defaults(self, draft: DoctorDraft, defaults: Defaults) -> DoctorDraft:
        """Say what holds for rows that say nothing themselves."""
        return self._judged_again(draft, replace(draft.wishes, defaults=defaults), None)

    def _begun(
        self, document: Document, target: ListTarget, round_id: RoundId | None, unit_id: UnitId | None
    ) -> DoctorDraft:
        known, occasion = self._known(round_id)
        with self._store.read() as work:
            layouts = {each.headings: each for each in work.list_layouts.of(target, unit_id)}
        agreed = Agreed(target, {headings: each.columns for headings, each in layouts.items()})
        read = self._parsed(document, agreed)
        return self._made(_Base(document, read, Wishes(agreed), round_id, unit_id, known, occasion, layouts))

    def _read_again(self, draft: DoctorDraft, agreed: Agreed) -> DoctorDraft:
        known, occasion = self._known(draft.round_id)
        read = self._parsed(draft.document, agreed)
        wishes = replace(draft.wishes, agreed=agreed)
        return self._made(_Base(draft.document, read, wishes, draft.round_id, draft.unit_id, known, occasion))

    def _judged_again(self, draft: DoctorDraft, wishes: Wishes, keys: Collection[RowKey] | None) -> DoctorDraft:
        """The draft with the rows of ``keys`` (None: all) made anew."""
        from thidua_desktop.services import list_rows

        known, occasion = self._known(draft.round_id)
        defaults = wishes.defaults or draft.defaults
        setting = list_rows.Setting(wishes, defaults, self._reader(), known, occasion)
        if keys is None:
            rows = list_rows.rows_of(draft.read, setting)
        else:
            rows = list_rows.changed_rows(draft.rows, draft.read, keys, setting)
        with self._store.read() as work:
            already = work.list_imports.of_content(draft.sha256, draft.target) if draft.sha256 else ()
        position = self._pictures[draft.round_id][0] if keys is None else draft.position
        return replace(draft, wishes=wishes, rows=rows, defaults=defaults, already=already, position=position)

    def _parsed(self, document: Document, agreed: Agreed) -> ListDraft:
        from thidua_desktop.importing import lists

        return lists.parse(document, self._awards.catalogue(), agreed)

    def _made(self, base: _Base) -> DoctorDraft:
        from thidua_desktop.services import list_rows

        read, wishes = base.read, base.wishes
        sender = base.unit_id or _sender(read, base.known) or _in_file_name(base.document.name, base.known)
        defaults = wishes.defaults or _said_by_title(read, wishes.agreed.target, sender)
        setting = list_rows.Setting(wishes, defaults, self._reader(), base.known, base.occasion)
        blocks = {row.source.block for row in read.rows}
        whole = [
            finding
            for finding in read.findings
            if (finding.source is None or finding.source.block not in blocks) and finding.code not in _SAID_BY_ROWS
        ]
        with self._store.read() as work:
            already = work.list_imports.of_content(read.sha256, wishes.agreed.target) if read.sha256 else ()
        tables = {column.table for column in read.columns}
        return DoctorDraft(
            name=base.document.name,
            document=base.document,
            read=read,
            wishes=wishes,
            rows=list_rows.rows_of(read, setting),
            left=_left(base.document, read),
            findings=tuple(finding for finding in whole if finding.severity is not Severity.BLOCKING),
            repairs=tuple(repair for repair in read.repairs if repair.source.block not in blocks),
            refused=next((finding for finding in whole if finding.severity is Severity.BLOCKING), None),
            defaults=defaults,
            layout=next((each for headings, each in base.layouts.items() if headings in tables), None),
            already=already,
            round_id=base.round_id,
            unit_id=sender,
            position=self._pictures[base.round_id][0],
        )

    def _reader(self) -> AwardReader:
        from thidua_desktop.importing.lists.meanings.awards import AwardReader

        if self._award_reader is None:
            self._award_reader = AwardReader(self._awards.catalogue())
        return self._award_reader

    def _known(self, round_id: RoundId | None) -> tuple[Known, Occasion]:
        """The picture of the store, taken anew whenever something was kept since."""
        position = self._store.position()
        with self._store.read() as work:
            occasion = work.rounds.get(round_id).occasion if round_id is not None else Occasion.MERIT
            former = self._pictures.get(round_id)
            if former is None or former[0] != position:
                names = {award.id: award.name for award in self._awards.catalogue()}
                known = Known(work, day=self._today(), round_id=round_id, awards=names, register=self._records_of)
                self._pictures = {round_id: (position, known)}
        return self._pictures[round_id][1], occasion

    def _existing(self, unit_id: UnitId | None) -> UnitId | None:
        """A unit that a template names, if it is one of this office file."""
        with self._store.read() as work:
            return unit_id if unit_id in work.units.tree().units else None

    def _records_of(self, recipient_id: RecipientId) -> tuple[RegisterEntry, ...]:
        with self._store.read() as work:
            return work.award_records.of_recipient(recipient_id)


def _keys(draft: DoctorDraft, wanted: Callable[[DoctorRow], bool]) -> set[RowKey]:
    return {row.key for row in draft.rows if wanted(row)}


def _sender(read: ListDraft, known: Known) -> UnitId | None:
    """The unit whose name stands over the list, below that of its superior; None where none is certain."""
    found = (known.unit(text) for text in read.texts[:_LETTERHEAD] if len(text) <= _LONGEST_NAME)
    certain = [match.unit_id for match in found if match.sure is Sureness.CERTAIN]
    return certain[-1] if certain else None


def _in_file_name(name: str, known: Known) -> UnitId | None:
    """The unit with which the name of a file begins or ends ("Danh sach de nghi - So Y te 2025.xlsx")."""
    words = _BETWEEN_WORDS.sub(" ", Path(name).stem).split()[:_MOST_WORDS]
    while words and (words[-1].isdigit() or fold(words[-1]) == "nam"):
        words.pop()
    runs = [words[at:] for at in range(len(words))] + [words[:end] for end in range(len(words) - 1, 0, -1)]
    found = (known.unit(" ".join(run)) for run in runs)
    return next((match.unit_id for match in found if match.sure is Sureness.CERTAIN), None)


def _said_by_title(read: ListDraft, target: ListTarget, sender: UnitId | None) -> Defaults:
    """What the lines above a list say for all its rows."""
    if target is not ListTarget.AWARD_HISTORY:
        return Defaults(unit_id=sender)
    stated = stated_decision(read.texts)
    return Defaults(
        decision=stated.number,
        decided_on=stated.decided_on,
        decided_by=stated.decided_by,
        year=year_commended(read.title or ""),
    )


def _left(document: Document, read: ListDraft) -> tuple[LeftLine, ...]:
    """Every line that is no row, with its text."""
    left = [account for account in read.accounts if account.role is not LineRole.ROW]
    wanted = {account.source for account in left}
    texts = {
        block.source: " · ".join(squeeze(cell) for cell in block.cells if cell.strip())
        if block.kind is BlockKind.ROW
        else squeeze(f"{block.label or ''} {block.text}")
        for block in document.blocks
        if block.source in wanted
    }
    return tuple(LeftLine(account.source, account.role, texts.get(account.source, "")) for account in left)
