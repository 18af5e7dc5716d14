"""Lists that stand on their side: forms below each other, one for each recipient, or one column for each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.lists import Account, LineRole, ListField
from thidua_desktop.importing.lists.headings import field_of
from thidua_desktop.importing.lists.lines import Line, Sheet
from thidua_desktop.importing.lists.people import addressed, is_personal_name
from thidua_desktop.importing.lists.rows import Around, RowMaker
from thidua_desktop.importing.lists.vocabulary import is_unit

_NAMES = (ListField.NAME, ListField.GIVEN_NAME)
_FEWEST = 2
"""Forms; a single one may be anything."""
_ENOUGH = 3
"""Labels of a form that are understood."""


@dataclass
class _Form:
    cells: dict[ListField, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


def read_forms(sheet: Sheet, maker: RowMaker, around: Around) -> list[Account] | None:
    """Make a row of each form, and give every line its role; None where the sheet holds no forms."""
    across = _across(sheet)
    if across is not None:
        return _read_across(sheet, across, maker, around)
    forms = [form for form in _forms(sheet) if len(form.cells) >= _ENOUGH]
    if len(forms) < _FEWEST:
        return None
    roles = {line.block.source: LineRole.CONTINUATION for form in forms for line in form.lines}
    for form in forms:
        place = form.lines[0].block.source
        roles[place] = LineRole.ROW
        maker.add(form.cells, place, around)
    sources = [line.block.source for line in sheet.lines]
    return [Account(source, roles.get(source, LineRole.TITLE)) for source in sources]


def _forms(sheet: Sheet) -> list[_Form]:
    found: list[_Form] = []
    for line in sheet.lines:
        cells = [line.cells[at] for at in sorted(line.cells)]
        known = field_of(cells[0]) if line.is_row and len(cells) == 2 else None
        if known is None:
            continue
        if known in _NAMES:
            found.append(_Form())
        if found and known is not ListField.OTHER and known not in found[-1].cells:
            found[-1].cells[ListField.NAME if known in _NAMES else known] = cells[1]
            found[-1].lines.append(line)
    return found


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
