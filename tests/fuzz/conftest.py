"""The numbers of inputs tried are what a run is for, so they stand at its end, shown without ``-s``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

TRIED = "inputs tried"
"""The property under which a test reports what it has tried; it reaches the summary from other processes too."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each test that has tried inputs, and their sum."""
    told = list(_told(terminalreporter))
    if told:
        terminalreporter.section("fuzz: inputs tried")
        for count, line in told:
            terminalreporter.write_line(f"{count:>6}  {line}")
        terminalreporter.write_line(f"{sum(count for count, _ in told):>6}  in all")


def _told(reporter: pytest.TerminalReporter) -> Iterator[tuple[int, str]]:
    for outcome in ("passed", "failed"):
        for report in reporter.stats.get(outcome, ()):
            yield from (value for name, value in getattr(report, "user_properties", ()) if name == TRIED)
