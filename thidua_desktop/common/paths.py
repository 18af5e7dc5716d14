"""Where the program finds its own files and keeps the user's."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import platformdirs

_APP = "ThiDuaDesktop"
PORTABLE_FOLDER = "du-lieu"


def resource(name: str) -> Path:
    """A file that ships with the program, for instance ``resource("fonts/LiberationSerif-Regular.ttf")``.

    Raises:
        ValueError: the name leaves the resource folder.
        FileNotFoundError: no such file; the installation is incomplete.
    """
    root = _resource_root()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise ValueError(name)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


@cache
def _resource_root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return (Path(frozen) / "resources").resolve()
    package = Path(__file__).resolve().parents[1]
    inside = package / "resources"  # an installed wheel
    return inside if inside.is_dir() else package.parent / "resources"


def data_folder() -> Path:
    """The folder of office files: ``du-lieu`` beside a portable program, otherwise the user's own; made if missing."""
    portable = Path(sys.executable).resolve().parent / PORTABLE_FOLDER
    folder = portable if portable.is_dir() else Path(platformdirs.user_data_path(_APP, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def bell_folder() -> Path:
    """Where the programs of one person on one computer call each other; made by whoever calls or listens first."""
    return Path(platformdirs.user_cache_path(_APP, appauthor=False)) / "goi"


def log_folder() -> Path:
    """The folder of log files; made if missing."""
    folder = Path(platformdirs.user_log_path(_APP, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
