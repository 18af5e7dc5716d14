"""Every flagged kind has a reason, every decision a word."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rollover_changes import FLAGGED, Change, ChangeKind
from thidua_desktop.domain.rollover_plans import Decision, Origin, RolledLine
from thidua_desktop.wording import rollover

FACTS = {
    "number": "91/2017/NĐ-CP",
    "ended": date(2024, 1, 1),
    "on": date(2026, 10, 1),
    "by": "98/2023/NĐ-CP",
    "confidence": Confidence.SEEN,
    "count": "80",
    "last": "2025",
}


@pytest.mark.parametrize("kind", sorted(FLAGGED))
def test_a_flagged_kind_says_why(kind: ChangeKind) -> None:
    assert rollover.reason(Change(kind, "a", "a", 0, 0, FACTS))


def test_what_is_not_certain_is_said_so() -> None:
    facts = {**FACTS, "by": None, "confidence": Confidence.UNSURE}
    said = rollover.reason(Change(ChangeKind.EXPIRED, "a", "a", 0, 0, facts))
    assert said == "91/2017/NĐ-CP hết hiệu lực từ 01/01/2024; chưa rõ văn bản thay thế (chưa chắc chắn)"


def test_a_reason_is_said_once_for_a_line() -> None:
    twice = (Change(ChangeKind.BLANK, "1", "…", 0, 0), Change(ChangeKind.BLANK, "2", "…", 2, 2))
    line = RolledLine(Origin.BASIS, 0, "1 2", "… …", (*twice, Change(ChangeKind.YEAR, "a", "b", 3, 3)))
    assert rollover.note(line) == "Điền số và ngày văn bản của năm mới"


def test_every_decision_has_a_word_and_every_line_a_group() -> None:
    assert set(rollover.DECISIONS.values()) == set(Decision)
    groups = [rollover.group(RolledLine(origin, 0, "", "", quarter=2)) for origin in Origin]
    assert groups == ["Tên kế hoạch", "Căn cứ", "Nhiệm vụ – Quý II", "Nội dung khác của văn bản"]
