"""The hidden sheet of a template that has come back: whose it is, and for which round it was made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.domain.documents import Block
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.importing.readers.archives import Package
from thidua_desktop.importing.readers.sniffing import Kind, kind_of, load
from thidua_desktop.wording import list_template as words


@dataclass(frozen=True, slots=True)
class TemplateMark:
    """What a template says of itself."""

    target: ListTarget
    round_id: RoundId | None = None
    unit_id: UnitId | None = None


def template_mark(path: Path) -> TemplateMark | None:
    """The mark of a template; None for any other file, and for a template that was saved without its hidden sheet.

    Raises:
        FileTrouble: the file cannot be read.
    """
    data = load(path)
    if kind_of(data, path.name) is not Kind.WORKBOOK:
        return None
    parts = Package(data, path.name)
    if words.MARK_SHEET.encode() not in parts.read("xl/workbook.xml"):
        return None
    from thidua_desktop.importing.readers import workbook

    document = workbook.read(data, path.name, "", also=words.MARK_SHEET)
    return _mark([block for block in document.blocks if block.source.sheet == words.MARK_SHEET])


def _mark(blocks: list[Block]) -> TemplateMark | None:
    said = {block.cells[0]: block.cells[1] for block in blocks if len(block.cells) > 1}
    target = next((target for target in ListTarget if target.value == said.get("target")), None)
    if said.get("mark") != words.MARK or target is None:
        return None
    round_id, unit_id = said.get("round", ""), said.get("unit", "")
    return TemplateMark(
        target,
        RoundId(int(round_id)) if round_id.isdecimal() else None,
        UnitId(int(unit_id)) if unit_id.isdecimal() else None,
    )
