"""Where elements stand in the bytes of an XML part, so that some can be replaced and the rest stays untouched."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)[\"']")
_NAME = re.compile(rb"<([^\s/>]+)")
_SEPARATOR = "\n"


class NotPatchable(ValueError):
    """A part that is no plain XML in UTF-8; the caller knows which file it is of."""


@dataclass(slots=True)
class Element:
    """An element: its name and attributes without namespaces, and its bytes from ``start`` to ``end``."""

    name: str
    attributes: Mapping[str, str]
    start: int
    depth: int
    inner: int = 0
    """Where its content begins: after the start tag."""
    inner_end: int = 0
    """Where its content ends; of ``<c/>`` the end itself."""
    end: int = 0
    empty: bool = False
    """Written as ``<c/>``."""
    children: list[Element] = field(default_factory=list)
    """Only of elements for which the walk keeps them."""


def walk(data: bytes, opened: Callable[[Element], None], closed: Callable[[Element], None]) -> None:
    """Go through all elements of a part: each is told when it opens, and when it closes and its end is known.

    Raises:
        NotPatchable: it is not well-formed, declares entities, or is not written in UTF-8.
    """
    _refuse_odd_letters(data)
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    stack: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        element = Element(
            name.rpartition(_SEPARATOR)[2],
            {key.rpartition(_SEPARATOR)[2]: value for key, value in attributes.items()},
            parser.CurrentByteIndex,
            len(stack),
        )
        element.inner = _tag_end(data, element.start)
        stack.append(element)
        opened(element)

    def end(_name: str) -> None:
        element = stack.pop()
        at = parser.CurrentByteIndex
        element.empty = data[element.inner - 2 : element.inner] == b"/>"
        element.inner_end = element.inner if element.empty else at
        element.end = element.inner if element.empty else data.index(b">", at) + 1
        closed(element)

    def refuse(*_declared: object) -> None:
        raise NotPatchable("document type")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as trouble:
        raise NotPatchable(str(trouble)) from trouble


def _refuse_odd_letters(data: bytes) -> None:
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise NotPatchable("encoding")


def _tag_end(data: bytes, start: int) -> int:
    """After the ">" of a tag; a ">" between quotes does not end it."""
    at = start
    while True:
        close = data.index(b">", at)
        quotes = [found for found in (data.find(b'"', at, close), data.find(b"'", at, close)) if found >= 0]
        if not quotes:
            return close + 1
        opening = min(quotes)
        at = data.index(data[opening : opening + 1], opening + 1) + 1


def prefixed(data: bytes, element: Element, name: str) -> str:
    """A name with the prefix that an element is written with: "v", or "x:v" beside "x:c"."""
    found = _NAME.match(data, element.start)
    prefix, colon, _ = (found[1] if found else b"").decode().rpartition(":")
    return f"{prefix}{colon}{name}"


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """Bytes that take the place of others; ``start`` equal to ``end`` puts them between."""

    start: int
    end: int
    made: bytes


def spliced(data: bytes, splices: list[Splice]) -> bytes:
    """The bytes with all replacements made; they must not overlap."""
    pieces: list[bytes] = []
    at = 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        pieces += [data[at : splice.start], splice.made]
        at = splice.end
    return b"".join([*pieces, data[at:]])
