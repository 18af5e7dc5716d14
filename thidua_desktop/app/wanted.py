"""Which office file is to be opened, and how."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path
from typing import Self

from thidua_desktop import bootstrap
from thidua_desktop.common.records import dataclass
from thidua_desktop.services.container import Services


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """One wish to open a file. Two are never the same: an answer belongs to the wish that asked."""

    path: Path
    create: bool = False
    read_only: bool = False
    password: str | None = field(default=None, repr=False)

    def opened(self) -> Services:
        """Open it. A share may be slow, so this is work for the worker; a large file is checked later.

        Raises:
            StoreTrouble: it cannot be used.
        """
        return bootstrap.open_services(
            self.path, create=self.create, read_only=self.read_only, password=self.password, later=True
        )

    def with_password(self, password: str | None) -> Self:
        """The same file with another password."""
        return replace(self, password=password)

    def at(self, path: Path) -> Self:
        """Its copy, which lies elsewhere."""
        return replace(self, path=path, create=False, read_only=False)

    def to_write(self) -> Self:
        """The same file, also when it was only to be looked at before."""
        return replace(self, read_only=False)

    def to_look_at(self) -> Self:
        """The same file, for reading only."""
        return replace(self, create=False, read_only=True)
