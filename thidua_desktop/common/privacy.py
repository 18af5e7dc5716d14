"""What may leave the office in a log or a report of an error: where the program failed, not what it was working on."""

from __future__ import annotations

import errno
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from thidua_desktop.common.errors import AppError

_PROGRAM = Path(__file__).resolve().parents[2]
_INSTALLED = "site-packages"
_DUMPED = re.compile(r'File "([^"\n]*)"')


def told(trouble: BaseException) -> str:
    """An exception as kinds of errors, codes and places in the program; nothing that it says in words.

    A message may hold a name or a number that no rule can tell from ordinary words, so no message is kept at all,
    neither of this exception nor of those that led to it, and no value of a variable.
    """
    return "\n".join(_lines(trouble, set()))


def _lines(trouble: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(trouble))
    former = trouble.__cause__ or (None if trouble.__suppress_context__ else trouble.__context__)
    if former is not None and id(former) not in seen:
        yield from _lines(former, seen)
        yield "which led to" if trouble.__cause__ is former else "and then"
    yield named(trouble)
    yield from _places(trouble.__traceback__)
    if isinstance(trouble, BaseExceptionGroup):
        for part in trouble.exceptions:
            if id(part) not in seen:
                yield "together with"
                yield from _lines(part, seen)


def named(trouble: BaseException) -> str:
    """The kind of an exception and, where it has one, the code of the error."""
    kind = type(trouble)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    code = _code(trouble)
    return f"{name} ({code})" if code else name


def _code(trouble: BaseException) -> str:
    if isinstance(trouble, AppError):
        return trouble.code
    if isinstance(trouble, OSError) and isinstance(trouble.errno, int):
        return errno.errorcode.get(trouble.errno, str(trouble.errno))
    of_store = getattr(trouble, "sqlite_errorname", "")
    return of_store if isinstance(of_store, str) else ""


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(trace):
        yield f"  {short_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}"


def faults_told(dump: str) -> str:
    """What the interpreter wrote when the system ended the program, without the folders of this computer."""
    return _DUMPED.sub(lambda found: f'File "{short_place(found[1])}"', dump)


def short_place(file: str) -> str:
    """A file of the program or of a library without the folders above it, which carry the name of the user."""
    path = Path(file)
    if path.is_relative_to(_PROGRAM):
        return path.relative_to(_PROGRAM).as_posix()
    if _INSTALLED in path.parts:
        at = len(path.parts) - 1 - path.parts[::-1].index(_INSTALLED)
        return Path(*path.parts[at + 1 :]).as_posix()
    return path.name
