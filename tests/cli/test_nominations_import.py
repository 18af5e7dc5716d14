"""``thidua nominations import``: all or nothing, what has to be looked at, exit codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from tests.services import lists_made
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.nominations import Round
from thidua_desktop.storage.store import Store


@pytest.fixture
def kept(store_path: Path) -> Iterator[Path]:
    """An office file with a round."""
    with Store.open(store_path) as store, store.write("round.save", name="Đợt 1") as work:
        work.rounds.save(Round("Tổng kết năm 2024", 2024))
    yield store_path


def take(path: Path, file: Path, *more: str) -> Run:
    return Run("nominations", "import", str(file), "--store", path, "--round", "tong ket nam 2024", *more)


def lines(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store, store.read() as work:
        return [
            line.name for each in work.rounds.of_year(2024) if each.id for line in work.nominations.of_round(each.id)
        ]


def test_a_list_goes_into_its_round(kept: Path, tmp_path: Path) -> None:
    run = take(kept, lists_made.ordinary(tmp_path), "--json")
    assert run.code is ExitCode.DONE
    told = json.loads(run.results)
    assert told["nominations"] == [1, 2, 3]
    assert told["counts"]["taken"] == 3
    assert [row["state"] for row in told["rows"]] == ["clean", "repaired", "clean"]
    assert len(lines(kept)) == 3
    assert "Đã nhập 3 dòng vào đợt “Tổng kết năm 2024”" in run.messages


def test_the_same_file_is_taken_once(kept: Path, tmp_path: Path) -> None:
    file = lists_made.ordinary(tmp_path)
    take(kept, file)
    again = take(kept, file)
    assert again.code is ExitCode.FINDINGS
    assert len(lines(kept)) == 3
    assert take(kept, file, "--again").code is ExitCode.DONE
    assert len(lines(kept)) == 6


def test_a_list_with_a_faulty_row_is_not_stored_and_the_row_is_named(kept: Path, tmp_path: Path) -> None:
    run = take(kept, lists_made.unclear(tmp_path), "--json")
    assert run.code is ExitCode.FINDINGS
    assert lines(kept) == []
    codes = {problem["code"] for row in json.loads(run.results)["rows"] for problem in row["problems"]}
    assert {"doctor.award_open", "list.id_number_lost"} <= codes
    assert "dòng 9: “khen cao”" in run.messages


def test_an_unknown_round_and_a_file_that_is_none(kept: Path, tmp_path: Path) -> None:
    file = lists_made.ordinary(tmp_path)
    assert Run("nominations", "import", str(file), "--store", kept, "--round", "9").code is ExitCode.USAGE
    assert take(kept, tmp_path / "khong-co.xlsx").code is ExitCode.UNREADABLE
    assert (
        Run("nominations", "import", str(file), "--store", tmp_path / "x.tdkt", "--round", "1").code is ExitCode.STORE
    )
    assert lines(kept) == []
