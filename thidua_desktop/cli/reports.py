"""``thidua report``: reports in words that go up, and the check of their figures."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from thidua_desktop.cli import forms, workbooks
from thidua_desktop.cli import statistics as summaries
from thidua_desktop.cli.output import Arguments, ExitCode, Output, year_of
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.services.narratives import Checked, Disagreement, check_file
from thidua_desktop.services.reporting import Format
from thidua_desktop.wording import figure_check, messages, statistics

_PERIODS: Mapping[str, tuple[str, Callable[[argparse.Namespace], Period]]] = {
    "half-year": ("báo cáo sơ kết 6 tháng", lambda args: periods.half(args.year, args.half)),
    "nine-month": ("báo cáo 9 tháng", lambda args: periods.nine_months(args.year)),
    "year": ("báo cáo tổng kết năm", lambda args: periods.year(args.year)),
    "quarter": ("báo cáo quý", lambda args: periods.quarter(args.year, args.quarter)),
    "term": ("báo cáo tổng kết nhiệm kỳ 5 năm", lambda args: periods.term(args.year)),
}


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``report`` commands."""
    report = commands.add_parser("report", help="báo cáo sơ kết, tổng kết; biểu thống kê; đối chiếu số liệu")
    steps = report.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    for name, (help_text, _) in _PERIODS.items():
        _add_period(steps, name, help_text)
    summaries.add_to(steps)
    forms.add_to(steps)
    workbooks.add_to(steps)
    texts = steps.add_parser("texts", help="tệp lời văn báo cáo riêng của cơ quan; chưa có thì tạo từ lời văn mẫu")
    texts.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    texts.set_defaults(command=own_texts)
    check = steps.add_parser("check", help="đối chiếu các số trong một báo cáo, kể cả báo cáo đã sửa tay")
    check.add_argument("file", metavar="TỆP", type=Path, help="tệp .docx, .pdf hoặc .xlsx")
    check.add_argument("--store", metavar="TỆP.tdkt", type=Path, help="đối chiếu thêm với số liệu hiện nay")
    check.add_argument("--year", metavar="NĂM", type=year_of, help="năm của báo cáo, khi tên báo cáo không ghi rõ kỳ")
    check.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    check.set_defaults(command=check_report)


def own_texts(args: argparse.Namespace, output: Output) -> ExitCode:
    """Where the words of reports can be changed."""
    services = opened(args.store, read_only=True)
    try:
        output.result(str(services.narratives.own_texts()))
    finally:
        services.close()
    return ExitCode.DONE


def _add_period(steps: argparse._SubParsersAction[Arguments], name: str, help_text: str) -> None:
    giving = steps.add_parser(name, help=help_text)
    giving.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    years = "năm đầu của nhiệm kỳ" if name == "term" else "năm"
    giving.add_argument("--year", metavar="NĂM", type=year_of, required=True, help=years)
    if name == "half-year":
        giving.add_argument("--half", metavar="1|2", type=int, choices=(1, 2), default=1, help="6 tháng đầu hay cuối")
    if name == "quarter":
        giving.add_argument("--quarter", metavar="QUÝ", type=int, choices=range(1, 5), required=True, help="quý 1-4")
    giving.add_argument("--format", choices=["pdf", "docx", "xlsx"], required=True)
    giving.add_argument("--out", metavar="TỆP", type=Path, required=True)
    giving.add_argument("--day", metavar="NĂM-THÁNG-NGÀY", type=date.fromisoformat, help="ngày ghi trên báo cáo")
    giving.add_argument("--to", metavar="NƠI", action="append", default=[], help="nơi kính gửi; ghi nhiều lần được")
    giving.set_defaults(command=write_report, period=name)


def write_report(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write a report; what the clerk has to add himself is told."""
    period = _PERIODS[args.period][1](args)
    services = opened(args.store, read_only=True)
    try:
        findings = services.narratives.build(period).findings
        output.result(
            str(services.narratives.write(period, args.out, Format(args.format), day=args.day, addressees=args.to))
        )
    finally:
        services.close()
    for finding in findings:
        output.say(messages.finding(finding))
    return ExitCode.DONE


def check_report(args: argparse.Namespace, output: Output) -> ExitCode:
    """Hold the numbers of a report against each other, and against the office file where one is given."""
    if args.store is None:
        found = check_file(args.file)
    else:
        services = opened(args.store, read_only=True)
        try:
            found = services.narratives.check_file(args.file, year=args.year)
        finally:
            services.close()
    if args.json:
        output.json(_as_json(found))
    else:
        for each in found.disagreements:
            output.result(figure_check.sentence(each))
    if args.store is not None and found.period is None:
        output.say("Tên báo cáo không ghi rõ kỳ nên chỉ đối chiếu các số trong báo cáo với nhau; hãy thêm --year.")
    output.say(figure_check.total(len(found.disagreements), found.numbers))
    return ExitCode.FINDINGS if found.disagreements else ExitCode.DONE


def _as_json(found: Checked) -> dict[str, object]:
    return {
        "file": found.name,
        "numbers": found.numbers,
        "period": statistics.period(found.period) if found.period is not None else None,
        "findings": [_finding(each) for each in found.disagreements],
    }


def _finding(each: Disagreement) -> dict[str, object]:
    return {
        "kind": each.kind.value,
        "said": each.said,
        "value": figure_check.number(each.value),
        "right": figure_check.number(each.right),
        "where": each.where.value,
        "place": figure_check.place(each.place, each.where),
        "sentence": figure_check.sentence(each),
    }
