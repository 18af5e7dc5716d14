"""What the window of the rulebooks reads, off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.rulebooks import Rulebook
from thidua_desktop.services.rulebooks import RulebookNotRead, RulebookService
from thidua_desktop.wording import messages, rulebook_lines
from thidua_desktop.wording.rulebook_lines import RuleLine
from thidua_desktop.wording.rules import Names


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the tree with everything that is said of it; ``searched`` is its text without diacritics."""

    id: str
    group: str
    name: str
    lines: tuple[RuleLine, ...]
    searched: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A rulebook as the window shows it."""

    book: Rulebook
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All rulebooks, which of them holds today, and what is wrong with the office's own."""

    books: tuple[Shown, ...]
    today: int
    troubles: tuple[str, ...]


GENERAL = "general"
"""The entry of the rules for many awards."""


def library(rulebooks: RulebookService, today: date) -> Library:
    """Read every rulebook for the window."""
    books = rulebooks.books()
    at = next((number for number, book in enumerate(books) if book.basis.covers(today)), len(books) - 1)
    return Library(tuple(_shown(rulebooks, book, today) for book in books), at, tuple(_troubles(rulebooks)))


def _shown(rulebooks: RulebookService, book: Rulebook, today: date) -> Shown:
    catalogue = rulebooks.awards()
    names = Names({award.id: award.name for award in catalogue}, book.vocabulary)
    day = min(max(today, book.valid_from or today), book.valid_to or today)
    entries = [_entry(GENERAL, "", "Quy định chung, nguyên tắc", rulebook_lines.general_lines(book, names))]
    for group, awards in rulebook_lines.grouped(catalogue, book):
        for award in awards:
            lines = rulebook_lines.award_lines(book.awards[award.id], book, names, day)
            entries.append(_entry(award.id, group, award.name, lines, award.abbreviation or ""))
    return Shown(book, rulebook_lines.title(book), tuple(entries))


def _entry(id: str, group: str, name: str, lines: tuple[RuleLine, ...], short: str = "") -> Entry:
    words = (name, short, *(f"{line.text} {line.basis.citation}" for line in lines))
    return Entry(id, group, name, lines, fold(" ".join(words)))


def _troubles(rulebooks: RulebookService) -> list[str]:
    told: list[str] = []
    for trouble in rulebooks.troubles:
        told.append(messages.error(trouble))
        if isinstance(trouble, RulebookNotRead):
            told += [messages.finding(finding) for finding in trouble.findings]
    return told
