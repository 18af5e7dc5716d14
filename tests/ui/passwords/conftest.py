"""The program itself, with keys that cost no time."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop import bootstrap
from thidua_desktop.storage import keys


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", 2**4)
    monkeypatch.setattr(bootstrap, "data_folder", lambda: tmp_path)
