"""``thidua package make|verify|open``: the whole office in one file, to be carried or sent."""

from __future__ import annotations

import argparse
from pathlib import Path

from thidua_desktop.cli import passwords
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.services import packages
from thidua_desktop.services.packages import Manifest
from thidua_desktop.services.passwords import PasswordEmpty
from thidua_desktop.wording import labels, messages


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``package`` commands."""
    package = commands.add_parser("package", help="đóng gói cả cơ quan vào một tệp, kiểm tra gói, mở gói")
    steps = package.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)

    making = steps.add_parser("make", help="đóng gói tệp dữ liệu cùng mọi tệp đính kèm")
    making.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    making.add_argument("--out", metavar="GÓI.tdgoi", type=Path, required=True)
    making.add_argument(
        "--password",
        action="store_true",
        help=f"đặt mật khẩu cho gói: lấy ở biến {passwords.NEW_ENVIRONMENT} hoặc hỏi từ bàn phím "
        "(tệp dữ liệu đã có mật khẩu thì gói luôn có mật khẩu ấy)",
    )
    making.set_defaults(command=make)

    verifying = steps.add_parser("verify", help="mở thử một gói vào nơi tạm, so từng tệp")
    verifying.add_argument("file", metavar="GÓI.tdgoi", type=Path)
    verifying.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    verifying.set_defaults(command=verify)

    opening = steps.add_parser("open", help="mở gói thành tệp dữ liệu mới; không bao giờ ghi đè")
    opening.add_argument("file", metavar="GÓI.tdgoi", type=Path)
    opening.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    opening.set_defaults(command=open_)


def make(args: argparse.Namespace, output: Output) -> ExitCode:
    """Make a package and open it on trial; findings if an attachment could not be put into it."""
    password = passwords.chosen() if args.password else None
    if password == "":
        raise PasswordEmpty
    with passwords.opened(args.store, read_only=True) as services:
        made = services.packages.make(args.out, password=password)
    output.result(str(made.path))
    guarded = "có mật khẩu" if made.protected else "không có mật khẩu, ai có gói cũng đọc được"
    output.say(f"Đã đóng gói ({guarded}) và mở thử được. {_told(made.manifest)}")
    for finding in made.findings:
        output.say(f"{labels.of(finding.severity)}: {messages.finding(finding)}")
    return ExitCode.FINDINGS if made.findings else ExitCode.DONE


def verify(args: argparse.Namespace, output: Output) -> ExitCode:
    """Open a package on trial and say what is in it."""
    manifest = passwords.asked(args.file, lambda password: packages.verify(args.file, password=password))
    if args.json:
        output.json(
            {
                "office": manifest.office,
                "at": manifest.at,
                "program": manifest.program,
                "version": manifest.contents.version,
                "counts": manifest.contents.counts,
                "attachments": len(manifest.attachments),
                "office_files": [file.place for file in manifest.office_files],
            }
        )
    else:
        output.result(_told(manifest))
    output.say("Gói nguyên vẹn, mở được.")
    return ExitCode.DONE


def open_(args: argparse.Namespace, output: Output) -> ExitCode:
    """Make the office of a package at a place where nothing stands."""
    target = args.store.absolute()
    opened = passwords.asked(args.file, lambda password: packages.open_package(args.file, target, password=password))
    output.result(str(args.store))
    output.say(f"Đã mở gói thành tệp dữ liệu mới. {_told(opened.manifest)}")
    for finding in opened.findings:
        output.say(f"{labels.of(finding.severity)}: {messages.finding(finding)}")
    return ExitCode.DONE


def _told(manifest: Manifest) -> str:
    return messages.package(manifest.office, manifest.at, len(manifest.attachments), len(manifest.office_files))
