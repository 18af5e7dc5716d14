"""What stands on a PDF page: words with their places, ruling lines, pictures. The only module that calls pdfium."""

from __future__ import annotations

import ctypes
import math
import re
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from thidua_desktop.importing.readers import legacy
from thidua_desktop.importing.readers.errors import FileDamaged, FileEncrypted
from thidua_desktop.importing.readers.pdf_letters import face, letter, readable

MOST_LETTERS = 60_000
"""Of one page; a page of small print has 8 000."""
_MOST_OBJECTS = 30_000
_MOST_SEGMENTS = 20_000
_DEEPEST_FORM = 4
_THIN = 3.0
"""Points; ruling lines are drawn as strokes or as filled bars, never thicker."""
_WORD = re.compile(r"[^\s\x00]+")

_FOUR_FLOATS = struct.Struct("4f")
_Extent = tuple[float, float, float, float]

_UNREADY = re.compile("[\x02\ufffe\uf020-\uf0ff]")
"""What ``readable`` has to look at."""


def _quick(function: Any, result: Any, *arguments: Any) -> Any:
    """The same function of pdfium, called without making an object for every argument: half a million calls a file."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_AT = (ctypes.c_void_p, ctypes.c_int)
_loose_box = _quick(raw.FPDFText_GetLooseCharBox, ctypes.c_int, *_AT, ctypes.c_void_p)
_text_object = _quick(raw.FPDFText_GetTextObject, ctypes.c_void_p, *_AT)

_pdfium_lock = threading.Lock()
"""pdfium must not be used by two threads at once."""


@dataclass(slots=True)
class Word:
    """Letters without a blank. Points, from the left and from the top of the page as it is seen."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool

    @property
    def middle(self) -> float:
        """Where the word's centre is, from the left."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: ``at`` is its y when horizontal, its x when vertical; it runs from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """One page. ``pictured`` is the share of it that pictures cover, ``cut`` tells that it had too many letters."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    cut: bool = False


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """The pdfium document; raises :class:`FileEncrypted` or :class:`FileDamaged`."""
    with _pdfium_lock:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as trouble:
            if getattr(trouble, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(trouble).casefold():
                raise FileEncrypted(path=name) from trouble
            raise FileDamaged(path=name) from trouble
        try:
            yield document
        finally:
            document.close()


def page(document: Any, index: int) -> Page | None:
    """The page with this index from 0, ``None`` when it is broken."""
    handle = raw.FPDF_LoadPage(document.raw, index)
    if not handle:
        return None
    try:
        turn = raw.FPDFPage_GetRotation(handle)
        seen = Page(index + 1, raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle))
        view = _View(handle, turn, seen)
        _read_words(handle, view, seen)
        _Drawing(view, seen).read(handle)
        return seen
    finally:
        raw.FPDF_ClosePage(handle)


class _View:
    """Turns the coordinates of the file (from the lower left, before rotation) into those that a reader sees."""

    def __init__(self, handle: Any, turn: int, seen: Page) -> None:
        box = [ctypes.c_float() for _ in range(4)]
        found = raw.FPDFPage_GetCropBox(handle, *box) or raw.FPDFPage_GetMediaBox(handle, *box)
        self.x, self._y = (box[0].value, box[1].value) if found else (0.0, 0.0)
        self._turn = turn
        self.upright = turn not in (1, 2, 3)
        self._width, self._height = seen.width, seen.height

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.x, y - self._y
        match self._turn:
            case 1:
                return y, x
            case 2:
                return self._width - x, y
            case 3:
                return self._width - y, self._height - x
            case _:
                return x, self._height - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom as seen."""
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _read_words(handle: Any, view: _View, seen: Page) -> None:
    text_page = raw.FPDFText_LoadPage(handle)
    if not text_page:
        return
    try:
        count = raw.FPDFText_CountChars(text_page)
        seen.cut = count > MOST_LETTERS
        letters = _Letters(text_page, view)
        seen.words.extend(letters.words(letters.text(min(count, MOST_LETTERS))))
    finally:
        raw.FPDFText_ClosePage(text_page)


class _Letters:
    """Access to the letters of one page; buffers are used again and again, since a document has half a million."""

    def __init__(self, text_page: Any, view: _View) -> None:
        self._page = text_page
        self._address = ctypes.cast(text_page, ctypes.c_void_p).value
        self._view = view
        self._owner: int | None = None
        self._worn = face(b"")
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._font = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._matrix = raw.FS_MATRIX()
        self._last = (0.0, 0.0)
        self._measures = (0.0, 1.0)

    def text(self, count: int) -> str:
        """One code point for each letter, so that a place in the text is the number of the letter."""
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._page, 0, count, buffer)
        text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(map(letter, (raw.FPDFText_GetUnicode(self._page, at) for at in range(count))))

    def words(self, text: str) -> Iterator[Word]:
        """The words of the page's text. Written for speed: a long document has a hundred thousand."""
        spans = [found.span() for found in _WORD.finditer(text)]
        firsts = [first for first, _ in spans]
        places = zip(
            spans,
            self._extents(firsts),
            self._extents([end - 1 for _, end in spans]),
            map(_text_object, repeat(self._address), firsts),
            strict=True,
        )
        ready = _UNREADY.search(text) is None
        worn: object = self  # no piece of text yet
        last_foot = last_height = math.nan
        bold, italic, plain, base, size = False, False, ready, 0.0, 1.0
        for (first, end), (left, right, foot, height), (end_left, end_right, _, _), owner in places:
            in_order = left <= end_left and right <= end_right
            begin, beyond = (left, end_right) if in_order else (min(left, end_left), max(right, end_right))
            if beyond - begin > 1.1 * height * (end - first) and end - first > 1:
                yield from self._parted(text[first:end], first)
                continue
            # A piece of text has one font; a neighbour with the same foot and height has the same baseline and size.
            if owner is None or owner != worn:
                bold, italic, encoding, signs = self._face(first, owner)
                worn, plain = owner, ready and encoding is None and not signs
            if foot != last_foot or height != last_height:
                base, size = self._measure(first, foot, height)
                last_foot, last_height = foot, height
            word = text[first:end]
            yield Word(word if plain else self._spelt(word), begin, beyond, base, size, bold, italic)

    def _spelt(self, word: str) -> str:
        _, _, encoding, signs = self._worn
        return readable(word, encoding, signs)

    def _parted(self, text: str, first: int) -> list[Word]:
        """Words of a text in which a wide gap without a blank, or a jump back, parts letters."""
        found: list[Word] = []
        letters = list(range(first, first + len(text)))
        for at, char, (left, right, foot, height) in zip(letters, text, self._extents(letters), strict=True):
            if found and -height < left - found[-1].right < 0.3 * height:
                found[-1].text += char
                found[-1].right = right
                continue
            bold, italic, encoding, signs = self._face(at, _text_object(self._address, at))
            base, size = self._measure(at, foot, height)
            found.append(Word(readable(char, encoding, signs), left, right, base, size, bold, italic))
        return found

    def _extents(self, letters: list[int]) -> Iterator[_Extent]:
        """Left, right, foot and height of letters' places; the foot serves only to tell one line from another."""
        boxes = (raw.FS_RECTF * len(letters))()
        begin = ctypes.addressof(boxes)
        places = range(begin, begin + ctypes.sizeof(boxes), ctypes.sizeof(raw.FS_RECTF))
        known = list(map(_loose_box, repeat(self._address), letters, places))
        found = _FOUR_FLOATS.iter_unpack(boxes)
        if not self._view.upright or not all(known):
            return map(self._extent, known, found)
        aside = self._view.x
        return ((left - aside, right - aside, foot, top - foot or 1.0) for left, top, right, foot in found)

    def _extent(self, known: int, box: tuple[float, ...]) -> _Extent:
        if not known:
            return 0.0, 0.0, 0.0, 1.0
        left, top, right, bottom = box
        if self._view.upright:
            return left - self._view.x, right - self._view.x, bottom, top - bottom or 1.0
        left, top, right, bottom = self._view.box(left, bottom, right, top)
        return left, right, bottom, bottom - top or 1.0

    def _face(self, at: int, owner: int | None) -> tuple[bool, bool, legacy.Encoding | None, bool]:
        # A piece of text has one font, and asking for its name takes long.
        if owner is None or owner != self._owner:
            length = raw.FPDFText_GetFontInfo(self._page, at, self._font, 128, self._flags)
            self._owner, self._worn = owner, face(self._font.value if 0 < length <= 128 else b"")
        return self._worn

    def _measure(self, at: int, foot: float, height: float) -> tuple[float, float]:
        """Baseline and size in points; a neighbour with the same foot and height has the same ones."""
        if (foot, height) != self._last:
            self._last = (foot, height)
            raw.FPDFText_GetCharOrigin(self._page, at, self._x, self._y)
            self._measures = self._view.point(self._x.value, self._y.value)[1], self._size(at, height)
        return self._measures

    def _size(self, at: int, height: float) -> float:
        """Size of the letters; programs that scale the page write 1 or 50 and a matrix."""
        size = float(raw.FPDFText_GetFontSize(self._page, at))
        if not 7 <= size <= 20 and raw.FPDFText_GetMatrix(self._page, at, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return size if size >= 1 else max(height, 1.0)


class _Drawing:
    """Gathers ruling lines and the area of pictures."""

    def __init__(self, view: _View, seen: Page) -> None:
        self._view = view
        self._seen = seen
        self._objects = _MOST_OBJECTS
        self._segments = _MOST_SEGMENTS
        self._corners = [ctypes.c_float() for _ in range(4)]

    def read(self, handle: Any) -> None:
        """Everything that is drawn on the page."""
        count = min(raw.FPDFPage_CountObjects(handle), self._objects)
        self._objects -= count
        for index in range(count):
            self._object(raw.FPDFPage_GetObject(handle, index), (1, 0, 0, 1, 0, 0), 0)
        self._seen.pictured = min(self._seen.pictured, 1.0)

    def _object(self, item: Any, outer: tuple[float, ...], depth: int) -> None:
        match raw.FPDFPageObj_GetType(item):
            case raw.FPDF_PAGEOBJ_PATH:
                self._path(item, outer)
            case raw.FPDF_PAGEOBJ_IMAGE:
                self._picture(item, outer)
            case raw.FPDF_PAGEOBJ_FORM if depth < _DEEPEST_FORM:
                matrix = _chained(_matrix(item), outer)
                count = min(raw.FPDFFormObj_CountObjects(item), self._objects)
                self._objects -= max(count, 0)
                for index in range(max(count, 0)):
                    self._object(raw.FPDFFormObj_GetObject(item, index), matrix, depth + 1)

    def _picture(self, item: Any, outer: tuple[float, ...]) -> None:
        if raw.FPDFPageObj_GetBounds(item, *self._corners):
            left, bottom, right, top = (corner.value for corner in self._corners)
            (ax, ay), (bx, by) = _moved(left, bottom, outer), _moved(right, top, outer)
            whole = max(self._seen.width * self._seen.height, 1.0)
            self._seen.pictured += abs((bx - ax) * (by - ay)) / whole

    def _path(self, item: Any, outer: tuple[float, ...]) -> None:
        count = raw.FPDFPath_CountSegments(item)
        if count < 2 or count > self._segments:
            return
        self._segments -= count
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if not (fill.value or stroke.value):
            return
        matrix = _chained(_matrix(item), outer)
        for part in self._parts(item, count, matrix):
            self._rules(part, stroked=bool(stroke.value))

    def _parts(self, item: Any, count: int, matrix: tuple[float, ...]) -> list[list[tuple[float, float]]]:
        """Corners of each unbroken run of straight lines, as seen."""
        parts: list[list[tuple[float, float]]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = self._view.point(*_moved(x.value, y.value, matrix))
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO or not parts:
                parts.append([point])
            elif kind == raw.FPDF_SEGMENT_LINETO:
                parts[-1].append(point)
                if raw.FPDFPathSegment_GetClose(segment):
                    parts[-1].append(parts[-1][0])
        return parts

    def _rules(self, part: list[tuple[float, float]], *, stroked: bool) -> None:
        xs, ys = [x for x, _ in part], [y for _, y in part]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if right - left <= _THIN or bottom - top <= _THIN:
            self._rule(left, top, right, bottom)
        elif stroked:
            for (ax, ay), (bx, by) in pairwise(part):
                self._rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def _rule(self, left: float, top: float, right: float, bottom: float) -> None:
        if bottom - top <= _THIN < right - left:
            self._seen.horizontal.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= _THIN < bottom - top:
            self._seen.vertical.append(Rule((left + right) / 2, top, bottom))


def _matrix(item: Any) -> tuple[float, ...]:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, matrix):
        return (1, 0, 0, 1, 0, 0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _chained(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    (x, y) = _moved(e, f, outer)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        x,
        y,
    )


def _moved(x: float, y: float, matrix: tuple[float, ...]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
