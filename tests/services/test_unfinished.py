"""What a killed program was writing goes with the next writing into the same place, and nothing else does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from thidua_desktop.services import unfinished
from thidua_desktop.services.paper_folders import whole_folder
from thidua_desktop.services.unfinished import MARK

KILLED = """
import os, sys
from pathlib import Path
from thidua_desktop.services.paper_folders import whole_folder
with whole_folder(Path(sys.argv[1])) as scratch:
    (scratch / "giay-moi.pdf").write_bytes(b"%PDF")
    os._exit(9)  # as if it had been killed: nothing is cleared up
"""


def _left(place: Path, name: str = ".Phiên họp-0123abcd") -> Path:
    """A folder and its mark as a killed program leaves them."""
    scratch = place / name
    scratch.mkdir()
    (scratch / "giay-moi.pdf").write_bytes(b"%PDF")
    (place / f"{name}{MARK}").write_bytes(unfinished._OURS)
    return scratch


def test_a_whole_folder_leaves_nothing_beside_it(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "Phiên họp") as scratch:
        assert len(list(tmp_path.iterdir())) == 2, "the folder and its mark"
        (scratch / "a.txt").write_text("a")
    assert [path.name for path in tmp_path.iterdir()] == ["Phiên họp"]


def test_what_was_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    left = _left(tmp_path)
    with whole_folder(tmp_path / "Phiên họp"):
        assert not left.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["Phiên họp"]


def test_what_is_being_written_stays(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "Phiên họp") as first, whole_folder(tmp_path / "Quyết định") as second:
        assert first.is_dir() and second.is_dir()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Phiên họp", "Quyết định"]


@pytest.mark.parametrize(
    ("name", "content"),
    [(".riêng", b"x"), (".git-0123abcd", b"something else"), (".Phiên họp-xyz", unfinished._OURS)],
)
def test_what_is_not_ours_stays(tmp_path: Path, name: str, content: bytes) -> None:
    scratch = _left(tmp_path, name)
    (tmp_path / f"{name}{MARK}").write_bytes(content)
    (tmp_path / ".khác-0123abcd").mkdir()  # without a mark
    unfinished.remove_left(tmp_path)
    assert scratch.is_dir()
    assert (tmp_path / ".khác-0123abcd").is_dir()


def test_a_drive_without_locks_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_handle: int) -> bool:
        raise OSError(os.strerror(38))

    monkeypatch.setattr(unfinished.byte_lock, "take", none)
    left = _left(tmp_path)
    with whole_folder(tmp_path / "Phiên họp"):
        pass
    assert left.is_dir(), "nobody can tell whether it is left"
    assert (tmp_path / "Phiên họp").is_dir()


@pytest.mark.torture
def test_a_program_that_was_killed_leaves_nothing_for_long(tmp_path: Path) -> None:
    folder = tmp_path / "Phiên họp"
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False)
    assert killed.returncode == 9
    assert len(list(tmp_path.iterdir())) == 2
    with whole_folder(folder):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["Phiên họp"]
