"""What the history says of choices that are kept: columns of lists, places on the forms of certificates."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from thidua_desktop.domain.certificates import Letters, Placement, ZoneShift, read_offset, read_placement
from thidua_desktop.domain.list_exports import ExportReport, LineColumn
from thidua_desktop.wording import list_exports
from thidua_desktop.wording.certificates import LABELS, ZONES

CERTIFICATE, FORGOTTEN = "certificate", "forgotten"
_RECORDS = {CERTIFICATE: "Vị trí in trên phôi", FORGOTTEN: "Gợi ý đã bỏ"}
_REPORTS = {CERTIFICATE: "Bằng khen, giấy khen", FORGOTTEN: "Gợi ý khi gõ"}
_BARE = "phôi đã có chữ “Quyết định số”, “Vào sổ vàng số”"
_OFFSET = "offset"


def record(report: str, name: str) -> str:
    """What such a choice is called."""
    return f"{_RECORDS.get(report, 'Mẫu cột')}: {name}"


def _report(value: str, _names: object) -> str:
    return _REPORTS.get(value) or list_exports.TITLES[ExportReport(value)]


def _columns(value: str, _names: object) -> str:
    kept: list[str] = json.loads(value)
    if any(";" in text for text in kept):
        return "; ".join(_settled(kept))
    return "; ".join(list_exports.HEADINGS[LineColumn(code)] if code in set(LineColumn) else code for code in kept)


def _settled(kept: list[str]) -> Iterator[str]:
    if any(text.startswith(_OFFSET) for text in kept):
        offset = read_offset(kept)
        yield f"lệch sang phải {_number(offset.right)} mm, xuống {_number(offset.down)} mm"
        return
    placement: Placement = read_placement(kept)
    if placement.letters is not Letters.AS_WRITTEN:
        yield LABELS[placement.letters].lower()
    if placement.bare:
        yield _BARE
    for zone, shift in placement.shifts.items():
        yield f"{ZONES[zone]}: {', '.join(_shift(shift))}"


def _shift(shift: ZoneShift) -> Iterator[str]:
    if shift.printed is not None:
        yield "in" if shift.printed else "không in"
    if shift.right or shift.down:
        yield f"sang phải {_number(shift.right)} mm, xuống {_number(shift.down)} mm"
    if shift.size is not None:
        yield f"cỡ chữ {_number(shift.size)}"


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


WRITTEN: dict[tuple[str, str], Callable[[Any, object], str]] = {
    ("export_presets", "report"): _report,
    ("export_presets", "columns"): _columns,
}
"""As ``history._SPECIAL``."""
