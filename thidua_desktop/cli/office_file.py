"""``thidua store check|password`` and ``thidua self-test``: is the file sound and locked, is the program whole."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from thidua_desktop.bootstrap import change_password, open_services
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import asked, chosen, opened
from thidua_desktop.services import selftest
from thidua_desktop.services.container import Services
from thidua_desktop.wording import messages


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register ``store`` and ``self-test``."""
    store = commands.add_parser("store", help="kiểm tra tệp dữ liệu, đặt mật khẩu")
    steps = store.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    checking = steps.add_parser("check", help="kiểm tra toàn vẹn một tệp dữ liệu, không sửa gì")
    checking.add_argument("file", metavar="TỆP.tdkt", type=Path)
    checking.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    checking.set_defaults(command=check)

    locking = steps.add_parser(
        "password",
        help="đặt hoặc đổi mật khẩu của tệp",
        description="Mật khẩu lấy từ biến THIDUA_PASSWORD (đang dùng) và THIDUA_NEW_PASSWORD (mới), hoặc gõ khi được "
        f"hỏi; không bao giờ viết vào lệnh. {messages.PASSWORD_WARNING}",
    )
    locking.add_argument("file", metavar="TỆP.tdkt", type=Path)
    locking.add_argument("--remove", action="store_true", help="bỏ mật khẩu")
    locking.set_defaults(command=lock)

    testing = commands.add_parser("self-test", help="thử mọi phần của chương trình đã cài trên máy này")
    testing.set_defaults(command=self_test)


def check(args: argparse.Namespace, output: Output) -> ExitCode:
    """Check an office file without changing it."""
    services = opened(args.file, read_only=True)
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


def lock(args: argparse.Namespace, output: Output) -> ExitCode:
    """Give an office file a password, another one, or none; findings if backups are left that anybody can read."""
    if not args.remove:
        output.say(messages.PASSWORD_WARNING)
    new = None if args.remove else chosen()
    done = asked(args.file, lambda old: change_password(args.file, old=old, new=new))
    output.result(str(done.kept))
    output.say(messages.password_changed(protected=done.protected, unprotected=done.unprotected))
    return ExitCode.FINDINGS if done.protected and done.unprotected else ExitCode.DONE


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
