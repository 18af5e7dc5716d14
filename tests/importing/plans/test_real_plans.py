"""The five real plans that stand beside a working copy, when they are there."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.importing.plans.comparing import compare, load
from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.readers import read_file

SHARED = Path(__file__).parents[4] / "shared" / "samples"
PLANS = SHARED / "plans"

COUNTS = {
    "dong-nai-2022": (17, (5, 5, 2, 5)),
    "tay-ninh-so-xay-dung-2022": (19, (0, 0, 0, 0)),
    "cam-my-2024": (23, (7, 7, 5, 4)),
    "ha-giang-2021": (38, (10, 9, 10, 9)),
    "dong-nai-chi-thi-41-2025": (7, (0, 0, 0, 0)),
}
HEADS = {
    "dong-nai-2022": ("16621/KH-UBND", "2021-12-31", "Đồng Nai", "Ủy ban nhân dân tỉnh Đồng Nai", 2022),
    "tay-ninh-so-xay-dung-2022": (None, None, "Tây Ninh", "Sở Xây dựng", 2022),
    "cam-my-2024": ("11/KH-UBND", "2024-01-11", "Cẩm Mỹ", "Ủy ban nhân dân huyện Cẩm Mỹ", 2024),
    "ha-giang-2021": (None, None, None, "Ủy ban nhân dân tỉnh Hà Giang", 2021),
    "dong-nai-chi-thi-41-2025": (None, None, None, "Ủy ban nhân dân tỉnh Đồng Nai", 2025),
}

if PLANS.is_dir():

    @pytest.mark.parametrize("name", COUNTS)
    def test_tasks_and_quarters(name: str) -> None:
        draft = parse(read_file(PLANS / f"{name}.txt"))
        quarters = tuple(sum(task.quarter == quarter for task in draft.tasks) for quarter in (1, 2, 3, 4))
        assert (len(draft.tasks), quarters) == COUNTS[name]

    @pytest.mark.parametrize("name", HEADS)
    def test_head(name: str) -> None:
        draft = parse(read_file(PLANS / f"{name}.txt"))
        day = draft.issued_on.isoformat() if draft.issued_on else None
        assert (draft.number, day, draft.place, draft.issuer, draft.year) == HEADS[name]

    @pytest.mark.parametrize("wanted", sorted((SHARED / "expected").glob("*.json")), ids=lambda path: path.stem)
    def test_equal_to_what_is_expected(wanted: Path) -> None:
        assert compare(parse(read_file(PLANS / f"{wanted.stem}.txt")), load(wanted)).lines == []

    @pytest.mark.bench
    @pytest.mark.parametrize("name", COUNTS)
    def test_a_plan_is_read_in_under_a_second(name: str) -> None:
        document = read_file(PLANS / f"{name}.txt")
        started = time.perf_counter()
        parse(document)
        assert time.perf_counter() - started < 1
