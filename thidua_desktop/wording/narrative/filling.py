"""One sentence: the variant that holds, its names filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from thidua_desktop.domain.narrative.model import Number, Part, Sentence
from thidua_desktop.domain.narrative.texts import ReportTextWrong, Variant
from thidua_desktop.wording.narrative.values import Values, counted, exact, percent, rounded, tenths

_NAME = re.compile(r"\{([^{}]+)\}")
_LIST = "list:"
_SUM = "sum:"


def sentence(variants: Sequence[Variant], values: Values) -> Sentence | None:
    """The first variant that holds, with its numbers; None where none does.

    Raises:
        ReportTextWrong: a name or a condition is not known.
    """
    chosen = next((each for each in variants if each.holds(values.value)), None)
    return filled(chosen.text, values) if chosen is not None else None


def filled(text: str, values: Values, *, opens: bool = True) -> Sentence:
    """A text with its names filled in; what has nothing to say goes together with the sign before it.

    Args:
        opens: it begins with a capital.
    """
    parts: list[Part] = []
    for piece in _pieces(text, values):
        if piece:
            parts += piece
        elif parts and isinstance(parts[-1], str):
            parts[-1] = parts[-1].rstrip(" ,;")
    joined = _joined(parts)
    if opens and joined and isinstance(joined[0], str):
        joined[0] = joined[0][:1].upper() + joined[0][1:]
    return Sentence(tuple(joined))


def _pieces(text: str, values: Values) -> Iterator[list[Part]]:
    at = 0
    for found in _NAME.finditer(text):
        if text[at : found.start()]:
            yield [text[at : found.start()]]
        yield _named(found[1], values)
        at = found.end()
    if text[at:]:
        yield [text[at:]]


def _named(name: str, values: Values) -> list[Part]:
    if name in values.words:
        return [values.words[name]]
    if name.startswith(_LIST):
        return _listed(name.removeprefix(_LIST), values)
    if name.startswith(_SUM):
        return _summed(name.removeprefix(_SUM), values)
    figure, changes, noun = name.partition("~")
    part, shares, whole = figure.partition("%")
    if changes:
        return _points(part, whole, values) if shares else _change(part, noun, values)
    return [values.share(part, whole) if shares else values.number(part)]


def _listed(name: str, values: Values) -> list[Part]:
    if name not in values.texts.lists:
        raise ReportTextWrong(text=f"{_LIST}{name}")
    told = [(values.number(figure), noun) for figure, noun in values.texts.lists[name]]
    told = [(number, noun) for number, noun in told if number.value]
    parts: list[Part] = []
    for order, (number, noun) in enumerate(told, start=1):
        if order > 1:
            parts.append(values.texts.words["and" if order == len(told) else "comma"])
        parts += [number, f" {noun}"]
    return parts


def _summed(written: str, values: Values) -> list[Part]:
    """``45 trường hợp, gồm 12 tập thể và 33 cá nhân``; where all are of one kind only that: ``33 cá nhân``."""
    name, _, rest = written.partition(":")
    listed, _, noun = rest.partition(":")
    parts = _listed(listed, values)
    if sum(isinstance(part, Number) for part in parts) == 1:
        return parts
    return [values.number(name), f" {noun}, {values.texts.words['parts']} ", *parts]


def _change(name: str, noun: str, values: Values) -> list[Part]:
    """How a figure has changed; nothing where nothing is known of the year before."""
    if not values.known_before(name):
        return []
    change = values.change(name)
    now, before = change.now, change.before
    questions = (now.question, before.question)
    difference = Decimal(change.difference).copy_abs()
    rate = exact(difference, before.value)
    if change.difference == 0:
        kind = "same"
    elif not before.value:
        kind = "new"
    elif not now.value:
        kind = "gone"
    else:
        kind = "up" if change.difference > 0 else "down"
        kind += "_percent" if _tells_percent(values, before.value, rate) else ""
    return _template(
        values,
        kind,
        {
            "difference": Number(counted(difference), difference, questions),
            "then": Number(counted(before.value), before.value, (before.question,)),
            "percent": Number(percent(rate), rate, questions),
            "noun": noun,
            "before": values.words["before"],
        },
    )


def _tells_percent(values: Values, before: int | Decimal, rate: Decimal) -> bool:
    """Not of a handful, and not where a number has become many times as large."""
    settings = values.texts.settings
    return before >= settings["least_for_change"] and rate <= settings["most_for_change"]


def _points(part: str, whole: str, values: Values) -> list[Part]:
    """How a share has changed, in points as the shares are printed."""
    change = values.share_change(part, whole)
    if change.points is None:
        return []
    now, before = values.share(part, whole), values.share(f"{part}.before", f"{whole}.before")
    points = rounded(Decimal(now.value)) - rounded(Decimal(before.value))
    kind = "points_same" if not points else "points_up" if points > 0 else "points_down"
    return _template(
        values,
        kind,
        {
            "difference": Number(tenths(abs(points)), abs(points), (*now.questions, *before.questions)),
            "then": before,
            "before": values.words["before"],
        },
    )


def _template(values: Values, kind: str, names: dict[str, Part]) -> list[Part]:
    parts: list[Part] = []
    at, text = 0, values.texts.change[kind]
    for found in _NAME.finditer(text):
        parts += [text[at : found.start()], names[found[1]]]
        at = found.end()
    return [*parts, text[at:]]


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Neighbouring words as one."""
    made: list[Part] = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        elif part != "":
            made.append(part)
    return made
