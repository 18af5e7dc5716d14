"""The manual that ships: what it quotes, shows and links to is there; it is found without accents."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.test_layers import ROOT
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.manual import Chapter, Face, Span, pictures_of, spans_of
from thidua_desktop.reports import fonts
from thidua_desktop.reports.model import Style
from thidua_desktop.services.manual import Manual, picture_file

MANUAL = Manual()
LARGEST = 4_000_000
"""Bytes of all pictures together."""
OF_EVERY_PROGRAM = {"Esc", "Phím cách", "Tab", "Enter", "Delete", "Ctrl+Home", "Ctrl+End"}
"""Keys that Qt itself hears, or a table by what they are made of."""
NUMBERED = re.compile(r"(Ctrl|Alt)\+[1-7]$")
"""Tabs and their parts: the keys are made with the place of the tab (``ui.menus``, the parts of pages)."""


@cache
def sources() -> str:
    """Everything written in quotation marks where words for the clerk can stand; "&" marks a key in a menu."""
    folders = ("ui", "wording", "services", "app")
    written = (path.read_text(encoding="utf-8") for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return "\n".join(written).replace("&", "")


def known() -> set[str]:
    return {
        place
        for chapter in MANUAL.chapters
        for place in (chapter.code, *(f"{chapter.code}#{heading.anchor}" for heading in chapter.headings()))
    }


def quoted(face: Face) -> list[tuple[str, Span]]:
    return [
        (chapter.code, span) for chapter in MANUAL.chapters for span in spans_of(chapter.blocks) if span.face is face
    ]


def test_there_is_a_book() -> None:
    assert len(MANUAL.chapters) >= 20
    assert sum(len(chapter.headings()) for chapter in MANUAL.chapters) >= 100


def test_words_of_buttons_and_menus_stand_in_the_program() -> None:
    """A button that was renamed is found here: the manual quotes it as ``**[Lưu kế hoạch]**``."""
    written = sources()
    parts = {(code, part) for code, span in quoted(Face.BUTTON) for part in span.text.split(" ▸ ")}
    missing = [
        f"{code}: {part}"
        for code, part in sorted(parts)
        if not any(f'"{part}{end}' in written for end in ('"', '…"', ' ▾"', " {"))
    ]
    assert missing == []
    assert len(parts) > 200


def test_keys_are_keys_of_the_program() -> None:
    written = sources()
    keys = {(code, span.text) for code, span in quoted(Face.KEY)}
    unknown = [
        f"{code}: {key}"
        for code, key in sorted(keys)
        if key not in OF_EVERY_PROGRAM and not NUMBERED.match(key) and f'"{key}"' not in written
    ]
    assert unknown == []


def test_links_lead_somewhere() -> None:
    assert [(code, span.target) for code, span in quoted(Face.LINK) if span.target not in known()] == []


def test_every_anchor_is_unique_within_its_chapter() -> None:
    for chapter in MANUAL.chapters:
        anchors = [heading.anchor for heading in chapter.headings()]
        assert len(anchors) == len(set(anchors)), chapter.code


def test_pictures_are_there_small_and_none_is_left_over() -> None:
    shown = {picture_file(screen) for screen in MANUAL.screens()}
    kept = set((resource("manual") / "pictures").iterdir())
    assert kept == shown
    assert sum(path.stat().st_size for path in kept) < LARGEST


def test_pictures_are_of_screens_that_there_are() -> None:
    """The names are read from the lists of screens; importing these would import every window."""
    lists = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").glob("*screens.py"))
    names = set(re.findall(r'Screen\(\s*"([a-z0-9-]+)"', lists))
    assert [screen for screen in MANUAL.screens() if screen not in names] == []


def test_every_picture_has_a_line_below_it() -> None:
    assert all(each.caption.strip() for chapter in MANUAL.chapters for each in pictures_of(chapter.blocks))


def test_every_letter_can_be_printed() -> None:
    """``▸`` becomes ``›`` on paper (``reports.manual.boxes``)."""
    for chapter in MANUAL.chapters:
        for span in spans_of(chapter.blocks):
            for word in span.text.replace("▸", "›").split():
                fonts.word_width(word, Style.REGULAR)


@pytest.mark.parametrize(
    ("query", "chapter"),
    [
        ("nhap ke hoach", "nhap-ke-hoach"),
        ("quen mat khau", "an-toan"),
        ("kiem phieu", "hoi-dong"),
        ("in lech", "su-co"),
        ("chuyen ky", "ke-hoach"),
        ("hien du so cccd", "danh-ba"),
    ],
)
def test_a_clerk_finds_it_without_accents(query: str, chapter: str) -> None:
    assert chapter in [hit.chapter for hit in MANUAL.find(query)[:4]]


def test_what_is_nowhere_is_not_found() -> None:
    assert MANUAL.find("kinh khí cầu") == ()
    assert MANUAL.find("   ") == ()


def test_a_chapter_is_asked_for_by_its_code() -> None:
    chapter: Chapter = MANUAL.chapter("lich")
    assert chapter.title == "Lịch công việc"
    with pytest.raises(KeyError):
        MANUAL.chapter("khong-co")


def test_the_outline_is_what_the_chapters_say() -> None:
    said = [
        (made.code, made.title, tuple((each.text, each.anchor) for each in made.headings() if each.level == 2))
        for made in MANUAL.chapters
    ]
    assert [(each.code, each.title, each.sections) for each in MANUAL.outline] == said


def test_no_sentence_tells_a_path_of_some_computer() -> None:
    sources_of_chapters = [path.read_text(encoding="utf-8") for path in Path(resource("manual")).glob("*.md")]
    assert not [text for text in sources_of_chapters if "/home/" in text or "C:\\" in text]
