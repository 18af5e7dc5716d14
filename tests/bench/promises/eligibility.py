"""A hundred thousand nominations against two million records: the rules of the law, as many a second as can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tests.bench.frame import CPU, OURS, PEAK, Growth, Promise, Scene, Side, at_least

if TYPE_CHECKING:
    from thidua_desktop.domain.eligibility.prepared import PreparedRulebook
    from thidua_desktop.domain.eligibility.verdicts import Claim
    from thidua_desktop.domain.evidence import Evidence

_RATE, _WHOLE = "nominations_per_s", "with_files_per_s"
"""Judged a second of processor time by the rules alone, and with the records of each file arranged first."""
_ONE_BY_ONE = "each with its file arranged anew"
_DAY = date(2025, 12, 1)
_FILES = 10_000
"""Different files; a larger round takes them in turn."""
_HEAP = 50
"""Files arranged before their lines are judged. The program arranges each file right before its line; the clock, read
twice for each line, would be part of what is measured. Of 500 the first are out of the processor's memory again."""
_COMPARED = 97
"""Every so many nominations are judged by the other way too."""


@dataclass(frozen=True, slots=True)
class _Ready:
    book: PreparedRulebook
    lines: tuple[tuple[Claim, Evidence], ...]


def _lines(scene: Scene) -> _Ready:
    """Titles, praise, ratings and initiatives of ten years."""
    import gc

    from tests.bench.careers import career, claims
    from tests.domain.eligibility.files import prepared

    gc.set_threshold(2_000, 20, 1_000_000)  # as the program has it (``thidua_desktop.app``), for either side
    files = [career(number) for number in range(min(_FILES, scene.rows))]
    asked = claims(_DAY)
    lines = tuple((asked[number % len(asked)], files[number % len(files)]) for number in range(scene.rows))
    return _Ready(prepared(_DAY), lines)


def _in_one_go(ready: _Ready) -> dict[str, float]:
    import time

    from thidua_desktop.domain.eligibility.check import check, check_all
    from thidua_desktop.domain.eligibility.prepared import PreparedEvidence

    spent = judging = 0.0
    for start in range(0, len(ready.lines), _HEAP):
        heap = ready.lines[start : start + _HEAP]
        begun = time.process_time()
        given = [(claim, PreparedEvidence(file)) for claim, file in heap]
        arranged = time.process_time()
        found = list(check_all(given, ready.book))
        ended = time.process_time()
        spent, judging = spent + ended - begun, judging + ended - arranged
        for at in range(0, len(heap), _COMPARED):
            assert check(*heap[at], ready.book) == found[at]
    return {_RATE: len(ready.lines) / judging, _WHOLE: len(ready.lines) / spent}


def _one_by_one(ready: _Ready) -> dict[str, float]:
    import time

    from thidua_desktop.domain.eligibility.check import check

    begun = time.process_time()
    for claim, file in ready.lines:
        check(claim, file, ready.book)
    return {_RATE: len(ready.lines) / (time.process_time() - begun)}


PROMISES = (
    Promise(
        "eligibility",
        "Eligibility of {rows} nominations, each against some twenty records of its recipient",
        100_000,
        Side(OURS, _in_one_go, _lines, most_rounds=3),
        (at_least(_RATE, 20_000),),
        (Side(_ONE_BY_ONE, _one_by_one, _lines, most_rounds=3),),
        growth=Growth((1_000, 10_000, 100_000)),
        shown=(_RATE, _WHOLE, CPU, PEAK),
        note="Measured with a Python built without profile-guided optimisation. Next: the rules of one award compiled "
        "into one function.",
    ),
)
