"""Walking through the lines of a sheet: title, heading, groups, rows, footers; every line gets a role."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.common.progress import current
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.lists import Account, Agreed, LineRole, ListColumn, ListField, ListTarget, Repair, RepairKind
from thidua_desktop.domain.stages import Stage
from thidua_desktop.importing.lists.agreed import columns_of, heading_at, signature
from thidua_desktop.importing.lists.cells import cells_of, marks_of, names_in, with_those_above
from thidua_desktop.importing.lists.contents import by_content
from thidua_desktop.importing.lists.groups import (
    Groups,
    group_of,
    is_heading_line,
    is_unit_line,
    label_cell,
    labelled,
    names_group,
)
from thidua_desktop.importing.lists.lines import Line, Sheet, part_of
from thidua_desktop.importing.lists.numbered import is_item, listed
from thidua_desktop.importing.lists.people import addressed, is_personal_name, tidy
from thidua_desktop.importing.lists.rows import Around, RowMaker
from thidua_desktop.importing.lists.senders import Sender, sender_of
from thidua_desktop.importing.lists.tables import Header, is_number_row
from thidua_desktop.importing.lists.titles import Title
from thidua_desktop.importing.lists.vocabulary import (
    begins_with_post,
    is_footer,
    is_household,
    is_page_number,
    is_total,
    is_unit,
    kind_of_value,
)

_F = ListField
_ORDINAL = re.compile(r"\(?\d{1,5}\)?\s*[.)]?")
_PRESENT = 0.5
_SAMPLE = 2000
"""Rows by which the habits of a table are told."""
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
    header: Header | None = None
    ordinals: bool = False
    """Most rows of the table carry a number."""
    fullness: int = 0
    """How many cells a row of the table usually fills."""
    closed: bool = False
    """Signatures have begun."""
    last: dict[ListField, str] = field(default_factory=dict)
    """The cells of the row above, for the rest of it after a page break and for cells merged downwards."""
    last_marks: tuple[str, ...] = ()
    running: dict[int, int] = field(default_factory=dict)
    """How often each award column has been crossed."""
    around: Around | None = None
    """What stands around the rows until the next heading."""

    def read(self) -> None:
        """Give every line of the sheet its role and make the rows."""
        lines = self.sheet.lines
        at = 0
        while at < len(lines):
            if at % _STEP == 0:
                current().step(at, len(lines), Stage.READING)
            known = self.header is not None and (self._is_row(lines[at]) or self._says_kind(lines[at]))
            found = heading_at(lines, at, self.agreed) if lines[at].is_row and not known else None
            if found is not None and not (self.header and found.unsure):
                at = self._enter_table(found, lines, at)
                continue
            line = lines[at]
            self._account(line, self._take(line, lines, at) if self.header else self._above(line, lines, at))
            at += 1

    def read_bare(self) -> None:
        """The same for cells without a heading, whose ``header`` was made from their content."""
        lines = self.sheet.lines
        self.ordinals = self._numbered(lines)
        self.fullness = self._usual(lines)
        for at, line in enumerate(lines):
            self._account(line, self._take(line, lines, at))

    def _account(self, line: Line, role: LineRole) -> None:
        self.accounts.append(Account(line.block.source, role))

    def _enter_table(self, found: Header, lines: Sequence[Line], at: int) -> int:
        repeated = self.header is not None and found.words == self.header.words
        self.closed = False
        if not repeated:
            self.last.clear()
            self.running.clear()
        end = at + found.depth
        self.around = None
        above = next((order for order in range(at, 0, -1) if self.accounts[order - 1].role is LineRole.ROW), 0)
        self.sender = sender_of(lines[above:at]) or self.sender
        self.header = found if self._is_agreed(found) else by_content(found, lines[end:], self.maker.awards)
        if not repeated:
            self.columns.extend(columns_of(self.header, self.sheet.name))
        for line in lines[at:end]:
            self._account(line, LineRole.HEADING)
        if end < len(lines) and lines[end].is_row and is_number_row(lines[end]):
            self._account(lines[end], LineRole.HEADING)
            end += 1
        self.ordinals = self._numbered(lines[end:])
        self.fullness = self._usual(lines[end:])
        return end

    def _is_agreed(self, found: Header) -> bool:
        """Whether the clerk has said what the columns hold, or the list is none of nominations."""
        return signature(found) in self.agreed.layouts or self.agreed.target is not ListTarget.NOMINATIONS

    def _numbered(self, lines: Sequence[Line]) -> bool:
        assert self.header is not None
        ordinal = self.header.columns(_F.ORDINAL)
        body = [line for line in lines[:_SAMPLE] if line.is_row and any(line.cells.get(at) for at in self._names())]
        counted = sum(bool(ordinal) and bool(_ORDINAL.fullmatch(line.cells.get(ordinal[0], ""))) for line in body)
        return counted > _PRESENT * len(body)

    def _names(self) -> list[int]:
        assert self.header is not None
        return self.header.columns(_F.NAME) or self.header.columns(_F.GIVEN_NAME)

    def _ordinal(self, line: Line) -> str:
        at = self.header.columns(_F.ORDINAL) if self.header else []
        return line.cells.get(at[0], "") if at else ""

    def _is_row(self, line: Line) -> bool:
        """Whether a line that might be a heading is a numbered row of the table we are in."""
        return bool(_ORDINAL.fullmatch(self._ordinal(line)))

    def _says_kind(self, line: Line) -> bool:
        """Whether a line tells its kind in the column for it, so that "Cá nhân" there is no heading."""
        assert self.header is not None
        return any(kind_of_value(line.cells.get(at, "")) is not None for at in self.header.columns(_F.KIND))

    def _above(self, line: Line, lines: Sequence[Line], at: int) -> LineRole:
        """Before the first table: title and text; group headings that stand right over it count."""
        if not line.text:
            return LineRole.BLANK
        if item := listed(line, self.groups):
            return self._listed(item, line)
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

    def _group(self, line: Line) -> LineRole:
        cells = [line.cells[at] for at in sorted(line.cells)]
        first = label_cell(cells[0]) if len(cells) > 1 else None
        if first is not None:
            words, counts = cells[1], cells[2:]
        else:
            first, counts = labelled(cells[0]), cells[1:]
            words = first.rest
        numbers = [text for text in counts if text.isdigit()]
        group = group_of(first.typed, first.style, words)
        if numbers and not group.counts:
            group = replace(group, counts=((group.kind, int(numbers[0])),))
        self.groups.enter(group)
        self.around = None
        self.last.clear()
        self.closed = False
        return LineRole.GROUP

    def _take(self, line: Line, lines: Sequence[Line], at: int) -> LineRole:
        """The role of a line below a heading; of two tables side by side the left one decides."""
        if self.header is None or self.header.twin is None or not line.is_row:
            return self._take_one(line, lines, at)
        first = min(self.header.fields)
        left = part_of(line, first, self.header.twin)
        right = part_of(line, self.header.twin, None, shift=self.header.twin - first)
        roles = [self._take_one(half, lines, at) for half in (left, right) if half.cells]
        return roles[0] if roles else LineRole.BLANK

    def _take_one(self, line: Line, lines: Sequence[Line], at: int) -> LineRole:
        assert self.header is not None
        if not line.text:
            return LineRole.BLANK
        if not line.is_row:
            return self._beside(line)
        numbered = self._is_row(line)
        if numbered and self._is_plain(line):
            return self._row(line)
        if self.header.repeated_by(line) or (is_number_row(line) and not self._named(line)):
            return LineRole.HEADING
        words = self._words(line)
        if len(line.cells) == 1 and is_page_number(words):
            return LineRole.FOOTER
        if not numbered and self._is_total(words, line):
            self.texts.append(line.text)
            return LineRole.TOTAL
        if not numbered and (self.closed or is_footer(words)) and not self._is_group(line, lines, at):
            self.closed = self.closed or not fold(words).startswith(("ghi chu", "chu thich", "luu y", "(*", "**"))
            self.texts.append(line.text)
            return LineRole.FOOTER
        if self._is_group(line, lines, at):
            return self._group(line)
        if self._goes_on(line, numbered=numbered):
            return self._join(line)
        return self._row(line)

    def _is_plain(self, line: Line) -> bool:
        """Whether a numbered row has a name and something behind it, as most rows have."""
        assert self.header is not None
        words = [at for at, text in line.cells.items() if not text.isdigit()]
        return any(at in line.cells for at in self._names()) and len(words) > 2

    def _beside(self, line: Line) -> LineRole:
        """A paragraph after a table: a group heading for the next one, or text."""
        if item := listed(line, self.groups):
            return self._listed(item, line)
        label = labelled(line.text)
        if names_group(label.rest) and (label.style or line.block.bold or line.text.isupper()) and len(line.text) < 160:
            return self._group(line)
        self.texts.append(line.text)
        return LineRole.FOOTER

    def _listed(self, item: str, line: Line) -> LineRole:
        """A recipient in a paragraph beside the tables."""
        self.maker.add({_F.NAME: item}, line.block.source, self._around())
        self.last.clear()
        return LineRole.ROW

    def _words(self, line: Line) -> str:
        ordinal = self._ordinal(line)
        cells = [line.cells[at] for at in sorted(line.cells)]
        return " ".join(cells[1:] if ordinal and len(cells) > 1 and label_cell(ordinal) else cells)

    def _is_total(self, words: str, line: Line) -> bool:
        first = next((line.cells[at] for at in sorted(line.cells) if not label_cell(line.cells[at])), "")
        return is_total(first) or is_total(words)

    def _named(self, line: Line) -> bool:
        names = [line.cells.get(at, "") for at in self._names()]
        return any(len(name) > 3 for name in names)

    def _is_group(self, line: Line, lines: Sequence[Line], at: int) -> bool:
        ordinal = self._ordinal(line)
        if is_unit_line(line) and at + 1 < len(lines) and heading_at(lines, at + 1, self.agreed):
            return True
        cells = [line.cells[column] for column in sorted(line.cells)]
        label = label_cell(cells[0]) if len(cells) > 1 else None
        words = cells[1] if label is not None else labelled(cells[0]).rest
        style = label.style if label is not None else labelled(cells[0]).style
        others = [text for text in cells[2 if label is not None else 1 :] if not text.isdigit()]
        if not words or others:
            return False
        if names_group(words):
            return not (style == "arabic" and _ORDINAL.fullmatch(ordinal) and addressed(words))
        if style in ("roman", "capital", "below", "small") and not addressed(words):
            return style != "small" or not is_personal_name(words)
        if style in ("arabic", "deep") or _ORDINAL.fullmatch(ordinal):
            return self._numbered_unit(line, lines, at, words)
        return self._unnumbered_group(line, lines, at, words)

    def _unnumbered_group(self, line: Line, lines: Sequence[Line], at: int, words: str) -> bool:
        """A lone cell without a number: the name of a unit over its rows, or the rest of the row above."""
        column = next(iter(line.cells))
        if len(line.cells) != 1 or column > self._names()[0] or addressed(words) or words[:1].islower():
            return False
        if is_household(words):
            return False
        if is_personal_name(words) and not words.isupper():
            return False
        wide = max(line.widths.values()) > 1
        if self.ordinals:
            after = next((later for later in lines[at + 1 :] if later.is_row), None)
            restarts = after is not None and self._ordinal(after).strip("().") in ("1", "01")
            return wide or line.block.bold or line.block.centered or words.isupper() or is_unit(words) or restarts
        return wide or (self.fullness > 1 and (is_unit(words) or words.isupper() or line.block.bold))

    def _usual(self, lines: Sequence[Line]) -> int:
        """How many cells a row of the table usually fills; titles and lone cells do not count."""
        body = lines[:_SAMPLE]
        rows = sorted(len(line.cells) for line in body if line.is_row and len(line.cells) > 1 and self._named(line))
        return rows[len(rows) // 2] if rows else 0

    def _numbered_unit(self, line: Line, lines: Sequence[Line], at: int, words: str) -> bool:
        """ "1 | Sở Mẫu" over "1.1" or over people who are counted again from 1 or not at all."""
        if len(line.cells) > 2 or not is_unit(words) or self.fullness <= 2:
            return False
        after = next((later for later in lines[at + 1 :] if later.is_row and self._named(later)), None)
        if after is None or len(after.cells) <= 2:
            return False
        number = self._ordinal(after).strip("(). ")
        return number in ("1", "01", "") or bool(re.fullmatch(r"\d+\.\d+", number))

    def _goes_on(self, line: Line, *, numbered: bool) -> bool:
        """Whether a row only ends the row above, which a page break has cut."""
        if not self.maker.rows or not self.last or numbered or self._ordinal(line):
            return False
        if self._ordinal_goes_on(line):
            return not any(is_personal_name(text) or addressed(text) for text in line.cells.values())
        if not self.ordinals:
            return False
        if any(words[:1].islower() for words in line.cells.values()) and len(line.cells) <= 2:
            return True
        names = [line.cells[at] for at in self._names() if at in line.cells]
        return not names or (len(line.cells) == 1 and not is_personal_name(names[0]) and not addressed(names[0]))

    def _ordinal_goes_on(self, line: Line) -> bool:
        """Whether the ordinal of the row above is merged over this one too."""
        return self.header is not None and any(at in line.below for at in self.header.columns(_F.ORDINAL))

    def _join(self, line: Line) -> LineRole:
        """Put the words of a cut row to those above; the rows of that line are made once more."""
        assert self.header is not None
        source = self.maker.rows[-1].source
        cells = dict(self.last)
        for known, text in cells_of(line, self.header, self.codes).items():
            sign = "," if known is _F.NAME and begins_with_post(text) else ""
            cells[known] = squeeze(f"{cells.get(known, '')}{sign} {text}")
        while self.maker.rows and self.maker.rows[-1].source == source:
            self.maker.rows.pop()
        self.maker.findings = [seen for seen in self.maker.findings if seen.source != source]
        self.maker.repairs = [seen for seen in self.maker.repairs if seen.source != source]
        self.maker.add(cells, source, self._around(), self.last_marks)
        self.maker.say(
            "list.row_joined", line.block.source, Severity.INFO, text=line.text, name=self.maker.rows[-1].name
        )
        self.last = cells
        return LineRole.CONTINUATION

    def _row(self, line: Line) -> LineRole:
        assert self.header is not None
        source = line.block.source
        cells = cells_of(line, self.header, self.codes)
        if not tidy(cells.get(_F.NAME, "")):
            idle = {_F.ORDINAL, _F.KIND, _F.AWARD, _F.AWARD_CODE, _F.OCCASION}
            filled = [at for at in line.cells if self.header.fields.get(at) not in idle]
            if not filled and self._is_row(line):
                return LineRole.BLANK
            self.maker.say("list.no_name", source, text=line.text)
            return LineRole.LEFT_OUT
        for below in line.below:
            found = self.header.fields.get(below)
            if found in self.last and found not in (None, _F.NAME, _F.ORDINAL) and found not in cells:
                cells[found] = self.last[found]
        cells, taken = with_those_above(cells, self.last)
        for known in self.header.stands_once & self.last.keys() - cells.keys():
            cells[known], taken[known] = self.last[known], ""
        for known, text in taken.items():
            self.maker.repairs.append(Repair(RepairKind.DITTO, text, cells[known], source, known))
        self.last_marks = marks_of(line, self.header, self.last_marks, self.running)
        names = names_in(cells[_F.NAME])
        if names:
            self.maker.say("list.names_parted", source, Severity.INFO, text=cells[_F.NAME], count=len(names))
        for name in names or (cells[_F.NAME],):
            self.maker.add({**cells, _F.NAME: name}, source, self._around(), self.last_marks)
        self.last = cells
        return LineRole.ROW

    def _kind(self) -> RecipientKind | None:
        """Of whom title and name heading speak; "Họ và tên" in a list of households is the head of one."""
        of_heading = self.header.kind if self.header else None
        if self.title.kind is RecipientKind.HOUSEHOLD and of_heading is RecipientKind.PERSON:
            return self.title.kind
        return of_heading or self.title.kind

    def _award_of_sheet(self) -> str | None:
        """The award by which a worksheet is called, as in workbooks with a sheet for each."""
        name = self.sheet.name
        return name if name and self.maker.awards.award_id(name, None) is not None else None

    def _around(self) -> Around:
        if self.around is None:
            self.around = self._surroundings()
        return self.around

    def _surroundings(self) -> Around:
        header, groups = self.header, self.groups
        return Around(
            title=self.title.text,
            kind=self._kind(),
            award=(header.award if header else None) or self.title.award or self._award_of_sheet(),
            occasion=groups.occasion or self.title.occasion,
            groups=groups.texts,
            group_kind=groups.kind,
            group_award=groups.award,
            group_unit=groups.unit,
            sender=self.sender,
            has_posts=header is not None and header.has(_F.POSITION, _F.POSITION_AND_UNIT),
        )
