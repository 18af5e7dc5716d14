"""``thidua nominations check``: every line with its findings, for people and for scripts, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from tests.domain.eligibility.files import LDTT
from tests.services.filed import LINE, keep_file, keep_round
from tests.services.judging.judged import TITLED
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.eligibility.verdicts import Override, Verdict
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.judgements import KeptOverride
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.quota_boards import HOLDERS, QuotaBase
from thidua_desktop.storage.store import Store

_KEYS = {"id", "name", "award", "day", "rulebook", "verdict", "final", "findings", "notes", "earliest", "override"}


@pytest.fixture
def checked(store_path: Path) -> Iterator[tuple[Path, list[NominationId]]]:
    """Met, not met and cannot tell in the round "Tổng kết năm 2023", by the law of 2003."""
    with Store.open(store_path) as store:
        an = keep_file(store, TITLED)
        lines = [
            replace(LINE, recipient_id=an),
            replace(LINE, award_id=LDTT, recipient_id=an),
            replace(LINE, name="Trần Bình 001185000123"),
        ]
        _, ids = keep_round(store, lines, Round("Tổng kết năm 2023", 2023))
    yield store_path, ids


def check(path: Path, *more: str) -> Run:
    return Run("nominations", "check", "--store", path, "--round", "tong ket nam 2023", *more)


def test_every_line_with_its_findings_as_json(checked: tuple[Path, list[NominationId]]) -> None:
    path, ids = checked
    run = check(path, "--json")
    assert run.code is ExitCode.FINDINGS
    told = json.loads(run.results)
    assert told["blocked"] is True
    assert [line["id"] for line in told["lines"]] == ids
    assert set(told["lines"][0]) >= _KEYS
    first, second, third = told["lines"]
    assert (first["final"], second["final"], third["final"]) == ("not_met", "not_met", "cannot_tell")
    assert second["notes"][0]["code"] == "judging.held_already_by"
    assert third["notes"][0]["code"] == "judging.not_in_directory"
    for finding in first["findings"]:
        assert finding["citation"] in finding["sentence"]
        assert finding["evidence"] or finding["verdict"] != "met"
    assert told["doubles"][0]["same_award"] is False
    assert told["quotas"][0]["percent"] == 15


def test_sentences_for_people_without_whole_numbers(checked: tuple[Path, list[NominationId]]) -> None:
    run = check(checked[0])
    assert run.code is ExitCode.FINDINGS
    assert "Căn cứ: " in run.results
    assert "001185000123" not in run.results + run.messages
    assert "Đã xét 3 dòng" in run.messages


def test_a_round_in_which_nothing_blocks(checked: tuple[Path, list[NominationId]]) -> None:
    path, ids = checked
    with Store.open(path) as store, store.write("nomination.override", count=2) as work:
        unit_id = work.units.found_or_made("Sở Nội vụ")
        for one in ids:
            work.nominations.save(replace(work.nominations.get(one), unit_id=unit_id))
        for one, award in ((ids[0], LINE.award_id), (ids[1], LDTT)):
            said = Override(Verdict.MET, "Giám đốc", "Đã có hồ sơ giấy", date(2024, 1, 5))
            work.overrides.add_many([KeptOverride(one, award, said)])
        work.nominations.trash([ids[2]])
        work.quota_bases.say(QuotaBase(RoundId(1), HOLDERS, 20))
        work.quota_bases.say(QuotaBase(RoundId(1), HOLDERS, 20, unit_id))
    run = check(path, "--json")
    told = json.loads(run.results)
    assert [line["override"]["by"] for line in told["lines"]] == ["Giám đốc", "Giám đốc"]
    assert run.code is ExitCode.DONE, [one["sentence"] for one in told["quotas"]]


def test_a_round_that_is_not_there(checked: tuple[Path, list[NominationId]]) -> None:
    run = Run("nominations", "check", "--store", checked[0], "--round", "77")
    assert (run.code, run.results) == (ExitCode.USAGE, "")
    assert "77" in run.messages


def test_a_round_by_its_number(checked: tuple[Path, list[NominationId]]) -> None:
    run = Run("nominations", "check", "--store", checked[0], "--round", "1", "--json")
    assert json.loads(run.results)["round"]["name"] == "Tổng kết năm 2023"
