"""Where a command gets the password of an office file from: the environment or the keyboard, never an argument.

Arguments are seen by everybody who can list the programs of the computer, and stay in the history of the shell.
"""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from thidua_desktop import bootstrap
from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.services.container import Services

ENVIRONMENT = "THIDUA_PASSWORD"
NEW_ENVIRONMENT = "THIDUA_NEW_PASSWORD"

_ASKS = frozenset({"store.password_needed", "store.password_wrong"})
HINTS = {"store.password_needed": f"Khi gõ lệnh: đặt mật khẩu vào biến môi trường {ENVIRONMENT}."}
"""Said after the sentence of an error, by its code."""

T = TypeVar("T")


def opened(path: Path, **options: Any) -> Services:
    """``bootstrap.open_services`` with the password that the file asks for."""
    return asked(path, lambda password: bootstrap.open_services(path, password=password, **options))


def asked(path: Path, use: Callable[[str | None], T]) -> T:
    """Do something with a file that may have a password: that of the environment, then one typed by the clerk.

    Raises:
        StorePasswordNeeded, StorePasswordWrong: neither is it, or nobody sits at the keyboard.
    """
    try:
        return use(os.environ.get(ENVIRONMENT) or None)
    except StoreTrouble as trouble:
        if trouble.code not in _ASKS or trouble.params.get("path") != path or not _at_keyboard():
            raise
    return use(getpass.getpass(f"Mật khẩu của “{path.name}”: "))


def chosen() -> str:
    """A new password: that of the environment, or typed twice; empty where nobody sits at the keyboard."""
    given = os.environ.get(NEW_ENVIRONMENT, "")
    if given or not _at_keyboard():
        return given
    first = getpass.getpass("Mật khẩu mới: ")
    return first if getpass.getpass("Gõ lại mật khẩu mới: ") == first else ""


def _at_keyboard() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
