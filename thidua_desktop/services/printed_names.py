"""The recipients' names as a finished report would print them: read out of the report, not out of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.reports.model import Paragraph, Report, Row, Table

_MARK = re.compile(r"^(?:\d+\.|-)\s+")
_NAME_COLUMN = 1


def printed_names(report: Report, lines: Sequence[DecisionLine]) -> tuple[str | None, ...]:
    """The name of each line as it stands in the report; None for one that does not stand in it.

    Args:
        report: a decision, the list behind it where there is one.
        lines: of the decision, in their order: that of the list is the same.
    """
    rows = list(_cells(report))
    if rows:
        texts = [*rows[: len(lines)], *[None] * (len(lines) - len(rows))]
        return tuple(_bare(text, line) for text, line in zip(texts, lines, strict=True))
    return tuple(_in_sentences(report, lines))


def _cells(report: Report) -> Iterator[str]:
    for each in (report, *report.annexes):
        for block in each.blocks:
            if isinstance(block, Table):
                yield from (str(row.cells[_NAME_COLUMN]) for row in block.rows if isinstance(row, Row))


def _bare(text: str | None, line: DecisionLine) -> str | None:
    """A cell without Ông / Bà."""
    if text is None or not line.honorific:
        return text
    honorific = f"{line.honorific} "
    return text[len(honorific) :] if text.casefold().startswith(honorific.casefold()) else text


def _in_sentences(report: Report, lines: Sequence[DecisionLine]) -> Iterator[str | None]:
    """Names in the articles themselves, which come in the order of the list."""
    texts = [_MARK.sub("", block.text) for block in report.blocks if isinstance(block, Paragraph)]
    at = 0
    for line in lines:
        found = next((place for place in range(at, len(texts)) if _named_in(texts[place], line)), None)
        if found is None:
            yield None
            continue
        at = found if len(lines) == 1 else found + 1
        yield line.name


def _named_in(text: str, line: DecisionLine) -> bool:
    """Whether a text names somebody, the name standing by itself: followed by nothing, or by a comma and the post."""
    called = (f"{line.honorific} {line.name}".strip(), f"{line.honorific.lower()} {line.name}".strip())
    for name in called:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            before, behind = text[start - 1 : start], text[end : end + 1]
            if not before.isalnum() and not behind.isalnum():
                return True
            start = text.find(name, end)
    return False
