"""Forms below each other, one for each recipient: a column of labels and a column of what is filled in."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua_desktop.domain.lists import Account, LineRole, ListField
from thidua_desktop.importing.lists.headings import field_of
from thidua_desktop.importing.lists.lines import Line, Sheet
from thidua_desktop.importing.lists.rows import Around, RowMaker

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
