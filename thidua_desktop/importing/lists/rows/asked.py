"""Which awards a table asks for: those of a column, or those of the title where the column only tells former ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.groups import label_cell, labelled, names_group
from thidua_desktop.importing.lists.headings.cell_tests import mostly
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.awards import AwardReader, award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line

_F = ListField
_SAMPLE = 60
_PAST = re.compile(
    r"\b(?:qua trinh|lich su|be day|gan (?:nhat|day)|lien (?:tuc|ke|tiep)|\d{1,2} nam|(?:cac|nhung|nhieu|hai|ba) nam|"
    r"(?:nam|lan) truoc|truoc (?:day|do)|da (?:dat|duoc|co|khen|nhan)|can cu|tieu chuan|dieu kien|tu nam|"
    r"20\d\d(?: ?[,;&] ?| va )20\d\d)\b"
)
_PROPOSED = re.compile(r"\b(?:de nghi|dang ky|xet tang|(?<!qua )(?<!cong )trinh(?! do)|de xuat|suy ton)\b")
_LONG_PAST = re.compile(
    r"\b(?:qua trinh|lich su|be day|(?:nam|lan) truoc|truoc (?:day|do)|da (?:dat|duoc|co|khen|nhan))\b"
)
"""Said of what nobody asks for any more, even where nothing else is asked for."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)(?:\s*[-–]\s*20\d\d)?")
_MANY = 2
"""Years of one cell: nobody is proposed for several at once."""
_LABEL_AND_WORDS = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the award columns of a table were found to be."""

    header: Header
    past: tuple[int, ...] = ()
    """Columns with awards that were given before."""
    against: tuple[int, ...] = ()
    """Columns for awards whose cells name another award than the title."""


def group_award(header: Header, body: Sequence[Line]) -> str | None:
    """The award that the first group heading with one below a heading names; one right of the names heads nothing."""
    names = header.columns(_F.NAME) or header.columns(_F.GIVEN_NAME)
    for line in body[:_SAMPLE]:
        cells = [line.cells[at] for at in sorted(line.cells)]
        if not cells or len(cells) > _LABEL_AND_WORDS or min(line.cells) > max(names, default=0):
            continue
        words = cells[1] if len(cells) > 1 and label_cell(cells[0]) else labelled(cells[0]).rest
        if names_group(words) and (award := award_phrase(words)) is not None:
            return award
    return None


def weighed(
    written: Header, read: Header, body: Sequence[Line], named: tuple[str | None, str | None], awards: AwardReader
) -> Evidence:
    """The heading as ``read`` by its cells, with columns taken back that tell former awards.

    A column whose heading asks for awards goes before the title; one that only its cells make an award column
    ("Thành tích", "Ghi chú") goes behind it. Several years in a cell, or a heading that speaks of years gone by, are
    never a proposal where anything else is one.

    Args:
        written: the heading by its own words.
        read: the same with what the cells told.
        body: the lines below.
        named: the award of the title, a group or the worksheet, and the whole title.
        awards: the catalogue.
    """
    asked, title = named
    columns = [at for at, found in read.fields.items() if found is _F.AWARD]
    texts = {at: [line.cells[at] for line in body[:_SAMPLE] if line.is_row and at in line.cells] for at in columns}
    certain = asked if asked and (awards.award_id(asked, None) or awards.form(asked)) else None
    past = [at for at in columns if _is_past(read.headings[at], texts[at])]
    proposed = certain is not None or len(past) < len(columns) or read.has(_F.AWARD_MARK, _F.AWARD_CODE)
    turned = [at for at in columns if written.fields.get(at) is not _F.AWARD]
    other = [at for at in columns if certain and mostly(lambda text: _is_other(text, certain, awards), texts[at])]
    yearly = [at for at, said in read.headings.items() if _YEAR.search(said) and "danh hieu" in fold(said)]
    yearly = [at for at in yearly if not _PROPOSED.search(fold(read.headings[at]))]
    others = certain is not None or len(columns) > 1 or read.has(_F.AWARD_MARK, _F.AWARD_CODE)
    earlier = [at for at in columns if others and at in yearly and is_earlier(read.headings[at], title)]
    past += [at for at in other if at in yearly and len(yearly) >= _MANY]
    past = list(dict.fromkeys((*past, *earlier)))
    back = [
        at
        for at in columns
        if (at in past and (proposed or at in turned or _is_long_past(read, at))) or (at in turned and at in other)
    ]
    fields = {**read.fields, **{at: written.fields.get(at, _F.OTHER) for at in back}}
    fields |= {at: _F.OTHER for at in back if fields[at] is _F.AWARD}
    header = replace(
        read, fields=fields, guessed=read.guessed - set(back), stands_once=read.stands_once - _only(back, columns)
    )
    return Evidence(header, tuple(back), tuple(at for at in other if at not in back))


def is_earlier(heading: str, title: str | None) -> bool:
    """Whether all years of a heading lie before those of the title; a school year counts as its second."""
    said, asked = (_years(text) for text in (heading, title or ""))
    return bool(said and asked) and max(said) < min(asked)


def _years(text: str) -> list[int]:
    return [int(seen[-4:]) for seen in _YEAR.findall(text)]


def _only(back: Sequence[int], columns: Sequence[int]) -> frozenset[ListField]:
    return frozenset({_F.AWARD}) if set(back) == set(columns) else frozenset()


def _is_long_past(header: Header, column: int) -> bool:
    words = fold(header.headings[column])
    return _LONG_PAST.search(words) is not None and not _PROPOSED.search(words)


def _is_past(heading: str, texts: Sequence[str]) -> bool:
    words = fold(heading)
    if _PROPOSED.search(words):
        return False
    return _PAST.search(words) is not None or mostly(lambda text: len(set(_YEAR.findall(text))) >= _MANY, texts)


def _is_other(text: str, asked: str, awards: AwardReader) -> bool:
    """Whether a cell names an award, and not the one that is asked for."""
    known, wanted = awards.award_id(text, None, asked), awards.award_id(asked, None)
    if known is not None and wanted is not None:
        return known != wanted
    if known is None and awards.several(text, None, asked):
        return True
    form = awards.form(text)
    return (known is not None or form is not None) and form != awards.form(asked)
