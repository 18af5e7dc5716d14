"""Names of the office's own files as they come back out of packages: plain ones in known folders, nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.office_files import LARGEST, MOST, OfficeFile, acceptable, named_well

GOOD = OfficeFile("mau-van-ban", "to-trinh.docx", "0" * 64, 10)


@pytest.mark.parametrize(
    ("folder", "name"),
    [("mau-van-ban", "to-trinh.docx"), ("quy-dinh", "Quy chế sở.toml"), ("bieu-mau", "biểu 1.toml")],
)
def test_plain_names(folder: str, name: str) -> None:
    assert named_well(folder, name)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("mau-van-ban", "../to-trinh.docx"),
        ("mau-van-ban", "..\\to-trinh.docx"),
        ("mau-van-ban", "/etc/to-trinh.docx"),
        ("mau-van-ban", "C:to-trinh.docx"),
        ("mau-van-ban", "trong/to-trinh.docx"),
        ("mau-van-ban", "to-trinh.docx:an"),
        ("mau-van-ban", "con.docx"),
        ("mau-van-ban", ".docx"),
        ("mau-van-ban", ".an.docx"),
        ("mau-van-ban", "~$to-trinh.docx"),
        ("mau-van-ban", "to-trinh.docx "),
        ("mau-van-ban", "to-trinh\u202e.docx"),
        ("mau-van-ban", "to-trinh\x00.docx"),
        ("mau-van-ban", "tờ trình.docx".replace("ờ", "o\u031b\u0300")),
        ("mau-van-ban", f"{'a' * 200}.docx"),
        ("mau-van-ban", "to-trinh.exe"),
        ("mau-van-ban", "quy-che.toml"),
        ("mau-van-ban", ""),
        ("quy-dinh", "to-trinh.docx"),
        ("..", "to-trinh.docx"),
        ("", "to-trinh.docx"),
        ("dinh-kem", "to-trinh.docx"),
        ("mau-van-ban/..", "to-trinh.docx"),
    ],
)
def test_names_that_lead_elsewhere(folder: str, name: str) -> None:
    assert not named_well(folder, name)
    assert not acceptable([replace(GOOD, folder=folder, name=name)])


def test_so_many_so_large_and_each_once() -> None:
    assert acceptable([])
    assert acceptable([GOOD, replace(GOOD, name="khac.docx", size=LARGEST)])
    assert not acceptable([replace(GOOD, size=LARGEST + 1)])
    assert not acceptable([replace(GOOD, size=-1)])
    assert not acceptable([GOOD, replace(GOOD, name="TO-TRINH.docx")]), "one file on Windows"
    assert not acceptable([replace(GOOD, name=f"{number}.docx") for number in range(MOST + 1)])
