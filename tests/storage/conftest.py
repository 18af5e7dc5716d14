"""An office file with a password, and the same without."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ticking_clock
from tests.storage.locked import PASSWORD, fill
from thidua_desktop.storage import keys
from thidua_desktop.storage.store import Store


@pytest.fixture(scope="session")
def encrypted_files(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str | None, Path]:
    """A file that holds many plans with a name in each, with the password and without."""
    folder = tmp_path_factory.mktemp("kín")
    made = {PASSWORD: folder / "kín.tdkt", None: Path(shutil.copy(empty_store, folder / "mở.tdkt"))}
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr(keys, "_COST", 2**4)
        for password, path in made.items():
            with Store.open(path, create=True, password=password, now=ticking_clock()) as store:
                fill(store)
    return made


@pytest.fixture
def locked(encrypted_files: dict[str | None, Path], tmp_path: Path) -> Path:
    """A file with the password, in a folder of its own."""
    path = tmp_path / "kín" / "co-quan.tdkt"
    path.parent.mkdir()
    return Path(shutil.copy(encrypted_files[PASSWORD], path))


@pytest.fixture
def open_file(encrypted_files: dict[str | None, Path], tmp_path: Path) -> Path:
    """The same without a password."""
    return Path(shutil.copy(encrypted_files[None], tmp_path / "co-quan.tdkt"))
