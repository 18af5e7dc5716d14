"""The manual that ships with the program: read when it is first asked for, searched without diacritics, kept as PDF."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path

from thidua_desktop.common.paths import resource
from thidua_desktop.common.vietnamese import fold, nfc
from thidua_desktop.domain.manual import Chapter, Hit, Outline, pictures_of, sections_of, text_of
from thidua_desktop.domain.manual_search import excerpt, has, wanted_in
from thidua_desktop.services.outgoing import outgoing

FIRST = "bat-dau"
"""The chapter to begin with."""
_FOLDER = "manual"
_PICTURES = "pictures"
_SECTION = re.compile(r"^## (.+?) \{#([a-z0-9-]+)\}$", re.MULTILINE)


class Manual:
    """Chapters, pictures, search; needs no office file."""

    @cached_property
    def outline(self) -> tuple[Outline, ...]:
        """What the contents tell; cheap, since no chapter is taken apart for it."""
        return tuple(_outline(path) for path in _files())

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters in their order."""
        return tuple(map(_chapter, _files()))

    def chapter(self, code: str) -> Chapter:
        """The chapter with a code.

        Raises:
            KeyError: there is none.
        """
        return _chapter({_code(path): path for path in _files()}[code])

    def screens(self) -> tuple[str, ...]:
        """The names of the screens that are shown, each once, in their order."""
        return tuple(dict.fromkeys(each.screen for made in self.chapters for each in pictures_of(made.blocks)))

    def find(self, query: str) -> tuple[Hit, ...]:
        """The sections that have every word of a query, whatever the accents; best titles first."""
        wanted = wanted_in(query)
        if not wanted:
            return ()
        whole = " ".join(wanted)
        found: list[tuple[tuple[int, bool, bool], Hit]] = []
        for chapter, anchor, title, text, folded in self._sections:
            name = fold(title)
            if not all(has(folded, word) or has(name, word) for word in wanted):
                continue
            named = sum(has(name, word) for word in wanted)
            rank = (-named, not has(name, whole), not has(folded, whole))
            shown = title if title == chapter.title else f"{chapter.title} – {title}"
            found.append((rank, Hit(chapter.code, anchor, shown, excerpt(text, wanted))))
        return tuple(hit for _rank, hit in sorted(found, key=lambda each: each[0]))

    def is_read(self) -> bool:
        """Whether ``find`` can answer at once."""
        return "_sections" in vars(self)

    def read(self) -> None:
        """Take every chapter apart for ``find``: half a second, which is not for the thread of a window."""
        _ = self._sections

    @cached_property
    def _sections(self) -> tuple[tuple[Chapter, str, str, str, str], ...]:
        made = []
        for chapter in self.chapters:
            for anchor, title, blocks in sections_of(chapter):
                text = "\n".join(map(text_of, blocks))
                made.append((chapter, anchor, title, text, fold(text)))
        return tuple(made)

    def write_pdf(self, target: Path) -> Path:
        """The whole manual as a book with contents, page numbers and pictures; gives the path.

        Raises:
            NoRoomForFile, FileRefused, PlaceUnreachable
        """
        from thidua_desktop.reports.manual.book import write

        with outgoing(target) as scratch:
            write(self.chapters, picture_file, scratch)
        return target


def _files() -> list[Path]:
    return sorted(resource(_FOLDER).glob("*.md"))


def _code(path: Path) -> str:
    """``ke-hoach`` of ``05-ke-hoach.md``."""
    return path.stem.partition("-")[2]


@cache
def _chapter(path: Path) -> Chapter:
    from thidua_desktop.reports.manual.reading import chapter

    return chapter(_code(path), path.read_text(encoding="utf-8"))


def _outline(path: Path) -> Outline:
    source = nfc(path.read_text(encoding="utf-8"))
    title = source.partition("\n")[0].removeprefix("# ")
    return Outline(_code(path), title, tuple(_SECTION.findall(source)))


def picture_file(screen: str) -> Path:
    """The picture of a screen that ships with the manual.

    Raises:
        FileNotFoundError: it was never made.
    """
    return resource(f"{_FOLDER}/{_PICTURES}/{screen}.png")


def keep_picture(source: Path, screen: str) -> Path:
    """Put a picture of a screen into the manual, with as few colours as it needs; gives its file."""
    from thidua_desktop.reports.manual.pictures import shrink

    folder = resource(_FOLDER) / _PICTURES
    folder.mkdir(exist_ok=True)
    target = folder / f"{screen}.png"
    shrink(source, target)
    return target
