"""Files are written whole or not at all, under names that Windows accepts."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.common.files import atomic_path, atomic_write, safe_file_name, sha256
from thidua_desktop.common.paths import resource


def test_a_failed_write_leaves_the_former_file(tmp_path: Path) -> None:
    target = tmp_path / "bảng.xlsx"
    atomic_write(target, b"cu")
    with pytest.raises(RuntimeError, match="power"), atomic_path(target) as scratch:
        scratch.write_bytes(b"half")
        raise RuntimeError("power cut")
    assert target.read_bytes() == b"cu"
    assert [path.name for path in tmp_path.iterdir()] == ["bảng.xlsx"]


def test_a_write_makes_the_folder_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b.txt"
    atomic_write(target, b"1")
    atomic_write(target, b"2")
    assert target.read_bytes() == b"2"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kế hoạch số 02/KH-UBND", "Kế hoạch số 02-KH-UBND"),
        ("  ..  ", "khong-ten"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("a:b*c?", "a-b-c-"),
    ],
)
def test_safe_file_names(text: str, name: str) -> None:
    assert safe_file_name(text) == name


def test_sha256_of_a_known_text(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"abc")
    assert sha256(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_resources_are_found_and_do_not_leave_their_folder() -> None:
    assert resource("demo/ke-hoach.txt").is_file()
    with pytest.raises(ValueError, match="pyproject"):
        resource("../pyproject.toml")
    with pytest.raises(FileNotFoundError):
        resource("khong-co")


def test_others_in_the_office_may_read_what_was_written(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a.txt", b"1")
    (tmp_path / "b.txt").write_bytes(b"1")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode
