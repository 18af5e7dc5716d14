"""What an office keeps beside its file and works by: its Word templates, its own rulebooks, its own forms,
its own words of reports.

Everybody who opens the file uses them, so a package and a backup carry them. Their names come back out of files from
outside: only plain names in the known folders are taken.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from thidua_desktop.common.files import safe_file_name
from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import nfc

TEMPLATES, RULEBOOKS, FORMS, TEXTS = "mau-van-ban", "quy-dinh", "bieu-mau", "loi-van"
SUFFIXES = {TEMPLATES: ".docx", RULEBOOKS: ".toml", FORMS: ".toml", TEXTS: ".toml"}
"""The folders and the kind of files in each; anything else that lies there stays where it is."""

LARGEST = 16 << 20
"""Bytes of one file: a Word template with pictures has a few hundred thousand."""
MOST = 200
_LONGEST_NAME = 120
_OPEN_IN_WORD = "~$"


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """One of them: its folder and name, the SHA-256 of its content, its size in bytes."""

    folder: str
    name: str
    sha256: str
    size: int

    @property
    def place(self) -> str:
        """Where it lies beside the office file: ``mau-van-ban/to-trinh.docx``."""
        return f"{self.folder}/{self.name}"


def named_well(folder: str, name: str) -> bool:
    """Whether a file of that name belongs to the office: a plain name, of the kind that its folder is for."""
    return (
        folder in SUFFIXES
        and name.lower().endswith(SUFFIXES[folder])
        and not name.startswith((".", _OPEN_IN_WORD))
        and nfc(name) == name
        and not any(unicodedata.category(sign).startswith("C") for sign in name)
        and safe_file_name(name, limit=_LONGEST_NAME) == name
    )


def acceptable(files: Sequence[OfficeFile]) -> bool:
    """Whether files that something from outside names can be taken: plain names, each once, none too large."""
    places = {each.place.casefold() for each in files}
    return (
        len(files) <= MOST
        and len(places) == len(files)
        and all(named_well(each.folder, each.name) and 0 <= each.size <= LARGEST for each in files)
    )


def in_order(files: Iterable[OfficeFile]) -> tuple[OfficeFile, ...]:
    """By folder and name: the same files are always carried in the same order."""
    return tuple(sorted(files, key=lambda each: (each.folder, each.name)))
