"""``thidua report fill``: the superior's own workbook, filled in from the ties that were made in the window."""

from __future__ import annotations

import argparse
from decimal import Decimal
from pathlib import Path

from thidua_desktop.cli.forms import PERIODS
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.workbooks.places import reference
from thidua_desktop.services.workbooks import Outcome
from thidua_desktop.wording import messages, workbooks


def add_to(steps: argparse._SubParsersAction[Arguments]) -> None:
    """Register ``report fill``."""
    filling = steps.add_parser(
        "fill",
        help="điền số liệu vào biểu Excel của cấp trên, giữ nguyên mọi thứ khác trong tệp",
        description="Dùng các ô đã nối trong cửa sổ “Điền biểu của cấp trên”; biểu của kỳ sau được nhận ra theo đầu "
        "dòng, đầu cột. Mã thoát 1 khi còn ô số liệu chưa nối hoặc không điền được.",
    )
    filling.add_argument("file", metavar="BIỂU.xlsx", type=Path, help="biểu trống của cấp trên, .xlsx hoặc .xlsm")
    filling.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    filling.add_argument("--year", metavar="NĂM", type=int, required=True)
    filling.add_argument(
        "--period",
        choices=list(PERIODS),
        default="year",
        help="year: cả năm (mặc định); half1, half2: 6 tháng; nine-month: 9 tháng; q1-q4: quý; term: 5 năm từ --year",
    )
    filling.add_argument("--out", metavar="TỆP", type=Path, required=True, help="tệp đã điền, cùng đuôi với biểu")
    filling.add_argument("--json", action="store_true", help="in từng ô: trước, sau, câu hỏi số liệu")
    filling.set_defaults(command=fill)


def fill(args: argparse.Namespace, output: Output) -> ExitCode:
    """Fill a workbook; cells that are still without a tie are told."""
    services = opened(args.store, read_only=True)
    try:
        form = services.workbooks.open(args.file)
        done = services.workbooks.fill(form, form.ties, PERIODS[args.period](args.year), args.out)
    finally:
        services.close()
    if args.json:
        output.json(_as_json(done))
    else:
        output.result(str(done.path))
        written = sum(one.refusal is None for one in done.changes)
        output.say(f"Đã điền {written} ô; mọi thứ khác trong biểu giữ nguyên.")
        if kept := workbooks.kept(form.grid.carries):
            output.say(kept)
    for finding in done.findings:
        output.say(messages.finding(finding))
    return ExitCode.FINDINGS if done.blocking else ExitCode.DONE


def _as_json(done: Outcome) -> dict[str, object]:
    return {
        "file": str(done.path),
        "cells": [
            {
                "sheet": one.tie.sheet,
                "cell": one.tie.cell,
                "before": one.before,
                "after": one.after if one.refusal is None else one.before,
                "question": one.question.text() if one.question is not None else None,
                "refused": one.refusal.value if one.refusal is not None else None,
            }
            for one in done.changes
        ],
        "formulas": [
            {"sheet": sheet, "cell": reference(row, column), "value": _number(value)}
            for (sheet, row, column), value in sorted(done.sums.items())
        ],
        "findings": [messages.finding(finding) for finding in done.findings],
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
