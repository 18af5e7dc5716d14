"""The Vietnamese lunar calendar computed a second time, from other formulas than the program's library.

New moons after Jean Meeus, Astronomical Algorithms, second edition, chapter 49, with all its terms (a few seconds);
the longitude of the sun after chapter 25; the difference between dynamical and civil time after Espenak and Meeus,
Five Millennium Canon of Solar Eclipses. The rules are those of the calendar itself, at UTC+7: a month begins on the
day of its new moon, month 11 holds the winter solstice, and of thirteen months between two solstices the first without
a major solar term is the leap month.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import floor, radians, sin

_EPOCH = 2451545.0  # 1 January 2000, noon, dynamical time
_MONTH = 29.530588861
_ZONE = 7 / 24
_DAY_ZERO = 1721424.5  # the Julian date on which day 0 of ``date.fromordinal`` begins

# Amplitude in days, power of the eccentricity, multiples of M, M', F, Omega.
_PERIODIC = (
    (-0.40720, 0, 0, 1, 0, 0),
    (0.17241, 1, 1, 0, 0, 0),
    (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0),
    (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0),
    (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0),
    (-0.00042, 0, 0, 3, 0, 0),
    (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0),
    (-0.00024, 1, -1, 2, 0, 0),
    (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0),
    (0.00004, 0, 0, 2, -2, 0),
    (0.00004, 0, 3, 0, 0, 0),
    (0.00003, 0, 1, 1, -2, 0),
    (0.00003, 0, 0, 2, 2, 0),
    (-0.00003, 0, 1, 1, 2, 0),
    (0.00003, 0, -1, 1, 2, 0),
    (-0.00002, 0, -1, 1, -2, 0),
    (-0.00002, 0, 1, 3, 0, 0),
    (0.00002, 0, 0, 4, 0, 0),
)
# Amplitude in days, the argument at k = 0 and its growth with k, in degrees.
_PLANETARY = (
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
)


@dataclass(frozen=True, slots=True)
class Month:
    """One lunar month: its first day, its number, the lunar year, whether it is a leap month."""

    first: date
    month: int
    year: int
    leap: bool


def months(first_year: int, last_year: int) -> Iterator[Month]:
    """The months of some lunar years, in order."""
    for year in range(first_year, last_year + 1):
        yield from _year(year)


def _year(year: int) -> Iterator[Month]:
    """Months 1 to 10 follow the solstice of the year before, 11 and 12 come with the next one."""
    for start in (year - 1, year):
        for month in _between_solstices(start):
            if month.year == year:
                yield month


@cache
def _between_solstices(year: int) -> tuple[Month, ...]:
    """The months from month 11 of a year to month 10 of the next, each with its lunar year."""
    firsts = list(_first_days(year))
    leap = next((at for at in range(1, 13) if not _has_major_term(firsts[at], firsts[at + 1])), 0) if firsts[13:] else 0
    found: list[Month] = []
    number = 11
    for at in range(len(firsts) - 1):
        is_leap = 0 < at == leap
        if at and not is_leap:
            number = number % 12 + 1
        found.append(Month(firsts[at], number, year if number >= 11 else year + 1, is_leap))
    return tuple(found)


def _first_days(year: int) -> Iterator[date]:
    """The first days from the month of one solstice up to and with the month of the next one."""
    k = _k_of_month_11(year)
    last = _k_of_month_11(year + 1)
    while k <= last:
        yield _new_moon(k)
        k += 1


@cache
def _k_of_month_11(year: int) -> int:
    """The number of the new moon whose month holds the winter solstice (longitude 270°) of a year."""
    k = floor((date(year, 12, 31).toordinal() + _DAY_ZERO - _EPOCH) / _MONTH) + 2
    while not _term(_new_moon(k)) < 9:
        k -= 1
    return k


def _has_major_term(first: date, following: date) -> bool:
    return _term(first) != _term(following)


@cache
def _term(day: date) -> int:
    """Which twelfth of the ecliptic the sun is in when a day begins; 9 begins at the winter solstice.

    In late autumn the answer is 8 before the solstice and 9 after it.
    """
    begins = day.toordinal() + _DAY_ZERO - _ZONE
    return floor(_sun(begins + _delta(begins)) / 30)


def _sun(jde: float) -> float:
    """The apparent longitude of the sun, in degrees (chapter 25)."""
    t = (jde - _EPOCH) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (
        (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    node = radians(125.04 - 1934.136 * t)
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % 360


def _new_moon(k: int) -> date:
    """The civil day of a new moon; k counts from that of 6 January 2000."""
    return date.fromordinal(floor(_moment(k)))


@cache
def _moment(k: int) -> float:
    """The moment of a new moon in civil time: the ordinal of its day and the part of the day that is over."""
    t = k / 1236.85
    jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * t**2 - 0.000000150 * t**3 + 0.00000000073 * t**4
    m = 2.5534 + 29.10535670 * k - 0.0000014 * t**2 - 0.00000011 * t**3
    moon = 201.5643 + 385.81693528 * k + 0.0107582 * t**2 + 0.00001238 * t**3 - 0.000000058 * t**4
    f = 160.7108 + 390.67050284 * k - 0.0016118 * t**2 - 0.00000227 * t**3 + 0.000000011 * t**4
    omega = 124.7746 - 1.56375588 * k + 0.0020672 * t**2 + 0.00000215 * t**3
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    for size, power, of_m, of_moon, of_f, of_omega in _PERIODIC:
        jde += size * e**power * sin(radians(of_m * m + of_moon * moon + of_f * f + of_omega * omega))
    for number, (size, start, growth) in enumerate(_PLANETARY):
        argument = start + growth * k - (0.009173 * t**2 if number == 0 else 0)
        jde += size * sin(radians(argument))
    return jde - _delta(jde) + _ZONE - _DAY_ZERO


def seconds_from_midnight(first: date) -> float:
    """How far from midnight the new moon is that makes a day the first of its month."""
    k = round((first.toordinal() + _DAY_ZERO - _EPOCH - 5) / _MONTH)
    moment = next(_moment(each) for each in (k - 1, k, k + 1) if floor(_moment(each)) == first.toordinal())
    return min(moment % 1, 1 - moment % 1) * 86400


def _delta(jd: float) -> float:
    """Dynamical time less universal time, in days."""
    y = 2000 + (jd - _EPOCH) / 365.25
    return _delta_seconds(y) / 86400


def _delta_seconds(y: float) -> float:
    spans = (
        (1900, 1860, (7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1 / 233174)),
        (1920, 1900, (-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)),
        (1941, 1920, (21.20, 0.84493, -0.076100, 0.0020936)),
        (1961, 1950, (29.07, 0.407, -1 / 233, 1 / 2547)),
        (1986, 1975, (45.45, 1.067, -1 / 260, -1 / 718)),
        (2005, 2000, (63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)),
        (2050, 2000, (62.92, 0.32217, 0.005589)),
    )
    for until, origin, factors in spans:
        if y < until:
            return sum(factor * (y - origin) ** power for power, factor in enumerate(factors))
    return -20 + 32 * ((y - 1820) / 100) ** 2 - 0.5628 * (2150 - y)
