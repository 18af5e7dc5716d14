"""``thidua tracker`` and ``thidua calendar``: what leaves the office file, and what comes back."""

from __future__ import annotations

import argparse
from pathlib import Path

from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.services.reporting import Format
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

    calendar = commands.add_parser("calendar", help="lịch công việc")
    steps = calendar.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    giving = steps.add_parser("export", help="xuất lịch công việc của một năm")
    giving.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    giving.add_argument("--year", metavar="NĂM", type=int, required=True)
    giving.add_argument("--format", choices=["pdf", "ics"], required=True)
    giving.add_argument("--out", metavar="TỆP", type=Path, required=True)
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
    """Write the year's calendar."""
    services = opened(args.store, read_only=True)
    try:
        output.result(str(services.reporting.calendar(args.year, args.out, Format(args.format))))
    finally:
        services.close()
    return ExitCode.DONE
