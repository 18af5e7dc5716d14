"""``thidua store check`` and ``thidua self-test``: is the file sound, is the program whole."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from thidua_desktop.bootstrap import open_services
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.services import selftest
from thidua_desktop.services.container import Services


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register ``store`` and ``self-test``."""
    store = commands.add_parser("store", help="kiểm tra tệp dữ liệu")
    steps = store.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    checking = steps.add_parser("check", help="kiểm tra toàn vẹn một tệp dữ liệu, không sửa gì")
    checking.add_argument("file", metavar="TỆP.tdkt", type=Path)
    checking.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    checking.set_defaults(command=check)

    testing = commands.add_parser("self-test", help="thử mọi phần của chương trình đã cài trên máy này")
    testing.set_defaults(command=self_test)


def check(args: argparse.Namespace, output: Output) -> ExitCode:
    """Check an office file without changing it."""
    services = open_services(args.file, read_only=True)
    try:
        health = services.office.health()
    finally:
        services.close()
    if args.json:
        output.json(
            {"sound": health.sound, "version": health.version, "counts": health.counts, "problems": health.problems}
        )
    else:
        counts = ", ".join(f"{name} {count}" for name, count in health.counts.items())
        output.result(f"Phiên bản dữ liệu: {health.version}. Số dòng: {counts}.")
    for problem in health.problems:
        output.say(problem)
    output.say("Tệp dữ liệu toàn vẹn." if health.sound else "Tệp dữ liệu có chỗ hỏng; hãy khôi phục từ bản sao lưu.")
    return ExitCode.DONE if health.sound else ExitCode.STORE


def self_test(args: argparse.Namespace, output: Output) -> ExitCode:  # noqa: ARG001 - every command has this shape
    """Try the store, a migration, one file of each format, the fonts and the window system."""
    failed = False
    for step in selftest.steps(_new_office, _show_window):
        try:
            step.run()
        except selftest.EXPECTED as trouble:
            failed = True
            output.result(f"HỎNG  {step.name}: {trouble}")
        else:
            output.result(f"được  {step.name}")
    output.say("Chương trình có chỗ hỏng; hãy cài lại." if failed else "Chương trình đầy đủ.")
    return ExitCode.FINDINGS if failed else ExitCode.DONE


def _new_office(path: Path) -> Services:
    return open_services(path, create=True, today=lambda: selftest.TODAY)


def _show_window(services: Services) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from thidua_desktop import app

    app.try_window(services)
