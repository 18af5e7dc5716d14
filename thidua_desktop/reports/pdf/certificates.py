"""Certificates as PDF: a page for each, exactly as large as the form, nothing but what the form lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from thidua_desktop.domain.certificates import Blank, Offset, Zone, ZoneBox
from thidua_desktop.reports import fonts
from thidua_desktop.reports.certificates import Run
from thidua_desktop.reports.model import Style
from thidua_desktop.reports.typeset import MM, Type
from thidua_desktop.wording.certificates import PROOF, ZONES

_RED = Color(0.80, 0.06, 0.10)
_BLACK = Color(0, 0, 0)
_PALE = Color(0.78, 0.78, 0.78)
_FAINT = Color(0.90, 0.90, 0.90)
_RULE, _RULE_GAP = 0.75, 1.5
_FRAME = ((8.0, 2.2), (10.0, 0.6))
"""The frame on plain paper: distances from the edge in millimetres, thickness in points. Corners bear no motif."""
_NAME = Type(Style.REGULAR, 7)
_MARK = 5.0
_TENS, _FIVES, _ONES = 5.0, 3.5, 2.0


def write(pages: Iterable[Sequence[Run]], blank: Blank, target: Path, *, title: str, proof: bool = False) -> int:
    """Write a page for each certificate; gives how many.

    Args:
        proof: every page bears a mark across it, so that nobody takes it for a certificate.

    Raises:
        GlyphMissing: ``target`` is then not a PDF.
    """
    canvas = _canvas(blank, target, title)
    count = 0
    for runs in pages:
        if proof:
            _draw_mark(canvas, blank)
        if blank.frame:
            _draw_frame(canvas, blank)
        _draw_runs(canvas, blank, runs)
        canvas.showPage()
        count += 1
    canvas.save()
    return count


def write_sample(blank: Blank, boxes: Sequence[ZoneBox], offset: Offset, target: Path, *, title: str) -> None:
    """A page to lay over a form against the light: rulers along the edges, and the room of every line with its name.

    The rulers are moved with the printer's offset, as everything is: their zero lies on the edge when it is right.
    """
    canvas = _canvas(blank, target, title)
    canvas.setStrokeColor(_BLACK)
    canvas.setLineWidth(0.3)
    _draw_rulers(canvas, blank, offset)
    for box in boxes:
        bottom = _y(blank, (box.top + box.height) * MM)
        canvas.rect(box.left * MM, bottom, box.width * MM, box.height * MM)
        told = f"{ZONES[box.zone]} – {_decimal(box.left)} × {_decimal(box.top)} mm"
        _text(canvas, blank, told, (box.left * MM + 2, box.top * MM + 1), _NAME)
    canvas.showPage()
    canvas.save()


def _canvas(blank: Blank, target: Path, title: str) -> Canvas:
    canvas = Canvas(
        str(target),
        pagesize=(blank.width * MM, blank.height * MM),
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.name(Style.REGULAR),  # type: ignore[arg-type]  # as in ``Sheet``
        lang="vi-VN",
    )
    canvas.setTitle(title)
    canvas.setCreator("Thi Đua Desktop")
    canvas.setAuthor("")
    return canvas


def _y(blank: Blank, top: float) -> float:
    return blank.height * MM - top


def _text(canvas: Canvas, blank: Blank, text: str, at: tuple[float, float], face: Type) -> None:
    left, top = at
    canvas.setFont(fonts.name(face.style), face.size)
    canvas.drawString(left, _y(blank, top + face.size * fonts.ASCENT), text)


def _draw_runs(canvas: Canvas, blank: Blank, runs: Sequence[Run]) -> None:
    for run in runs:
        canvas.setFillColor(_RED if run.red else _BLACK)
        _text(canvas, blank, run.text, (run.left, run.top), run.type)
        if run.zone is Zone.MOTTO:
            y = _y(blank, run.top + run.type.leading + _RULE_GAP)
            canvas.setStrokeColor(_BLACK)
            canvas.setLineWidth(_RULE)
            canvas.line(run.left, y, run.left + run.width, y)
    canvas.setFillColor(_BLACK)


def _draw_mark(canvas: Canvas, blank: Blank) -> None:
    size = blank.height * MM * 0.2
    canvas.saveState()
    canvas.setFillColor(_FAINT)
    canvas.setFont(fonts.name(Style.BOLD), size)
    canvas.translate(blank.width * MM / 2, blank.height * MM / 2)
    canvas.rotate(30)
    canvas.drawCentredString(0, -size / 3, PROOF)
    canvas.restoreState()


def _draw_frame(canvas: Canvas, blank: Blank) -> None:
    canvas.setStrokeColor(_RED)
    for edge, thick in _FRAME:
        canvas.setLineWidth(thick)
        canvas.rect(edge * MM, edge * MM, (blank.width - 2 * edge) * MM, (blank.height - 2 * edge) * MM)


def _draw_rulers(canvas: Canvas, blank: Blank, offset: Offset) -> None:
    for at, length in _ticks(blank.width):
        x = (at + offset.right) * MM
        canvas.line(x, _y(blank, offset.down * MM), x, _y(blank, (offset.down + length) * MM))
        if at % 10 == 0 and at:
            _text(canvas, blank, str(at), (x + 1, (offset.down + _TENS) * MM - _NAME.leading), _NAME)
    for at, length in _ticks(blank.height):
        y = _y(blank, (at + offset.down) * MM)
        canvas.line(offset.right * MM, y, (offset.right + length) * MM, y)
        if at % 10 == 0 and at:
            _text(canvas, blank, str(at), ((offset.right + _TENS) * MM + 1, (at + offset.down) * MM - 4), _NAME)
    canvas.setStrokeColor(_PALE)
    canvas.rect(_MARK * MM, _MARK * MM, (blank.width - 2 * _MARK) * MM, (blank.height - 2 * _MARK) * MM)
    canvas.setStrokeColor(_BLACK)


def _ticks(length: float) -> Iterator[tuple[int, float]]:
    for at in range(int(length) + 1):
        yield at, _TENS if at % 10 == 0 else _FIVES if at % 5 == 0 else _ONES


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
