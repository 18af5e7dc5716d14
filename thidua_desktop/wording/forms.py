"""Fixed words of statutory forms, and how their figures are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from thidua_desktop.domain.forms.choosing import Choice, Substitute
from thidua_desktop.domain.forms.expansion import Named
from thidua_desktop.domain.forms.filling import Cell, Origin
from thidua_desktop.domain.forms.model import FormModel
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.questions import Dimension
from thidua_desktop.wording import formats, statistics

_HUNDREDTHS = Decimal("0.01")

FORM_NUMBER = "Biểu số:"
RECEIVED = "Ngày nhận báo cáo:"
FROM = "Đơn vị báo cáo:"
TO = "Đơn vị nhận báo cáo:"
MEASURE = "Đơn vị tính:"
COMPILER = "Người lập biểu"
HEAD_OF_UNIT = "Thủ trưởng đơn vị"
SIGN = "(Ký, họ tên)"
SIGN_AND_SEAL = "(Ký, họ tên, đóng dấu)"
NOTES = "Ghi chú:"
NOTHING = "-"
"""What statistical forms print for none."""
TO_BE_WRITTEN = "……………………"
"""A name that the office has not given: left to the pen."""
NOT_KNOWN = "…"
"""A figure that the clerk has not typed yet."""
MODEL_UNSURE = "Mẫu biểu chưa đối chiếu được với văn bản gốc."
HAND_ALL = "Số liệu của biểu do cơ quan nhập."
EMPTY_NOTE = "Ô có dấu … chưa có số liệu."

_LONG = 34
"""Letters of an award's name that narrow columns have room for."""

ORIGINS = {
    Origin.COMPUTED: "đếm từ tệp dữ liệu",
    Origin.HAND: "nhập tay",
    Origin.SUM: "cộng từ các ô khác",
    Origin.SHARE: "tỷ lệ của hai ô",
    Origin.EMPTY: "không có số liệu",
}
"""Where a figure comes from, as the screen says it."""


def number(value: int | Decimal | None) -> str:
    """A figure as paper shows it: ``1.234``, ``2,5``; a hyphen for none, empty where nothing is known."""
    if value is None:
        return ""
    if not value:
        return NOTHING
    if isinstance(value, int) or value == value.to_integral_value():
        return formats.whole(int(value))
    whole, _, decimals = f"{value.normalize():f}".partition(".")
    return f"{formats.whole(int(whole))},{decimals}"


def share(value: Decimal | None) -> str:
    """``88,89%``; a hyphen where it is none, or there is nothing to take a share of."""
    if not value:
        return NOTHING
    return f"{(value * 100).quantize(_HUNDREDTHS, ROUND_HALF_UP)}%".replace(".", ",")


def hand_note(rows: Sequence[str], columns: Sequence[str]) -> str:
    """Which rows and columns of a form the clerk has typed."""
    places = [f"dòng {', '.join(rows)}"] if rows else []
    places += [f"cột {', '.join(columns)}"] if columns else []
    return f"Số liệu do cơ quan nhập: {'; '.join(places)}."


def shown(cell: Cell) -> str:
    """A cell as paper and screen show it."""
    if cell.origin is Origin.SHARE:
        return share(Decimal(cell.value) if cell.value is not None else None)
    if cell.open and cell.value is None:
        return NOT_KNOWN
    return number(cell.value)


def value_names(names: Names, abbreviations: Mapping[str, str]) -> Callable[[Dimension, str], Named]:
    """What repeated rows and columns are called; ``abbreviations`` of awards by id."""

    def named(dimension: Dimension, code: str) -> Named:
        label = statistics.value(dimension, code, names)
        short = abbreviations.get(code, "") if dimension is Dimension.AWARD and len(label) > _LONG else ""
        detail = ""
        if dimension is Dimension.MOVEMENT and code in names.movement_scopes:
            detail = statistics.value(Dimension.SCOPE, names.movement_scopes[code], names)
        return Named(label, detail, short)

    return named


def basis_note(choice: Choice) -> str:
    """What the paper says of its model where it is not certainly the right one; empty where it is."""
    model = choice.model
    match choice.substitute:
        case Substitute.ENDED:
            until = formats.day_in_text(model.basis.valid_to) if model.basis.valid_to is not None else ""
            new = f", nay theo {model.replaced_by}" if model.replaced_by else ""
            return f"Biểu lập theo mẫu của {model.basis.citation} (có hiệu lực đến {until}{new}); chưa có mẫu mới."
        case Substitute.NOT_YET:
            since = formats.day_in_text(model.basis.valid_from) if model.basis.valid_from is not None else ""
            return f"Biểu lập theo mẫu của {model.basis.citation} (có hiệu lực từ {since})."
        case _:
            return "" if model.basis.confidence is Confidence.SEEN else MODEL_UNSURE


def validity(model: FormModel) -> str:
    """For which time a model holds: ``Có hiệu lực từ 23/3/2023 đến 07/10/2025``; empty where nobody has said."""
    since, until = model.basis.valid_from, model.basis.valid_to
    if since is None and until is None:
        return ""
    parts = [f"từ {formats.day_in_text(since)}"] if since is not None else []
    parts += [f"đến {formats.day_in_text(until)}"] if until is not None else []
    return f"Có hiệu lực {' '.join(parts)}"


def file_stem(code: str, period: str) -> str:
    """The name of a form's file, without its ending: ``Biểu 0602.N - Năm 2026``; not yet safe for every system."""
    return f"Biểu {code} - {period}"
