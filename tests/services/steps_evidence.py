"""Use cases of evidence, overrides and quota bases; ``everything`` walks them once the rounds have their lines."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.container import Services

STEPS: dict[str, Callable[[Services], Changes]] = {}
"""As ``everything.STEPS``."""
