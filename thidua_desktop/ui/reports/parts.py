"""The parts of the tab of reports, by their places; what leads there need not know the tab itself."""

from __future__ import annotations

FIGURES, FORMS, REVIEWS, CHARTS = range(4)
