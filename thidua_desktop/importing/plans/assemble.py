"""A whole document made into a plan draft; every block of it ends in a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain.documents import Document
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.plans import PlanDraft, PlanPart, Responsibility, Role, TaskDraft
from thidua_desktop.importing.plans import duties, gather, quality
from thidua_desktop.importing.plans.bare import with_bare_numbers, with_times_apart
from thidua_desktop.importing.plans.gather import Gatherer
from thidua_desktop.importing.plans.grids import regrid
from thidua_desktop.importing.plans.harvest import Found, Harvest, left_out
from thidua_desktop.importing.plans.header import Head, is_basis, read_head, settle_from_body
from thidua_desktop.importing.plans.joining import Layout, Paragraph, join, layout_of
from thidua_desktop.importing.plans.lines import Line, Pages, read_lines
from thidua_desktop.importing.plans.outline import Builder
from thidua_desktop.importing.plans.placing import NOWHERE, Clock, Placed
from thidua_desktop.importing.plans.placing import place as placed_at
from thidua_desktop.importing.plans.sections import is_time_heading
from thidua_desktop.importing.plans.tables import TableReader
from thidua_desktop.importing.plans.tail import Tail, read_tail
from thidua_desktop.importing.plans.text import plain, starts_lower
from thidua_desktop.importing.plans.times import Span, moments

_THE_END = ("./.", ". /.", "./", ". /")
"""The sign that ends the text of a document (NĐ 30/2020/NĐ-CP): what follows without a number is no part of it."""
MOST_LEFT_OUT = 30
"""More of them say no more than that the plan was not understood."""
_FOOTNOTE = re.compile(r"\[\d{1,3}\](?:\s|$)")
LATE_IN_YEAR = 7
"""A plan without a year in its title, issued from this month on, may reach into the next year."""


def parse(document: Document) -> PlanDraft:
    """The plan that a document describes: tasks, responsibilities, head and tail, findings.

    Pure and deterministic; it never raises. What it cannot read is kept as text and said in a finding.
    """
    pages = read_lines(document)
    texts = [line.text for line in pages.lines]
    if not texts:
        return _unread(document, pages, "plan.empty")
    if quality.unreadable(texts):
        return _unread(document, pages, "plan.unreadable")
    return _Reading(document, pages).draft()


class _Reading:
    """One document under way."""

    def __init__(self, document: Document, pages: Pages) -> None:
        self._document = document
        lines = regrid(pages.lines)
        self._notes = frozenset(line.block for line in lines if _FOOTNOTE.match(line.label or line.text))
        kept = [line for line in lines if not line.page_number and line.block not in self._notes]
        self._lines = tuple(with_bare_numbers(with_times_apart(kept)))
        self._furniture = pages.furniture | {line.block for line in lines if line.page_number}
        self._layout = layout_of(self._lines)
        self._ended = False
        self._roles: dict[int, Role] = {}
        self._head = read_head(self._lines)
        self._tail = read_tail(self._lines, self._head.body)
        self._builder = Builder()
        self._tables = TableReader(self._builder)

    def draft(self) -> PlanDraft:
        """The finished draft."""
        head, tail = self._head, self._tail
        body = [*self._lines[head.body : tail.start]]
        opening, rest = self._opening(body)
        settle_from_body(head, opening, " ".join(line.text for line in self._lines))
        self._feed(rest)
        if tail.annex < len(self._lines):
            self._tables.columns = None
            self._ended = False
            self._feed(self._lines[tail.annex :])
        harvest = Gatherer(_clock(head), _frame(head)).gather(self._builder.root)
        self._mark(harvest, head, tail)
        tasks = tuple(self._task(found) for found in harvest.tasks)
        impossible = [task for task, found in zip(tasks, harvest.tasks, strict=True) if found.placed.impossible]
        return PlanDraft(
            title=head.title,
            number=head.number,
            issued_on=head.issued_on,
            place=head.place,
            issuer=head.issuer,
            superior=head.superior,
            year=head.year,
            legal_bases=tuple(text for text in opening if is_basis(text)),
            recipients=tail.recipients,
            signer=tail.signer,
            tasks=tasks,
            responsibilities=tuple(self._responsibilities(harvest)),
            parts=self._parts(harvest),
            findings=(*self._document.notes, *_findings(head, tasks, impossible), *self._left_out(harvest)),
            blocks=self._document.blocks,
            source_name=self._document.name,
            source_sha256=self._document.sha256,
        )

    def _opening(self, body: Sequence[Line]) -> tuple[list[str], Sequence[Line]]:
        """The paragraphs before the first heading or table."""
        first_row = next((place for place, line in enumerate(body) if line.is_row), len(body))
        opening: list[Paragraph] = []
        for paragraph in join(body[:first_row], self._layout):
            if _begins_body(paragraph):
                break
            opening.append(paragraph)
        else:
            if len(opening) > 3 and len(opening) == sum(1 for _ in join(body, self._layout)):
                # No numbering at all: only the bases and the paragraph that leads on are the opening.
                opening = opening[: _end_of_plain_opening(opening)]
        self._mark_opening(opening)
        taken = {block for paragraph in opening for block in paragraph.blocks}
        return [paragraph.whole for paragraph in opening], [line for line in body if line.block not in taken]

    def _mark_opening(self, paragraphs: Sequence[Paragraph]) -> None:
        for paragraph in paragraphs:
            role = Role.LEGAL_BASIS if is_basis(paragraph.whole) else Role.OPENING
            for block in paragraph.blocks:
                self._roles.setdefault(block, role)

    def _feed(self, lines: Sequence[Line]) -> None:
        """Paragraphs and tables into the outline, in order."""
        place = 0
        while place < len(lines):
            stop = place
            if lines[place].is_row:
                stop = _table_end(lines, place)
                rows = [_as_row(line) for line in lines[place:stop]]
                if not self._tables.read(rows):
                    self._feed_paragraphs([_as_text(line) for line in rows])
            else:
                while stop < len(lines) and not lines[stop].is_row:
                    stop += 1
                self._feed_paragraphs(lines[place:stop])
            place = stop

    def _feed_paragraphs(self, lines: Sequence[Line]) -> None:
        for paragraph in join(lines, self._layout):
            if self._ended and paragraph.marker is None and not is_time_heading(paragraph.text):
                for block in paragraph.blocks:
                    self._roles.setdefault(block, Role.TEXT)
                continue
            self._builder.paragraph(paragraph)
            self._ended = self._ended or (paragraph.text.endswith(_THE_END) and paragraph.marker is None)

    def _mark(self, harvest: Harvest, head: Head, tail: Tail) -> None:
        lines = self._lines
        for place, line in enumerate(lines[: head.body]):
            role = Role.LETTERHEAD
            if place in head.title_lines:
                role = Role.TITLE
            elif place in head.number_lines:
                role = Role.NUMBER
            elif place in head.day_lines:
                role = Role.PLACE_AND_DAY
            self._roles.setdefault(line.block, role)
        for place in tail.recipient_lines:
            self._roles.setdefault(lines[place].block, Role.RECIPIENT)
        for place in tail.signer_lines:
            self._roles[lines[place].block] = Role.SIGNER
        for place in head.day_lines:
            self._roles[lines[place].block] = Role.PLACE_AND_DAY
        for block in self._tables.headings:
            self._roles[block] = Role.TABLE_HEADING
        for block in self._tables.empty:
            self._roles.setdefault(block, Role.TEXT)
        for block in self._furniture:
            self._roles.setdefault(block, Role.FURNITURE)
        for block, role in harvest.roles.items():
            self._roles[block] = role

    def _parts(self, harvest: Harvest) -> tuple[PlanPart, ...]:
        return tuple(
            PlanPart(
                self._roles.get(place, Role.TEXT if block.text.strip() else Role.FURNITURE),
                block.text,
                block.source,
                harvest.levels.get(place, 0),
                harvest.labels.get(place) or block.label,
            )
            for place, block in enumerate(self._document.blocks)
        )

    def _task(self, found: Found) -> TaskDraft:
        placed, blocks = found.placed, self._document.blocks
        return TaskDraft(
            text=found.text,
            source=blocks[found.node.blocks[0]].source,
            year=placed.year or self._head.year,
            quarter=placed.quarter,
            month=placed.month,
            due=placed.due,
            starts=placed.starts,
            section=found.section,
            label=found.label,
            lead=found.doers.lead,
            coordinate=found.doers.coordinate,
            product=found.product,
            conditional=gather.conditional(found.text),
            recurrence=found.recurrence,
            remark=found.remark,
            blocks=tuple(blocks[place].source.block for place in found.node.blocks),
            doubts=found.doubts,
        )

    def _left_out(self, harvest: Harvest) -> Iterator[Finding]:
        """Nothing of a work section vanishes unsaid."""
        if harvest.undated:
            yield Finding("plan.undated_left", Severity.INFO, {"count": harvest.undated})
        for node in left_out(harvest)[:MOST_LEFT_OUT]:
            source = self._document.blocks[node.blocks[0]].source
            yield Finding("plan.item_left", Severity.INFO, {"text": node.text[:60]}, source)

    def _responsibilities(self, harvest: Harvest) -> Iterator[Responsibility]:
        blocks = self._document.blocks
        for duty in harvest.duties:
            yield Responsibility(
                duty.text,
                blocks[duty.node.blocks[0]].source,
                duty.section,
                duty.label,
                duty.doers.lead,
                duty.doers.coordinate,
                tuple(blocks[place].source.block for place in duty.node.blocks),
            )


def _begins_body(paragraph: Paragraph) -> bool:
    return (paragraph.marker is not None and not paragraph.marker.is_bullet) or is_time_heading(paragraph.text)


def _end_of_plain_opening(paragraphs: Sequence[Paragraph]) -> int:
    end = 0
    for place, paragraph in enumerate(paragraphs):
        if is_basis(paragraph.whole) or paragraph.whole.endswith(("như sau:", "sau đây:", "như sau.", "sau:")):
            end = place + 1
        elif duties.CLOSING.match(paragraph.whole):
            break
    return end or 1


def _table_end(lines: Sequence[Line], start: int) -> int:
    """Rows, with lone lines between them (a quarter, a torn word) that belong to the table."""
    stop = start
    while stop < len(lines):
        if lines[stop].is_row:
            stop += 1
            continue
        following = next((place for place in range(stop, min(stop + 3, len(lines))) if lines[place].is_row), None)
        between = lines[stop:following] if following is not None else ()
        if following is None or not all(_belongs_to_table(line) for line in between):
            break
        stop = following
    return stop


def _belongs_to_table(line: Line) -> bool:
    """A quarter between two rows, or the rest of a sentence that the page tore off."""
    marker = next(join([line], Layout())).marker
    if marker is not None:
        return marker.is_bullet and starts_lower(marker.rest)
    return is_time_heading(line.text) or starts_lower(line.text)


def _as_row(line: Line) -> Line:
    return line if line.is_row else replace(line, cells=(line.text,))


def _as_text(line: Line) -> Line:
    return replace(line, cells=(), raw="")


_TITLE_TIME = re.compile(r"(?:cong tac|nhiem vu|ke hoach|lich|hoat dong|thi dua|khen thuong|chuong trinh|viec)\s+$")


def _frame(head: Head) -> Placed:
    """The month or quarter of a plan that is for no more than that ("Công tác tháng 3 năm 2025")."""
    title = plain(head.title or "")
    found = [moment for moment in moments(head.title or "") if moment.kind is not Span.DAY]
    if len(found) != 1 or not _TITLE_TIME.search(title[: found[0].start]):
        return NOWHERE
    return placed_at(found[0], _clock(head))


def _clock(head: Head) -> Clock:
    rolls = None
    late = head.issued_month is not None and head.issued_month >= LATE_IN_YEAR
    if not head.titled_year and late and head.year == head.issued_year:
        rolls = head.issued_month
    return Clock(head.year, head.school, rolls, head.until)


def _findings(head: Head, tasks: Sequence[TaskDraft], impossible: Sequence[TaskDraft]) -> Iterator[Finding]:
    if head.title is None:
        yield Finding("plan.no_title")
    if not tasks:
        yield Finding("plan.no_tasks")
    if head.number is None:
        yield Finding("plan.no_number", Severity.INFO)
    if head.issued_on is None:
        yield Finding("plan.no_day", Severity.INFO)
    if head.year is None:
        yield Finding("plan.no_year")
    if tasks and not any(task.quarter for task in tasks):
        yield Finding("plan.no_quarters", Severity.INFO, {"count": len(tasks)})
    doubtful = sum(bool(task.doubts) for task in tasks)
    if doubtful:
        yield Finding("plan.doubtful_tasks", Severity.INFO, {"count": doubtful})
    for task in impossible:
        yield Finding("plan.day_unsure", params={"text": task.text[:60]}, source=task.source)


def _unread(document: Document, pages: Pages, code: str) -> PlanDraft:
    roles = dict.fromkeys(pages.furniture, Role.FURNITURE)
    parts = tuple(
        PlanPart(roles.get(place, Role.TEXT), block.text, block.source, 0, block.label)
        for place, block in enumerate(document.blocks)
    )
    return PlanDraft(
        parts=parts,
        findings=(*document.notes, Finding(code)),
        blocks=document.blocks,
        source_name=document.name,
        source_sha256=document.sha256,
    )
