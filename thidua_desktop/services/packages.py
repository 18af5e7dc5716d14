"""Packages: the whole office in one file, made to be carried or sent, and opened in a place that the clerk chooses."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop import __version__
from thidua_desktop.common.files import atomic_path
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.services.restores import beside_others
from thidua_desktop.storage import office_files, packing, sealing, unpacking
from thidua_desktop.storage.errors import CopyFailed, explained, reached
from thidua_desktop.storage.keys import Key, key_of
from thidua_desktop.storage.package_errors import PackageDamaged, PackageMissing
from thidua_desktop.storage.packing import Manifest, Packed
from thidua_desktop.storage.store import Store

__all__ = ["Manifest", "PackageMade", "PackageOpened", "PackageService", "open_package", "verify"]


@dataclass(frozen=True, slots=True)
class PackageMade:
    """A package that has been opened on trial, and what could not be put into it."""

    path: Path
    manifest: Manifest
    protected: bool
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageOpened:
    """What was in a package that has been opened, and what the clerk has to look at."""

    manifest: Manifest
    findings: tuple[Finding, ...] = ()


class PackageService:
    """Makes packages of one open office file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def protected(self) -> bool:
        """Whether every package is encrypted already, because the office file has a password."""
        return self._store.key is not None

    def make(self, target: Path, *, password: str | None = None) -> PackageMade:
        """Write a package with the file as it is now, all of its attachments, and what the office works by.

        It counts after a trial opening.

        Args:
            target: the package; one that stands there is replaced when the new one is proven.
            password: for the package of a file that has none; a file with a password gives its own to the package.

        Raises:
            EncryptionMissing: a password was given and this computer cannot encrypt.
            CopyFailed: what was written is not what was read; it is removed.
            StoreTrouble: no room, no access; a former package is what it was.
        """
        key = self._store.key or (Key.new(password) if password else None)
        with explained(target), reached(target), tempfile.TemporaryDirectory(prefix=".goi-") as scratch:
            copy = Path(scratch) / "kho.tdkt"
            held = self._store.copy_to(copy)
            kept = self._store.attachments
            lost = frozenset(kept.damaged(kept.all()))
            attached = [digest for digest in kept.all() if digest not in lost]
            own = office_files.found_beside(self._store.path)
            manifest = Manifest(
                format=packing.format_for(own.files),
                program=__version__,
                at=self._store.now(),
                office=self._office(),
                contents=held,
                store=packing.described(copy),
                attachments=tuple(Packed(digest, kept.size(digest)) for digest in attached),
                office_files=own.files,
            )
            works_by = (office_files.content(self._store.path, file) for file in own.files)
            with atomic_path(target) as made:
                packing.write(made, manifest, (sealing.pieces(copy), *map(kept.content, attached), *works_by), key)
                _try(made, key, target)
        left_out = [Finding("package.office_file_too_large", params={"name": name}) for name in own.left_out]
        left_out += [Finding("package.office_file_unread", params={"name": name}) for name in own.unread]
        return PackageMade(target, manifest, key is not None, (*_lost(len(lost)), *left_out))

    def _office(self) -> str:
        with self._store.read() as work:
            return work.office.get().name


def _try(made: Path, key: Key | None, target: Path) -> None:
    try:
        unpacking.check(made, key)
    except PackageDamaged as error:
        raise CopyFailed(path=target, detail=error.params["detail"]) from error


def verify(package: Path, *, password: str | None = None) -> Manifest:
    """Open a package on trial, in a temporary place; gives what it says of itself.

    Raises:
        StorePasswordNeeded, StorePasswordWrong, EncryptionMissing: it has a password, and this is not it.
        PackageMissing, NotAPackage, PackageNewer, PackageDamaged: it cannot be used.
        StoreTrouble: no room for the trial.
    """
    with reached(package), explained(package):
        return unpacking.check(package, _key(package, password))


def open_package(package: Path, target: Path, *, password: str | None = None) -> PackageOpened:
    """Make the office of a package at ``target``, with its attachments beside it; all of it or nothing.

    An office of an older version is upgraded when it is opened for the first time.

    Args:
        package: the package; it is only read.
        target: the office file to be made; its folder must be there, the file must not.
        password: of the package.

    Raises:
        PlaceTaken: something stands there already; it is what it was.
        StorePasswordNeeded, StorePasswordWrong, EncryptionMissing: it has a password, and this is not it.
        PackageMissing, NotAPackage, PackageNewer, PackageDamaged: it cannot be used; nothing has been made.
        StoreTrouble: no room, no access; nothing has been made.
    """
    with reached(target), explained(target):
        manifest, placed = unpacking.unpack(package, target, _key(package, password))
    return PackageOpened(manifest, beside_others(placed))


def _key(package: Path, password: str | None) -> Key | None:
    if not package.is_file():
        raise PackageMissing(path=package)
    return key_of(package, password)


def _lost(count: int) -> tuple[Finding, ...]:
    return (Finding("package.attachments_lost", Severity.WARNING, {"count": count}),) if count else ()
