"""What the book is made of: lines of mixed faces, headings, pictures, notes in a frame, lines of the contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from thidua_desktop.domain.manual import Face, Span, Words
from thidua_desktop.reports.model import Style
from thidua_desktop.reports.pdf.flow import Box
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.texts import printable
from thidua_desktop.reports.typeset import MM, Type, wrapped

BODY = 11.5
_TYPES = {
    Face.PLAIN: Type(Style.REGULAR, BODY),
    Face.BOLD: Type(Style.BOLD, BODY),
    Face.ITALIC: Type(Style.ITALIC, BODY),
    Face.BUTTON: Type(Style.BOLD, BODY),
    Face.KEY: Type(Style.REGULAR, BODY),
    Face.CODE: Type(Style.ITALIC, BODY),
    Face.LINK: Type(Style.ITALIC, BODY),
}
_WAY = "▸", "›"
"""Between a menu and its entry; the paper face has no such triangle."""
_SET_OFF = (Face.BUTTON, Face.KEY)
"""Faces on a grey ground."""
_GREY, _PALE = 0.9, 0.955
_LEADING = _TYPES[Face.PLAIN].leading * 1.08
_HEADINGS = {1: Type(Style.BOLD, 20), 2: Type(Style.BOLD, 15), 3: Type(Style.BOLD_ITALIC, 12.5)}
_ABOVE = {1: 0.0, 2: 16.0, 3: 10.0}
_CAPTION = Type(Style.ITALIC, 10.5)
_CONTENTS = {True: Type(Style.BOLD, 12), False: Type(Style.REGULAR, 11.5)}
_PICTURE_DPI = 96
"""A small dialog is not blown up: it is printed as large as it is on a screen, a window as wide as the text."""
_HIGHEST = 85 * MM


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its face, where it begins on its line (points), and how wide it is."""

    text: str
    face: Face
    x: float
    width: float
    target: str = ""


def rich_lines(words: Words, width: float) -> list[tuple[Word, ...]]:
    """Running text broken into lines at its spaces; words of a key or a button stay words."""
    lines: list[tuple[Word, ...]] = []
    held: list[Word] = []
    x = 0.0
    for group in _groups(words):
        gap = _TYPES[Face.PLAIN].width(" ") if held else 0.0
        wide = sum(_TYPES[span.face].width(span.text) for span in group)
        if held and x + gap + wide > width:
            lines.append(tuple(held))
            held, x, gap = [], 0.0, 0.0
        x += gap
        for span in group:
            advance = _TYPES[span.face].width(span.text)
            held.append(Word(span.text, span.face, x, advance, span.target))
            x += advance
    return [*lines, tuple(held)]


def _groups(words: Words) -> Iterator[list[Span]]:
    """What stands between two spaces; a word may be of several spans ("**[Lưu]**.")."""
    group: list[Span] = []
    for span in words:
        for order, piece in enumerate(printable(span.text).replace(*_WAY).split(" ")):
            if order and group:
                yield group
                group = []
            if piece:
                group.append(Span(piece, span.face, span.target))
    if group:
        yield group


class TextBox(Box):
    """One line of words."""

    sign: tuple[Span, float] | None = None
    """The number or the dash of an item, and where it stands."""

    def __init__(self, line: tuple[Word, ...], left: float) -> None:
        self._line, self._left = line, left
        self.height = _LEADING

    def draw(self, sheet: Sheet, top: float) -> None:
        if self.sign is not None:
            span, start = self.sign
            sheet.text(start, top, span.text, _TYPES[span.face])
        _shade(sheet, self._line, self._left, top)
        for word in self._line:
            sheet.text(self._left + word.x, top, word.text, _TYPES[word.face])
            if word.target:
                ends = (self._left + word.x, top, self._left + word.x + word.width, top + self.height)
                sheet.link(*ends, word.target)


def _shade(sheet: Sheet, line: tuple[Word, ...], left: float, top: float) -> None:
    """A ground below keys and words of buttons, one for neighbours."""
    start: float | None = None
    for order, word in enumerate(line):
        if word.face not in _SET_OFF:
            continue
        start = word.x if start is None else start
        after = line[order + 1] if order + 1 < len(line) else None
        if after is None or after.face is not word.face:
            sheet.shade(left + start - 1.5, top + 0.5, left + word.x + word.width + 1.5, top + _LEADING - 1.5, _GREY)
            start = None


class Mark:
    """Marks where a section begins, for links, the outline and the contents."""

    def __init__(self, name: str, found: dict[str, int]) -> None:
        self._name, self._found = name, found

    def put(self, sheet: Sheet, title: str, level: int, top: float) -> None:
        """The section begins here."""
        self._found[self._name] = sheet.number
        sheet.mark(self._name, title if level <= 2 else "", level - 1, top)


class HeadingBox(Box):
    """The heading of a chapter or a section, with what follows it."""

    keep = True

    def __init__(self, text: str, level: int, left: float, right: float, mark: Mark | None) -> None:
        self._text, self._level, self._mark = text, level, mark
        self._kind = _HEADINGS[level]
        self._left = left
        self._broken = wrapped(text, self._kind, right - left)
        self.gap = _ABOVE[level]
        self.height = len(self._broken) * self._kind.leading + (8 if level == 1 else 2)

    def draw(self, sheet: Sheet, top: float) -> None:
        if self._mark is not None:
            self._mark.put(sheet, self._text, self._level, top)
        for order, line in enumerate(self._broken):
            sheet.text(self._left, top + order * self._kind.leading, line.text, self._kind)


class PictureBox(Box):
    """A picture in a thin frame and the line below it, never parted."""

    gap = 8

    def __init__(self, path: Path, caption: str, left: float, right: float) -> None:
        with Image.open(path) as picture:
            wide, high = picture.size
        scale = min(72 / _PICTURE_DPI, (right - left) / wide, _HIGHEST / high)
        self._path, self._size = path, (wide * scale, high * scale)
        self._left = (left + right - self._size[0]) / 2
        self._edges = (left, right)
        self._caption = wrapped(caption, _CAPTION, right - left)
        self.height = self._size[1] + 3 + len(self._caption) * _CAPTION.leading + 2

    def draw(self, sheet: Sheet, top: float) -> None:
        width, height = self._size
        sheet.picture(self._path, self._left, top, width, height)
        right, bottom = self._left + width, top + height
        sheet.stroke(self._left, top, right, top)
        sheet.stroke(self._left, bottom, right, bottom)
        sheet.stroke(self._left, top, self._left, bottom)
        sheet.stroke(right, top, right, bottom)
        left, edge = self._edges
        for order, line in enumerate(self._caption):
            sheet.text((left + edge - line.width) / 2, bottom + 3 + order * _CAPTION.leading, line.text, _CAPTION)


class FrameBox(Box):
    """A note: its lines on a pale ground with a bar at the left."""

    gap = 8
    _PAD = 5.0

    def __init__(self, inner: Sequence[Box], left: float, right: float) -> None:
        self._inner, self._edges = inner, (left, right)
        self.lines = sum(box.lines for box in inner)
        gaps = sum(box.gap for box in inner[1:])
        self.height = sum(box.height for box in inner) + gaps + 2 * self._PAD

    def draw(self, sheet: Sheet, top: float) -> None:
        left, right = self._edges
        sheet.shade(left, top, right, top + self.height, _PALE)
        sheet.shade(left, top, left + 2.5, top + self.height, 0.35)
        y = top + self._PAD
        for order, box in enumerate(self._inner):
            y += box.gap if order else 0
            box.draw(sheet, y)
            y += box.height


class ContentsBox(Box):
    """A line of the contents: dots lead to the page, a click leads there."""

    def __init__(self, text: str, name: str, page: int, left: float, right: float, *, bold: bool = False) -> None:
        self._text, self._name, self._page = text, name, str(page)
        self._kind, self._edges = _CONTENTS[bold], (left, right)
        self.height = self._kind.leading * 1.1
        self.gap = 5.0 if bold else 0.0
        self.keep = bold

    def draw(self, sheet: Sheet, top: float) -> None:
        left, right = self._edges
        kind = self._kind
        sheet.text(left, top, self._text, kind)
        begin, end = left + kind.width(self._text) + 5, right - kind.width(self._page)
        dots = Type(Style.REGULAR, kind.size)
        count = max(0, int((end - 4 - begin) / dots.width(" .")))
        sheet.text(end - 4 - dots.width(" ." * count), top, " ." * count, dots)
        sheet.text(end, top, self._page, kind)
        sheet.link(left, top, right, top + self.height, self._name)


class TitleBox(Box):
    """The title page."""

    def __init__(self, name: str, title: str, edition: str, left: float, right: float) -> None:
        self._edges = (left, right)
        self._said = (
            (name, Type(Style.BOLD, 34), 0.0),
            (title, Type(Style.REGULAR, 20), 56.0),
            (edition, Type(Style.ITALIC, 13), 96.0),
        )
        self.height = 200 * MM

    def draw(self, sheet: Sheet, top: float) -> None:
        left, right = self._edges
        for text, kind, below in self._said:
            sheet.text((left + right - kind.width(text)) / 2, top + 75 * MM + below, text, kind)
