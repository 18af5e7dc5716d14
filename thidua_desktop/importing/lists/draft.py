"""The whole draft: all sheets of a document, the checks over all rows, repairs of letters."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.documents import Block, BlockKind, Document, Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.lists import (
    Account,
    Agreed,
    LineRole,
    ListColumn,
    ListDraft,
    ListField,
    ListTarget,
    Repair,
    RepairKind,
)
from thidua_desktop.importing.lists.above.around import Around
from thidua_desktop.importing.lists.above.file_names import with_award_of, with_unit_of
from thidua_desktop.importing.lists.above.legends import legend_of
from thidua_desktop.importing.lists.above.looks import looks_findings
from thidua_desktop.importing.lists.above.pasted_titles import told_above
from thidua_desktop.importing.lists.above.senders import Sender, sender_by_sheet, sender_of, unit_in_title
from thidua_desktop.importing.lists.above.titles import Title, find_title
from thidua_desktop.importing.lists.headings.agreed import bare_heading, heading_at
from thidua_desktop.importing.lists.headings.halves import halves, joined
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.awards import AwardReader, code_names
from thidua_desktop.importing.lists.meanings.lines import Sheet, sheets
from thidua_desktop.importing.lists.rows.rows import RowMaker
from thidua_desktop.importing.lists.told.forms import read_forms
from thidua_desktop.importing.lists.told.numbered import NumberedWalk, is_item
from thidua_desktop.importing.lists.told.sentences import first_told
from thidua_desktop.importing.lists.walking import checks
from thidua_desktop.importing.lists.walking.going_on import sheets_going_on
from thidua_desktop.importing.lists.walking.places import code_pairs, has_table
from thidua_desktop.importing.lists.walking.reading import Walk

_SHOWN_ROWS = 12
_HEADING_LINES = 3
"""Of a table, at most."""


@dataclass(slots=True)
class _Gathered:
    maker: RowMaker
    agreed: Agreed
    title: str | None = None
    columns: list[ListColumn] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def draft_of(document: Document, catalogue: Sequence[Award], agreed: Agreed) -> ListDraft:
    """What the document says; blocking findings where it is no list."""
    parts = sheets(document)
    gathered = _Gathered(
        RowMaker(AwardReader(tuple(catalogue)), history=agreed.target is ListTarget.AWARD_HISTORY), agreed
    )
    with_table = [sheet for sheet in parts if has_table(sheet, agreed)]
    if with_table:
        _read_tables(parts, with_table, gathered)
    else:
        _read_without_heading(parts, gathered)
    rows, called = with_award_of(document.name, gathered.maker.rows, gathered.maker.awards)
    rows, placed = with_unit_of(document.name, rows)
    refused = checks.refusal(parts, gathered.columns, rows, agreed.target)
    if refused is not None:
        accounts = tuple(Account(block.source, LineRole.LEFT_OUT) for block in document.blocks)
        return ListDraft(
            title=gathered.title, findings=(refused, *document.notes), accounts=accounts, sha256=document.sha256
        )
    findings = [
        *document.notes,
        *gathered.findings,
        *gathered.maker.findings,
        *called,
        *placed,
        *checks.count_findings(rows, (*gathered.texts, *_group_texts(gathered))),
        *(
            Finding("list.unit_of_sender", Severity.INFO, {"unit": unit, "count": count})
            for unit, count in (+gathered.maker.sent).items()
        ),
        *(
            Finding("list.occasion_unknown", params={"text": text, "count": count})
            for text, count in gathered.maker.no_occasion.items()
        ),
        *checks.duplicate_findings(rows),
        *(checks.award_findings(rows) if agreed.target is not ListTarget.PEOPLE else ()),
        *(checks.unit_findings(rows) if agreed.target is not ListTarget.PEOPLE else ()),
        *checks.former_findings(gathered.columns, agreed.target),
        *_unknown_columns(gathered.columns),
        *_guessed_columns(gathered.columns),
        *_footers(gathered.accounts),
        *_hidden(document.blocks),
        *(finding for sheet in parts for finding in looks_findings(sheet.lines)),
    ]
    return ListDraft(
        title=gathered.title,
        columns=tuple(gathered.columns),
        rows=rows,
        repairs=(*_letter_repairs(document.blocks), *gathered.maker.repairs),
        findings=tuple(findings),
        accounts=tuple(gathered.accounts),
        sha256=document.sha256,
        texts=tuple(dict.fromkeys(gathered.texts)),
    )


def _read_tables(parts: Sequence[Sheet], with_table: Sequence[Sheet], gathered: _Gathered) -> None:
    going_on = sheets_going_on(parts, with_table, gathered.agreed)
    explaining = [sheet for sheet in parts if sheet not in with_table and sheet not in going_on]
    codes = code_names(pair for sheet in explaining for pair in code_pairs(sheet))
    heads = _letterheads(with_table, gathered.agreed)
    walk: Walk | None = None
    for sheet in parts:
        if walk is not None and walk.header is not None and sheet in going_on:
            walk = _read_on(sheet, walk, walk.header, gathered)
            continue
        if sheet not in with_table:
            _leave(sheet, gathered)
            continue
        left, right = halves(sheet, gathered.agreed)
        lines, agreed = left.lines, gathered.agreed
        first = _first_heading(left, agreed)
        heading = find_title(lines[:first])
        title, told = told_above(lines[:first], heading, lines[first + _HEADING_LINES :])
        signs = {**codes, **legend_of(sheet.lines, first + _HEADING_LINES, gathered.maker.awards)}
        own = heads[sheet.name] is not None and list(heads.values()).count(heads[sheet.name]) == 1
        sender = sender_by_sheet(sheet.name) if len(with_table) > 1 and not own else None
        walk = Walk(left, title, gathered.maker, signs, agreed, sender=sender or unit_in_title(heading.text) or told)
        walk.read()
        if right is not None:
            own_title = find_title(right.lines[: _first_heading(right, agreed)])
            beside = Walk(
                right, own_title if own_title.award else title, gathered.maker, signs, agreed, sender=walk.sender
            )
            beside.read()
            walk.columns += beside.columns
            walk.texts += beside.texts
            walk.accounts = joined(walk.accounts, beside.accounts)
        _collect(walk, title, gathered)


def _letterheads(sheets_with_table: Sequence[Sheet], agreed: Agreed) -> dict[str | None, Sender | None]:
    """The unit that stands above the first table of each sheet."""
    found: dict[str | None, Sender | None] = {}
    for sheet in sheets_with_table:
        found[sheet.name] = sender_of(sheet.lines[: _first_heading(sheet, agreed)])
    return found


def _first_heading(sheet: Sheet, agreed: Agreed) -> int:
    """The line with which the first table of a sheet begins."""
    return next(at for at, line in enumerate(sheet.lines) if line.is_row and heading_at(sheet.lines, at, agreed))


def _read_on(sheet: Sheet, before: Walk, header: Header, gathered: _Gathered) -> Walk:
    """A sheet that carries the table of the one before it on."""
    made = len(gathered.maker.rows)
    walk = Walk(
        sheet, before.title, gathered.maker, before.codes, before.agreed, sender=before.sender, groups=before.groups
    )
    walk.read_bare(header)
    _collect(walk, before.title, gathered)
    count = len(gathered.maker.rows) - made
    gathered.findings.append(
        Finding("list.sheet_goes_on", Severity.WARNING, {"sheet": sheet.name or "", "count": count})
    )
    return walk


def _read_without_heading(parts: Sequence[Sheet], gathered: _Gathered) -> None:
    """Cells without a heading by their content; otherwise numbered lines."""
    for sheet in parts:
        title = find_title(sheet.lines[:25])
        forms = read_forms(sheet, gathered.maker, Around(title=title.text, kind=title.kind, award=title.award))
        if forms is not None:
            gathered.title = gathered.title or title.text
            gathered.accounts += forms
            continue
        header = bare_heading(sheet, gathered.maker.awards, gathered.agreed)
        if header is not None:
            first = next((at for at, line in enumerate(sheet.lines) if line.is_row and len(line.cells) > 1), 0)
            title, sender = told_above(sheet.lines[:first], title, sheet.lines[first:])
            table = Walk(sheet, title, gathered.maker, sender=sender)
            table.read_bare(header)
            _collect(table, title, gathered)
            gathered.findings += _without_heading(header)
            continue
        first = next((at for at, line in enumerate(sheet.lines) if is_item(line)), None) or first_told(sheet.lines)
        sender = told_above(sheet.lines[:first], title, sheet.lines[first:])[1]
        walk = NumberedWalk(sheet, title, gathered.maker, sender)
        walk.read()
        _collect(walk, title, gathered)


def _without_heading(header: Header) -> list[Finding]:
    """What each column of a list without a heading was taken for."""
    told = [(at, found) for at, found in sorted(header.fields.items()) if found is not ListField.OTHER]
    return [Finding("list.column_by_content", params={"number": at + 1, "field": found}) for at, found in told]


def _collect(walk: Walk | NumberedWalk, title: Title, gathered: _Gathered) -> None:
    gathered.title = gathered.title or title.text
    gathered.texts += [text for text in (title.text,) if text] + walk.texts
    gathered.accounts += walk.accounts
    if isinstance(walk, Walk):
        gathered.columns += walk.columns


def _leave(sheet: Sheet, gathered: _Gathered) -> None:
    """A sheet without a list: explanations, codes, a letter."""
    gathered.accounts += [Account(line.block.source, LineRole.LEFT_OUT) for line in sheet.lines]
    gathered.findings.append(
        Finding("list.sheet_left", Severity.INFO, {"sheet": sheet.name or "", "count": len(sheet.lines)})
    )


def _group_texts(gathered: _Gathered) -> list[str]:
    """Group headings, since they may state their number of rows."""
    return list(dict.fromkeys(text for row in gathered.maker.rows for text in row.group))


def _unknown_columns(columns: Iterable[ListColumn]) -> list[Finding]:
    unused = (column.heading for column in columns if column.field is ListField.OTHER)
    left = list(dict.fromkeys(heading for heading in unused if heading))
    return [Finding("list.columns_left", Severity.INFO, {"columns": "; ".join(left)})] if left else []


def _guessed_columns(columns: Iterable[ListColumn]) -> list[Finding]:
    """Columns whose meaning is not sure, each heading once."""
    guessed = {column.heading: column for column in columns if column.guessed}
    return [
        Finding("list.column_guessed", params={"heading": column.heading, "field": column.field})
        for column in guessed.values()
    ]


def _footers(accounts: Iterable[Account]) -> list[Finding]:
    """Which lines below the rows were left out, for each sheet."""
    return _by_sheet("list.footers_left", [a.source for a in accounts if a.role in (LineRole.FOOTER, LineRole.TOTAL)])


def _hidden(blocks: Iterable[Block]) -> list[Finding]:
    return _by_sheet("list.hidden_rows", [block.source for block in blocks if block.hidden], Severity.WARNING)


def _by_sheet(code: str, places: Iterable[Source], severity: Severity = Severity.INFO) -> list[Finding]:
    parted: dict[str | None, list[int]] = defaultdict(list)
    for place in places:
        parted[place.sheet].append(place.row or place.line or place.block + 1)
    return [
        Finding(code, severity, {"sheet": sheet or "", "count": len(numbers), "rows": _numbers(numbers)})
        for sheet, numbers in parted.items()
    ]


def _numbers(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN_ROWS]))
    return f"{shown}…" if len(numbers) > _SHOWN_ROWS else shown


def _letter_repairs(blocks: Iterable[Block]) -> list[Repair]:
    """Cells whose letters the reader had to put right: an old encoding, or letters in parts."""
    found: list[Repair] = []
    for block in blocks:
        if not block.typed:
            continue
        shown = block.cells if block.kind is BlockKind.ROW else (block.text,)
        for before, after in zip(block.typed, shown, strict=False):
            if squeeze(before) == squeeze(after) and before == after:
                continue
            composed = unicodedata.normalize("NFC", before)
            if composed.split() == after.split():
                kind = RepairKind.UNICODE
                if composed.split() == before.split():
                    continue
            else:
                kind = RepairKind.ENCODING
            found.append(Repair(kind, before, after, block.source))
    return found
