"""Zip packages (docx, xlsx, ods) and their XML, opened so that a hostile one cannot hurt."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import IO

from lxml import etree

from thidua_desktop.importing.readers.errors import FileDamaged, FileUnsafe

MOST_MEMBERS = 20_000
MOST_UNPACKED = 800 * 1024 * 1024
"""Bytes of a whole package; pictures count, so this is wide."""
MOST_XML = 150 * 1024 * 1024
"""Bytes of one part that is taken into memory."""
MOST_RATIO = 250
"""Office XML shrinks 10 to 40 times; a bomb a thousand times."""
_RATIO_MATTERS = 16 * 1024 * 1024
_CHUNK = 2 * 1024 * 1024

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What zipfile raises for packages that are cut off, mangled, encrypted or packed in a strange way."""


class Package:
    """A zip package in memory. Raises :class:`FileDamaged` and :class:`FileUnsafe` (parameter ``path``)."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as trouble:
            raise FileDamaged(path=name) from trouble
        members = self._zip.infolist()
        self._refuse_bomb(members, len(data))
        self._members = {member.filename.lstrip("/").casefold(): member for member in members}

    def _refuse_bomb(self, members: list[zipfile.ZipInfo], packed: int) -> None:
        unpacked = sum(member.file_size for member in members)
        bursting = unpacked > _RATIO_MATTERS and unpacked > MOST_RATIO * packed
        if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or bursting:
            raise FileUnsafe(path=self._name)

    def __contains__(self, part: str) -> bool:
        return part.lstrip("/").casefold() in self._members

    @property
    def names(self) -> frozenset[str]:
        """Names of all parts, lower case, without a leading slash."""
        return frozenset(self._members)

    def read(self, part: str) -> bytes:
        """The bytes of a part; empty when there is no such part."""
        member = self._member(part)
        if member is None:
            return b""
        try:
            return self._zip.read(member)
        except _BROKEN as trouble:
            raise FileDamaged(path=self._name) from trouble

    def xml(self, part: str) -> etree._Element | None:
        """The root of an XML part, ``None`` when there is no such part."""
        data = self.read(part)
        if not data:
            return None
        self._refuse_entities(data)
        try:
            return etree.fromstring(data, plain_parser())
        except (etree.XMLSyntaxError, ValueError) as trouble:
            raise FileDamaged(path=self._name) from trouble

    def stream(
        self, part: str, tags: tuple[str, ...], slim: Callable[[bytes], bytes] | None = None
    ) -> Iterator[etree._Element]:
        """Elements of an XML part with these tags (``{*}row``), one by one; each is emptied after its turn.

        ``slim`` may cut out of the bytes what nobody will ask for, which is much faster than to parse it.
        """
        member = self._member(part)
        if member is None:
            return
        try:
            source = _Slim(self._zip.open(member), slim, self._refuse_entities)
            walk = etree.iterparse(source, tag=tags, resolve_entities=False, no_network=True, load_dtd=False)
            for _, element in walk:
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]  # one by one: for a slice lxml counts all siblings that are there already
        except (etree.XMLSyntaxError, *_BROKEN) as trouble:
            raise FileDamaged(path=self._name) from trouble

    def parsed(self, xml: bytes, tags: tuple[str, ...]) -> Iterator[etree._Element]:
        """Elements of an XML part of which something was cut out before."""
        try:
            yield from etree.fromstring(xml, plain_parser()).iter(*tags)
        except (etree.XMLSyntaxError, ValueError) as trouble:
            raise FileDamaged(path=self._name) from trouble

    def pieces(self, part: str) -> Iterator[bytes]:
        """The bytes of an XML part, a few megabytes at a time."""
        member = self._member(part)
        if member is None:
            return
        try:
            with self._zip.open(member) as packed:
                begun = False
                while chunk := packed.read(_CHUNK):
                    if not begun:
                        self._refuse_entities(chunk)
                        begun = True
                    yield chunk
        except _BROKEN as trouble:
            raise FileDamaged(path=self._name) from trouble

    def _member(self, part: str) -> zipfile.ZipInfo | None:
        """A part that is not too large to be read; None where there is none."""
        member = self._members.get(part.lstrip("/").casefold())
        if member is not None and member.file_size > MOST_XML:
            raise FileUnsafe(path=self._name)
        return member

    def _refuse_entities(self, data: bytes) -> None:
        # Office programs never write a document type; entities need one. UTF-16 parts show it with zeros between.
        head = data[:65536].replace(b"\0", b"")
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise FileUnsafe(path=self._name)


class _Slim:
    """A part of a package as a file to be read once, a few megabytes at a time, slimmed between whole elements."""

    def __init__(
        self, packed: IO[bytes], slim: Callable[[bytes], bytes] | None, look_at: Callable[[bytes], None]
    ) -> None:
        self._packed, self._slim, self._look_at = packed, slim, look_at
        self._rest = b""
        self._begun = False

    def read(self, _size: int = -1) -> bytes:
        """The next piece, of any size; empty at the end."""
        while chunk := self._packed.read(_CHUNK):
            if not self._begun:
                self._look_at(chunk)
                self._begun = True
            if self._slim is None:
                return chunk
            whole = self._rest + chunk
            cut = whole.rfind(b"<row") if len(whole) < 8 * _CHUNK else len(whole)
            if cut > 0:
                self._rest = whole[cut:]
                if piece := self._slim(whole[:cut]):
                    return piece
            else:
                self._rest = whole
        piece, self._rest = self._rest, b""
        return self._slim(piece) if piece and self._slim else piece


def plain_parser() -> etree.XMLParser:
    """A parser that follows nothing out of the text it is given."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def local(element: etree._Element) -> str:
    """Name of an element without its namespace: Word writes two families of them (transitional and strict)."""
    return _bare(str(element.tag))


@lru_cache(maxsize=1024)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: etree._Element, name: str) -> str | None:
    """Value of an attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of names without namespaces."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element
