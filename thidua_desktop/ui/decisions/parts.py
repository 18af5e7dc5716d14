"""The parts of the tab of decisions, by their places; what leads there need not know the tab itself."""

from __future__ import annotations

DECISIONS, SENT_UP, REGISTER, FUND = range(4)
