"""Worked eligibility cases over the legal periods, each with the article that decides it."""

from __future__ import annotations

from tests.domain.eligibility.cases_a import PERIOD_A
from tests.domain.eligibility.cases_b import PERIOD_B
from tests.domain.eligibility.cases_c import PERIOD_C

EVERY = PERIOD_A + PERIOD_B + PERIOD_C
