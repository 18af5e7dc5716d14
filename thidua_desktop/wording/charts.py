"""The charts of a period in words: titles, what is missing where nothing can be drawn."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.domain.statistics.charts import Chart, ChartCode
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.tables import TOTAL, Cell
from thidua_desktop.wording import statistics

TITLES: Mapping[ChartCode, str] = {
    ChartCode.PROGRESS: "Tiến độ nhiệm vụ trong quý",
    ChartCode.OVERDUE: "Nhiệm vụ quá hạn theo đơn vị",
    ChartCode.ROUNDS: "Các đợt xét và kết quả đề nghị",
    ChartCode.AWARDS: "Khen thưởng theo thời gian",
    ChartCode.DIRECT: "Tỷ lệ người trực tiếp được khen qua các năm",
}

EMPTY: Mapping[ChartCode, tuple[str, str]] = {
    ChartCode.PROGRESS: (
        "Quý này không có nhiệm vụ nào đến hạn",
        "Biểu đồ lấy từ nhiệm vụ của các kế hoạch. Mở kế hoạch ở thẻ Kế hoạch, hoặc chọn kỳ khác ở trên.",
    ),
    ChartCode.OVERDUE: (
        "Không có nhiệm vụ nào quá hạn",
        "Nhiệm vụ hết hạn mà chưa xong sẽ hiện ở đây theo đơn vị chủ trì.",
    ),
    ChartCode.ROUNDS: (
        "Kỳ này chưa có đợt xét nào có đề nghị",
        "Mở đợt xét ở thẻ Đề nghị khen thưởng và nhập danh sách của các đơn vị, hoặc chọn kỳ khác ở trên.",
    ),
    ChartCode.AWARDS: (
        "Kỳ này chưa có quyết định khen thưởng nào",
        "Ký quyết định ở thẻ Quyết định, hoặc nhập quyết định cũ vào sổ khen thưởng, biểu đồ sẽ có số liệu.",
    ),
    ChartCode.DIRECT: (
        "Năm năm qua chưa có cá nhân nào được khen",
        "Nhập quyết định cũ vào sổ khen thưởng để so sánh tỷ lệ người trực tiếp qua các năm.",
    ),
}
"""What is missing, and what to do for it."""


def title(chart: Chart) -> str:
    """``Khen thưởng theo thời gian – Năm 2026``."""
    return f"{TITLES[chart.code]} – {statistics.period(chart.table.period)}"


def legend(chart: Chart, column: int, names: Names) -> str:
    """What a pattern stands for, with how many there are of it: ``Cá nhân: 7``."""
    said = statistics.head(chart.table.columns[column], names)
    below = [cells[column] for head, cells in zip(chart.table.rows, chart.table.cells, strict=True) if head == TOTAL]
    return f"{said}: {statistics.cell(below[0])}" if below else said


def spoken(chart: Chart, names: Names) -> str:
    """The chart for a screen reader: every bar with its number."""
    lines = []
    for at in chart.bars:
        said = [
            f"{statistics.head(chart.table.columns[column], names)} {statistics.cell(chart.table.cells[at][column])}"
            for column in chart.drawn
            if _tells(chart.table.cells[at][column])
        ]
        if said:
            lines.append(f"{statistics.head(chart.table.rows[at], names)}: {', '.join(said)}")
    return ". ".join((title(chart), *lines))


def _tells(cell: Cell) -> bool:
    return not isinstance(cell, Figure) or bool(cell.value)
