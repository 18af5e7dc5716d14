"""Walking through the lines of a sheet: title, heading, groups, rows, footers; every line gets a role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.common.progress import current
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.lists import Account, Agreed, LineRole, ListColumn, ListField, ListTarget
from thidua_desktop.domain.stages import Stage
from thidua_desktop.importing.lists.above.around import Around
from thidua_desktop.importing.lists.above.groups import (
    Group,
    Groups,
    group_of,
    is_heading_line,
    is_unit_line,
    label_cell,
    labelled,
)
from thidua_desktop.importing.lists.above.looks import speaks_of_looks
from thidua_desktop.importing.lists.above.senders import Sender, sender_of
from thidua_desktop.importing.lists.above.titles import Title
from thidua_desktop.importing.lists.headings.agreed import columns_of, heading_at, signature
from thidua_desktop.importing.lists.headings.habits import Habits
from thidua_desktop.importing.lists.headings.tables import Header, is_number_row
from thidua_desktop.importing.lists.meanings.lines import Line, Sheet, part_of
from thidua_desktop.importing.lists.meanings.vocabulary import (
    is_dated,
    is_footer,
    is_page_number,
    is_total,
)
from thidua_desktop.importing.lists.rows.asked import group_award, weighed
from thidua_desktop.importing.lists.rows.contents import by_content
from thidua_desktop.importing.lists.rows.endings import is_ending, is_post_below, looks_like_row, may_open
from thidua_desktop.importing.lists.rows.filling import Filler
from thidua_desktop.importing.lists.rows.grouping import Spot, heads_beside, is_group, is_over_others
from thidua_desktop.importing.lists.rows.notes_below import is_note, is_remark
from thidua_desktop.importing.lists.rows.rows import RowMaker
from thidua_desktop.importing.lists.rows.unnamed import named_by_unit
from thidua_desktop.importing.lists.told.numbered import is_item, listed
from thidua_desktop.importing.lists.walking.award_sentences import end_articles, heads_table, without_former
from thidua_desktop.importing.lists.walking.counted import counted_rows
from thidua_desktop.importing.lists.walking.cut_rows import ends_row_above
from thidua_desktop.importing.lists.walking.more_titles import end_former, says_award, title_words
from thidua_desktop.importing.lists.walking.siblings import counts_on, numbered_title, opens_inside
from thidua_desktop.importing.lists.walking.surroundings import sheet_award, surroundings

_F = ListField
_LABEL_AND_WORDS = 2
_LOOK_AHEAD = 12
_STEP = 200
"""Lines after which the reading says how far it is."""


@dataclass(slots=True)
class Walk:
    """What is known while the lines of one sheet are read."""

    sheet: Sheet
    title: Title
    maker: RowMaker
    codes: Mapping[str, str] = field(default_factory=dict)
    agreed: Agreed = field(default_factory=Agreed)
    sender: Sender | None = None
    """Named above the table, or above one before it."""
    columns: list[ListColumn] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Lines outside the table, where counts may be stated."""
    groups: Groups = field(default_factory=Groups)
    habits: Habits | None = None
    """Of the table that is being read; None above the first."""
    closed: bool = False
    """Signatures have begun."""
    posts_below: bool = False
    """Posts stand below the names, in rows of their own."""
    filler: Filler = field(init=False)
    """Makes the rows of the tables."""
    opened: tuple[Group, Source, int] | None = None
    """The heading of the last group, its place and how many rows there were above it."""
    around: Around | None = None
    """What stands around the rows until the next heading."""

    def __post_init__(self) -> None:
        self.filler = Filler(self.maker, self.codes, self.agreed)

    @property
    def header(self) -> Header | None:
        """The heading of the table that is being read."""
        return self.habits.header if self.habits is not None else None

    def read(self) -> None:
        """Give every line of the sheet its role and make the rows."""
        lines = self.sheet.lines
        at = 0
        while at < len(lines):
            if at % _STEP == 0:
                current().step(at, len(lines), Stage.READING)
            if (end := counted_rows(self, lines, at)) > at:
                at = end
                continue
            known = self.habits is not None and self.habits.is_no_heading(lines[at])
            found = heading_at(lines, at, self.agreed) if lines[at].is_row and not known else None
            if found is not None and not (self.habits and found.unsure):
                at = self._enter_table(found, lines, at)
                continue
            line = lines[at]
            self.account(line, self._take(line, lines, at) if self.habits is not None else self._above(line, lines, at))
            at += 1
        self._tell_empty(None)

    def read_bare(self, header: Header) -> None:
        """The same for cells without a heading; ``header`` was made from their content."""
        lines = self.sheet.lines
        self.habits = Habits(header)
        self.habits.learn(lines)
        self.columns.extend(columns_of(header, self.sheet.name))
        first = next(at for at, line in enumerate(lines) if line.is_row and len(line.cells) > 1)
        for at, line in enumerate(lines):
            if at < first and not is_group(line, self._spot(lines, at)):
                self.texts.append(line.text)
                self.account(line, LineRole.TITLE)
            else:
                self.account(line, self._take(line, lines, at))

    def account(self, line: Line, role: LineRole) -> None:
        """Take note of what became of a line."""
        self.accounts.append(Account(line.block.source, role))

    def _enter_table(self, found: Header, lines: Sequence[Line], at: int) -> int:
        former = self.habits
        repeated = former is not None and found.words == former.header.words
        self.closed = False
        if not repeated:
            self.filler.forget(counts=True)
        end = at + found.depth
        self.around = None
        above = next((order for order in range(at, 0, -1) if self.accounts[order - 1].role is LineRole.ROW), 0)
        named = sender_of(lines[above:at])
        if named is not None and (named.said or self.sender is None or not self.sender.of_sheet):
            self.sender = named
        if former is None or not repeated or found.fields.keys() != former.header.fields.keys():
            self.habits = Habits(found if self._is_agreed(found) else self._by_cells(found, lines[end:]))
        if not repeated:
            self.columns.extend(columns_of(self._table.header, self.sheet.name))
            self._tell_unheaded(lines[at].block.source)
        for line in lines[at:end]:
            self.account(line, LineRole.HEADING)
        if end < len(lines) and lines[end].is_row and is_number_row(lines[end]):
            self.account(lines[end], LineRole.HEADING)
            end += 1
        if self.habits is not former:
            self._table.learn(lines, end)
        return end

    def _by_cells(self, found: Header, body: Sequence[Line]) -> Header:
        """The heading with what the cells below it tell; awards of former years are left to the clerk's eye."""
        awards = self.maker.awards
        asked = (
            found.award
            or self.groups.award
            or self.title.award
            or group_award(found, body)
            or sheet_award(self.sheet, awards)
        )
        evidence = weighed(found, by_content(found, body, awards, self.codes), body, (asked, self.title.text), awards)
        header, source = evidence.header, self.sheet.lines[0].block.source
        for column in evidence.past:
            self.maker.say("list.past_awards_left", source, heading=header.headings[column])
        for column in evidence.against:
            self.maker.say("list.award_against_title", source, heading=header.headings[column], award=asked or "")
        return header

    def _tell_unheaded(self, source: Source) -> None:
        """Say what the columns without a heading were taken for."""
        header = self._table.header
        for column in sorted(header.unheaded):
            self.maker.say("list.column_by_content", source, number=column + 1, field=header.fields[column])
        for column in sorted(header.dashed):
            self.maker.say("list.dash_as_above", source, heading=header.headings[column])

    @property
    def _table(self) -> Habits:
        assert self.habits is not None
        return self.habits

    def _is_agreed(self, found: Header) -> bool:
        """Whether the clerk has said what the columns hold, or the list is none of nominations."""
        return signature(found) in self.agreed.layouts or self.agreed.target is not ListTarget.NOMINATIONS

    def _above(self, line: Line, lines: Sequence[Line], at: int) -> LineRole:
        """Before the first table: title and text; group headings that stand right over it count."""
        if not line.text:
            return LineRole.BLANK
        if (given := heads_table(line, lines, at, self.groups)) is not None:
            return self._given(given, line)
        if item := listed(line, self.groups):
            return self._listed(item, line)
        if numbered_title(line, lines, at, self.agreed):
            return self._group(line)
        if not line.is_row or len(line.cells) == 1:
            below = next(
                (
                    later
                    for later in range(at + 1, min(at + _LOOK_AHEAD, len(lines)))
                    if not is_heading_line(lines[later])
                ),
                None,
            )
            opens = below is not None and (heading_at(lines, below, self.agreed) is not None or is_item(lines[below]))
            if opens and (is_heading_line(line) or is_unit_line(line)):
                return self._group(line)
        self.texts.append(line.text)
        return LineRole.TITLE

    def _group(self, line: Line, *, is_unit: bool = False) -> LineRole:
        cells = [line.cells[at] for at in sorted(line.cells)]
        first = label_cell(cells[0]) if len(cells) > 1 else None
        if first is not None:
            words, counts = cells[1], cells[2:]
        else:
            first, counts = labelled(cells[0]), cells[1:]
            words = first.rest
        numbers = [text for text in counts if text.isdecimal()]
        group = group_of(first.typed, first.style, words)
        if is_unit and not (group.unit or group.kind or group.award):
            group = replace(group, unit=words)
        if numbers and not group.counts:
            group = replace(group, counts=((group.kind, int(numbers[0])),))
        return self._enter_group(group, line)

    def _enter_group(self, group: Group, line: Line) -> LineRole:
        self._tell_empty(group)
        self.opened = (group, line.block.source, len(self.maker.rows))
        self.groups.enter(group)
        self.filler.parents.clear()
        self.around = None
        self.filler.forget()
        self.closed = False
        return LineRole.GROUP

    def _titled(self, line: Line, words: str, lines: Sequence[Line], at: int) -> LineRole:
        """The title of another list below the first: a heading whose award is that of the rows below it."""
        label = labelled(line.text)
        group = group_of(label.typed, label.style, words)
        end_former(self.groups, group, self.title.text or "")
        if self.title.award and not says_award(group, lines, at):
            self.maker.say("list.title_without_award", line.block.source, text=line.text)
        return self._enter_group(group, line)

    def _given(self, group: Group, line: Line) -> LineRole:
        """A sentence of award over a table; the award of the one before does not go on below it."""
        former = self.groups.award
        end_articles(self.groups, group)
        role = self._enter_group(group, line)
        self.title = without_former(self.title, former, self.groups)
        return role

    def _tell_empty(self, following: Group | None) -> None:
        """Say that a unit was taken for a heading, where another of its sort or the end follows at once."""
        group, source, count = self.opened or (None, None, 0)
        if group is None or source is None or group.unit is None or len(self.maker.rows) > count:
            return
        outer = {above.style for above in self.groups.stack[:-1]}
        if following is None or following.style == group.style or following.style in outer:
            self.maker.say("list.group_empty", source, text=group.text)

    def _take(self, line: Line, lines: Sequence[Line], at: int) -> LineRole:
        """The role of a line below a heading; of two tables side by side the left one decides."""
        header = self._table.header
        if header.twin is None or not line.is_row:
            return self._take_one(line, lines, at)
        first = min(header.fields)
        left = part_of(line, first, header.twin)
        right = part_of(line, header.twin, None, shift=header.twin - first)
        roles = [self._take_one(half, lines, at) for half in (left, right) if half.cells]
        return roles[0] if roles else LineRole.BLANK

    def _take_one(self, line: Line, lines: Sequence[Line], at: int) -> LineRole:
        if not any(line.cells.values()):
            return LineRole.BLANK
        if len(line.cells) <= _LABEL_AND_WORDS and (titled := title_words(line)):
            return self._titled(line, titled, lines, at)
        if (given := heads_table(line, lines, at, self.groups)) is not None:
            return self._given(given, line)
        if not line.is_row:
            return self._sibling(line, lines, at) or self._about_rows(line, lines, at) or self._beside(line)
        if (named := named_by_unit(line, self._table, self.groups.kind)) is not line:
            return self.filler.row(named, self._table, self.surrounding())
        numbered = self._table.is_numbered(line)
        unit = numbered and self._may_head(lines, at) and is_over_others(line, self._spot(lines, at))
        if numbered and self._table.is_plain(line):
            return self.filler.row(line, self._table, self.surrounding(), is_unit=unit)
        if self._table.header.repeated_by(line) or (is_number_row(line) and not self._table.named(line)):
            return LineRole.HEADING
        words = self._words(line)
        if len(line.cells) == 1 and is_page_number(words, alone=not numbered):
            return LineRole.FOOTER
        if not self.closed and self.filler.says_further(line, self._table):
            return self.filler.further(line, self._table, self.surrounding())
        counted = numbered or looks_like_row(line, self._table)
        if not counted and (role := self._about_rows(line, lines, at)) is not None:
            return role
        if not counted and self._is_total(words, line):
            self.texts.append(line.text)
            return LineRole.TOTAL
        under_row = bool(self.filler.last and self.accounts) and self.accounts[-1].role is LineRole.ROW
        inside = at < self._table.last_numbered < len(self.sheet.lines) or self.posts_below
        if not numbered and under_row and inside and is_post_below(line, self._table):
            self.posts_below = True
            return self.filler.join(line, self._table, self.surrounding())
        if not counted and self._closes(words, line, lines, at):
            self.closed = self.closed or not fold(words).startswith(("ghi chu", "chu thich", "luu y", "(*", "**"))
            self.texts.append(line.text)
            return LineRole.FOOTER
        if not numbered and self.filler.last and self.maker.rows and is_remark(line, self._table):
            return self.filler.join(line, self._table, self.surrounding())
        if is_group(line, self._spot(lines, at)):
            return self._group(line, is_unit=unit)
        under = bool(self.maker.rows) and self.filler.last
        if under and ends_row_above(line, self._table, numbered=numbered):
            return self.filler.join(line, self._table, self.surrounding())
        self.closed = False
        return self.filler.row(line, self._table, self.surrounding(), is_unit=unit)

    def _about_rows(self, line: Line, lines: Sequence[Line], at: int) -> LineRole | None:
        """The role of a line that only tells of the person above it, or what colours mean; None for others."""
        if speaks_of_looks(line.text):
            self.texts.append(line.text)
            return LineRole.FOOTER
        told = self.filler.last and self.maker.rows and is_note(line, self._spot(lines, at))
        return self.filler.note(line) if told else None

    def _may_head(self, lines: Sequence[Line], at: int) -> bool:
        """Whether a numbered line may stand over the next ones; most rows stand over one that counts on."""
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is None or not below.is_row or not self._table.named(below):
            return True
        return self._table.ordinal(below).strip("(). ").endswith(".1")

    def _closes(self, words: str, line: Line, lines: Sequence[Line], at: int) -> bool:
        """Whether a line stands below the rows, as notes and signatures do."""
        if is_dated(words):
            return True
        if self.closed or is_ending(line, lines, at, self._table):
            return not (may_open(line) and is_group(line, self._spot(lines, at)))
        return is_footer(words) and not is_group(line, self._spot(lines, at))

    def _sibling(self, line: Line, lines: Sequence[Line], at: int) -> LineRole | None:
        """A paragraph over the next table that counts on from the heading of the one before."""
        if (former := counts_on(line, lines, at, self.groups, self.agreed)) is not None:
            return self._group(line, is_unit=former.unit is not None)
        below = bool(self.accounts) and self.accounts[-1].role is LineRole.GROUP
        return self._group(line) if below and opens_inside(line, lines, at, self.agreed) else None

    def _beside(self, line: Line) -> LineRole:
        """A paragraph after a table: a group heading for the next one, or text."""
        self.closed = self.closed or line.folded.startswith("noi nhan")
        if not self.closed and (item := listed(line, self.groups)):
            return self._listed(item, line)
        if heads_beside(line):
            return self._group(line)
        self.texts.append(line.text)
        return LineRole.FOOTER

    def _listed(self, item: str, line: Line) -> LineRole:
        """A recipient in a paragraph beside the tables."""
        self.maker.add({_F.NAME: item}, line.block.source, self.surrounding())
        self.filler.forget()
        return LineRole.ROW

    def _words(self, line: Line) -> str:
        ordinal = self._table.ordinal(line)
        cells = [line.cells[at] for at in sorted(line.cells)]
        return " ".join(cells[1:] if ordinal and len(cells) > 1 and label_cell(ordinal) else cells)

    def _is_total(self, words: str, line: Line) -> bool:
        first = next((line.cells[at] for at in sorted(line.cells) if not label_cell(line.cells[at])), "")
        return is_total(first) or is_total(words)

    def _spot(self, lines: Sequence[Line], at: int) -> Spot:
        below_group = bool(self.accounts) and self.accounts[-1].role is LineRole.GROUP
        styles = tuple(group.style for group in self.groups.stack)
        return Spot(lines, at, self._table, self.agreed, self.groups.kind, styles, below_group)

    def surrounding(self) -> Around:
        """What stands around the rows here."""
        if self.around is None:
            self.around = surroundings(
                self.sheet, self.title, self.habits, self.groups, sender=self.sender, awards=self.maker.awards
            )
        return self.around
