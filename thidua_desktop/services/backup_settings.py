"""Where the second copy of a backup goes: a setting of this computer.

A drive letter means something on one computer only, so it is not kept in the office file that travels; the scheduled
command line needs it as much as the window, so it is not kept in the window's preferences either. It is a small JSON
file in the data folder: path of the office file → second folder and schedule, or the folder alone as the first
versions wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.common.files import atomic_write
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.backups import INTERVAL
from thidua_desktop.storage.errors import reached

if TYPE_CHECKING:
    from thidua_desktop.services.kept_settings import Kept


class SettingsUnreadable(StoreTrouble):
    """The file of settings is there and cannot be understood."""

    code = "backup.settings_unreadable"


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """``second`` is a folder on a USB stick or a share, None for no second copies."""

    second: Path | None = None
    every: timedelta | None = INTERVAL
    """Time between scheduled backups while the file is open; None for no schedule."""


class SettingsFile:
    """The settings of all office files that this computer has backed up.

    Args:
        path: gives the file; asked only when settings are read or saved, since it may have to make the data folder.
    """

    def __init__(self, path: Callable[[], Path]) -> None:
        self._path = path

    def of(self, store: Path) -> BackupSettings:
        """The settings for a store; the defaults where none were saved.

        Raises:
            SettingsUnreadable: there is a file, but it cannot be understood.
        """
        from thidua_desktop.services.kept_settings import Kept

        kept = self._all().get(str(store.absolute()), Kept())
        if isinstance(kept, str):
            return BackupSettings(Path(kept))
        every = timedelta(minutes=kept.minutes) if kept.minutes > 0 else None
        return BackupSettings(None if kept.second is None else Path(kept.second), every)

    def save(self, store: Path, settings: BackupSettings) -> None:
        """Keep the settings for a store; a file that could not be understood is replaced.

        Raises:
            StoreTrouble: the data folder cannot be written to.
        """
        from thidua_desktop.services.kept_settings import Kept, written

        path = self._path()
        try:
            kept = dict(self._all())
        except SettingsUnreadable:
            kept = {}
        kept.pop(str(store.absolute()), None)
        if settings != BackupSettings():
            second = None if settings.second is None else str(settings.second)
            every = settings.every or timedelta()
            kept[str(store.absolute())] = Kept(second, every // timedelta(minutes=1))
        with reached(path):
            atomic_write(path, written(kept))

    def _all(self) -> Mapping[str, str | Kept]:
        from thidua_desktop.services.kept_settings import read

        path = self._path()
        try:
            return read(path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise SettingsUnreadable(path=path, detail=str(error)) from error
