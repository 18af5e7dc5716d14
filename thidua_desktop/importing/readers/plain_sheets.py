"""The rows of a worksheet as nearly every program writes them, found without building a tree of elements.

A row is ``<row r="5" …><c r="A5" s="1" t="s"><v>7</v></c>…</row>`` and nothing else. What looks otherwise in any way
(other prefixes, cells without a place, text in pieces, comments) is left to the XML parser: a row of its own where
only that row is unusual, otherwise the whole sheet. So nothing is guessed, and a plain sheet takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from thidua_desktop.importing.readers.characters import is_clean_cell

_HEAD = re.compile(r'(?:r="([0-9]{1,7})")?(?: ?[A-Za-z0-9:]+="[^"<>&]*")* ?(/?)>')
_CELL = re.compile(r'<c r="([A-Z]{1,2})[0-9]+"([^>]*><(?:v|is><t[^>]*)>[^<]+)</(?:v|t></is)></c>')
_CONTENT = re.compile(
    r'(?: s="([0-9]{1,6})")?(?: t="(s|n|str|inlineStr|e|b)")?><(?:v|is><t(?: xml:space="preserve")?)>([^<]+)'
)
_ADDRESS = re.compile(r'<c r="([A-Z]{1,2})[0-9]')
_SAMPLE = 40_000
"""Letters of a piece in which the last column of its rows is looked for."""
_SHARED = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_TEXTS_BEGIN = re.compile(r"[^<]*(?:<\?[^<>]*\?>)?[^<]*<sst[^<>]*>")
_FORMULA = re.compile(r"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)")
_EMPTY_ROW = re.compile(r'<row r="[0-9]{1,7}"[^<>]*+>(?:<c r="[A-Z]{1,3}[0-9]++"(?: s="[0-9]++")?+/>)++</row>\s*+')
"""Cells that only have a border or a colour; a sheet may have a million such rows."""
_NUMBERED = re.compile(r'<row r="([0-9]{1,7})"')
_HIDDEN = re.compile(r'\shidden="(?:1|true)"')
_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));|&")
_INLINE = "inlineStr"
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_STRAY = bytes(code for code in range(32) if code not in (9, 10, 13))
"""What XML cannot hold."""
_UTF_8 = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*"
    rb"""(?:<\?xml version=["']1.0["'](?: encoding=["'](?i:utf-8)["'])?"""
    rb"""(?: standalone=["'](?:yes|no)["'])?\s*\?>\s*)?<\w"""
)
_SURROGATES = 0xD800
"""Below these every code but the stray ones can stand in XML."""


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COLUMNS = {letters: at for at, letters in enumerate((*_LETTERS, *(a + b for a in _LETTERS for b in _LETTERS)))}
_MOST_KNOWN = 100_000
"""Contents of cells that are remembered; many columns say the same again and again."""


class PlainRow(NamedTuple):
    """A row: its number, where it states one, and its texts from column A to the last that shows something."""

    number: int | None
    hidden: bool
    texts: tuple[str, ...]
    unusual: str = ""
    """The row as it stands in the file, where it is not written plainly: to be parsed instead of ``texts``."""


class PlainHeap(NamedTuple):
    """Rows of which none is hidden, with the same fields."""

    numbers: tuple[int, ...]
    texts: list[tuple[str, ...]]


class Unusual(Exception):
    """The sheet is not written plainly: the XML parser is asked instead."""


class Contents(dict[str, str]):
    """What cells show, by what stands between the address and the end of a cell; found out once for each content."""

    def __init__(self, showing: Callable[[str, str], Callable[[str], str]]) -> None:
        """``showing`` gives for style and type of cells what tells their texts."""
        super().__init__({"": ""})
        self._showing = showing
        self._kinds: dict[str, Callable[[str], str]] = {}
        """What tells the texts of cells, by their attributes."""
        self.are_clean = True
        """Whether all that was shown needs no repair of letters."""

    def __missing__(self, content: str) -> str:
        attributes, _, text = content.partition("><v>")
        shown = self._kinds.get(attributes) or self._kind(content, attributes)
        if not text:  # written in the cell itself
            text = content.rpartition(">")[2]
        if "&" in text:
            text = _resolved(text)
        if len(self) >= _MOST_KNOWN:
            self.clear()
            self[""] = ""
        found = shown(text)
        if not (found.isascii() and found.isalnum()):  # most are numbers and codes, with which nothing can be wrong
            found = "" if found.isspace() else found
            self.are_clean = self.are_clean and is_clean_cell(found)
        self[content] = found
        return found

    def _kind(self, content: str, attributes: str) -> Callable[[str], str]:
        seen = _CONTENT.fullmatch(content)
        if seen is None or (seen[2] == _INLINE) is ("><v>" in content):
            raise Unusual
        found = self._showing(seen[1] or "", seen[2] or "")
        if seen[2] != _INLINE:
            self._kinds[attributes] = found
        return found


def plain_rows(
    pieces: Iterable[bytes], contents: Contents, outside: Callable[[bytes], None]
) -> Iterator[PlainRow | PlainHeap]:
    """The rows of a worksheet, some of them together, given its XML in pieces of any size.

    Args:
        pieces: the part of the package, from its beginning to its end.
        contents: what cells show.
        outside: is given the part without its rows, once they are all read.

    Raises:
        Unusual: at any row; what was given until then must be thrown away.
    """
    rest, head = "", None
    for piece in _decoded(pieces):
        text = rest + piece
        first = text.find("<row ")
        if head is None and first >= 0:
            head, text = text[:first], text[first:]
            if not head.endswith("<sheetData>"):
                raise Unusual
        cut = text.rfind("<row ")
        if head is None or cut <= 0:
            rest = text
            continue
        rest = text[cut:]
        yield from _rows(text[:cut], contents)
    end = rest.find("</sheetData>")
    if head is None or end < 0:
        raise Unusual
    yield _row(rest[5:end], contents)
    outside((head + rest[end:]).encode())


def _rows(text: str, contents: Contents) -> Iterator[PlainRow | PlainHeap]:
    """Whole rows. A heap of rows with the columns of the first one is taken column by column, which is fast."""
    if "/></row>" in text:
        last = _NUMBERED.match(text, text.rfind("<row "))
        text = _EMPTY_ROW.sub("", text)
        if not text:
            yield PlainRow(int(last[1]) if last else None, hidden=False, texts=())
            return
    seen = {_COLUMNS[letters] for letters in _ADDRESS.findall(text, 0, _SAMPLE)}
    if seen and max(seen) < len(_LETTERS):
        rows = _row_pattern(max(seen) + 1).findall(text)
        if len(rows) == text.count("<row ") and "\r" not in text:
            numbers, hidden, *written = zip(*rows, strict=True)
            try:
                columns = [list(map(contents.__getitem__, column)) for column in written]
            except Unusual:
                columns = []
            if columns:
                texts = [row if row[-1] else _shortened(row) for row in zip(*columns, strict=True)]
                if any(hidden):
                    yield from map(PlainRow, map(int, numbers), map(bool, hidden), texts)
                else:
                    yield PlainHeap(tuple(map(int, numbers)), texts)
                return
    for row in text[5:].split("<row "):
        yield _row(row, contents)


@lru_cache(maxsize=64)
def _row_pattern(width: int) -> re.Pattern[str]:
    """Rows that state their number and have nothing but plain cells in the first columns, or some of them."""
    # Whatever was read is never read otherwise ("++"): to remember where it could be takes as long as the reading.
    cells = "".join(
        rf'(?:<c r="{letter}[0-9]++"(?:([^>]*+><(?:v|is><t[^>]*+)>[^<]++)</(?:v|t></is)></c>| s="[0-9]++"/>))?+'
        for letter in _LETTERS[:width]
    )
    return re.compile(
        r'<row r="([0-9]{1,7})"(?: (?!hidden)[A-Za-z0-9:]++="[^"<>&]*+")*+'
        rf'(?: hidden="(1|true)")?+(?: (?!hidden)[A-Za-z0-9:]++="[^"<>&]*+")*+>{cells}</row>\s*+'
    )


def _row(row: str, contents: Contents) -> PlainRow:
    head = _HEAD.match(row)
    if head is None:
        raise Unusual
    number, closed = head.groups()
    number = int(number) if number else None
    hidden = " hidden=" in head[0] and _HIDDEN.search(head[0]) is not None
    if closed:
        if row[head.end() :].strip():
            raise Unusual
        return PlainRow(number, hidden, ())
    body = row if row.endswith("</row>") else row.rstrip()
    if not body.endswith("</row>"):
        raise Unusual
    try:
        return PlainRow(number, hidden, _texts(body, contents))
    except Unusual:
        return PlainRow(number, hidden, (), f"<row {body}")


def _texts(row: str, contents: Contents) -> tuple[str, ...]:
    """The texts of a row whose tags all belong to plain cells."""
    if "<f" in row:
        row = _FORMULA.sub("", row)
    found = _CELL.findall(row)
    inline, empty, cells = row.count("</is>"), row.count("/>"), len(found)
    if row.count("<c ") != cells + empty or row.count("<") != 4 * cells + 2 * inline + empty + 1 or "\r" in row:
        raise Unusual
    if not found:
        return ()
    letters, written = zip(*found, strict=True)
    return _shortened(_spread(letters, list(map(contents.__getitem__, written))))


def _shortened(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts without the empty ones at the end."""
    end = len(texts)
    while end and not texts[end - 1]:
        end -= 1
    return tuple(texts[:end])


def _spread(letters: tuple[str, ...], texts: list[str]) -> list[str]:
    """Texts in the columns that they stand in, with empty ones between."""
    spread: list[str] = []
    for column, text in zip(letters, texts, strict=True):
        at = _COLUMNS[column]
        if at < len(spread):
            raise Unusual  # the same column twice, or out of order
        spread += [""] * (at - len(spread))
        spread.append(text)
    return spread


def plain_texts(pieces: Iterable[bytes]) -> list[str]:
    """The shared texts of a workbook, each as it stands in the file; none of them in pieces of different fonts.

    Raises:
        Unusual: only the parser can read them.
    """
    found: list[str] = []
    rest = ""
    for piece in _decoded(pieces):
        text = rest + piece
        cut = text.rfind("<si>")
        if cut > 0:
            _take_texts(text[:cut], found, begins=not found)
            text = text[cut:]
        rest = text
    if rest:
        end = rest.find("</sst>")
        if end < 0 or rest[end + 6 :].strip():
            raise Unusual
        _take_texts(rest[:end], found, begins=not found)
    return found


def _take_texts(text: str, found: list[str], *, begins: bool) -> None:
    if begins:
        head = _TEXTS_BEGIN.match(text)
        if head is None:
            raise Unusual
        text = text[head.end() :]
    texts = _SHARED.findall(text)
    if text.count("<") != 4 * len(texts) or "\r" in text:
        raise Unusual
    if "&" in text:
        texts = [_resolved(each) if "&" in each else each for each in texts]
    found += texts


def _decoded(pieces: Iterable[bytes]) -> Iterator[str]:
    begun, rest = False, b""
    for piece in pieces:
        if not begun and not _UTF_8.match(piece):
            raise Unusual
        # Comments and CDATA could hide rows or look like them; none of the office programs writes any.
        if b"<!" in piece or len(piece.translate(None, _STRAY)) != len(piece):
            raise Unusual
        begun, whole = True, rest + piece
        end = len(whole)
        while end and whole[end - 1] & 0xC0 == 0x80:  # a letter may be cut
            end -= 1
        end -= bool(end) and whole[end - 1] >= 0xC0
        rest = whole[end:]
        yield _text(whole[:end])
    yield _text(rest)


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as trouble:
        raise Unusual from trouble


def _resolved(text: str) -> str:
    """Text with its entities resolved.

    Raises:
        Unusual: there is one that only the XML parser can judge.
    """
    return _ENTITY.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    number, code, name = found.groups()
    if name:
        return _NAMED[name]
    at = int(number) if number else int(code, 16) if code else 0
    if at in (9, 10, 13) or 32 <= at < _SURROGATES:
        return chr(at)
    raise Unusual
