"""The design system: contrast, a look for every state, a font with Vietnamese letters."""

from __future__ import annotations

from enum import Enum
from importlib import import_module

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.plans import Doubt, PlanState
from thidua_desktop.domain.tasks import Standing, TaskState
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.chip_looks import LOOKS
from thidua_desktop.ui.common.stylesheet import stylesheet
from thidua_desktop.ui.common.theme import Shape, Tokens, Tone

SCHEMES = [theme.LIGHT, theme.DARK]


def luminance(value: str) -> float:
    channels = QColor(value).getRgbF()[:3]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("now", SCHEMES, ids=["light", "dark"])
def test_every_text_stands_out_from_every_ground_that_it_stands_on(now: Tokens) -> None:
    grounds = (now.window, now.surface, now.raised, now.accent_soft)
    pairs = [(ink, ground) for ink in (now.text, now.muted, now.accent) for ground in grounds]
    pairs += [(now.text, now.selection), (now.on_accent, now.accent)]
    for tone in Tone:
        ink = now.tones[tone]
        pairs += [(ink.text, ink.ground), (ink.text, now.surface)]
    weak = [(ink, ground, round(contrast(ink, ground), 2)) for ink, ground in pairs if contrast(ink, ground) < 4.5]
    assert weak == []


@pytest.mark.parametrize("now", SCHEMES, ids=["light", "dark"])
def test_borders_of_fields_can_be_seen(now: Tokens) -> None:
    assert contrast(now.line_strong, now.surface) >= 3


@pytest.mark.parametrize("name", LOOKS)
def test_looks_are_those_of_the_members_of_an_enumeration(name: str) -> None:
    module, _, kind = name.rpartition(".")
    members = getattr(import_module(f"thidua_desktop.domain.{module}"), kind)
    assert [theme.chip(member) for member in members] == [LOOKS[name][member.name] for member in members]
    assert len(LOOKS[name]) == len(members)


@pytest.mark.parametrize("kind", [Standing, TaskState, NominationState, PlanState, Severity, Doubt])
def test_every_state_has_a_tone_and_a_shape(kind: type[Enum]) -> None:
    for member in kind:
        tone, shape = theme.chip(member)
        assert isinstance(tone, Tone)
        assert isinstance(shape, Shape)


def test_states_of_one_tone_differ_in_shape() -> None:
    for kind in (Standing, TaskState):
        looks = [theme.chip(member) for member in kind]
        assert len(set(looks)) == len(looks)


def test_the_font_has_vietnamese_letters(qapp: QApplication) -> None:
    family = QFontInfo(theme.interface_font()).family()
    assert family in QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese)


@pytest.mark.parametrize("now", SCHEMES, ids=["light", "dark"])
def test_the_style_sheet_has_no_gaps(qapp: QApplication, now: Tokens) -> None:
    assert "$" not in stylesheet(now)


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    names = sorted(path.stem for path in resource("icons").iterdir())
    assert len(names) > 30
    for name in names:
        assert not icons.icon(name).pixmap(16, 16).isNull()


@pytest.mark.parametrize("now", SCHEMES, ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_boxes_to_tick_can_be_seen_ticked_or_not(
    qtbot: QtBot, kind: type[QCheckBox] | type[QRadioButton], now: Tokens
) -> None:
    box = kind("Lập phiếu")
    qtbot.addWidget(box)
    box.setStyleSheet(f"{stylesheet(now)} QCheckBox, QRadioButton {{ background: {now.surface}; }}")
    box.resize(120, 24)
    for ticked in (False, True):
        box.setChecked(ticked)
        picture = box.grab().toImage()
        middle = [picture.pixelColor(x, 12).name() for x in range(18)]
        assert max(contrast(each, now.surface) for each in middle) >= 2.5, ticked  # a round border is softened
    assert max(contrast(each, now.accent) for each in middle) >= 4, "the sign stands out from its ground"
