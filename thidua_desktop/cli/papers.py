"""``thidua tracker`` and ``thidua calendar``: what leaves the office file on paper, and what comes back."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.periods import QUARTERS
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format, Letter, Paper
from thidua_desktop.services.trackers import FieldChange
from thidua_desktop.wording import labels, messages


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``tracker`` and ``calendar`` commands."""
    tracker = commands.add_parser("tracker", help="bảng theo dõi tiến độ (Excel)")
    steps = tracker.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    giving = steps.add_parser("export", help="xuất bảng theo dõi của một năm")
    giving.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    giving.add_argument("--year", metavar="NĂM", type=int, required=True)
    giving.add_argument("--out", metavar="TỆP.xlsx", type=Path, required=True)
    giving.set_defaults(command=give_tracker)
    taking = steps.add_parser("import", help="nhận bảng theo dõi do đơn vị điền")
    taking.add_argument("file", metavar="TỆP.xlsx", type=Path)
    taking.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    taking.add_argument("--theirs", action="store_true", help="chỗ hai bên cùng sửa thì lấy theo bảng của đơn vị")
    taking.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    taking.set_defaults(command=take_tracker)

    calendar = commands.add_parser("calendar", help="lịch công việc, danh sách, kết quả, công văn đôn đốc")
    steps = calendar.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    giving = steps.add_parser("export", help="xuất lịch và các bản in theo thời gian")
    giving.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    giving.add_argument("--year", metavar="NĂM", type=int, required=True)
    giving.add_argument("--format", choices=["pdf", "docx", "xlsx", "ics"], required=True)
    giving.add_argument("--out", metavar="TỆP", type=Path, required=True)
    giving.add_argument(
        "--what",
        choices=list(_PAPERS),
        default="year",
        help="year: lịch cả năm (mặc định); month, quarter: lịch treo tường; week: lịch công tác tuần; todo: việc cần "
        "làm; units: nhiệm vụ theo đơn vị; results: kết quả thực hiện; letters: công văn đôn đốc",
    )
    giving.add_argument("--quarter", metavar="QUÝ", type=int, choices=QUARTERS, help="quý 1-4; để trống là cả năm")
    giving.add_argument("--month", metavar="THÁNG", type=int, choices=range(1, 13), help="tháng 1-12, cho month")
    giving.add_argument("--week", metavar="TUẦN", type=int, choices=range(1, 54), help="tuần 1-53, cho week")
    giving.add_argument("--paper", choices=["a3", "a4"], default="a4", help="khổ giấy của month, quarter")
    giving.add_argument("--unit", metavar="TÊN", help="chỉ một đơn vị, cho units và letters")
    giving.add_argument(
        "--answer-by", metavar="NĂM-THÁNG-NGÀY", type=date.fromisoformat, help="hẹn trả lời công văn, cho letters"
    )
    giving.set_defaults(command=give_calendar)


def give_tracker(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write the tracker of a year."""
    services = opened(args.store, read_only=True)
    try:
        output.result(str(services.trackers.export(args.year, args.out)))
    finally:
        services.close()
    return ExitCode.DONE


def take_tracker(args: argparse.Namespace, output: Output) -> ExitCode:
    """Take over what others filled in; where both sides changed a value ours stays unless ``--theirs`` is given."""
    services = opened(args.store)
    try:
        returned = services.trackers.read(args.file)
        services.trackers.apply(returned, returned.changes if args.theirs else returned.clear)
    finally:
        services.close()
    for finding in returned.findings:
        output.say(f"{labels.of(finding.severity)}: {messages.finding(finding)}")
    undecided = () if args.theirs else returned.conflicts
    taken = len(returned.changes) - len(undecided)
    if args.json:
        output.json(
            {"rows": len(returned.rows), "taken": taken, "conflicts": [_as_json(change) for change in undecided]}
        )
    output.say(f"Đã đọc {len(returned.rows)} dòng, ghi {taken} chỗ thay đổi.")
    if undecided:
        output.say(
            f"Còn {len(undecided)} chỗ hai bên cùng sửa, chương trình giữ theo tệp dữ liệu. "
            "Muốn lấy theo bảng của đơn vị, chạy lại với --theirs hoặc chọn từng chỗ trong cửa sổ."
        )
    return ExitCode.FINDINGS if undecided else ExitCode.DONE


def _as_json(change: FieldChange) -> dict[str, object]:
    return {
        "task": change.task_id,
        "field": change.field.value,
        "base": change.base,
        "mine": change.mine,
        "theirs": change.theirs,
        "row": change.source.row,
    }


def give_calendar(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write the year's calendar, or another paper of a time."""
    missing = _MISSING.get(args.what)
    if missing is not None and getattr(args, missing[0]) is None:
        output.say(missing[1])
        return ExitCode.USAGE
    if args.what in _PDF_ONLY and args.format != Format.PDF:
        output.say(f"Bản in --what {args.what} chỉ có dạng PDF; chưa có tệp nào được ghi. Dùng --format pdf.")
        return ExitCode.USAGE
    services = opened(args.store, read_only=True)
    try:
        written = _PAPERS[args.what](services, args, Format(args.format))
        if written is None:
            output.say(f"Năm {args.year} không có đơn vị nào còn nợ việc; không có công văn nào để xuất.")
            return ExitCode.FINDINGS
        output.result(str(written))
    finally:
        services.close()
    return ExitCode.DONE


def _year(services: Services, args: argparse.Namespace, format: Format) -> Path:
    return services.reporting.calendar(args.year, args.out, format)


def _month(services: Services, args: argparse.Namespace, format: Format) -> Path:  # noqa: ARG001 - PDF only
    return services.reporting.month_wall(args.year, args.month, args.out, Paper(args.paper))


def _quarter(services: Services, args: argparse.Namespace, format: Format) -> Path:  # noqa: ARG001 - PDF only
    return services.reporting.quarter_wall(args.year, args.quarter, args.out, Paper(args.paper))


def _week(services: Services, args: argparse.Namespace, format: Format) -> Path:
    last = date(args.year, 12, 28).isocalendar().week  # this day is in the last week of every year
    return services.reporting.week_schedule(date.fromisocalendar(args.year, min(args.week, last), 4), args.out, format)


def _todo(services: Services, args: argparse.Namespace, format: Format) -> Path:
    return services.reporting.todo_list(args.year, args.quarter, args.out, format)


def _units(services: Services, args: argparse.Namespace, format: Format) -> Path:
    return services.reporting.unit_lists(args.year, args.quarter, args.out, format, unit=args.unit)


def _results(services: Services, args: argparse.Namespace, format: Format) -> Path:
    return services.reporting.results(args.year, args.quarter, args.out, format)


def _letters(services: Services, args: argparse.Namespace, format: Format) -> Path | None:
    owing = [each for each in services.reporting.owing(args.year) if args.unit in (None, each.unit)]
    letters = [
        (Letter(each.unit, args.answer_by), [task.id for task in each.owes if task.id is not None]) for each in owing
    ]
    return services.reporting.urging_letters(letters, args.out, format) if letters else None


_PAPERS: Mapping[str, Callable[[Services, argparse.Namespace, Format], Path | None]] = {
    "year": _year,
    "month": _month,
    "quarter": _quarter,
    "week": _week,
    "todo": _todo,
    "units": _units,
    "results": _results,
    "letters": _letters,
}
_PDF_ONLY = ("month", "quarter")
_MISSING = {
    "month": ("month", "Lịch treo tường của tháng cần --month (1-12)."),
    "quarter": ("quarter", "Lịch treo tường của quý cần --quarter (1-4)."),
    "week": ("week", "Lịch công tác tuần cần --week (1-53)."),
    "letters": ("answer_by", "Công văn đôn đốc cần --answer-by, ví dụ 2026-06-30."),
}
"""The argument that a paper cannot do without, and the sentence where it is missing."""
