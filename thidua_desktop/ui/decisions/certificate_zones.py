"""The lines of a certificate as a table: which are printed, and how far each is moved on the office's own form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.certificates import Blank, Placement, Zone, ZoneBox, ZoneShift
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import RIGHT, Column, Editor
from thidua_desktop.wording.certificates import ZONES

_YES, _NO = "In", "Không in"


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A line with what the office has settled about it."""

    box: ZoneBox
    usual: bool
    """Whether the program prints it on this form where nothing is settled."""
    shift: ZoneShift

    @property
    def printed(self) -> bool:
        """Whether it is printed."""
        return self.usual if self.shift.printed is None else self.shift.printed


def zone_rows(blank: Blank, placement: Placement) -> tuple[ZoneRow, ...]:
    """The lines of a form."""
    return tuple(ZoneRow(box, box.zone in blank.prints, placement.shift(box.zone)) for box in blank.boxes)


def shifts_of(rows: Sequence[ZoneRow]) -> dict[Zone, ZoneShift]:
    """What differs from the usual."""
    return {row.box.zone: row.shift for row in rows if row.shift != ZoneShift()}


def read_measure(text: str) -> float:
    """A measure as it is typed: ``1,5``, ``-0.5``; 0 for nothing.

    Raises:
        EntryNotRead: anything else.
    """
    written = text.strip().casefold().removesuffix("mm").strip().replace(",", ".").replace("−", "-")
    if not written:
        return 0.0
    try:
        value = float(written)
    except ValueError:
        raise entry.EntryNotRead(text=text) from None
    if not abs(value) < _MEANT:
        raise entry.EntryNotRead(text=text)
    return value


_MEANT = 1000
"""No measure of a sheet has more millimetres; what is no number at all is told from one by this, too."""


def measure(value: float) -> str:
    """``1,5``."""
    return f"{value:g}".replace(".", ",")


def _printed(row: ZoneRow, text: str) -> ZoneRow:
    wanted = fold(text).strip()
    if wanted not in (fold(_YES), fold(_NO)):
        raise entry.EntryNotRead(text=text)
    printed = wanted == fold(_YES)
    return replace(row, shift=replace(row.shift, printed=None if printed == row.usual else printed))


def _sized(row: ZoneRow, text: str) -> ZoneRow:
    size = read_measure(text)
    return replace(row, shift=replace(row.shift, size=None if size in (0, row.box.size) else size))


def _moved_right(row: ZoneRow, text: str) -> ZoneRow:
    return replace(row, shift=replace(row.shift, right=read_measure(text)))


def _moved_down(row: ZoneRow, text: str) -> ZoneRow:
    return replace(row, shift=replace(row.shift, down=read_measure(text)))


ZONE_COLUMNS: tuple[Column[ZoneRow], ...] = (
    Column[ZoneRow]("zone", "Mục trên bằng", lambda row: ZONES[row.box.zone], 190, stretch=True),
    Column[ZoneRow](
        "printed",
        "In hay không",
        lambda row: _YES if row.printed else _NO,
        110,
        edit=_printed,
        editor=Editor.CHOICE,
        choices=lambda: (_YES, _NO),
        tooltip=lambda _row: "Phôi đã có chữ này thì chọn “Không in”.",
    ),
    Column[ZoneRow](
        "right",
        "Sang phải (mm)",
        lambda row: measure(row.shift.right),
        120,
        align=RIGHT,
        edit=_moved_right,
        tooltip=lambda _row: "Số âm: sang trái",
    ),
    Column[ZoneRow](
        "down",
        "Xuống dưới (mm)",
        lambda row: measure(row.shift.down),
        145,
        align=RIGHT,
        edit=_moved_down,
        tooltip=lambda _row: "Số âm: lên trên",
    ),
    Column[ZoneRow](
        "size",
        "Cỡ chữ",
        lambda row: measure(row.shift.size or row.box.size),
        80,
        align=RIGHT,
        edit=_sized,
        tooltip=lambda row: f"Cỡ thường dùng: {measure(row.box.size)}; chữ dài được thu nhỏ dần hoặc xuống dòng.",
    ),
)
