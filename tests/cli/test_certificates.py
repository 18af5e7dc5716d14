"""``thidua decision certificates``: on paper from the command line, refused where it has to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.test_commands import Run
from tests.conftest import fixed_today
from tests.services.sittings import sitting
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store

OFFICE = Office("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", "Hồng Sơn", "SNV", ("GIÁM ĐỐC",), "Lê Thị Hoa")


@pytest.fixture
def drafted(store_path: Path) -> Path:
    """The first decision is signed; the second is a draft with a name that the council did not agree to."""
    with Store.open(store_path) as store:
        services = Services(store, fixed_today)
        services.office.save(OFFICE)
        for _ in range(2):
            held = sitting(services, ["giay_khen_so"] * 2)
            services.verdicts.conclude(held.meeting)
            services.decisions.draft(held.meeting, services.decisions.proposals(held.meeting))
        services.decisions.move(DecisionId(1), DecisionState.TO_SIGN)
        services.decisions.sign(DecisionId(1), "5/QĐ-SNV", date(2024, 6, 20))
        first, second = services.decisions.get(DecisionId(2)).lines
        services.decisions.save_lines(DecisionId(2), [replace(first, name="Nguời Thứ 0"), second])
    return store_path


def certificates(path: Path, out: Path, *more: object, decision: object = 1) -> Run:
    return Run("decision", "certificates", "--store", path, "--decision", decision, "--out", out, *more)


def test_a_signed_decision(drafted: Path, tmp_path: Path) -> None:
    out = tmp_path / "gk.pdf"
    run = certificates(drafted, out, "--lines", "2", "--capitals", "--blank", "giay-khen-a4-trang", "--right", "1.5")
    assert run.code is ExitCode.DONE
    assert run.results.strip() == str(out)
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == 1
        said = document[0].get_textpage().get_text_bounded()
    assert "NGƯỜI THỨ 1" in said and "GIẤY KHEN" in said
    assert certificates(drafted, tmp_path / "thuoc.pdf", "--sample").code is ExitCode.DONE


def test_names_that_differ_and_drafts_are_findings(drafted: Path, tmp_path: Path) -> None:
    out = tmp_path / "gk.pdf"
    proof = certificates(drafted, out, "--proof", decision=2)
    assert proof.code is ExitCode.FINDINGS
    assert "Người Thứ 0  |  Nguời Thứ 0  |  Nguời Thứ 0" in proof.results
    draft = certificates(drafted, out, "--lines", "2", decision=2)
    assert draft.code is ExitCode.FINDINGS
    assert "chưa ký" in draft.messages
    assert not out.exists()
    assert certificates(drafted, out, "--lines", "2", "--proof", decision=2).code is ExitCode.DONE


@pytest.mark.parametrize(
    ("more", "said"),
    [(["--blank", "x"], "Không có phôi “x”"), (["--lines", "3"], "“3”"), (["--down", "90"], "Số đo 90")],
)
def test_wrong_calls(drafted: Path, tmp_path: Path, more: list[str], said: str) -> None:
    run = certificates(drafted, tmp_path / "gk.pdf", *more)
    assert run.code is ExitCode.USAGE
    assert said in run.messages
    assert not (tmp_path / "gk.pdf").exists()


def test_a_decision_that_is_not_there(drafted: Path, tmp_path: Path) -> None:
    assert certificates(drafted, tmp_path / "gk.pdf", decision="77/QĐ").code is ExitCode.USAGE
