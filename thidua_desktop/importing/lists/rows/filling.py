"""From the rows of a table to rows of the draft: what a row takes from those above it, several names, marks, years."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.lists import Agreed, LineRole, ListField, ListTarget, Repair, RepairKind
from thidua_desktop.importing.lists.above.around import Around
from thidua_desktop.importing.lists.above.legends import sign_repairs
from thidua_desktop.importing.lists.headings.cell_tests import is_cross
from thidua_desktop.importing.lists.headings.habits import Habits, number_of
from thidua_desktop.importing.lists.headings.headings import heads_ordinals
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.headings.under_awards import award_over, names_nobody, names_person
from thidua_desktop.importing.lists.meanings.former import year_in
from thidua_desktop.importing.lists.meanings.households import is_couple
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.posts import tidy
from thidua_desktop.importing.lists.meanings.verdicts import asks_for_nothing, refuses
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_unit, kind_of_value
from thidua_desktop.importing.lists.rows.cells import cells_of, marks_of, names_in, with_those_above
from thidua_desktop.importing.lists.rows.endings import CALLED_POST
from thidua_desktop.importing.lists.rows.notes_below import told
from thidua_desktop.importing.lists.rows.plain_rows import PlainRows, Seen
from thidua_desktop.importing.lists.rows.rows import Cells, RowMaker
from thidua_desktop.importing.lists.rows.shares import names_below, shares
from thidua_desktop.importing.lists.rows.ticks import proposes_nobody

_F = ListField
_INSIDE = re.compile(r"\d{1,3}\.\d{1,3}\.?")
_PRAISE = re.compile(
    r"(?:bang khen|giay khen|bk|gk)(?! (?:cua|cap)$)(?: |$)(?!.*\b(?:cua|cap|chu tich|bo truong|giam doc)$)"
)
"""A form of praise that a line end has not cut."""
_CONCLUDES = re.compile(r"\b(?:ket luan|(?:ket qua|y kien|quyet dinh)\b.*\b(?:hoi dong|hd|hdtdkt|cap tren))\b")
_OF_AWARD = frozenset(
    (_F.AWARD, _F.AWARD_CODE, _F.OCCASION, _F.CITATION, _F.NOTE, _F.ORDINAL, _F.AWARD_YEAR, _F.DECISION, _F.DECIDED_ON,
     _F.DECIDED_BY)
)  # fmt: skip
"""What belongs to an award, not to who gets it."""


@dataclass(slots=True)
class Filler:
    """Makes the rows of the tables of one sheet and remembers those above."""

    maker: RowMaker
    codes: Mapping[str, str]
    agreed: Agreed
    last: dict[ListField, str] = field(default_factory=dict)
    """The cells of the row above, for the rest of it after a page break and for cells merged downwards."""
    last_marks: tuple[str, ...] = ()
    running: dict[int, int] = field(default_factory=dict)
    """How often each award column has been crossed."""
    unit_above: dict[ListField, str] = field(default_factory=dict)
    """The unit of the row above, in tables with the names below the awards."""
    parents: dict[str, str] = field(default_factory=dict)
    """Collectives by the number of their row."""
    counting: Header | None = None
    """The table of counts that has been told of."""
    plain: PlainRows = field(default_factory=lambda: PlainRows(_stands_out))

    def forget(self, *, counts: bool = False) -> None:
        """Forget the row above; ``counts``: how often awards were crossed too, as another table begins."""
        self.last.clear()
        if counts:
            self.running.clear()

    def join(self, line: Line, table: Habits, around: Around) -> LineRole:
        """Put the words of a cut row to those above; the rows of that line are made once more."""
        source = self.maker.rows[-1].source
        cells = dict(self.last)
        for known, text in cells_of(line, table.header, self.codes).items():
            more = CALLED_POST.sub("", text, count=1) if known is _F.NAME else text
            sign = "," if known is _F.NAME and begins_with_post(more) else ""
            cells[known] = squeeze(f"{cells.get(known, '')}{sign} {more}")
        self.maker.again(cells, source, around, self.last_marks)
        self.maker.say(
            "list.row_joined", line.block.source, Severity.INFO, text=line.text, name=self.maker.rows[-1].name
        )
        self.last = cells
        return LineRole.CONTINUATION

    def note(self, line: Line) -> LineRole:
        """Put what a line tells of the person above into the rows of that person."""
        source = self.maker.rows[-1].source
        why, words = told(line.text)
        known = _F.CITATION if why and not self.last.get(_F.CITATION) else _F.NOTE
        self.last[known] = "; ".join(filter(None, (self.last.get(known), why if known is _F.CITATION else words)))
        for at in range(len(self.maker.rows) - 1, -1, -1):
            row = self.maker.rows[at]
            if row.source != source:
                break
            if known is _F.CITATION:
                self.maker.rows[at] = row._replace(citation=why)
            else:
                self.maker.rows[at] = row._replace(note="; ".join(filter(None, (row.note, words))))
        self.maker.say("list.note_below", line.block.source, Severity.INFO, text=words, name=self.maker.rows[-1].name)
        return LineRole.CONTINUATION

    def says_further(self, line: Line, table: Habits) -> bool:
        """Whether a row without a name gives the recipient above one award more, rather than the rest of a cut one.

        The award stands in its column right of the names; both it and the one above are whole, or the name is merged
        over the row and another column is crossed.
        """
        names, header = table.names(), table.header
        if not self.last.get(_F.NAME) or header.names_in_marks or any(at in line.cells for at in names):
            return False
        merged = any(at in line.below for at in names)
        if table.is_numbered(line) and not merged:
            return False  # a row whose name is missing
        if crossed := [at for at in header.columns(_F.AWARD_MARK) if is_cross(line.cells.get(at, ""))]:
            return merged or not any(line.cells[at].isdecimal() for at in crossed)
        filled = [at for at in header.columns(_F.AWARD) if at in line.cells and at > max(names)]
        above = self.last.get(_F.AWARD, "")
        if not filled or (not merged and fold(above) == fold(line.cells[filled[0]])):
            return False
        return self._is_whole(above) and self._is_whole(line.cells[filled[0]])

    def _is_whole(self, award: str) -> bool:
        praise = _PRAISE.match(fold(award)) is not None and not award[:1].islower()
        return praise or (self.maker.awards.award_id(award, None) is not None and not award[:1].islower())

    def further(self, line: Line, table: Habits, around: Around) -> LineRole:
        """One row more for the recipient above, with the award of this line and what it says about it."""
        kept = {known: text for known, text in self.last.items() if known not in _OF_AWARD}
        cells = kept | cells_of(line, table.header, self.codes)
        marks = marks_of(line, table.header, self.codes, self.last_marks, self.running)
        self.maker.add(cells, line.block.source, around, marks)
        made = self.maker.rows[-1]
        award = made.award or ""
        self.maker.say("list.award_below", line.block.source, Severity.INFO, award=award, name=made.name)
        self.last, self.last_marks = cells, marks
        return LineRole.ROW

    def rows(self, lines: Sequence[Line], table: Habits, around: Around) -> list[LineRole]:
        """Make the rows of numbered lines; the roles they had."""
        asks = around.refused is not None or self.codes or proposes_nobody(table.header, around)
        seen = None if asks else self.plain.seen(lines, table.header, around)
        if seen is None:
            return [self.row(line, table, around) for line in lines]
        roles: list[LineRole] = []
        while (at := len(roles)) < len(lines):
            if (made := self.plain.made(seen[at:], lines[at:], around, self.maker)) > 0:
                at += made
                roles += [LineRole.ROW] * made
                self._remember(seen[at - 1], lines[at - 1], table)
            if at < len(lines):
                roles.append(self._learned(lines[at], seen[at], table, around))
        return roles

    def row(self, line: Line, table: Habits, around: Around, *, is_unit: bool = False) -> LineRole:
        """Make the rows of a line; the role it had."""
        if proposes_nobody(table.header, around):
            return self._counted(line, table.header)
        if heads_ordinals(table.ordinal(line)):
            self.maker.say("list.text_left", line.block.source, text=line.text)
            return LineRole.LEFT_OUT  # a heading that was not understood is nobody
        if around.refused is not None:
            return self._not_proposed(line, cells_of(line, table.header, self.codes), around.refused)
        seen = None if is_unit or self.codes else self.plain.seen((line,), table.header, around)
        if seen is None:
            return self._row(line, table, around, is_unit=is_unit)
        if self.plain.made(seen, (line,), around, self.maker):
            self._remember(seen[0], line, table)
            return LineRole.ROW
        return self._learned(line, seen[0], table, around)

    def _remember(self, seen: Seen, line: Line, table: Habits) -> None:
        """What the row below may take from a row that was made after a pattern."""
        self.last, self.last_marks = seen.cells, ()
        table.count = int(number_of(table.ordinal(line)) or 0)

    def _learned(self, line: Line, seen: Seen, table: Habits, around: Around) -> LineRole:
        """Make the rows of a line by all rules; they may be the pattern of others."""
        if seen.in_doubt or self.plain.knows(seen):
            return self._row(line, table, around)
        before, said = self._counts(), (len(self.maker.findings), len(self.maker.repairs))
        role = self._row(line, table, around)
        findings, repairs = self.maker.findings[said[0] :], self.maker.repairs[said[1] :]
        if findings and all(finding.code.startswith("identity.") for finding in findings):
            return role  # about this number alone: the next such row may be a pattern
        numbers = all(repair.kind in (RepairKind.BIRTH, RepairKind.ID_NUMBER) for repair in repairs)
        rows, *others = (now - then for now, then in zip(self._counts(), before, strict=True))
        calm = rows == 1 and not any(others) and not findings and numbers and not self.last_marks
        self.plain.learn(seen, around, self.maker.rows[-1] if calm and self.last == seen.cells else None)
        return role

    def _counted(self, line: Line, header: Header) -> LineRole:
        """Leave a row out that only counts, and say so once for the table."""
        if header is not self.counting:
            self.counting = header
            told = [header.headings[at] for at in sorted(header.headings) if header.headings[at]]
            self.maker.say("list.table_of_counts", line.block.source, columns="; ".join(told))
        return LineRole.LEFT_OUT

    def _not_proposed(self, line: Line, cells: Cells, said: str) -> LineRole:
        """Leave out somebody for whom nothing is asked, and say so."""
        self.last = dict(cells)
        self.maker.say(
            "list.not_proposed", line.block.source, name=tidy(cells.get(_F.NAME, "")) or line.text, text=said
        )
        return LineRole.LEFT_OUT

    def _counts(self) -> tuple[int, ...]:
        """How much was made so far, and counted for what is said at the end."""
        maker = self.maker
        counted = (maker.sent.total(), maker.no_occasion.total(), sum(self.running.values()), len(self.parents))
        return (len(maker.rows), *counted)

    def _row(self, line: Line, table: Habits, around: Around, *, is_unit: bool = False) -> LineRole:
        source = line.block.source
        cells = cells_of(line, table.header, self.codes)
        if table.header.names_in_marks:
            return self._under_awards(line, table, around)
        if not any(map(str.isalpha, tidy(cells.get(_F.NAME, "")))):
            idle = {_F.ORDINAL, _F.KIND, _F.AWARD, _F.AWARD_CODE, _F.OCCASION}
            filled = [at for at in line.cells if table.header.fields.get(at) not in idle]
            if not filled and table.is_numbered(line):
                return LineRole.BLANK
            self.maker.say("list.no_name", source, text=line.text)
            return LineRole.LEFT_OUT
        cells = self._with_rows_above(line, cells, table.header)
        self.last_marks = marks_of(line, table.header, self.codes, self.last_marks, self.running)
        if asks_for_nothing(cells.get(_F.AWARD, "")) and not self.last_marks:
            return self._not_proposed(line, cells, cells[_F.AWARD])
        if (no := self._council_says_no(line, table.header)) is not None:
            return self._not_proposed(line, cells, no)
        names = [] if _is_one_household(cells, around) else names_in(cells[_F.NAME])
        if names:
            self.maker.say("list.names_parted", source, Severity.INFO, text=cells[_F.NAME], count=len(names))
        if self.agreed.target is ListTarget.AWARD_HISTORY and self._by_year(line, cells, table.header, around):
            return LineRole.ROW
        around = self._inside_of_parent(table.ordinal(line), around)
        if is_unit:
            around = replace(around, group_kind=RecipientKind.COLLECTIVE)
        own = shares(line, cells, len(names)) if names else [{}]
        for name, share in zip(names or (cells[_F.NAME],), own, strict=True):
            self.maker.add({**cells, **share, _F.NAME: name}, source, around, self.last_marks)
        if table.is_numbered(line) and self.maker.rows[-1].kind is RecipientKind.COLLECTIVE:
            self.parents[number_of(table.ordinal(line))] = self.maker.rows[-1].name
        refused = next(filter(refuses, line.cells.values()), None)
        if refused is not None:
            self.maker.say("list.row_refused", source, name=tidy(cells[_F.NAME]), text=refused)
        self.last = cells
        table.count = int(number_of(table.ordinal(line)) or 0)
        return LineRole.ROW

    @staticmethod
    def _council_says_no(line: Line, header: Header) -> str | None:
        """What stands in the column for the end of the council's talk, where it is a no."""
        texts = (line.cells[at] for at in line.cells if _CONCLUDES.search(fold(header.headings.get(at, ""))))
        return next(filter(refuses, texts), None)

    def _with_rows_above(self, line: Line, cells: dict[ListField, str], header: Header) -> dict[ListField, str]:
        """The cells with those that are merged over this row too, written once for several, or "như trên"."""
        source = line.block.source
        for below in line.below:
            found = header.fields.get(below)
            if found in self.last and found not in (None, _F.NAME, _F.ORDINAL) and found not in cells:
                cells[found] = self.last[found]
        cells, taken = with_those_above(cells, self.last)
        # A dash beside a collective says that it belongs to none.
        dashed = {header.fields.get(at) for at in line.dashes} if is_unit(cells[_F.NAME]) else set()
        nowhere = dashed & {_F.UNIT, _F.DEPARTMENT}
        for column in header.dashed & line.dashes:
            known = header.fields[column]
            if known in self.last and known not in cells and known not in nowhere:
                cells[known], taken[known] = self.last[known], "-"
        for known in header.stands_once & self.last.keys() - cells.keys() - nowhere:
            cells[known], taken[known] = self.last[known], ""
        for known, text in taken.items():
            self.maker.repairs.append(Repair(RepairKind.DITTO, text, cells[known], source, known))
        self.maker.repairs += sign_repairs(line, header.columns(_F.AWARD), self.codes)
        return cells

    def _inside_of_parent(self, ordinal: str, around: Around) -> Around:
        """What stands around a row; "2.1" below the row "2 | Phòng Mẫu" belongs to it."""
        above = self.parents.get(ordinal.partition(".")[0])
        inside = _INSIDE.fullmatch(ordinal) is not None
        return replace(around, group_unit=above) if above and inside else around

    def _under_awards(self, line: Line, table: Habits, around: Around) -> LineRole:
        """A row whose names stand below the awards that they are to get; crosses beside them are the unit's own."""
        header = table.header
        cells = cells_of(line, header, self.codes)
        unit: dict[ListField, str] = {known: cells[known] for known in (_F.UNIT, _F.DEPARTMENT) if known in cells}
        unit = unit or ({} if table.is_numbered(line) else self.unit_above)
        own = [cells[_F.AWARD]] if _F.AWARD in cells else []
        for at in header.columns(_F.AWARD_MARK):
            text, award = line.cells.get(at, ""), header.headings[at].rpartition(" – ")[2]
            if at not in header.marks_with_names or is_cross(text):
                own += [award] if is_cross(text) else []
                continue
            for name in names_below(line, text):
                if names_person(name):
                    self.maker.add(
                        {_F.NAME: name, _F.AWARD: award_over(header.headings[at]) or award, **unit},
                        line.block.source,
                        around,
                    )
                elif not names_nobody(name):
                    self.maker.say("list.text_left", line.block.source, text=name)
        for award in own if unit else ():
            of_unit = {_F.NAME: ", ".join(unit.values()), _F.AWARD: award}
            self.maker.add(of_unit, line.block.source, around)
        self.last.clear()
        self.unit_above = unit
        return LineRole.ROW

    def _by_year(self, line: Line, cells: Mapping[ListField, str], header: Header, around: Around) -> bool:
        """Whether the awards of a row stand in columns for years; its records are made then."""
        years = {at: year_in(header.headings[at]) for at in header.columns(_F.AWARD)}
        if len(years) < 2 or None in years.values():
            return False
        for at, year in years.items():
            if at in line.cells:
                record = {**cells, _F.AWARD: line.cells[at], _F.AWARD_YEAR: year or ""}
                self.maker.add(record, line.block.source, around)
        self.last = dict(cells)
        return True


def _is_one_household(cells: Cells, around: Around) -> bool:
    """Whether a cell names husband and wife where households are listed, who are proposed together."""
    told = kind_of_value(cells.get(_F.KIND, "")) if cells.get(_F.KIND) else None
    listed = told is RecipientKind.HOUSEHOLD if told is not None else around.lists_households
    return listed and is_couple(cells[_F.NAME])


def _stands_out(text: str) -> bool:
    """Whether a cell may say that somebody is no longer proposed, or not at all."""
    return refuses(text) or asks_for_nothing(text)
