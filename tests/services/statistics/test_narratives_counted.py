"""Reports in words of the counted office: their sums beside a second count, their pages without an alarm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.services.statistics.cross_checks import GIVEN
from tests.services.statistics.offices import Counted
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.narrative.model import Narrative
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period


def said(narrative: Narrative, key: str) -> str:
    """The paragraph of a key."""
    return next(
        paragraph.text for section in narrative.sections for paragraph in section.paragraphs if paragraph.key == key
    )


def written(number: int) -> str:
    return f"{number:02d}" if 0 < number < 10 else f"{number:,}".replace(",", ".")


@pytest.mark.parametrize("period", [periods.year(2025), periods.half(2026, 1), periods.term(2024, 3)], ids=Period.text)
def test_what_is_told_is_what_sql_counts(small: Counted, period: Period) -> None:
    narrative = small.services.narratives.build(period)
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    kinds = dict(small.sql.execute(f"{GIVEN} SELECT kind, count(*) FROM counted GROUP BY kind", days))
    total = said(narrative, "awards.total")
    assert f"đã khen thưởng {written(sum(kinds.values()))} trường hợp" in total
    assert f"{written(kinds['person'])} cá nhân" in total
    assert f"{written(kinds['collective'])} tập thể" in total
    levels = dict(small.sql.execute(f"{GIVEN} SELECT level, count(*) FROM counted GROUP BY level", days))
    found = re.findall(
        r"(?:Nhà nước|tỉnh|cơ sở): ([\d.]+) ",
        " ".join(said(narrative, f"awards.{key}") for key in ("state", "province", "local")),
    )
    assert found == [written(levels[level]) for level in ("nha_nuoc", "bo_tinh", "co_so")]


@pytest.mark.parametrize("period", [periods.nine_months(2025)], ids=Period.text)
def test_its_own_report_raises_no_alarm(small: Counted, period: Period, tmp_path: Path) -> None:
    narratives = small.services.narratives
    assert narratives.check(period) == ()
    out = narratives.write(period, tmp_path / "a.pdf", Format.PDF)
    checked = narratives.check_file(out)
    assert (checked.disagreements, checked.period) == ((), period)


def test_each_number_is_what_the_service_answers(small: Counted) -> None:
    numbers = [
        each for each in small.services.narratives.build(periods.year(2026)).numbers() if len(each.questions) == 1
    ]
    figures = small.services.statistics.answer(each.questions[0] for each in numbers)
    assert [figure.value for figure in figures] == [each.value for each in numbers]
