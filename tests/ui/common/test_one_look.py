"""Colours, letters and distances come from the design system, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_layers import ROOT

UI = ROOT / "ui"
ON_PAPER = {"office/letterhead.py", "reports/chart_paper.py", "shots.py"}
"""What is printed, or stands for a page: black on white whatever the screen shows."""

RULES = {
    "a style sheet": re.compile(r"\.setStyleSheet\("),
    "a raw colour": re.compile(r"[\"']#[0-9a-fA-F]{3,8}\b|QColor\(\s*[\"'\d]|QColor\.from|rgba?\(\d"),
    "a colour of Qt": re.compile(r"Qt\.GlobalColor\.(?!transparent)"),
    "a size of letters": re.compile(r"setPointSizeF?\(|setPixelSize\(|font-size: ?\d"),
    "a distance": re.compile(r"(setContentsMargins|set(Horizontal|Vertical)?Spacing)\((\d+, )*[1-9]|spacing=[1-9]"),
    "a margin": re.compile(r"setContentsMargins\([^)]*(?<![\w.])[1-9]\d*\b"),
    "an icon that keeps its colour": re.compile(r"\.icon\([^)]*\)\.pixmap\("),
}


def sources() -> list[Path]:
    """Every module of the window outside the design system."""
    return [path for path in sorted(UI.rglob("*.py")) if not path.is_relative_to(UI / "common")]


@pytest.mark.parametrize("rule", RULES)
def test_screens_use_the_design_system(rule: str) -> None:
    found = [
        f"{path.relative_to(UI)}:{number}: {line.strip()}"
        for path in sources()
        if path.relative_to(UI).as_posix() not in ON_PAPER
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if RULES[rule].search(line)
    ]
    assert found == []


PLANTED = {
    "a style sheet": 'self.setStyleSheet(f"color: {ink.text};")',
    "a raw colour": 'painter.setPen(QColor("#33aa55"))',
    "a colour of Qt": "painter.setPen(Qt.GlobalColor.red)",
    "a size of letters": "font.setPointSize(14)",
    "a distance": "layout.setSpacing(6)",
    "a margin": "bar.setContentsMargins(theme.SPACE_M, 6, theme.SPACE_M, 6)",
    "an icon that keeps its colour": 'sign.setPixmap(icons.icon("lock").pixmap(18, 18))',
}


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_sees_what_it_forbids(rule: str) -> None:
    assert RULES[rule].search(PLANTED[rule])


@pytest.mark.parametrize(
    "line",
    [
        "layout.setContentsMargins(0, 0, 0, 0)",
        "bar.setContentsMargins(theme.SPACE_M, 0, theme.SPACE_S, theme.SPACE_XS)",
        "frame.setSpacing(theme.SPACE_S)",
        "painter.setPen(QColor(now.text))",
    ],
)
def test_what_comes_from_the_design_system_is_allowed(line: str) -> None:
    assert not any(rule.search(line) for rule in RULES.values())
