"""What every command shares: exit codes, where words go, arguments in Vietnamese."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NoReturn, TextIO

import msgspec

from thidua_desktop.domain.periods import YEARS


class ExitCode(IntEnum):
    """How a command ended (DESIGN §7)."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    STORE = 4


@dataclass(frozen=True, slots=True)
class Output:
    """Results go to ``results``, words for the person at the keyboard to ``messages``."""

    results: TextIO
    messages: TextIO

    def result(self, text: str) -> None:
        """One line of the result."""
        self.results.write(text + "\n")

    def json(self, value: Any) -> None:
        """The result as JSON, indented, Vietnamese letters as they are."""
        self.results.write(msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n")

    def say(self, text: str) -> None:
        """A message that is no part of the result."""
        self.messages.write(text + "\n")


def year_of(text: str) -> int:
    """A year as an argument; anything that no document can be about is a wrong call.

    Raises:
        ArgumentTypeError: argparse answers it.
    """
    if not text.isascii() or not text.isdigit() or int(text[:5]) not in YEARS:
        raise argparse.ArgumentTypeError(text)
    return int(text)


def standard_output() -> Output:
    """The process's own streams, in UTF-8 also on a Windows console with another code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return Output(sys.stdout, sys.stderr)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class ListingHelp(_Help, argparse.RawDescriptionHelpFormatter):
    """Help whose last words are a list, one thing on each line."""


class Arguments(argparse.ArgumentParser):
    """An argument parser that speaks Vietnamese; argparse keeps its English for itself."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"formatter_class": _Help, "add_help": False, "allow_abbrev": False, **kwargs})
        self._positionals.title = "Tham số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này rồi thoát")

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's own English sentence is not shown
        """End with exit code 2 and the right spelling of the command."""
        given = " ".join(sys.argv[1:])
        self.exit(
            ExitCode.USAGE,
            f"Lệnh “{given}” chưa đúng nên chưa có gì được thực hiện. "
            f"Xem cách viết bên dưới hoặc gõ thêm --help.\n{self.format_usage()}",
        )
