"""Trouble that the program knows about and can explain to the clerk."""

from __future__ import annotations

from typing import Any, ClassVar


class AppError(Exception):
    """A known failure: a code and its parameters; the sentence is in ``wording.messages``.

    Subclasses stand in the layer that raises them and set ``code``. ``params`` are plain values
    (str, int, date, Path) that the sentence may name.
    """

    code: ClassVar[str] = ""

    def __init__(self, **params: Any) -> None:
        super().__init__(self.code, params)
        self.params = params

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.params.items())
        return f"{self.code}({shown})"


class FileTrouble(AppError):
    """A file named by the clerk cannot be used (exit code 3 on the command line)."""


class StoreTrouble(AppError):
    """The office file cannot be opened or written (exit code 4 on the command line)."""
