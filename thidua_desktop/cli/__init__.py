"""The command line: everything the window does with files, on the same services (DESIGN §7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType

from thidua_desktop import __version__
from thidua_desktop.cli import (
    backups,
    councils,
    decisions,
    lists,
    manual,
    nominations,
    office_file,
    packages,
    papers,
    passwords,
    plans,
    reports,
    sample,
    tasks,
)
from thidua_desktop.cli.output import Arguments, ExitCode, Output, standard_output
from thidua_desktop.common.errors import AppError, FileTrouble, StoreTrouble
from thidua_desktop.wording import messages

Command = Callable[..., ExitCode]

_EPILOG = (
    "Không có lệnh nào: mở cửa sổ. Mã thoát: 0 xong, 1 có vướng mắc, 2 lệnh viết sai, "
    "3 không đọc được tệp, 4 trục trặc ở tệp dữ liệu."
)


_TOPICS: Mapping[ModuleType, tuple[str, ...]] = {
    sample: ("demo", "screens"),
    plans: ("plan",),
    tasks: ("tasks",),
    lists: ("list",),
    nominations: ("nominations",),
    councils: ("council",),
    decisions: ("decision",),
    papers: ("tracker", "calendar"),
    reports: ("report",),
    office_file: ("store", "self-test"),
    backups: ("backup",),
    packages: ("package",),
    manual: ("manual",),
}
"""Which module makes the commands of which first word, in the order of the help."""


def parser(first_word: str = "") -> Arguments:
    """The command line that knows all commands with this first word; all there are when none has it.

    Argparse takes longer to make the whole of it than most commands take to do their work.
    """
    top = Arguments(prog="thidua", description="Thi Đua Desktop: công tác thi đua, khen thưởng.", epilog=_EPILOG)
    top.add_argument("--version", action="version", version=__version__, help="xem phiên bản rồi thoát")
    commands = top.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    known = [topic for topic, words in _TOPICS.items() if first_word in words]
    for topic in known or _TOPICS:
        topic.add_to(commands)
    return top


def run(arguments: Sequence[str], output: Output | None = None) -> ExitCode:
    """Carry out one command; known trouble becomes its sentence and exit code."""
    output = output or standard_output()
    chosen = parser(*arguments[:1]).parse_args(arguments)
    command: Command = chosen.command
    try:
        return command(chosen, output)
    except AppError as trouble:
        output.say(messages.error(trouble))
        if trouble.code in passwords.HINTS:
            output.say(passwords.HINTS[trouble.code])
        return _code_of(trouble)


def _code_of(trouble: AppError) -> ExitCode:
    match trouble:
        case FileTrouble():
            return ExitCode.UNREADABLE
        case StoreTrouble():
            return ExitCode.STORE
        case _:
            return ExitCode.FINDINGS
