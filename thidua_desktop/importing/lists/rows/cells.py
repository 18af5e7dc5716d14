"""The values of one table row by field: names over two columns, codes, crosses, "as above", lists inside a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.groups import labelled
from thidua_desktop.importing.lists.above.legends import spelt_out
from thidua_desktop.importing.lists.headings.addresses import by_address
from thidua_desktop.importing.lists.headings.cell_tests import is_cross, is_ring
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.awards import speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.posts import tidy
from thidua_desktop.importing.lists.meanings.several import persons_in
from thidua_desktop.importing.lists.meanings.verdicts import agrees, asks_for_nothing
from thidua_desktop.importing.lists.meanings.vocabulary import only_kind

_F = ListField
_LEVEL = re.compile(r"(?:cap|muc|co quan|noi|don vi|to chuc)(?: |$)")
_FORM = re.compile(r"(?:de nghi |tang )*(?:bang khen|giay khen|co thi dua|bk|gk|co td|ky niem chuong|co)")
_SIGNS = {_F.FAMILY_NAME: " ", _F.POSITION: ", "}
"""Between the cells of two columns of a field."""
_LONGEST_DITTO = 10
_SEXES = {"ong": "Nam", "nam": "Nam", "ba": "Nữ", "nu": "Nữ"}
_DITTO = re.compile(r"[-–=]*\s*(?:[\"”“〃″]+|''|//+|(?:nhu )?(?:tren|nt|-nt-)|nt)\s*[-–=.]*")
_ABOVE = re.compile(r"nhu tren|-?\s*nt\s*-?|n\.t")
_ITEM_BEGINS = re.compile(r"(?:^|(?<=[;.,:])\s*|\s)(\d{1,2})\s?[.)]\s*(?=[^\W\d_])")
_NOT_CARRIED = (_F.NAME, _F.FAMILY_NAME, _F.GIVEN_NAME, _F.ORDINAL, _F.BIRTH, _F.ID_NUMBER)


def cells_of(line: Line, header: Header, codes: Mapping[str, str]) -> dict[ListField, str]:
    """The values of a row by field; the award in words rather than as a code."""
    found: dict[ListField, str] = {}
    levels = _levels(header)
    for column in sorted(line.cells):
        known = header.fields.get(column)
        if known in (None, _F.OTHER, _F.AWARD_MARK, _F.NAME):
            continue
        text = line.cells[column]
        if known is _F.AWARD and (known in found or column in levels):
            continue
        if known is _F.KIND and is_cross(text):
            text = header.headings[column].rpartition(" – ")[2]
        sign = _SIGNS.get(known, "; ")
        found[known] = f"{found[known]}{sign}{text}" if known in found else text
    found |= _named(line, header, found)
    if _F.FAMILY_NAME in found or _F.GIVEN_NAME in found:
        found[_F.NAME] = squeeze(f"{found.get(_F.FAMILY_NAME, '')} {found.get(_F.GIVEN_NAME, '')}")
    code = found.pop(_F.AWARD_CODE, None)
    if _F.AWARD in found:
        found[_F.AWARD] = spelt_out(found[_F.AWARD], codes)
    elif code is not None:
        found[_F.AWARD] = codes.get(code, code)
    return by_address(found)


def _named(line: Line, header: Header, others: Mapping[ListField, str]) -> dict[ListField, str]:
    """The name, and the kind where collectives and persons have columns of their own."""
    columns = header.columns(_F.NAME)
    filled = [column for column in columns if column in line.cells]
    if not filled:
        return {} if any(at in line.cells for at in header.columns(_F.GIVEN_NAME)) else _in_ordinal(line, header)
    chosen = filled[-1]
    found = {_F.NAME: line.cells[chosen]}
    if (more := header.names_go_on) is not None and more in line.cells:
        found[_F.NAME] = squeeze(f"{found[_F.NAME]} {line.cells[more]}")
    sex = fold(header.headings[chosen].rpartition(" – ")[2])
    if len(columns) > 1 and sex in _SEXES:
        found.setdefault(_F.GENDER, _SEXES[sex])
    elif len(columns) > 1:
        kind = only_kind(header.headings[chosen])
        if kind is not None and _F.KIND not in others:
            found[_F.KIND] = header.headings[chosen]
        if len(filled) > 1 and _F.UNIT not in others:
            found[_F.UNIT] = line.cells[filled[0]]
    return found


def _in_ordinal(line: Line, header: Header) -> dict[ListField, str]:
    """ "1. Nguyễn Văn A" in a cell that is merged over ordinal and name."""
    at = header.columns(_F.ORDINAL)
    label = labelled(line.cells.get(at[0], "")) if at else labelled("")
    return {_F.NAME: label.rest} if label.style == "arabic" and len(tidy(label.rest)) > 3 else {}


def marks_of(
    line: Line, header: Header, codes: Mapping[str, str], above: tuple[str, ...], running: dict[int, int]
) -> tuple[str, ...]:
    """The awards of a row that has several: crosses below their names, or a title and a form side by side."""
    filled = [at for at in header.columns(_F.AWARD) if at in line.cells]
    under_award = [
        at
        for at in filled
        if line.cells[at] not in codes and is_cross(line.cells[at]) and _names_award(header.headings[at])
    ]
    levels = [at for at in _levels(header) if at in filled]
    written = [spelt_out(line.cells[at], codes) for at in filled if at not in (*under_award, *levels)]
    if len(filled) > 1:
        written = [text for text in written if not (asks_for_nothing(text) or agrees(text))]
    if levels and len(written) == 1 and is_ditto(written[0]):
        return above
    if levels and not under_award and len(written) == 1:
        level = line.cells[levels[0]]  # "Bằng khen" beside "Chủ tịch UBND tỉnh" below "Cấp khen"
        whose = _FORM.fullmatch(fold(written[0])) is not None and not is_ditto(level)
        return (f"{written[0]} của {level}" if whose else written[0],)
    marked = sorted([*under_award, *(at for at in header.columns(_F.AWARD_MARK) if at in line.cells)])
    crossed = [at for at in marked if _ticks(line, at, header) or _counts_on(line.cells[at], running, at)]
    running |= {at: running.get(at, 0) + 1 for at in crossed}
    named = [_award_of(header.headings[at], codes) for at in crossed]
    if any(is_ditto(text) for text in written) and len(written) > 1:
        return above
    return (*written, *named) if named or len(written) > 1 or 0 < len(written) < len(filled) else ()


def _ticks(line: Line, at: int, header: Header) -> bool:
    """Whether a cell below an award says that it is asked for: a cross, "Đạt", a ring where rings tick."""
    text = line.cells[at]
    agreed = header.fields[at] is _F.AWARD_MARK and agrees(text)
    return is_cross(text) or agreed or (at in header.ringed and is_ring(text))


def _levels(header: Header) -> list[int]:
    """The columns that say whose the award of another column is: "Cấp khen"."""
    awards = header.columns(_F.AWARD)
    levels = [at for at in awards if _LEVEL.match(fold(header.headings[at]))]
    return levels if len(levels) < len(awards) else []


def _names_award(heading: str) -> bool:
    """Whether a cross below a heading says which award: "Danh hiệu LĐTT", "Đề nghị khen – Cấp Bộ"."""
    return speaks_of_award(heading) or " – " in heading


def _counts_on(text: str, running: Mapping[int, int], column: int) -> bool:
    """Whether a number goes on with the count of those above that have the award, as some write instead of a cross."""
    return text.isdecimal() and int(text) == running.get(column, 0) + 1


def _award_of(heading: str, codes: Mapping[str, str]) -> str:
    """ "Huy chương Chiến sĩ vẻ vang – Hạng Nhất" is one award, "Danh hiệu – LĐTT" names it by its last words."""
    last = heading.rpartition(" – ")[2]
    if (sign := last.strip("()[] .")) in codes:
        return codes[sign]
    return last if speaks_of_award(last) else heading.replace(" – ", " ")


def is_ditto(text: str) -> bool:
    """Whether a cell only says "as above": a quotation mark, "-nt-", "như trên"."""
    bare = fold(text) if len(text) <= _LONGEST_DITTO else text
    return len(bare) <= _LONGEST_DITTO and (_DITTO.fullmatch(bare) or _ABOVE.fullmatch(bare)) is not None


def with_those_above(
    cells: Mapping[ListField, str], last: Mapping[ListField, str]
) -> tuple[dict[ListField, str], dict[ListField, str]]:
    """The cells with "as above" replaced by what stands above, and the fields where that happened with their text."""
    taken = {
        known: text for known, text in cells.items() if known not in _NOT_CARRIED and known in last and is_ditto(text)
    }
    return {known: last[known] if known in taken else text for known, text in cells.items()}, taken


def names_in(name: str) -> list[str]:
    """The names inside one cell ("1. Phòng A; 2. Ông B, …", one in a line); empty where the cell holds one name."""
    starts = list(_ITEM_BEGINS.finditer(name))
    if parts := persons_in(name):
        return parts
    if len(starts) < 2 or starts[0].start() or [int(seen[1]) for seen in starts] != list(range(1, len(starts) + 1)):
        return []
    ends = [seen.start() for seen in starts[1:]] + [len(name)]
    return [name[seen.end() : end].strip(" ;,") for seen, end in zip(starts, ends, strict=True)]
