"""Signs that a list explains itself: "Ghi chú: 1 - LĐTT; 2 - CSTĐCS" below the table or in the heading of a column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField, Repair, RepairKind
from thidua_desktop.importing.lists.meanings.awards import AwardReader, code_names, speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line

_SIGN = r"\d{1,2}|[A-ZĐ]{1,6}\d?|[a-zđ]|x{1,3}|\*{1,3}|\+{1,3}"
_ITEM = re.compile(
    rf"(?:^|(?<=[;,.(:\n])\s*|\s+(?=\(?\d))[(\[]?(?P<sign>{_SIGN})[)\]]?\s*"
    r"(?:[-–=:.)]|(?:nghĩa )?là\b)\s*(?=[^\W\d_]|[\"“])"
)
_BRACKETED = re.compile(rf"[(\[]\s?(?P<sign>{_SIGN})\s?[)\]]")
_SEPARATORS = re.compile(r"[;,:()\n]")
_LONGEST_NOTE = 3000
_NOTES = re.compile(r"\(?\*{0,3}\)? ?(?:ghi chu|chu thich|chu giai|ky hieu|quy uoc|luu y|giai thich)\b")
_SEVERAL = re.compile(r"\s*(?:[,;+&/]|\bvà\b)\s*|\s+")
_FEWEST = 2
"""Signs; one alone may be a numbered sentence."""
_FEW_CELLS = 2
_MOST_LINES = 12
"""Of notes with a sign in each."""


def legend_of(lines: Sequence[Line], heading_end: int, awards: AwardReader) -> dict[str, str]:
    """Sign → award, as the heading or the notes of a sheet explain them; empty where they explain none.

    Args:
        lines: of the sheet.
        heading_end: how many of them are title and heading, whose cells are read one by one.
        awards: knows short forms by themselves, which stay as they are.
    """
    texts = [cell for line in lines[:heading_end] for cell in _cells(line)]
    texts += _notes(lines[heading_end:])
    return code_names(pair for text in texts for pair in _explained(text, awards))


def spelt_out(text: str, codes: Mapping[str, str]) -> str:
    """What a cell of signs means ("1", "1, 3", "(2)"); any other cell as it is."""
    if not codes or text in codes:
        return codes.get(text, text)
    signs = [sign.strip("()[]") for sign in _SEVERAL.split(text.strip())]  # "(2)" as the notes write it
    return "; ".join(codes[sign] for sign in signs) if all(sign in codes for sign in signs) else text


def sign_repairs(line: Line, columns: Sequence[int], codes: Mapping[str, str]) -> list[Repair]:
    """Which cells of the award columns hold signs, and what they were taken for."""
    texts = [line.cells[at] for at in columns if at in line.cells] if codes else []
    pairs = [(text, meant) for text in texts if (meant := spelt_out(text, codes)) != text]
    return [Repair(RepairKind.SIGN, text, meant, line.block.source, ListField.AWARD) for text, meant in pairs]


def _cells(line: Line) -> Iterable[str]:
    return line.cells.values() if line.is_row else (line.text,)


def _notes(lines: Sequence[Line]) -> Iterator[str]:
    """Lone texts below the heading; what stands in lines of its own below "Ghi chú:" together."""
    for at, line in enumerate(lines):
        if line.is_row and len(line.cells) > _FEW_CELLS:
            continue
        text = line.text
        if _NOTES.match(fold(text)):
            more = [later.text for later in lines[at + 1 : at + _MOST_LINES]]
            signed = next((order for order, words in enumerate(more) if not _ITEM.match(words)), len(more))
            text = "; ".join([text, *more[:signed]])
        yield text


def _explained(text: str, awards: AwardReader) -> list[tuple[str, str]]:
    items = list(_ITEM.finditer(text))
    if len(items) < _FEWEST:
        return _signs_behind(text, awards)
    ends = [item.start() for item in items[1:]] + [len(text)]
    pairs = [(item["sign"], text[item.end() : end].strip(" ;,.()\n")) for item, end in zip(items, ends, strict=True)]
    named = [(sign, words) for sign, words in pairs if speaks_of_award(words)]
    if len(named) < _FEWEST or len(named) * 2 < len(pairs):
        return []
    return [(sign, words) for sign, words in named if awards.award_id(sign, None) is None]


def _signs_behind(text: str, awards: AwardReader) -> list[tuple[str, str]]:
    """ "LĐTT (1); CSTĐCS (2)": the sign behind what it means."""
    signs = list(_BRACKETED.finditer(text[:_LONGEST_NOTE]))
    begins = [0, *(seen.end() for seen in signs)]
    pairs = [
        (seen["sign"], _SEPARATORS.split(text[begin : seen.start()])[-1].strip(" -–+*•"))
        for begin, seen in zip(begins, signs, strict=False)
    ]
    named = [(sign, words) for sign, words in pairs if awards.award_id(words, None) is not None]
    return named if len(named) >= _FEWEST and len(named) * 2 >= len(pairs) else []
