"""The settings of backups as they are written: read when they are first asked for, not with every start."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import msgspec

from thidua_desktop.domain.backups import INTERVAL


class Kept(msgspec.Struct, omit_defaults=True):
    """The settings of one office file."""

    second: str | None = None
    minutes: int = INTERVAL // timedelta(minutes=1)


def read(data: bytes) -> Mapping[str, str | Kept]:
    """Path of the office file → settings, or the second folder alone as the first versions wrote it.

    Raises:
        ValueError: it cannot be understood.
    """
    return msgspec.json.decode(data, type=dict[str, str | Kept])


def written(kept: Mapping[str, str | Kept]) -> bytes:
    """The settings as a file, to be read by people too."""
    return msgspec.json.format(msgspec.json.encode(kept), indent=1)
