"""A round of ten thousand lines is judged through the store in a few seconds, the visible ones at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.files import BKBT, CSBT, CSCS, LDTT, PERSON, held, rated
from tests.services.filed import LINE, keep_files, keep_round
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.nominations import Round
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.storage.store import Store

LINES = 10_000
SECONDS = 5.0
"""Of computing time for all lines; a file has ten records or so."""
VISIBLE_SECONDS = 1.5
AGAIN_SECONDS = 0.05


def _file(number: int) -> Evidence:
    """What an office usually knows: three years of ratings and titles, nothing against them."""
    return replace(
        PERSON,
        name=f"Nguyễn Văn {number}",
        awards=held(LDTT, 2023, 2024) + held(CSCS, 2023 + number % 3),
        ratings=rated(2023, 2025),
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("dot-lon") / "co-quan.tdkt", create=True) as store:
        people = keep_files(store, [_file(number) for number in range(LINES)])
        awards = (LDTT, CSCS, CSBT, BKBT)
        lines = [
            replace(
                LINE,
                name=f"Nguyễn Văn {number}",
                award_id=awards[number % len(awards)],
                recipient_id=person,
                unit=f"Sở {number % 100}",
            )
            for number, person in enumerate(people)
        ]
        keep_round(store, lines, Round("Tổng kết năm 2025", 2025, closes=date(2025, 12, 1)))
        yield store


@pytest.mark.bench
def test_ten_thousand_lines_in_a_few_seconds(large: Store) -> None:
    rulebooks = RulebookService()
    judging = JudgingService(large, rulebooks, EligibilityService(rulebooks), lambda: date(2026, 1, 10))
    with large.read() as work:
        (round_,) = work.rounds.of_year(2025)
        assert round_.id is not None
        visible = [line.id for line in work.nominations.of_round(round_.id)[:40] if line.id is not None]
    for wanted, most in ((visible, VISIBLE_SECONDS), (None, SECONDS), (None, AGAIN_SECONDS)):
        start = time.process_time()
        judged = judging.judge(round_.id, wanted)
        taken = time.process_time() - start
        assert len(judged) == (LINES if wanted is None else len(wanted))
        assert taken <= most, f"{taken:.2f} s for {len(judged)} lines"
