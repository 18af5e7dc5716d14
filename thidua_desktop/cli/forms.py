"""``thidua report form`` and ``thidua report forms``: statutory and provincial forms."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from thidua_desktop.cli.output import Arguments, ExitCode, Output, year_of
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.forms.choosing import FormUnknown
from thidua_desktop.domain.forms.filling import Cell, FilledForm
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.services.container import Services
from thidua_desktop.services.forms import Format
from thidua_desktop.wording import messages, statistics

PERIODS: Mapping[str, Callable[[int], Period]] = {
    "year": periods.year,
    "half1": lambda year: periods.half(year, 1),
    "half2": lambda year: periods.half(year, 2),
    "nine-month": periods.nine_months,
    "q1": lambda year: periods.quarter(year, 1),
    "q2": lambda year: periods.quarter(year, 2),
    "q3": lambda year: periods.quarter(year, 3),
    "q4": lambda year: periods.quarter(year, 4),
    "term": periods.term,
}
"""What ``--period`` may say."""
_FORMATS = (Format.XLSX, Format.PDF)


def add_to(steps: argparse._SubParsersAction[Arguments]) -> None:
    """Register the commands for forms below ``thidua report``."""
    one = steps.add_parser("form", help="một biểu thống kê, biểu tổng hợp: 0602.N, TH-01…")
    one.add_argument("code", metavar="MÃ_BIỂU", help="mã biểu, ví dụ 0602.N hoặc 0602")
    _add_store_and_year(one)
    one.add_argument(
        "--period",
        choices=list(PERIODS),
        default="year",
        help="year: cả năm (mặc định); half1, half2: 6 tháng; nine-month: 9 tháng; q1-q4: quý; term: 5 năm từ --year",
    )
    one.add_argument("--out", metavar="TỆP", type=Path, help="tệp .xlsx hoặc .pdf")
    one.add_argument("--json", action="store_true", help="in mọi ô của biểu dạng JSON")
    one.set_defaults(command=give_form)
    every = steps.add_parser("forms", help="mọi biểu của một năm vào một thư mục, mỗi biểu một tệp Excel và một PDF")
    _add_store_and_year(every)
    every.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True, help="thư mục mới hoặc rỗng")
    every.add_argument("--json", action="store_true", help="in danh sách tệp dạng JSON")
    every.set_defaults(command=give_forms)


def _add_store_and_year(step: Arguments) -> None:
    step.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    step.add_argument("--year", metavar="NĂM", type=year_of, required=True)


def give_form(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write a form, or print its cells; what does not agree in it is told."""
    if args.out is None and not args.json:
        output.say("Hãy thêm --out TỆP.xlsx hoặc --out TỆP.pdf để ghi biểu, hoặc --json để xem số liệu.")
        return ExitCode.USAGE
    if args.out is not None and args.out.suffix.lower().lstrip(".") not in _FORMATS:
        output.say(f"Biểu chỉ ghi được thành tệp .xlsx hoặc .pdf; chưa có gì được ghi vào “{args.out}”.")
        return ExitCode.USAGE
    period = PERIODS[args.period](args.year)
    services = opened(args.store, read_only=True)
    try:
        _say_troubles(services, output)
        form = services.forms.fill(args.code, period)
        if args.out is not None:
            format = Format(args.out.suffix.lower().lstrip("."))
            written = services.forms.write(args.code, period, args.out, format)
            if not args.json:
                output.result(str(written))
    except FormUnknown as unknown:
        output.say(messages.error(unknown))
        for choice in services.forms.models(periods.year(args.year)):
            output.say(f"{choice.model.code:>8}  {choice.model.title}")
        return ExitCode.USAGE
    finally:
        services.close()
    if args.json:
        output.json(_as_json(form))
    _say(form.findings, output)
    return ExitCode.DONE


def give_forms(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write every form of a year into a folder."""
    services = opened(args.store, read_only=True)
    try:
        _say_troubles(services, output)
        written = services.forms.write_all(args.year, args.out)
    finally:
        services.close()
    if args.json:
        output.json({"files": [str(path) for path in written]})
    else:
        for path in written:
            output.result(str(path))
    return ExitCode.DONE


def _say_troubles(services: Services, output: Output) -> None:
    """What is wrong with forms of the office: the others are drawn up without them."""
    for trouble in services.forms.troubles:
        output.say(messages.error(trouble))
        _say(getattr(trouble, "findings", ()), output)


def _say(findings: Iterable[Finding], output: Output) -> None:
    for finding in findings:
        output.say(messages.finding(finding))


def _as_json(form: FilledForm) -> dict[str, object]:
    return {
        "code": form.model.code,
        "title": form.model.title,
        "period": form.period.text(),
        "period_name": statistics.period(form.period),
        "citation": form.model.basis.citation,
        "valid_from": form.model.basis.valid_from,
        "valid_to": form.model.basis.valid_to,
        "confidence": form.model.basis.confidence.value,
        "substitute": form.choice.substitute.value if form.choice.substitute is not None else None,
        "columns": [
            {"key": column.key, "letter": column.line.letter, "headings": [text for text in column.headings if text]}
            for column in form.columns
        ],
        "rows": [
            {
                "key": row.key,
                "code": row.line.code,
                "label": row.label,
                "cells": [_cell(cell) for cell in cells],
            }
            for row, cells in zip(form.rows, form.cells, strict=True)
        ],
        "findings": [messages.finding(finding) for finding in form.findings],
    }


def _cell(cell: Cell) -> dict[str, object]:
    value = float(cell.value) if isinstance(cell.value, Decimal) else cell.value
    question = cell.question.text() if cell.question is not None else None
    return {"origin": cell.origin.value, "value": value, "question": question, "note": cell.note}
