"""Ceilings on how many may get an award: the live gauge while lines are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from thidua_desktop.domain.rulebooks import Quota


@dataclass(frozen=True, slots=True)
class Gauge:
    """How full a ceiling is: ``chosen`` of ``base``, of which at most ``percent`` may be. All exact."""

    chosen: int
    base: int
    percent: Fraction | None
    """None where the law sets no ceiling."""

    @property
    def allowed(self) -> int | None:
        """How many may be chosen; a part of a person is nobody. None without a ceiling."""
        return None if self.percent is None else int(self.base * self.percent / 100)

    @property
    def share(self) -> Fraction | None:
        """The share chosen, in percent; None where the base is empty."""
        return Fraction(100 * self.chosen, self.base) if self.base else None

    @property
    def over(self) -> bool:
        """Whether the ceiling is exceeded."""
        return self.allowed is not None and self.chosen > self.allowed

    @property
    def left(self) -> int | None:
        """How many more may be chosen; below 0 when it is exceeded, None without a ceiling."""
        return None if self.allowed is None else self.allowed - self.chosen


def gauge(quota: Quota, *, chosen: int, base: int) -> Gauge:
    """The gauge of a quota.

    Raises:
        ValueError: a number below 0.
    """
    if chosen < 0 or base < 0:
        raise ValueError((chosen, base))
    percent = None if quota.percent is None else Fraction(str(quota.percent))
    return Gauge(chosen, base, percent)
