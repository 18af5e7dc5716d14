"""Lists that stand on their side: forms below each other, one for each recipient, or one column for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.lists import Account, LineRole, ListField
from thidua_desktop.importing.lists.above.around import Around
from thidua_desktop.importing.lists.above.groups import Groups, group_of, labelled, names_group
from thidua_desktop.importing.lists.headings.form_labels import labels_in
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.importing.lists.meanings.lines import Line, Sheet
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.posts import tidy
from thidua_desktop.importing.lists.meanings.vocabulary import is_footer, is_household, is_unit
from thidua_desktop.importing.lists.rows.rows import RowMaker

_NAMES = (ListField.NAME, ListField.GIVEN_NAME)
_FEWEST = 2
"""Cells behind a heading, by which recipients stand beside each other."""
_ENOUGH = 3
"""Labels of a form that are understood."""
_FEWEST_WORDS = 6
"""Of a line that tells something."""
_SINGLE = 4
"""The same of a form that is the only one, which may be anything."""


@dataclass
class _Form:
    around: Around
    cells: dict[ListField, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    open: ListField | None = None
    """What the last label asked."""

    def take(self, pairs: Sequence[tuple[ListField, str]], line: Line) -> None:
        """Keep what a line says."""
        for known, value in pairs:
            if known is not ListField.OTHER and value:
                self.cells.setdefault(known, value)
            self.open = known
        self.lines.append(line)

    @property
    def is_whole(self) -> bool:
        """Whether enough is told, and the name is one."""
        name = tidy(self.cells.get(ListField.NAME, ""))
        return len(self.cells) >= _ENOUGH and (
            is_personal_name(name) or addressed(name) or is_unit(name) or is_household(name)
        )


def read_forms(sheet: Sheet, maker: RowMaker, around: Around) -> list[Account] | None:
    """Make a row of each form, and give every line its role; None where the sheet holds no forms."""
    across = _across(sheet)
    if across is not None:
        return _read_across(sheet, across, maker, around)
    forms, left = _forms(sheet, around)
    whole = [form for form in forms if form.is_whole]
    if not whole or (len(whole) == 1 and len(whole[0].cells) < _SINGLE):
        return None
    roles = {line.block.source: LineRole.CONTINUATION for form in whole for line in form.lines}
    for form in whole:
        place = form.lines[0].block.source
        roles[place] = LineRole.ROW
        maker.add(form.cells, place, form.around)
    for form in forms:
        if not form.is_whole:
            maker.say("list.text_left", form.lines[0].block.source, text=form.lines[0].text)
    roles |= {line.block.source: LineRole.GROUP for line in left}
    sources = [line.block.source for line in sheet.lines]
    return [Account(source, roles.get(source, LineRole.TITLE)) for source in sources]


def _forms(sheet: Sheet, around: Around) -> tuple[list[_Form], list[Line]]:
    """The forms of a sheet, each from its name on, and the headings over them."""
    found: list[_Form] = []
    headings: list[Line] = []
    groups = Groups()
    for line in sheet.lines:
        pairs = labels_in(line)
        label = labelled(line.text)
        if not pairs:
            if names_group(label.rest):
                groups.enter(group_of(label.typed, label.style, label.rest))
                headings.append(line)
            elif found and found[-1].open is ListField.CITATION and _goes_on(line.text):
                told = found[-1].cells.get(ListField.CITATION)
                found[-1].cells[ListField.CITATION] = "; ".join(filter(None, (told, line.text)))
                found[-1].lines.append(line)
            elif found and line.text:
                found[-1].open = None
            continue
        if any(known is ListField.NAME for known, _ in pairs):
            found.append(_Form(_inside(groups, around)))
        if found:
            found[-1].take(pairs, line)
    return found, headings


def _goes_on(text: str) -> bool:
    """Whether a line without a label goes on telling what somebody has done, rather than beginning another form."""
    long = len(text.split()) >= _FEWEST_WORDS and not text.isupper()
    return (labelled(text).style == "dash" or long or text[:1].islower()) and not is_footer(text)


def _inside(groups: Groups, around: Around) -> Around:
    return replace(
        around,
        groups=groups.texts,
        group_kind=groups.kind,
        group_award=groups.award,
        group_unit=groups.unit,
        occasion=groups.occasion or around.occasion,
    )


def _across(sheet: Sheet) -> dict[int, ListField] | None:
    """Which lines begin with what heading, where the recipients stand beside each other; None for any other sheet."""
    found: dict[int, ListField] = {}
    for at, line in enumerate(sheet.lines):
        known = field_of(line.cells[0]) if line.is_row and 0 in line.cells and len(line.cells) > _FEWEST else None
        if known is not None and known not in found.values():
            found[at] = ListField.NAME if known in _NAMES else known
    named = next((sheet.lines[at] for at, known in found.items() if known is ListField.NAME), None)
    if named is None or len(found) < _ENOUGH:
        return None
    names = [text for column, text in named.cells.items() if column]
    return found if all(is_personal_name(text) or addressed(text) or is_unit(text) for text in names) else None


def _read_across(sheet: Sheet, fields: dict[int, ListField], maker: RowMaker, around: Around) -> list[Account]:
    """Make a row of each column; the line of the names is theirs."""
    at = next(at for at, known in fields.items() if known is ListField.NAME)
    source = sheet.lines[at].block.source
    for column in sorted(set(sheet.lines[at].cells) - {0}):
        cells = {known: sheet.lines[row].cells.get(column, "") for row, known in fields.items()}
        maker.add(
            {known: text for known, text in cells.items() if text and known is not ListField.OTHER}, source, around
        )
    maker.say("list.on_its_side", source, Severity.INFO, count=len(sheet.lines[at].cells) - 1)
    roles = {row: LineRole.ROW if row == at else LineRole.CONTINUATION for row in fields}
    return [Account(line.block.source, roles.get(row, LineRole.TITLE)) for row, line in enumerate(sheet.lines)]
