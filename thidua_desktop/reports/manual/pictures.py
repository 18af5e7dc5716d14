"""Pictures of screens made small enough to ship: few colours, the same picture gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

_COLOURS = 64


def shrink(source: Path, target: Path) -> None:
    """Write a picture as PNG with a palette; letters of a screen need no more than a few dozen colours."""
    with Image.open(source) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(target, "PNG", optimize=True)
