"""Certificates set in type: how large the letters of each line are and where they stand, before anything is drawn.

Letters become smaller by steps, then a text is broken in more lines where a reader would pause. Nothing is cut off: a
text that has no room even so is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.certificates import Certificate, Face, Letters, Side, Zone, ZoneBox
from thidua_desktop.reports.model import Style
from thidua_desktop.reports.texts import NO_BREAK, printable
from thidua_desktop.reports.typeset import MM, Line, Type, phrased, wrapped

_STEP = 0.5
_TIGHT = {Zone.MERIT: 0.93, Zone.POST: 0.85}
_TIGHT_NAMES = 0.72
"""How small letters become before a text gets one line more than it has: sentences soon, names and titles late."""
_STYLES = {
    Face.REGULAR: Style.REGULAR,
    Face.BOLD: Style.BOLD,
    Face.ITALIC: Style.ITALIC,
    Face.BOLD_ITALIC: Style.BOLD_ITALIC,
}
_PROSE = frozenset({Zone.MERIT})
"""Sentences are filled word by word; names and titles are broken between phrases."""
_EVEN = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""Shares of the width in which as many lines are tried, so that the last is not a single word."""
_FROM_TOP = frozenset({Zone.SIGNER_POSTS})


class CertificateTextTooLong(AppError):
    """A text has no room on its place, even in the smallest letters on as many lines as there may be."""

    code = "certificate.text_too_long"


@dataclass(frozen=True, slots=True)
class Run:
    """A line of letters: ``left`` and ``top`` of its upper left corner in points from that of the sheet."""

    zone: Zone
    text: str
    left: float
    top: float
    width: float
    type: Type
    red: bool = False


def laid_out(certificate: Certificate, boxes: Sequence[ZoneBox]) -> tuple[Run, ...]:
    """Every line of a certificate on its place.

    Raises:
        CertificateTextTooLong: naming the recipient.
        GlyphMissing: a character that no face has.
    """
    runs: list[Run] = []
    for box in boxes:
        texts = [line for text in certificate.texts.get(box.zone, ()) for line in printable(text).split("\n")]
        texts = [text for text in texts if text.strip()]
        if texts:
            runs.extend(_set(tuple(texts), box, certificate.name))
    return tuple(runs)


def printed_name(runs: Sequence[Run], certificate: Certificate, letters: Letters) -> str | None:
    """The recipient's name as it would stand on paper, read out of the lines themselves; None where none is printed.

    Capitals are a way of writing, not another name: the name in capitals counts as the name.
    """
    text = " ".join(run.text for run in runs if run.zone is Zone.RECIPIENT)
    if not text:
        return None
    honorific = f"{certificate.honorific} " if certificate.honorific else ""
    bare = text[len(honorific) :] if honorific and text.startswith(honorific) else text
    return certificate.name if letters is Letters.CAPITALS and bare == certificate.name.upper() else bare


def _set(texts: tuple[str, ...], box: ZoneBox, name: str) -> list[Run]:
    fitted = _fitted(texts, box)
    if fitted is None:
        raise CertificateTextTooLong(name=name, text=" ".join(texts))
    face, lines = fitted
    room = box.height * MM - len(lines) * face.leading
    top = box.top * MM + (0 if box.zone in _FROM_TOP else room / 2)
    runs = []
    for order, (text, width) in enumerate(lines):
        left = box.left * MM + (0 if box.align is Side.LEFT else (box.width * MM - width) / 2)
        runs.append(Run(box.zone, text, left, top + order * face.leading, width, face, box.red))
    return runs


@lru_cache(maxsize=512)
def _fitted(texts: tuple[str, ...], box: ZoneBox) -> tuple[Type, list[tuple[str, float]]] | None:
    """The largest letters on the fewest lines that have room; None where none have. Most lines are on every sheet."""
    style = _STYLES[box.style]
    most_lines = max(box.lines, len(texts))
    for most in range(len(texts), most_lines + 1):
        tight = box.size * _TIGHT.get(box.zone, _TIGHT_NAMES)
        least = box.least if most == most_lines else max(box.least, tight)
        size = box.size
        while size >= least:
            face = Type(style, size)
            lines = _lines(texts, face, box, most)
            if lines is not None:
                return face, lines
            size -= _STEP
    return None


def _lines(texts: Sequence[str], face: Type, box: ZoneBox, most: int) -> list[tuple[str, float]] | None:
    """The lines in letters of a size; None where they have no room."""
    width = box.width * MM
    if most * face.leading > box.height * MM and len(texts) * face.leading > box.height * MM:
        return None
    found: list[tuple[str, float]] = []
    for text in texts:
        whole = wrapped(text, face, float("inf"))[0]
        if whole.width <= width:
            found.append((_spaced(whole.text), whole.width))
            continue
        if most == len(texts) or any(face.width(word) > width for word in text.split()):
            return None  # a word is never taken apart
        broken = _even(text, face, width) if box.zone in _PROSE else phrased(text, face, width)
        found.extend((_spaced(line.text), line.width) for line in broken)
    fits = len(found) <= most and len(found) * face.leading <= box.height * MM
    return found if fits and all(advance <= width for _, advance in found) else None


def _even(text: str, face: Type, width: float) -> tuple[Line, ...]:
    """The lines of a sentence, about as long as each other, for they stand in the middle of the sheet."""
    filled = wrapped(text, face, width)
    tried = (wrapped(text, face, width * share) for share in _EVEN)
    return next((lines for lines in tried if len(lines) == len(filled)), filled)


def _spaced(text: str) -> str:
    """The text with ordinary spaces: what kept words together has done its work."""
    return text.replace(NO_BREAK, " ")
