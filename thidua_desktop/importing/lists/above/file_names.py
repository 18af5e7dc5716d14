"""What only the name of a file tells, award and unit: "DS Lao dong tien tien 2025 - Trường Mầm non Mẫu.xlsx"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.lists import ListRow
from thidua_desktop.importing.lists.meanings.awards import AwardReader, award_phrase
from thidua_desktop.importing.lists.meanings.inner_parts import is_part_of
from thidua_desktop.importing.lists.meanings.posts import is_nameless
from thidua_desktop.importing.lists.meanings.vocabulary import UNIT_INSIDE, is_unit, kinds_in

_ENDING = re.compile(r"\.\w{1,5}$")
_PIECES = re.compile(r"\s+[-–—]+\s*|\s*[-–—]+\s+|[()\[\],;_]+|(?<=\d)-|-(?=\d)|(?<=[^\W\d])-(?=[A-ZĐÀ-Ỹ])")
_BEHIND = re.compile(
    r"\s+(?:năm|lần|đợt|gửi|sửa|chính thức|bản|đề nghị|danh sách|ds|ok|final|v\d|20\d\d|nộp|mới|quý|tháng|\d+[./]\d+)"
    r"(?!\w).*$",
    re.IGNORECASE,
)
"""What may stand behind the unit in the name of a file."""
_SIGNS = re.compile(r"[_.]+|(?<=\w)-(?=\w)")


def with_award_of(
    name: str, rows: Sequence[ListRow], awards: AwardReader
) -> tuple[tuple[ListRow, ...], tuple[Finding, ...]]:
    """The rows with the award by which their file is called, where nothing inside it names one, and what is said of it.

    Args:
        name: of the file, with its ending; empty for the clipboard.
        rows: of the whole list. One row with an award, and the name of the file is not asked.
        awards: the catalogue; a name that is none of its awards beyond doubt is not taken.
    """
    if not name or not rows or any(row.award is not None for row in rows):
        return tuple(rows), ()
    phrase = award_phrase(squeeze(_SIGNS.sub(" ", _ENDING.sub("", name))))
    known = {kind: awards.award_id(phrase, kind) for kind in {row.kind for row in rows}}
    fitting = {kind: award for kind, award in known.items() if award is not None and awards.fits(award, kind)}
    count = sum(row.kind in fitting for row in rows)
    if phrase is None or not count:
        return tuple(rows), ()
    names = {kind: awards.called(award) for kind, award in fitting.items()}
    filled = (
        row._replace(award=names[row.kind], award_id=fitting[row.kind]) if row.kind in fitting else row for row in rows
    )
    return tuple(filled), (Finding("list.award_of_file_name", params={"award": phrase, "count": count}),)


def with_unit_of(name: str, rows: Sequence[ListRow]) -> tuple[tuple[ListRow, ...], tuple[Finding, ...]]:
    """The rows with the unit by which their file is called, where nothing inside it says one of any person.

    Args:
        name: of the file, with its ending; empty for the clipboard.
        rows: of the whole list.
    """
    persons = [row for row in rows if row.kind is RecipientKind.PERSON]
    if not name or not persons or any(row.unit for row in rows) or (unit := _unit_in(name)) is None:
        return tuple(rows), ()
    filled = tuple(row._replace(unit=unit) if _is_of(row, unit) else row for row in rows)
    count = sum(row.unit is not None for row in filled)
    return filled, (Finding("list.unit_of_file_name", params={"unit": unit, "count": count}),)


def _is_of(row: ListRow, unit: str) -> bool:
    return row.kind is not RecipientKind.COLLECTIVE or is_part_of(row.name, unit)


def _unit_in(name: str) -> str | None:
    """The one body that the name of a file names; None for none or several."""
    pieces = (squeeze(piece) for piece in _PIECES.split(_ENDING.sub("", name)))
    found = list(dict.fromkeys(unit for piece in pieces if (unit := _unit_of(piece)) is not None))
    return found[0] if len(found) == 1 else None


def _unit_of(piece: str) -> str | None:
    seen = None if is_unit(piece) else UNIT_INSIDE.search(piece)
    unit = _BEHIND.sub("", piece[seen.start() :] if seen else piece).strip(" .-–")
    if not is_unit(unit) or len(unit.split()) == 1 or is_nameless(unit) or kinds_in(unit) or award_phrase(unit):
        return None
    return unit if not fold(unit).startswith("danh sach") else None
