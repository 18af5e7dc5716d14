"""From a package to an office file in a place that the clerk has chosen: all of it, or nothing; never over anything."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.storage import attachments, office_files, packing, restoring
from thidua_desktop.storage.errors import BackupDamaged, NotAStore, StoreNewer
from thidua_desktop.storage.keys import Key
from thidua_desktop.storage.office_files import Placed
from thidua_desktop.storage.package_errors import PackageDamaged, PackageNewer, PlaceTaken
from thidua_desktop.storage.packing import Manifest
from thidua_desktop.storage.snapshot import Contents

_SCRATCH = ".mo-goi-"
_LOGS = ("-wal", "-shm", "-journal")
"""What SQLite would take for a part of the file if it lay beside it."""


def check(package: Path, key: Key | None) -> Manifest:
    """Open a package on trial: every file is read and compared, the office file is opened and checked as a whole.

    Raises:
        PackageMissing, NotAPackage, PackageNewer, PackageDamaged, StorePasswordWrong: it cannot be used.
        OSError: no room for the trial.
    """
    with tempfile.TemporaryDirectory(prefix=_SCRATCH) as scratch, _opened(package, Path(scratch), key) as (manifest, _):
        return manifest


def unpack(package: Path, target: Path, key: Key | None) -> tuple[Manifest, Placed]:
    """Make the office of a package at ``target``, its attachments in the folder that belongs to it.

    What the office works by comes to lie beside it; where something of that name is, that stays as it is.

    Everything is unpacked beside the place and checked before anything gets its name there; the office file comes
    last, so where it stands everything is there.

    Raises:
        PlaceTaken: something stands at the place already; it is what it was.
        PackageMissing, NotAPackage, PackageNewer, PackageDamaged, StorePasswordWrong: nothing has been made.
        OSError: no room, no access; nothing has been made.
    """
    _refuse_taken(target)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=target.parent) as scratch:
        folder = Path(scratch)
        attached, office = folder / "dinh-kem", folder / "co-quan"
        for made in (attached, office):
            made.mkdir()
        with _opened(package, folder, key, keep=attached, office=office) as (manifest, ready):
            _refuse_taken(target)  # unpacking may have taken minutes
            placed = office_files.place(office, manifest.office_files, target)
            try:
                _placed(ready, attached, target)
            except BaseException:
                office_files.remove((*placed.made, *placed.beside))
                raise
    return manifest, placed


def _refuse_taken(target: Path, *, attached: bool = True) -> None:
    names = [target, *(target.with_name(target.name + suffix) for suffix in _LOGS)]
    if attached:
        names.append(attachments.folder_of(target))
    taken = next((name for name in names if os.path.lexists(name)), None)
    if taken is not None:
        raise PlaceTaken(path=taken)


@contextmanager
def _opened(
    package: Path, folder: Path, key: Key | None, *, keep: Path | None = None, office: Path | None = None
) -> Iterator[tuple[Manifest, Path]]:
    """The manifest of a package and its office file, checked, in a temporary folder.

    Attachments are in ``keep``, the files that the office works by in ``office``.
    """
    store = folder / "goi.tdkt"
    manifest = packing.read(package, store, keep, key, office)
    try:
        with restoring.restored(store, folder, upgrade=False, key=key) as (ready, held):
            _compare(package, manifest, held)
            yield manifest, ready
    except StoreNewer as error:
        raise PackageNewer(path=package) from error
    except (BackupDamaged, NotAStore) as error:
        raise PackageDamaged(path=package, detail=str(error.params.get("detail", error.code))) from error


def _compare(package: Path, manifest: Manifest, held: Contents) -> None:
    if held != manifest.contents:
        raise PackageDamaged(path=package, detail="contents differ")


def _placed(ready: Path, attached: Path, target: Path) -> None:
    wanted = attachments.folder_of(target)
    if any(attached.iterdir()):
        attached.rename(wanted)  # refused where a folder with something in it has come meanwhile
    try:
        _name(ready, target)
    except OSError:
        if wanted.exists() and not attached.exists():
            wanted.rename(attached)
        raise
    restoring.flush(target.parent)


def _name(ready: Path, target: Path) -> None:
    """Give a file its name unless something has it already, which a rename would silently replace on some systems."""
    try:
        os.link(ready, target)
    except FileExistsError as error:
        raise PlaceTaken(path=target) from error
    except OSError:  # a stick formatted without hard links
        _refuse_taken(target, attached=False)
        ready.rename(target)
