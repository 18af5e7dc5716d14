"""``thidua manual``: the manual as a book; its pictures, when screens have changed."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Collection
from pathlib import Path

from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.sample import screens_office
from thidua_desktop.services.manual import Manual, keep_picture


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register ``manual``."""
    made = commands.add_parser("manual", help="ghi sách hướng dẫn sử dụng thành tệp PDF")
    wanted = made.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--out", metavar="TỆP.pdf", type=Path, help="tệp PDF sẽ ghi")
    wanted.add_argument(
        "--pictures",
        metavar="TÊN",
        nargs="*",
        help="chụp lại hình trong sách (mọi hình khi không ghi tên); chỉ dùng khi sửa chương trình",
    )
    made.set_defaults(command=run)


def run(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write the book, or take its pictures anew."""
    if args.out is not None:
        output.result(str(Manual().write_pdf(args.out)))
    else:
        _take_pictures(args.pictures, output)
    return ExitCode.DONE


def _take_pictures(names: Collection[str], output: Output) -> None:
    from thidua_desktop import app

    wanted = [screen for screen in Manual().screens() if not names or screen in names]
    with tempfile.TemporaryDirectory(prefix="thidua-anh-") as folder, screens_office() as services:
        for taken in app.render_named_screens(services, Path(folder), wanted):
            output.result(str(keep_picture(taken, taken.stem)))
