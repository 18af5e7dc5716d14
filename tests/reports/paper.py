"""What stands where on the pages of a PDF, in millimetres from the top left corner."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

MM = 72 / 25.4


@dataclass(frozen=True)
class Text:
    """A run of text: ``left`` and ``right`` of its letters, ``base`` the line it stands on."""

    page: int
    left: float
    right: float
    base: float
    text: str
    font: str
    size: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def length(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def level(self) -> bool:
        return abs(self.bottom - self.top) < 0.01


@dataclass(frozen=True)
class Paper:
    sizes: tuple[tuple[float, float], ...]
    texts: tuple[Text, ...]
    rules: tuple[Rule, ...]

    def find(self, start: str, page: int | None = None) -> Text:
        """The first run that begins so."""
        return next(run for run in self.texts if run.text.startswith(start) and page in (None, run.page))

    def on(self, page: int) -> list[Text]:
        return [run for run in self.texts if run.page == page]

    def words(self) -> str:
        return " ".join(run.text for run in self.texts)

    def rule_below(self, run: Text) -> Rule:
        """The nearest level rule under a run of text, around its middle."""
        near = [
            rule
            for rule in self.rules
            if rule.page == run.page and rule.level and rule.left < run.middle < rule.right and rule.top > run.base
        ]
        return min(near, key=lambda rule: rule.top)


def read(path: Path) -> Paper:
    document = pdfium.PdfDocument(path)
    sizes: list[tuple[float, float]] = []
    texts: list[Text] = []
    rules: list[Rule] = []
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        sizes.append((width / MM, height / MM))
        textpage = page.get_textpage()
        for item in page.get_objects(textpage=textpage):
            if item.type == raw.FPDF_PAGEOBJ_TEXT:
                left, _, right, _ = item.get_bounds()
                base = (height - item.get_matrix().f) / MM
                shown = item.extract().replace("\xa0", " ").strip("\r\n")
                font = item.get_font().get_base_name().split("+")[-1]
                run = Text(number + 1, left / MM, right / MM, base, shown, font, item.get_font_size())
                texts.append(run)
            elif item.type == raw.FPDF_PAGEOBJ_PATH:
                rules.extend(_rules(item, number + 1, height))
    document.close()
    return Paper(tuple(sizes), tuple(_joined(texts)), tuple(rules))


def _joined(texts: list[Text]) -> list[Text]:
    """Runs that one line was cut into, since a font's letters come in several sets, as one."""
    lines: list[Text] = []
    for run in texts:
        last = lines[-1] if lines else None
        follows = last is not None and last.page == run.page and abs(last.base - run.base) < 0.05
        if last is not None and follows and last.font == run.font and -0.5 < run.left - last.right < 3:
            gap = " " if run.left - last.right > 0.8 and not last.text.endswith(" ") else ""
            text = f"{last.text}{gap}{run.text}"
            lines[-1] = Text(run.page, last.left, run.right, run.base, text, run.font, run.size)
        else:
            lines.append(run)
    return lines


def _rules(item: pdfium.PdfObject, page: int, height: float) -> list[Rule]:
    path, placed = item.raw, item.get_matrix()
    found = []
    x, y = ctypes.c_float(), ctypes.c_float()
    last = (0.0, 0.0)
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        across, up = placed.on_point(x.value, y.value)
        here = (across / MM, (height - up) / MM)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            left, right = sorted((last[0], here[0]))
            top, bottom = sorted((last[1], here[1]))
            found.append(Rule(page, left, top, right, bottom))
        last = here
    return found
