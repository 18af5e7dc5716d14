"""Reads the chapters of the manual: Markdown with three marks of our own.

``**[Nhập kế hoạch từ tệp…]**``
    words on a button or a menu; ``▸`` stands between a menu and its entry.
``{phím:Ctrl+I}``
    a key.
``{{màn-hình:ke-hoach|Bảng nhiệm vụ}}``
    alone in its paragraph: the picture of a screen by its name in ``thidua screens``, and the line below it.

A heading ends with its anchor: ``## Sửa ngay trong bảng {#sua}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.manual import (
    Block,
    Chapter,
    Face,
    Grid,
    Heading,
    Listing,
    Note,
    Passage,
    Picture,
    Span,
    Words,
    plain,
)

_ANCHORED = re.compile(r"^(?P<text>.*?)\s*\{#(?P<anchor>[a-z0-9-]+)\}$")
_PICTURE = re.compile(r"^\{\{màn-hình:(?P<screen>[a-z0-9-]+)\|(?P<caption>[^}]+)\}\}$")
_KEY = re.compile(r"\{phím:([^}]+)\}")


class ManualMistake(ValueError):
    """A chapter is not written as the module says; found by the tests, never by a clerk."""


def chapter(code: str, source: str) -> Chapter:
    """One chapter from its Markdown; the heading of level 1 is its title.

    Raises:
        ManualMistake: no title, a heading without an anchor, or something that the manual does not use.
    """
    tokens: list[Token] = MarkdownIt("commonmark").enable("table").parse(nfc(source))
    nodes = SyntaxTreeNode(tokens).children
    if not nodes or nodes[0].tag != "h1":
        raise ManualMistake(f"{code}: no title")
    return Chapter(code, plain(_words(nodes[0])), tuple(_blocks(nodes[1:])))


def _blocks(nodes: list[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "heading":
                yield _heading(node)
            case "paragraph":
                yield _paragraph(node)
            case "bullet_list" | "ordered_list":
                items = tuple(tuple(_blocks(item.children)) for item in node.children)
                yield Listing(node.type == "ordered_list", items)
            case "blockquote":
                yield Note(tuple(_blocks(node.children)))
            case "table":
                yield _grid(node)
            case other:
                raise ManualMistake(other)


def _heading(node: SyntaxTreeNode) -> Heading:
    found = _ANCHORED.match(plain(_words(node)))
    if found is None:
        raise ManualMistake(plain(_words(node)))
    return Heading(int(node.tag[1:]), found["text"], found["anchor"])


def _paragraph(node: SyntaxTreeNode) -> Passage | Picture:
    words = _words(node)
    found = _PICTURE.match(plain(words))
    return Passage(words) if found is None else Picture(found["screen"], found["caption"].strip())


def _grid(node: SyntaxTreeNode) -> Grid:
    rows = [tuple(map(_words, row.children)) for part in node.children for row in part.children]
    return Grid(rows[0], tuple(rows[1:]))


def _words(node: SyntaxTreeNode) -> Words:
    """The spans of a node with running text, neighbours of one face joined."""
    inline = node.children[0] if node.children else node
    joined: list[Span] = []
    for span in _spans(inline.children, Face.PLAIN):
        last = joined[-1] if joined else None
        if last is not None and last.face is span.face is not Face.LINK:
            joined[-1] = Span(last.text + span.text, span.face)
        else:
            joined.append(span)
    return tuple(joined)


def _spans(nodes: list[SyntaxTreeNode], face: Face) -> Iterator[Span]:
    for node in nodes:
        match node.type:
            case "text":
                yield from _keyed(node.content, face)
            case "softbreak":
                yield Span(" ", face)
            case "code_inline":
                yield Span(node.content, Face.CODE)
            case "em":
                yield from _spans(node.children, Face.ITALIC)
            case "strong":
                yield from _strong(node)
            case "link":
                target = str(node.attrs["href"]).removesuffix("#")
                yield Span("".join(span.text for span in _spans(node.children, Face.PLAIN)), Face.LINK, target)
            case other:
                raise ManualMistake(other)


def _strong(node: SyntaxTreeNode) -> Iterator[Span]:
    text = "".join(span.text for span in _spans(node.children, Face.PLAIN))
    if text.startswith("[") and text.endswith("]"):
        yield Span(text[1:-1], Face.BUTTON)
    else:
        yield from _spans(node.children, Face.BOLD)


def _keyed(text: str, face: Face) -> Iterator[Span]:
    for at, piece in enumerate(_KEY.split(text)):
        if piece:
            yield Span(piece, Face.KEY if at % 2 else face)
