"""What the program remembers for its user: window, columns, folders. Office data live in the office file."""

from __future__ import annotations

import json
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QObject, QSettings

from thidua_desktop.ui.common.earlier import EarlierWords

_FILE = "giao-dien.ini"
_RECENT_LIMIT = 8


class Preferences(QObject):
    """Window state kept in an ini file; an unreadable file gives the defaults and sets ``damaged``."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        where = path or Path(platformdirs.user_config_path("ThiDuaDesktop", appauthor=False)) / _FILE
        self._settings = QSettings(str(where), QSettings.Format.IniFormat)
        self.words = EarlierWords(self)
        """What is not offered any more while one types; the window of an office puts the office's own here."""
        self.damaged = self._settings.status() is not QSettings.Status.NoError

    def text(self, name: str, default: str = "") -> str:
        """A remembered word."""
        value = self._settings.value(name)
        return value if isinstance(value, str) else default

    def set_text(self, name: str, value: str) -> None:
        """Remember a word."""
        self._settings.setValue(name, value)

    def number(self, name: str, default: int) -> int:
        """A remembered whole number."""
        value = self.text(name)
        return int(value) if value.lstrip("-").isdigit() else default

    def set_number(self, name: str, value: int) -> None:
        """Remember a whole number."""
        self.set_text(name, str(value))

    def state(self, name: str) -> QByteArray | None:
        """A remembered state of a window, splitter or header."""
        value = self._settings.value(f"states/{name}")
        return value if isinstance(value, QByteArray) else None

    def set_state(self, name: str, value: QByteArray) -> None:
        """Remember the state of a window, splitter or header."""
        self._settings.setValue(f"states/{name}", value)

    def folder(self, purpose: str) -> Path:
        """The folder last used for a purpose ("import", "export"), else the user's documents."""
        remembered = self.text(f"folders/{purpose}")
        if remembered and Path(remembered).is_dir():
            return Path(remembered)
        documents = Path(platformdirs.user_documents_path())
        return documents if documents.is_dir() else Path.home()

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember a folder for a purpose."""
        self.set_text(f"folders/{purpose}", str(folder))

    def recent_files(self) -> tuple[Path, ...]:
        """Office files opened lately that are still there, newest first."""
        try:
            names = json.loads(self.text("recent", "[]"))
        except ValueError:
            return ()
        if not isinstance(names, list):
            return ()
        return tuple(path for path in (Path(name) for name in names if isinstance(name, str)) if path.is_file())

    def add_recent_file(self, path: Path) -> None:
        """Put an office file at the head of the recent ones."""
        names = [str(path), *(str(other) for other in self.recent_files() if other != path)]
        self.set_text("recent", json.dumps(names[:_RECENT_LIMIT], ensure_ascii=False))

    def save(self) -> None:
        """Write what was remembered to the disk now."""
        self._settings.sync()
