"""Certificates (bằng khen, giấy khen, bằng danh hiệu): what stands on one, where on the form (phôi), for which lines.

All measures are millimetres from the top left corner of the sheet, sizes of letters are points. What a form has
printed already is not printed again (document-forms §4.2); where its dots are, only the office knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from thidua_desktop.common.errors import AppError


class Zone(StrEnum):
    """A line of a certificate, from top to bottom (Nghị định 98/2023/NĐ-CP, Điều 104)."""

    NATION = "nation"
    MOTTO = "motto"
    AUTHORITY = "authority"
    GIVES = "gives"
    AWARD = "award"
    RECIPIENT = "recipient"
    POST = "post"
    MERIT = "merit"
    DECISION = "decision"
    GOLDEN_BOOK = "golden_book"
    PLACE_DAY = "place_day"
    SIGNER_POSTS = "signer_posts"
    SIGNER_NAME = "signer_name"


class Letters(StrEnum):
    """How the recipient's name is written."""

    AS_WRITTEN = "as_written"
    CAPITALS = "capitals"


class Face(StrEnum):
    """The face of a line."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"


class Side(StrEnum):
    """Where a line stands in its box."""

    LEFT = "left"
    CENTER = "center"


class CertificateBlankUnknown(AppError):
    """There is no form of that name."""

    code = "certificate.blank_unknown"


class CertificateLinesUnreadable(AppError):
    """The choice of lines cannot be read, or names one that the list does not have."""

    code = "certificate.lines_unreadable"


class CertificateMeasureImpossible(AppError):
    """A line would be moved farther than any form needs, or its letters be too small or too large to be meant."""

    code = "certificate.measure_impossible"


@dataclass(frozen=True, slots=True)
class ZoneBox:
    """The room of a line, and how its letters look.

    ``least`` is how small they may become; ``lines`` into how many lines a long text is broken at most.
    """

    zone: Zone
    left: float
    top: float
    width: float
    height: float
    size: float
    least: float
    lines: int = 1
    style: Face = Face.REGULAR
    align: Side = Side.CENTER
    red: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A form: its size, and which lines the program prints on it."""

    code: str
    """For instance ``giay-khen-a4-day-du``."""
    kind: str
    """Name of the kind: "Giấy khen, bằng danh hiệu"."""
    paper: str
    """Name of the paper: "A4 ngang (297 × 210 mm)"."""
    mode: str
    """Name of how much it has printed already: "phôi in sẵn"."""
    width: float
    height: float
    boxes: tuple[ZoneBox, ...]
    prints: frozenset[Zone]
    awards: tuple[str, ...] = ()
    """The groups of awards that are printed on it (``Award.kind``)."""
    frame: bool = False
    """Whether a frame is drawn, for plain paper."""

    @property
    def name(self) -> str:
        """The form in words."""
        return f"{self.kind}, {self.paper}, {self.mode}"


@dataclass(frozen=True, slots=True)
class ZoneShift:
    """How an office's form differs from the usual one in a line; ``printed`` None, ``size`` None: as usual."""

    printed: bool | None = None
    right: float = 0.0
    down: float = 0.0
    size: float | None = None


_UNMOVED = ZoneShift()


@dataclass(frozen=True, slots=True)
class Placement:
    """What an office has settled about a form."""

    shifts: Mapping[Zone, ZoneShift] = field(default_factory=dict)
    letters: Letters = Letters.AS_WRITTEN
    bare: bool = False
    """Whether the form has "Quyết định số", "Vào sổ vàng số" already, so that only what follows is printed."""

    def shift(self, zone: Zone) -> ZoneShift:
        """How a line differs from the usual."""
        return self.shifts.get(zone, _UNMOVED)

    def prints(self, blank: Blank, zone: Zone) -> bool:
        """Whether a line is printed on a form."""
        own = self.shift(zone).printed
        return zone in blank.prints if own is None else own


USUAL = Placement()


@dataclass(frozen=True, slots=True)
class Offset:
    """By how much a printer misses the form: everything is moved so far to the right and down."""

    right: float = 0.0
    down: float = 0.0


UNMOVED = Offset()


@dataclass(frozen=True, slots=True)
class Certificate:
    """The words of one certificate by line; a line without words is left out."""

    texts: Mapping[Zone, tuple[str, ...]]
    honorific: str
    name: str
    """The recipient as the list has the name."""


FARTHEST = 150.0
"""No line is moved farther than this, in millimetres."""
FARTHEST_OFFSET = 30.0
SMALLEST, LARGEST = 6.0, 120.0


def placed(blank: Blank, placement: Placement, offset: Offset = UNMOVED) -> tuple[ZoneBox, ...]:
    """The boxes of the lines that are printed, where this office's form and this printer need them.

    Raises:
        CertificateMeasureImpossible: a measure that can only be a slip of the key.
    """
    _within(FARTHEST_OFFSET, offset.right, offset.down)
    boxes = (box for box in blank.boxes if placement.prints(blank, box.zone))
    return tuple(_moved(box, placement.shift(box.zone), offset) for box in boxes)


def _moved(box: ZoneBox, shift: ZoneShift, offset: Offset) -> ZoneBox:
    _within(FARTHEST, shift.right, shift.down)
    size = box.size if shift.size is None else shift.size
    if not SMALLEST <= size <= LARGEST:
        raise CertificateMeasureImpossible(value=_decimal(size), least=_decimal(SMALLEST), most=_decimal(LARGEST))
    # Larger letters need more height; the middle of the line stays where it was.
    grown = max(0.0, box.height * (size / box.size - 1))
    return replace(
        box,
        left=box.left + shift.right + offset.right,
        top=box.top + shift.down + offset.down - grown / 2,
        height=box.height + grown,
        size=size,
        least=min(box.least, size),
    )


def _within(most: float, *values: float) -> None:
    for value in values:
        if not -most <= value <= most:
            raise CertificateMeasureImpossible(value=_decimal(value), least=_decimal(-most), most=_decimal(most))


def _decimal(value: float) -> str:
    return f"{value:g}".replace(".", ",")


_PLACES = re.compile(r"^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$")


def chosen_places(text: str, total: int) -> tuple[int, ...]:
    """The places of a list that a clerk names: ``1-5, 8``; all of them where nothing is named.

    Raises:
        CertificateLinesUnreadable: something else stands there, or the list has no such place.
    """
    places: list[int] = []
    for part in filter(None, map(str.strip, re.split(r"[,;]", text))):
        found = _PLACES.match(part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found is not None else (0, 0)
        if not 1 <= first <= last <= total:
            raise CertificateLinesUnreadable(text=part, total=total)
        places.extend(range(first, last + 1))
    return tuple(dict.fromkeys(places)) or tuple(range(1, total + 1))


def places_text(places: Sequence[int]) -> str:
    """The same in the other direction: ``1-5, 8``."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


# how it is kept

_LETTERS, _BARE, _OFFSET = "letters", "bare", "offset"


def written_placement(placement: Placement) -> tuple[str, ...]:
    """A placement as a file keeps it, a text for each thing that differs from the usual."""
    kept = [f"{_LETTERS};{placement.letters.value}"] if placement.letters is not Letters.AS_WRITTEN else []
    kept += [f"{_BARE};1"] if placement.bare else []
    for zone in Zone:
        shift = placement.shift(zone)
        if shift != _UNMOVED:
            printed = "" if shift.printed is None else str(int(shift.printed))
            size = "" if shift.size is None else f"{shift.size:g}"
            kept.append(f"{zone.value};{printed};{shift.right:g};{shift.down:g};{size}")
    return tuple(kept)


def read_placement(kept: Iterable[str]) -> Placement:
    """A placement out of a file; what a later program may have added is passed over."""
    letters, bare = Letters.AS_WRITTEN, False
    shifts: dict[Zone, ZoneShift] = {}
    for name, *values in (text.split(";") for text in kept):
        if name == _LETTERS and values == [Letters.CAPITALS.value]:
            letters = Letters.CAPITALS
        elif name == _BARE:
            bare = values == ["1"]
        elif name in set(Zone):
            shifts.update(_read_shift(Zone(name), values))
    return Placement(shifts, letters, bare)


def _read_shift(zone: Zone, values: Sequence[str]) -> Iterator[tuple[Zone, ZoneShift]]:
    try:
        printed, right, down, size = values
        wanted = bool(int(printed)) if printed else None
        shift = ZoneShift(wanted, float(right), float(down), float(size) if size else None)
    except ValueError:
        return
    yield zone, shift


def written_offset(offset: Offset) -> tuple[str, ...]:
    """An offset as a file keeps it."""
    return (f"{_OFFSET};{offset.right:g};{offset.down:g}",)


def read_offset(kept: Iterable[str]) -> Offset:
    """An offset out of a file; none where it cannot be read."""
    for name, *values in (text.split(";") for text in kept):
        if name == _OFFSET:
            try:
                right, down = map(float, values)
            except ValueError:
                break
            return Offset(right, down)
    return Offset()
