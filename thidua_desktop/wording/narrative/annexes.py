"""The tables behind a report in words; each of their numbers knows its question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.narrative.model import Number, TableRow, TracedTable
from thidua_desktop.domain.narrative.texts import AnnexText
from thidua_desktop.domain.statistics.figures import values as values_of
from thidua_desktop.domain.statistics.orders import in_order
from thidua_desktop.domain.statistics.questions import Condition, Dimension
from thidua_desktop.wording import formats, statistics
from thidua_desktop.wording.narrative.filling import filled
from thidua_desktop.wording.narrative.values import Values


def tables(texts: Sequence[AnnexText], values: Values) -> tuple[TracedTable, ...]:
    """The tables in which there is anything."""
    made = (_table(text, values) for text in texts)
    return tuple(table for table in made if len(table.rows) > 1)


def _table(text: AnnexText, values: Values) -> TracedTable:
    heads = tuple(filled(head, values).text for head, _ in text.columns)
    rows = tuple(_grouped(text, values) if text.groups else _rows(text, values))
    total = TableRow(values.texts.words["total"], _cells(text, values), bold=True)
    return TracedTable(text.key, filled(text.title, values).text, text.stub, heads, (*rows, total))


def _grouped(text: AnnexText, values: Values) -> Iterator[TableRow]:
    dimension = Dimension(text.groups)
    order = 0
    for value in _present(text, dimension, values):
        inner = values.about(Condition(dimension, (value,)), "", text.of)
        cells = _cells(text, inner)
        if any(cell.value for cell in cells):
            order += 1
            head = statistics.value(dimension, value, values.facts.names)
            yield TableRow(head, cells, formats.roman(order), bold=True)
            yield from _rows(text, inner)


def _rows(text: AnnexText, values: Values) -> Iterator[TableRow]:
    dimension = Dimension(text.rows)
    order = 0
    for value in _present(text, dimension, values):
        inner = values.about(Condition(dimension, (value,)), "", text.of)
        cells = _cells(text, inner)
        if any(cell.value for cell in cells):
            order += 1
            yield TableRow(statistics.value(dimension, value, values.facts.names), cells, str(order))


def _present(text: AnnexText, dimension: Dimension, values: Values) -> tuple[str, ...]:
    """The values that there are now or in the period before, in their usual order."""
    subject = values.question(text.of).subject
    compared = any(figure.endswith(".before") for _, figure in text.columns)
    periods = (values.period, values.period.previous()) if compared else (values.period,)
    found = [value for period in periods for value in values_of(values.facts, subject, period, dimension)]
    return in_order(values.facts.names, dimension, found)


def _cells(text: AnnexText, values: Values) -> tuple[Number, ...]:
    cells = []
    for _, name in text.columns:
        figure = values.figure(name)
        cells.append(Number(formats.whole(int(figure.value)), figure.value, (figure.question,)))
    return tuple(cells)
