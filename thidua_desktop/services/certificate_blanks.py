"""The forms that certificates are printed on, out of the data files of the program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.certificates import Blank, CertificateBlankUnknown, Face, Side, Zone, ZoneBox

FOLDER = "certificates"
_ALL = "all"


class _Source(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    confidence: Literal["seen", "known", "unsure"]


class _Paper(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    name: str
    width: float
    height: float
    source: str
    confidence: Literal["seen", "known", "unsure"]


class _Mode(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    name: str
    prints: tuple[Zone, ...] | str
    frame: bool = False

    def zones(self) -> frozenset[Zone]:
        return frozenset(Zone) if self.prints == _ALL else frozenset(map(Zone, self.prints))


class _Zone(msgspec.Struct, forbid_unknown_fields=True):
    zone: Zone
    left: float
    top: float
    width: float
    height: float
    size: float
    least: float
    lines: int
    style: Face
    align: Side
    red: bool = False

    def box(self, paper: _Paper) -> ZoneBox:
        return ZoneBox(
            zone=self.zone,
            left=self.left * paper.width,
            top=self.top * paper.height,
            width=self.width * paper.width,
            height=self.height * paper.height,
            size=self.size,
            least=self.least,
            lines=self.lines,
            style=self.style,
            align=self.align,
            red=self.red,
        )


class _File(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    kinds: tuple[str, ...]
    lines: _Source
    places: _Source
    paper: tuple[_Paper, ...]
    mode: tuple[_Mode, ...]
    zone: tuple[_Zone, ...]


@lru_cache(maxsize=1)
def blanks() -> tuple[Blank, ...]:
    """Every form: kind by kind, paper by paper, from what has most printed already to plain paper."""
    found: list[Blank] = []
    for path in sorted(resource(FOLDER).glob("*.toml")):
        written = msgspec.toml.decode(path.read_bytes(), type=_File)
        found.extend(
            Blank(
                code=f"{path.stem}-{paper.code}-{mode.code}",
                kind=written.name,
                paper=paper.name,
                mode=mode.name,
                width=paper.width,
                height=paper.height,
                boxes=tuple(zone.box(paper) for zone in written.zone),
                prints=mode.zones(),
                awards=written.kinds,
                frame=mode.frame,
            )
            for paper in written.paper
            for mode in written.mode
        )
    return tuple(found)


def blank_of(code: str) -> Blank:
    """A form by its code.

    Raises:
        CertificateBlankUnknown: there is none.
    """
    found = next((blank for blank in blanks() if blank.code == code), None)
    if found is None:
        raise CertificateBlankUnknown(code=code, known=", ".join(blank.code for blank in blanks()))
    return found


def usual_blank(award_kinds: Sequence[str]) -> Blank:
    """The form that a decision's awards are usually printed on: one that has everything printed but the names."""
    fitting = [blank for blank in blanks() if any(kind in blank.awards for kind in award_kinds)]
    return (fitting or [blank for blank in blanks() if "giay_khen" in blank.awards])[0]
