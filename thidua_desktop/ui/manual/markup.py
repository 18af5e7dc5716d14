"""A chapter as rich text for a text browser, in the colours of the moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from thidua_desktop.domain.manual import (
    Block,
    Chapter,
    Face,
    Grid,
    Heading,
    Listing,
    Note,
    Outline,
    Passage,
    Picture,
    Words,
)
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tokens

SCHEME = "sach"
"""Of addresses within the manual: ``sach:ke-hoach#sua``."""
PICTURES = "anh"
"""Of the pictures: ``anh:ke-hoach``."""


def address(chapter: str, anchor: str = "") -> str:
    """Where a section is."""
    return f"{SCHEME}:{chapter}#{anchor}" if anchor else f"{SCHEME}:{chapter}"


def html(chapter: Chapter, before: Outline | None, after: Outline | None) -> str:
    """The whole chapter, with the ways to its neighbours at the end."""
    now = theme.tokens()
    body = "".join(_blocks(chapter.blocks, now))
    ways = "&nbsp;&nbsp;·&nbsp;&nbsp;".join(_way(each) for each in (before, after) if each is not None)
    return (
        f'<html><head><style>{_style(now)}</style></head><body><h1><a name="dau"></a>{escape(chapter.title)}</h1>'
        f"{body}<hr><p>{ways}</p></body></html>"
    )


def _style(now: Tokens) -> str:
    return (
        f"body {{ color: {now.text}; }} a {{ color: {now.accent}; text-decoration: none; }}"
        "h1 { margin-bottom: 8px; } h2 { margin-top: 26px; margin-bottom: 6px; }"
        "h3 { margin-top: 16px; margin-bottom: 4px; } p { margin-top: 4px; margin-bottom: 8px; line-height: 135%; }"
        "li { margin-bottom: 5px; line-height: 135%; }"
        "p.hinh { margin-bottom: 0px; line-height: 100%; }"
        f".chu-thich {{ color: {now.muted}; font-style: italic; }}"
        f".nut {{ font-weight: 600; background-color: {now.accent_soft}; }}"
        f".phim {{ font-weight: 600; background-color: {theme.ink(theme.Tone.NEUTRAL).ground}; }}"
        ".go { font-family: monospace; }"
    )


def _way(chapter: Outline) -> str:
    return f'<a href="{address(chapter.code)}">{escape(chapter.title)}</a>'


def _blocks(blocks: Sequence[Block], now: Tokens) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield f'<h{block.level}><a name="{block.anchor}"></a>{escape(block.text)}</h{block.level}>'
            case Passage():
                yield f"<p>{_words(block.words)}</p>"
            case Listing():
                yield _listing(block, now)
            case Note():
                inner = "".join(_blocks(block.blocks, now))
                ground = theme.ink(theme.Tone.INFO).ground
                yield f'<table width="100%" cellpadding="8" bgcolor="{ground}"><tr><td>{inner}</td></tr></table><p></p>'
            case Grid():
                yield _grid(block, now)
            case Picture():
                shown = f'<a href="{PICTURES}:{block.screen}"><img src="{PICTURES}:{block.screen}"></a>'
                yield f'<p class="hinh">{shown}</p><p class="chu-thich">{escape(block.caption)}</p>'


def _listing(listing: Listing, now: Tokens) -> str:
    kind = "ol" if listing.ordered else "ul"
    items = "".join(f"<li>{_item(item, now)}</li>" for item in listing.items)
    return f"<{kind}>{items}</{kind}>"


def _item(item: Sequence[Block], now: Tokens) -> str:
    """A first passage stands beside its number, not below it."""
    first = item[0]
    if isinstance(first, Passage):
        return _words(first.words) + "".join(_blocks(item[1:], now))
    return "".join(_blocks(item, now))


def _grid(grid: Grid, now: Tokens) -> str:
    head = "".join(f'<th align="left">{_words(cell)}</th>' for cell in grid.head)
    rows = "".join(f"<tr>{''.join(f'<td>{_words(cell)}</td>' for cell in row)}</tr>" for row in grid.rows)
    look = f'border="1" cellspacing="0" cellpadding="5" style="border-collapse: collapse; border-color: {now.line}"'
    return f'<table {look} width="100%"><tr bgcolor="{now.raised}">{head}</tr>{rows}</table><p></p>'


def _words(words: Words) -> str:
    return "".join(_span(span.text, span.face, span.target) for span in words)


def _span(text: str, face: Face, target: str) -> str:
    said = escape(text)
    match face:
        case Face.BOLD:
            return f"<b>{said}</b>"
        case Face.ITALIC:
            return f"<i>{said}</i>"
        case Face.BUTTON:
            return f'<span class="nut">&nbsp;{said}&nbsp;</span>'
        case Face.KEY:
            return f'<span class="phim">&nbsp;{said}&nbsp;</span>'
        case Face.CODE:
            return f'<span class="go">{said}</span>'
        case Face.LINK:
            return f'<a href="{SCHEME}:{target}">{said}</a>'
        case Face.PLAIN:
            return said
