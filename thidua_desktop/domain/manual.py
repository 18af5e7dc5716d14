"""The manual as neutral text: chapters made of headings, passages, lists, notes, tables and pictures of screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Face(StrEnum):
    """How words of the manual are set off."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    BUTTON = "button"
    """Words that stand on a button, a menu entry or a tab of the program."""
    KEY = "key"
    """A key or several together ("Ctrl+I")."""
    CODE = "code"
    """To be typed, or the name of a file."""
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one face. ``target``: of a link, the code of a chapter, with "#" and an anchor where it has one."""

    text: str
    face: Face = Face.PLAIN
    target: str = ""


Words = tuple[Span, ...]
"""Running text; all its spans in order."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Opens a section. ``level`` 2 or 3; ``anchor`` is unique within the chapter."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Listing:
    """Steps to be done in order, or points."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What must not be overlooked."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen by its name among those of ``thidua screens``, and the line below it."""

    screen: str
    caption: str


Block = Heading | Passage | Listing | Note | Grid | Picture


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the manual; ``code`` is what screens call it by."""

    code: str
    title: str
    blocks: tuple[Block, ...]

    def headings(self) -> tuple[Heading, ...]:
        """Its sections, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))


@dataclass(frozen=True, slots=True)
class Outline:
    """What the contents tell of a chapter, known without reading all of it."""

    code: str
    title: str
    sections: tuple[tuple[str, str], ...]
    """Title and anchor of the sections of level 2."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that has all the words looked for. ``anchor`` is empty for what stands before the first heading."""

    chapter: str
    anchor: str
    title: str
    excerpt: str


def plain(words: Words) -> str:
    """Running text without its faces."""
    return "".join(span.text for span in words)


def text_of(block: Block) -> str:
    """All words of a block, passages and cells one on each line."""
    match block:
        case Heading():
            return block.text
        case Passage():
            return plain(block.words)
        case Picture():
            return block.caption
        case Note():
            return "\n".join(map(text_of, block.blocks))
        case Listing():
            return "\n".join(text_of(inner) for item in block.items for inner in item)
        case Grid():
            return "\n".join(plain(cell) for row in (block.head, *block.rows) for cell in row)


def spans_of(blocks: tuple[Block, ...]) -> Iterator[Span]:
    """Every span, wherever it stands."""
    for block in blocks:
        match block:
            case Passage():
                yield from block.words
            case Note():
                yield from spans_of(block.blocks)
            case Listing():
                for item in block.items:
                    yield from spans_of(item)
            case Grid():
                for row in (block.head, *block.rows):
                    for cell in row:
                        yield from cell
            case Heading() | Picture():
                pass


def pictures_of(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    """Every picture, those within lists too."""
    for block in blocks:
        match block:
            case Picture():
                yield block
            case Note():
                yield from pictures_of(block.blocks)
            case Listing():
                for item in block.items:
                    yield from pictures_of(item)
            case _:
                pass


def sections_of(chapter: Chapter) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    """Anchor, title and blocks of each section; what stands before the first heading has the chapter's title."""
    anchor, title = "", chapter.title
    held: list[Block] = []
    for block in chapter.blocks:
        if isinstance(block, Heading):
            if held or not anchor:
                yield anchor, title, tuple(held)
            anchor, title, held = block.anchor, block.text, []
        else:
            held.append(block)
    yield anchor, title, tuple(held)
