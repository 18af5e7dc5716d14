"""Decisions begun by hand: what they take in, what is said of them, their căn cứ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.sittings import eligible, sitting
from thidua_desktop.domain.decision_drafts import line_of
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import DecisionId, NominationId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.container import Services
from thidua_desktop.services.decisions import DecisionNotDraft, DecisionTitleMissing
from thidua_desktop.services.hand_decisions import DecisionYearMissing
from thidua_desktop.storage.errors import RecordMissing

GIAY_KHEN = "giay_khen_so"
SIGNED_ON = date(2024, 6, 20)


def begun(services: Services, title: str = "Khen thưởng đột xuất") -> DecisionId:
    return DecisionId(services.hand_decisions.create(Decision(title, year=2024)).created[0])


def agreed(services: Services, count: int = 2) -> list[NominationId]:
    """Lines that were moved by hand, without a council."""
    _, lines = eligible(services, [GIAY_KHEN] * count, name="Đợt đột xuất")
    for state in (NominationState.BEFORE_COUNCIL, NominationState.AGREED):
        services.nominations.move(lines, state)
    return lines


def test_a_decision_by_hand_goes_from_draft_to_the_register(services: Services) -> None:
    decision_id, lines = begun(services), agreed(services)

    waiting = services.hand_decisions.candidates()
    listed = [line_of(each.nomination, place) for place, each in enumerate(waiting, start=1)]
    services.decisions.save_lines(decision_id, listed)

    assert [each.nomination.id for each in waiting] == lines
    assert [(each.round, each.meeting) for each in waiting] == [("Đợt đột xuất", "")] * 2
    assert services.hand_decisions.candidates() == ()
    (found,) = services.decisions.findings(decision_id)
    assert (found.code, found.severity, found.params) == ("decision.without_council", Severity.WARNING, {"count": 2})
    services.decisions.move(decision_id, DecisionState.TO_SIGN)
    services.decisions.sign(decision_id, "7/QĐ-SNV", SIGNED_ON)
    assert [services.nominations.get(line).state for line in lines] == [NominationState.DECIDED] * 2


def test_lines_of_another_decision_are_not_changed(services: Services) -> None:
    first, second = begun(services), begun(services, "Quyết định khác")
    agreed(services)
    waiting = services.hand_decisions.candidates()
    services.decisions.save_lines(first, [line_of(each.nomination, at) for at, each in enumerate(waiting, start=1)])
    line, _ = before = services.decisions.get(first).lines

    with pytest.raises(RecordMissing):
        services.hand_decisions.change_lines(second, [replace(line, name="Người khác")])

    assert services.decisions.get(first).lines == before


def test_what_a_council_agreed_to_names_its_meeting(services: Services) -> None:
    held = sitting(services, [GIAY_KHEN])
    services.verdicts.conclude(held.meeting)

    (found,) = services.hand_decisions.candidates()

    assert (found.meeting, found.meeting_id) == ("Họp xét khen thưởng", held.meeting)


def test_what_is_not_of_a_draft_is_not_kept(services: Services) -> None:
    signed = Decision("  Khen  thưởng ", number="5/QĐ", signed_on=SIGNED_ON, year=2024, state=DecisionState.SIGNED)

    created = services.hand_decisions.create(signed).created[0]

    kept = services.decisions.get(DecisionId(created))
    assert (kept.title, kept.number, kept.signed_on, kept.state) == ("Khen thưởng", None, None, DecisionState.DRAFT)


@pytest.mark.parametrize(
    ("decision", "error"),
    [(Decision("  ", year=2024), DecisionTitleMissing), (Decision("Khen thưởng"), DecisionYearMissing)],
)
def test_without_subject_or_year_nothing_is_kept(
    services: Services, decision: Decision, error: type[Exception]
) -> None:
    with pytest.raises(error):
        services.hand_decisions.create(decision)

    assert services.decisions.of_year(2024) == ()


def test_only_the_texts_of_the_lines_given_change(services: Services) -> None:
    decision_id, _ = begun(services), agreed(services)
    waiting = services.hand_decisions.candidates()
    services.decisions.save_lines(decision_id, [line_of(each.nomination, at) for at, each in enumerate(waiting, 1)])
    first, second = services.decisions.get(decision_id).lines
    services.hand_decisions.change_lines(decision_id, [replace(first, name="Đỗ Thị Én", place=9, bonus=5)])
    services.hand_decisions.change_lines(decision_id, [replace(second, unit="Sở Nội vụ")])

    lines = services.decisions.get(decision_id).lines
    assert [(line.name, line.unit, line.place, line.bonus) for line in lines] == [
        ("Đỗ Thị Én", "Sở Y tế", 1, None),
        (second.name, "Sở Nội vụ", 2, None),
    ]
    services.decisions.move(decision_id, DecisionState.TO_SIGN)
    with pytest.raises(DecisionNotDraft):
        services.hand_decisions.change_lines(decision_id, [first])


def test_the_law_of_the_day_is_cited(services: Services) -> None:
    before = services.hand_decisions.bases(Decision("Khen", signed_on=date(2025, 6, 30)))
    after = services.hand_decisions.bases(Decision("Khen", signed_on=date(2025, 7, 1)))

    assert any("98/2023/NĐ-CP" in each for each in before)
    assert not any("98/2023/NĐ-CP" in each for each in after)
    assert any("152/2025/NĐ-CP" in each for each in after)
    assert all("06/2022/QH15" not in each for each in (*before, *after)), "laws are cited without their number"
    assert after[0].startswith("Căn cứ Luật Thi đua, khen thưởng")


@pytest.mark.parametrize(
    ("award", "cited"),
    [("chien_si_thi_dua_co_so", False), ("gia_dinh_van_hoa", True), ("xa_phuong_tieu_bieu", True)],
)
@pytest.mark.parametrize("day", [date(2024, 5, 1), date(2025, 8, 1)])
def test_a_document_on_some_awards_is_the_basis_of_those_alone(
    services: Services, award: str, cited: bool, day: date
) -> None:
    line = DecisionLine(None, "Hộ ông Giàng A Páo", award, "household")

    bases = services.hand_decisions.bases(Decision("Khen", signed_on=day, lines=(line,)))

    assert any("86/2023/NĐ-CP" in each for each in bases) is cited
    assert any("Luật Thi đua, khen thưởng" in each for each in bases)


def test_the_minutes_and_the_council_stand_at_the_end(services: Services) -> None:
    held = sitting(services, [GIAY_KHEN])
    services.verdicts.conclude(held.meeting)
    (created,) = services.decisions.draft(held.meeting, services.decisions.proposals(held.meeting)).created

    cited = services.hand_decisions.bases(services.decisions.get(DecisionId(created)))

    assert cited[-2:] == (
        "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng ngày 18 tháng 6 năm 2024",
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng",
    )


def test_before_the_first_rulebook_nothing_is_proposed(services: Services) -> None:
    assert services.hand_decisions.bases(replace(Decision("Khen"), signed_on=date(1960, 1, 1))) == ()
