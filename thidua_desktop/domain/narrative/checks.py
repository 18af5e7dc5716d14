"""Whether the texts of reports have all that a report needs: an office that changes them can leave out a line."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from thidua_desktop.domain.narrative.texts import (
    ITEMS,
    LEVELS,
    ParagraphText,
    ReportTexts,
    ReportTextWrong,
    SectionText,
)
from thidua_desktop.domain.statistics.periods import PeriodKind
from thidua_desktop.domain.statistics.questions import Dimension

_WORDS: Mapping[str, frozenset[str]] = {
    "to_fill": frozenset({"what"}),
    "plan": frozenset({"number"}),
    "of_day": frozenset({"day"}),
    "of_issuer": frozenset({"issuer"}),
    "in_quarter": frozenset({"quarter", "year"}),
    "led_by": frozenset({"units"}),
    "due": frozenset({"day"}),
}
"""Words with the names that can stand in them; the closing words can have any of a text."""
_PLAIN_WORDS = ("and", "comma", "parts", "closing", "closing_unnamed", "documents", "no_office", "whole_year", "total")
_POINTS = frozenset({"difference", "then", "before"})
_AMOUNTS = _POINTS | {"percent", "noun"}
_CHANGE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("up", "up_percent", "down", "down_percent", "same", "new", "gone"), _AMOUNTS),
    **dict.fromkeys(("points_up", "points_down", "points_same"), _POINTS),
}
_SETTINGS = ("least_for_change", "most_for_change")
_TITLES = ("half1", "half2", *(kind.value for kind in PeriodKind if kind is not PeriodKind.HALF))
_OWN_ITEMS = frozenset({"reasons", "next_tasks", "movements", "documents"})


class ReportTextMissing(ReportTextWrong):
    """The texts of reports lack something that every report needs."""

    code = "report_text.missing"


def check(texts: ReportTexts) -> None:
    """Look for what is missing or cannot be used; figures and conditions are looked at when they are asked for.

    Raises:
        ReportTextMissing: a line is not there.
        ReportTextWrong: a name, level or dimension is none.
    """
    _has("words", texts.words, (*_WORDS, *_PLAIN_WORDS))
    _has("change", texts.change, _CHANGE)
    _has("settings", texts.settings, _SETTINGS)
    _has("titles", texts.titles, _TITLES)
    for key, names in _WORDS.items():
        _names("words", key, texts.words[key], names)
    for key, names in _CHANGE.items():
        _names("change", key, texts.change[key], names)
    items = {*(f"{name}_done" for name in texts.sorts), *_OWN_ITEMS}
    for section in texts.sections:
        _section(section, items)
    for paragraph in texts.opening:
        _paragraph(paragraph, items)
    for annex in texts.annexes:
        _dimension(annex.key, "rows", annex.rows)
        if annex.groups:
            _dimension(annex.key, "groups", annex.groups)


def _has(table: str, found: Mapping[str, object], keys: Mapping[str, object] | tuple[str, ...]) -> None:
    for key in keys:
        if key not in found:
            raise ReportTextMissing(text=f"[{table}] {key}")


def _names(table: str, key: str, text: str, known: frozenset[str]) -> None:
    """Only bare names that are known: ``{number}``, not ``{number:d}`` nor a single bracket."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise ReportTextWrong(text=f"[{table}] {key} = {text}") from None
    for _, name, form, conversion in parts:
        if name is not None and (name not in known or form or conversion):
            raise ReportTextWrong(text=f"[{table}] {key} = {text}")


def _section(section: SectionText, items: set[str]) -> None:
    if section.level not in LEVELS:
        raise ReportTextWrong(text=f"{section.key}: level = {section.level}")
    for paragraph in section.paragraphs:
        _paragraph(paragraph, items)


def _paragraph(paragraph: ParagraphText, items: set[str]) -> None:
    each = paragraph.each
    if each.startswith(ITEMS):
        if each.removeprefix(ITEMS) not in items:
            raise ReportTextWrong(text=f"{paragraph.key}: each = {each}")
    elif each:
        _dimension(paragraph.key, "each", each)


def _dimension(key: str, what: str, name: str) -> None:
    try:
        Dimension(name)
    except ValueError:
        raise ReportTextWrong(text=f"{key}: {what} = {name}") from None
