"""What may leave the office in a log or a report of an error: where the program failed, not what it was working on."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

_QUOTED = re.compile(r"""'[^'\n]*'|"[^"\n]*"|“[^”\n]*”|`[^`\n]*`""")
_NUMBER = re.compile(r"\d{5,}")
_NOT_ENGLISH = re.compile(r"\S*[^\x00-\x7f]\S*")
_FRAME = re.compile(r'  File "')
_OURS = ("Traceback (most recent call last):", "During handling of", "The above exception was")


def told(trouble: BaseException) -> str:
    """An exception with its way through the program, without the values that its message may quote.

    Messages of Python and its libraries are English and quote what they are about; names of people are either
    quoted or written with Vietnamese letters, identity numbers are long. All of these become "…".
    """
    written = "".join(traceback.format_exception(trouble))
    home = str(Path.home())
    return "".join(_kept(line) for line in written.replace(home, "~").splitlines(keepends=True))


def masked(text: str) -> str:
    """A message without what it quotes, without long numbers and without words that are not English."""
    for pattern in (_QUOTED, _NUMBER, _NOT_ENGLISH):
        text = pattern.sub("…", text)
    return text


def _kept(line: str) -> str:
    """Frames and source lines are the program's own; everything else is somebody's message."""
    if _FRAME.match(line) or line.startswith(("    ", *_OURS)):
        return line
    return masked(line)
