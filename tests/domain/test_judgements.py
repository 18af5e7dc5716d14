"""The day of a document, what blocks a line, and where its findings would move it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.files import CSCS, PERSON
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.verdicts import Assessment, Claim, Override, Verdict
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import NominationId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.judgements import (
    HELD_ALREADY,
    STATES,
    Judgement,
    KeptOverride,
    Letter,
    document_day,
    is_early,
    is_ready,
    overridden,
    proposal,
    year_commended,
)
from thidua_desktop.domain.nominations import Nomination, NominationState, Round

TODAY = date(2026, 5, 20)
LINE = Nomination(RoundId(1), RecipientKind.PERSON, PERSON.name, CSCS, id=NominationId(1))
CLAIM = Claim(CSCS, RecipientKind.PERSON, 2025, TODAY)


def letter(written: date | None, received: date | None) -> Letter:
    return Letter(SubmissionId(1), UnitId(1), written, received)


@pytest.mark.parametrize(
    ("round_", "sent", "expected"),
    [
        (Round("", 2023), letter(date(2023, 12, 20), date(2024, 1, 4)), date(2023, 12, 20)),
        (Round("", 2023), letter(None, date(2024, 1, 4)), date(2024, 1, 4)),
        (Round("", 2023), letter(None, None), date(2023, 12, 31)),
        (Round("", 2023), None, date(2023, 12, 31)),
        (Round("", 2025, closes=date(2026, 1, 15)), None, date(2026, 1, 15)),
        (Round("", 2026, closes=date(2026, 11, 30)), None, TODAY),
        (Round("", 2027), None, TODAY),
    ],
)
def test_the_day_that_picks_the_law(round_: Round, sent: Letter | None, expected: date) -> None:
    assert document_day(round_, sent, TODAY) == expected


def test_the_year_commended() -> None:
    year = Round("", 2025)
    assert year_commended(LINE, year) == 2025
    assert year_commended(replace(LINE, counted_from=2021, counted_to=2024), year) == 2024


def judgement(verdict: Verdict, *notes: Finding) -> Judgement:
    return Judgement(NominationId(1), None, Assessment(CLAIM, verdict, None, ()), "B", notes=notes)


def test_what_stands_in_the_way_is_not_met_until_the_clerk_says_otherwise() -> None:
    held = judgement(Verdict.MET, Finding(HELD_ALREADY, Severity.BLOCKING))
    assert (held.final, held.blocked) == (Verdict.NOT_MET, True)
    said = Override(Verdict.MET, "Giám đốc", "Sổ ghi nhầm năm", TODAY)
    own = overridden(held, [KeptOverride(NominationId(1), CSCS, said)])
    assert (own.final, own.blocked) == (Verdict.MET, False)
    other = overridden(held, [KeptOverride(NominationId(1), "lao_dong_tien_tien", said)])
    assert other is held


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("state", NominationState)
def test_only_lines_whose_check_is_due_are_moved(verdict: Verdict, state: NominationState) -> None:
    line = replace(LINE, state=state)
    found = proposal(line, judgement(verdict))
    if found is None:
        assert not is_ready(line) or state is STATES[verdict]
    else:
        assert found.new in line.moves()
        assert is_ready(line)
        assert not is_early(line)
