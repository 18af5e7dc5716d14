"""``thidua report summary`` and ``thidua report figure``: the tables of a period, one figure and the list behind it."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from thidua_desktop.cli.forms import PERIODS
from thidua_desktop.cli.output import Arguments, ExitCode, Output, year_of
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.statistics import periods, questions
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Change, Figure, Share, ShareChange
from thidua_desktop.domain.statistics.lines import ListLine
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.tables import Cell, Table
from thidua_desktop.services.statistics import Format
from thidua_desktop.wording import formats
from thidua_desktop.wording import statistics as wording

_FORMATS = (Format.PDF, Format.DOCX, Format.XLSX)


def add_to(steps: argparse._SubParsersAction[Arguments]) -> None:
    """Register the commands for figures below ``thidua report``."""
    summary = steps.add_parser("summary", help="các bảng Tổng hợp của một kỳ: nhiệm vụ, phong trào, khen thưởng")
    summary.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    summary.add_argument("--year", metavar="NĂM", type=year_of, help="năm của kỳ báo cáo")
    summary.add_argument("--period", choices=list(PERIODS), default="year", help="kỳ trong năm; mặc định cả năm")
    summary.add_argument("--days", metavar="NGÀY..NGÀY", help="kỳ tùy chọn, ví dụ 2026-01-15..2026-03-31")
    summary.add_argument("--out", metavar="TỆP", type=Path, help="tệp .pdf, .docx hoặc .xlsx")
    summary.add_argument("--json", action="store_true", help="in mọi ô, kèm câu hỏi số liệu, dạng JSON")
    summary.set_defaults(command=give_summary)
    figure = steps.add_parser("figure", help="tính một số liệu và nêu danh sách đứng sau nó")
    figure.add_argument("question", metavar="CÂU_HỎI", help="ví dụ 'awards|2026-01-01..2026-12-31|kind=person'")
    figure.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    figure.add_argument("--list", action="store_true", help="in từng dòng của danh sách")
    figure.add_argument("--json", action="store_true", help="in số liệu và danh sách dạng JSON")
    figure.set_defaults(command=give_figure)


def give_summary(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write the tables of a period, or print their cells."""
    if (args.year is None) == (args.days is None) or (args.out is None and not args.json):
        output.say("Hãy ghi --year NĂM hoặc --days NGÀY..NGÀY, và --out TỆP.pdf|.docx|.xlsx hoặc --json.")
        return ExitCode.USAGE
    suffix = args.out.suffix.lower().lstrip(".") if args.out is not None else ""
    if args.out is not None and suffix not in _FORMATS:
        output.say(f"Bảng tổng hợp chỉ ghi được thành tệp .pdf, .docx hoặc .xlsx; chưa ghi gì vào “{args.out}”.")
        return ExitCode.USAGE
    period = periods.parse(args.days) if args.days is not None else PERIODS[args.period](args.year)
    services = opened(args.store, read_only=True)
    try:
        tables = services.statistics.tables(period)
        names = services.statistics.facts(period).names
        if args.out is not None:
            written = services.statistics.write(period, args.out, Format(suffix))
            if not args.json:
                output.result(str(written))
    finally:
        services.close()
    if args.json:
        output.json(_summary(period, tables, names))
    return ExitCode.DONE


def give_figure(args: argparse.Namespace, output: Output) -> ExitCode:
    """Print the answer to a question, and what it counts."""
    question = questions.parse(args.question)
    services = opened(args.store, read_only=True)
    try:
        (answer,) = services.statistics.answer([question])
        lines = services.statistics.behind(question) if args.list or args.json else ()
        names = services.statistics.facts(question.period, {question.subject}).names
    finally:
        services.close()
    if args.json:
        output.json({**_figure(answer), "lines": [_line(line) for line in lines]})
        return ExitCode.DONE
    output.say(wording.question(question, names))
    output.result(wording.number(answer.value))
    for line in lines:
        award = names.awards.get(line.award_id, line.award_id)
        amount = wording.number(line.amount) if line.amount != 1 else ""
        shown = (formats.day(line.day), line.text, line.detail, line.unit, award, line.decision, amount)
        output.result("\t".join(shown).rstrip())
    return ExitCode.DONE


def _summary(period: Period, tables: tuple[Table, ...], names: Names) -> dict[str, object]:
    return {
        "period": period.text(),
        "title": wording.period(period),
        "tables": [_table(table, names) for table in tables],
    }


def _table(table: Table, names: Names) -> dict[str, object]:
    return {
        "code": table.code.value,
        "title": wording.title(table),
        "columns": [wording.head(head, names) for head in table.columns],
        "rows": [
            {"head": wording.head(head, names), "cells": [_cell(cell) for cell in cells]}
            for head, cells in zip(table.rows, table.cells, strict=True)
        ],
    }


def _cell(cell: Cell) -> dict[str, object]:
    """A figure with its question; of what is reckoned from figures, how it is shown."""
    match cell:
        case Figure():
            return _figure(cell)
        case Share() | Change() | ShareChange() | None:
            return {"shown": wording.cell(cell)}


def _figure(figure: Figure) -> dict[str, object]:
    value = figure.value
    return {"value": value if isinstance(value, int) else str(value), "question": figure.question.text()}


def _line(line: ListLine) -> dict[str, object]:
    return {
        "kind": line.key.kind.value,
        "id": line.key.id,
        "text": line.text,
        "day": _iso(line.day),
        "unit": line.unit,
        "award": line.award_id,
        "decision": line.decision,
        "detail": line.detail,
        "state": line.state,
        "amount": line.amount,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
