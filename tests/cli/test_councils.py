"""``thidua council`` and ``thidua decision``: papers in one action, counts out of files, decisions on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_commands import Run
from tests.conftest import fixed_today
from tests.services.sittings import CSTD, LDTT, eligible, sitting
from tests.services.sittings import council as of_nine
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.councils.meetings import Meeting, MeetingState
from thidua_desktop.domain.ids import DecisionId, MeetingId
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store

NAME = "hop xet khen thuong"
COUNT: dict[str, Any] = {
    "issued": 9,
    "returned": 9,
    "invalid": 0,
    "lines": [{"place": 1, "agree": 8, "disagree": 1}, {"place": 2, "agree": 6, "disagree": 3}],
}


@pytest.fixture
def sat(store_path: Path) -> Iterator[Path]:
    """A meeting that sits on three lines, two of which need a ballot."""
    with Store.open(store_path) as store:
        services = Services(store, fixed_today)
        services.office.save(Office("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", "Hồng Sơn", "SNV", ("GIÁM ĐỐC",), "Lê Thị Hoa"))
        sitting(services, (CSTD, LDTT, CSTD))
    yield store_path


def council(path: Path, step: str, *more: object, meeting: str = NAME) -> Run:
    return Run("council", step, "--store", path, "--meeting", meeting, *more)


def count(folder: Path, entry: int, **changes: object) -> Path:
    file = folder / f"dem-{entry}.json"
    said = {**COUNT, "entry": entry, "counted_by": f"Người đếm {entry}", **changes}
    file.write_text(json.dumps(said), encoding="utf-8")
    return file


def test_from_the_count_to_the_drafts_and_all_papers(sat: Path, tmp_path: Path) -> None:
    first = council(sat, "tally", count(tmp_path, 1))
    assert first.code is ExitCode.FINDINGS
    assert "mới nhập 1 trong 2 lần đếm" in first.messages
    second = council(sat, "tally", count(tmp_path, 2), "--draft", "--json")
    assert second.code is ExitCode.DONE
    told = json.loads(second.results)
    assert told["meeting"]["state"] == MeetingState.COUNTED
    assert [(line["agree"], line["needed"], line["passing"]) for line in told["ballots"][0]["lines"]] == [
        (8, 8, "passed"),
        (6, 8, "failed"),
    ]
    assert len(told["decisions"]) == 1

    out = tmp_path / "giay-to"
    made = council(sat, "papers", "--out", out, "--json", meeting="1")
    assert made.code is ExitCode.DONE
    told = json.loads(made.results)
    assert [one["paper"] for one in told["left_out"]] == ["Phiếu lấy ý kiến thành viên vắng mặt"]
    files = told["files"]
    assert sorted(files) == sorted(path.name for path in out.iterdir())
    assert any(name.endswith("bien-ban-hop.pdf") for name in files)
    again = council(sat, "papers", "--out", out)
    assert again.code is ExitCode.FINDINGS
    assert "Chưa có gì bị ghi đè" in again.messages


def test_from_a_round_to_all_papers_in_one_action(store_path: Path, tmp_path: Path) -> None:
    with Store.open(store_path) as store:
        services = Services(store, fixed_today)
        eligible(services, (CSTD, LDTT), name="Đợt xét quý II")
        of_nine(services, 9)
    asked = ("council", "papers", "--store", store_path, "--round", "dot xet quy ii", "--out")
    without = Run(*asked, tmp_path / "chua")
    assert without.code is ExitCode.USAGE
    assert "Hội đồng Thi đua - Khen thưởng" in without.messages
    for folder in ("mot", "hai"):  # the second time the meeting is there
        made = Run(*asked, tmp_path / folder, "--day", "2024-06-28", "--json")
        assert made.code is ExitCode.DONE
        assert any("danh-sach-theo-danh-hieu" in name for name in json.loads(made.results)["files"])
    with Store.open(store_path) as store:
        (row,) = Services(store, fixed_today).meetings.of_year(2024)
        assert (row.meeting.name, row.lines) == ("Phiên họp Đợt xét quý II", 2)


def test_a_meeting_that_was_called_before_gets_the_lines_of_its_round(store_path: Path, tmp_path: Path) -> None:
    with Store.open(store_path) as store:
        services = Services(store, fixed_today)
        round_id, _ = eligible(services, (LDTT, CSTD), name="Đợt xét quý II")
        council_id, _ = of_nine(services, 9)
        services.meetings.save(Meeting(council_id, "Họp quý II", date(2024, 6, 28), rounds=(round_id,)))
    asked = ("council", "papers", "--store", store_path, "--round", "dot xet quy ii", "--out")
    made = Run(*asked, tmp_path / "mot")
    assert made.code is ExitCode.DONE
    assert "Đã trình 2 dòng đủ điều kiện" in made.messages
    assert "danh-sach-theo-danh-hieu" in made.results
    assert "Đã trình" not in Run(*asked, tmp_path / "hai").messages


def test_two_counts_that_differ_are_compared(sat: Path, tmp_path: Path) -> None:
    council(sat, "tally", count(tmp_path, 1))
    lines = [COUNT["lines"][0], {"place": 2, "agree": 7, "disagree": 2}]
    run = council(sat, "tally", count(tmp_path, 2, lines=lines))
    assert run.code is ExitCode.FINDINGS
    assert "hai lần đếm khác nhau ở dòng 2" in run.messages
    seen = council(sat, "tally", "--json")
    assert json.loads(seen.results)["ballots"][0]["differing_lines"] == [2]
    assert council(sat, "tally", "--conclude").code is ExitCode.FINDINGS


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("không phải JSON", ExitCode.UNREADABLE),
        ('{"issued": 9}', ExitCode.UNREADABLE),
        ('{"entry": 1, "issued": "chín", "returned": 9, "invalid": 0, "lines": []}', ExitCode.UNREADABLE),
        ('{"entry": 1, "issued": 9, "returned": 9, "invalid": 0, "lines": [], "la": 1}', ExitCode.UNREADABLE),
        (
            '{"entry": 1, "issued": 9, "returned": 9, "invalid": 0,'
            ' "lines": [{"place": 7, "agree": 9, "disagree": 0}]}',
            ExitCode.FINDINGS,
        ),
        ('{"entry": 1, "issued": 9, "returned": 9, "invalid": 0, "lines": []}', ExitCode.FINDINGS),
        ('{"issued": 9, "returned": 9, "invalid": 0, "lines": []}', ExitCode.USAGE),
        ('{"entry": 1, "ballot": 2, "issued": 9, "returned": 9, "invalid": 0, "lines": []}', ExitCode.FINDINGS),
    ],
)
def test_a_file_that_is_no_count_changes_nothing(sat: Path, tmp_path: Path, content: str, code: ExitCode) -> None:
    file = tmp_path / "dem.json"
    file.write_text(content, encoding="utf-8")
    run = council(sat, "tally", file)
    assert run.code is code
    assert run.messages.strip()
    with Store.open(sat) as store:
        states = Services(store, fixed_today).ballots.of_meeting(MeetingId(1))
    assert all(state.first is None for state in states)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"entry": 1, "issued": 9, "returned": 9, "invalid": 0}', "$.lines"),
        ('{"entry": 1, "issued": "chín", "returned": 9, "invalid": 0, "lines": []}', "$.issued"),
        ('{"entry": 1, "issued": 9, "returned": 9, "invalid": 0, "lines": [{"agree": 9}]}', "$.lines[0].disagree"),
        (None, "Không tìm thấy tệp"),
    ],
)
def test_what_is_wrong_in_the_file_of_a_count_is_told(
    sat: Path, tmp_path: Path, content: str | None, place: str
) -> None:
    file = tmp_path / "dem.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    run = council(sat, "tally", file)
    assert run.code is ExitCode.UNREADABLE
    assert place in run.messages


def test_a_count_of_another_ballot_is_not_taken_for_this_one(sat: Path, tmp_path: Path) -> None:
    council(sat, "tally", count(tmp_path, 1))
    run = council(sat, "tally", count(tmp_path, 2, ballot=2))
    assert run.code is ExitCode.FINDINGS
    assert "lần bỏ phiếu 2" in run.messages
    with Store.open(sat) as store:
        (state,) = Services(store, fixed_today).ballots.of_meeting(MeetingId(1))
    assert state.first is not None and state.second is None


def test_what_is_not_there_lists_what_there_is(sat: Path, tmp_path: Path) -> None:
    run = council(sat, "tally", meeting="họp khác")
    assert run.code is ExitCode.USAGE
    assert "Họp xét khen thưởng" in run.messages
    rounds = Run("nominations", "check", "--store", sat, "--round", "đợt khác")
    assert rounds.code is ExitCode.USAGE
    assert "Đợt xét" in rounds.messages
    decision = Run(
        *("decision", "export", "--store", sat, "--decision", "99", "--format", "pdf", "--out", tmp_path / "qd.pdf")
    )
    assert decision.code is ExitCode.USAGE
    assert "chưa có quyết định nào" in decision.messages


@pytest.fixture
def drafted(sat: Path, tmp_path: Path) -> Path:
    council(sat, "tally", count(tmp_path, 1))
    council(sat, "tally", count(tmp_path, 2), "--draft")
    return sat


def export(path: Path, out: Path, format: str, *more: str, decision: str = "1") -> Run:
    return Run(
        *("decision", "export", "--store", path, "--decision", decision, "--format", format, "--out", out, *more)
    )


def test_decisions_are_listed_and_written(drafted: Path, tmp_path: Path) -> None:
    listed = Run("decision", "list", "--store", drafted, "--year", "2024", "--json")
    (one,) = json.loads(listed.results)
    assert (one["state"], one["lines"], one["number"]) == ("draft", 2, None)
    assert "Dự thảo, 2 dòng" in Run("decision", "list", "--store", drafted).results
    for format in ("pdf", "docx", "xlsx"):
        out = tmp_path / f"qd.{format}"
        assert export(drafted, out, format, decision=one["title"].upper()).code is ExitCode.DONE
        assert out.stat().st_size > 1000
    assert export(drafted, tmp_path / "chi.pdf", "pdf", "--what", "pay").code is ExitCode.DONE


def test_a_decision_whose_names_differ_is_not_written(drafted: Path, tmp_path: Path) -> None:
    with Store.open(drafted) as store:
        services = Services(store, fixed_today)
        first, *others = services.decisions.get(DecisionId(1)).lines
        services.decisions.save_lines(DecisionId(1), [replace(first, name="Người Khác"), *others])
    out = tmp_path / "qd.pdf"
    run = export(drafted, out, "pdf")
    assert run.code is ExitCode.FINDINGS
    assert "Chưa in gì" in run.messages
    assert not out.exists()
    assert export(drafted, tmp_path / "dc.pdf", "pdf", "--what", "names").code is ExitCode.DONE


def test_what_was_written_is_told_to_machines(drafted: Path, tmp_path: Path) -> None:
    out = tmp_path / "qd.docx"
    told = json.loads(export(drafted, out, "docx", "--json").results)
    assert (told["file"], told["what"], told["format"]) == (str(out), "decision", "docx")
    assert told["decision"]["id"] == 1
    assert told["differences"] == []


def test_names_that_differ_are_told_to_machines(drafted: Path, tmp_path: Path) -> None:
    with Store.open(drafted) as store:
        services = Services(store, fixed_today)
        first, *others = services.decisions.get(DecisionId(1)).lines
        services.decisions.save_lines(DecisionId(1), [replace(first, name=f"{first.name}a"), *others])
    run = export(drafted, tmp_path / "qd.pdf", "pdf", "--json")
    assert run.code is ExitCode.FINDINGS
    told = json.loads(run.results)
    assert told["file"] is None
    assert [(one["place"], one["council"], one["decision"], one["at"]) for one in told["differences"]] == [
        (1, first.name, f"{first.name}a", len(first.name) + 1)
    ]


def test_a_format_that_a_paper_does_not_come_in_is_wrong_usage(drafted: Path, tmp_path: Path) -> None:
    run = export(drafted, tmp_path / "tt.xlsx", "xlsx", "--what", "proposal")
    assert run.code is ExitCode.USAGE
    assert run.messages.strip()
    assert not (tmp_path / "tt.xlsx").exists()
