"""Old decisions whose numbers no paper of today would bear: kept as they stand, with a remark."""

from __future__ import annotations

from pathlib import Path

from tests.services.test_old_decisions import ROWS, problems, read
from thidua_desktop.services.container import Services
from thidua_desktop.wording import messages

PRESIDENT = "212 QĐ/CTN"


def test_odd_numbers_of_old_papers_are_kept_with_a_remark(services: Services, tmp_path: Path) -> None:
    odd = (*ROWS[3][:5], PRESIDENT, *ROWS[3][6:])
    draft = read(services, tmp_path, (*ROWS[:3], odd))
    plain, kept = draft.decisions
    assert (plain.number, plain.remark, kept.number, kept.problem) == ("12/QĐ-SNV", None, PRESIDENT, None)
    assert kept.remark is not None
    assert PRESIDENT in messages.finding(kept.remark)
    services.old_decisions.store(draft)
    assert [one.number for one in services.decisions.of_year(2021)] == [PRESIDENT]
    again = read(services, tmp_path, ((7, "Ông Lê Văn Bảy", *odd[2:]),), "lai.xlsx")
    assert problems(again) == ["old_decision.there_already"]
