"""How the cells of a superior's workbook are marked: a tone, a sign and a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.ui.common.theme import Shape, Tone
from thidua_desktop.ui.reports.workbook_board import CellState


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a cell is marked, and by which word."""

    text: str
    tone: Tone
    shape: Shape


LOOKS: Mapping[CellState, StateLook] = {
    CellState.TIED: StateLook("Đã nối", Tone.SUCCESS, Shape.CHECK),
    CellState.MOVED: StateLook("Đã nối, chỗ đã đổi", Tone.WARNING, Shape.ARROW),
    CellState.SURE: StateLook("Đề xuất, hiểu đủ đầu dòng và đầu cột", Tone.INFO, Shape.HALF),
    CellState.LIKELY: StateLook("Đề xuất, còn chữ chưa hiểu", Tone.WARNING, Shape.QUESTION),
    CellState.OPEN: StateLook("Chưa nối", Tone.DANGER, Shape.RING),
    CellState.ALONE: StateLook("Để nguyên", Tone.MUTED, Shape.CROSS),
    CellState.FORMULA: StateLook("Công thức, tự tính", Tone.MUTED, Shape.DOT),
}
