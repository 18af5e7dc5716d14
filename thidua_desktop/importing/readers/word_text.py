"""The visible text of one Word paragraph: runs, fields, symbols, tracked changes, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from thidua_desktop.importing.readers import legacy
from thidua_desktop.importing.readers.archives import attribute, child, local
from thidua_desktop.importing.readers.characters import is_private, symbol
from thidua_desktop.importing.readers.word_styles import RunLook, Styles

_INSIDE = {
    "hyperlink",
    "smartTag",
    "ins",
    "moveTo",
    "fldSimple",
    "customXml",
    "sdtContent",
    "dir",
    "bdo",
    "ruby",
    "rubyBase",
}
"""What may stand around runs without changing them; ``del`` and ``moveFrom`` are not here: their text is gone."""
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "marlett")
_MOSTLY = 0.9


@dataclass(slots=True)
class Text:
    """What was gathered from a paragraph."""

    pieces: list[tuple[str, RunLook]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    """``w:txbxContent`` of text boxes anchored here."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """(``footnote`` or ``endnote``, id) in the order of their marks."""
    breaks_before: int = 0
    breaks_after: int = 0

    @property
    def plain(self) -> str:
        """The text in Unicode. Runs in one old encoding are decoded together, since they may part a VNI letter."""
        parts: list[str] = []
        waiting, encoding = "", None
        for text, look in self.pieces:
            own = legacy.of_font(look.font)
            shown = text.upper() if look.caps and own is None else text
            if own is not encoding:
                parts.append(_decoded(waiting, encoding))
                waiting, encoding = "", own
            waiting += shown
        parts.append(_decoded(waiting, encoding))
        return "".join(parts)

    @property
    def typed(self) -> str:
        """The letters as they stand in the file, old encodings not decoded."""
        return "".join(text for text, _ in self.pieces)

    def mostly(self, name: str) -> bool:
        """Whether nearly all letters are ``bold`` or ``italic``."""
        weighed = [(len(text.strip()), bool(getattr(look, name))) for text, look in self.pieces]
        total = sum(weight for weight, _ in weighed)
        return total > 0 and sum(weight for weight, on in weighed if on) >= _MOSTLY * total


def _decoded(text: str, encoding: legacy.Encoding | None) -> str:
    return legacy.decode(text, encoding) if encoding and text else text


class TextGatherer:
    """Gathers the texts of paragraphs one after the other; fields may run over several of them."""

    def __init__(self, styles: Styles, *, rendered_breaks: bool) -> None:
        self._styles = styles
        self._rendered = rendered_breaks
        self._fields: list[bool] = []
        """Open fields; ``True`` while we are still in the instruction, which nobody sees."""

    def gather(self, paragraph: etree._Element, base: RunLook) -> Text:
        """The visible text of a ``w:p``."""
        text = Text()
        self._inside(paragraph, base, text)
        self._fields = [False for in_code in self._fields if not in_code]
        return text

    def _inside(self, parent: etree._Element, base: RunLook, text: Text) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, base, text)
            elif name in _INSIDE:
                self._inside(element, base, text)
            elif name == "sdt":
                if child(element, "sdtPr", "showingPlcHdr") is None:
                    self._inside(element, base, text)
            elif name in ("oMath", "oMathPara"):
                letters = "".join(part.text or "" for part in element.iter() if local(part) == "t")
                self._write(letters, base, text)
            elif name == "AlternateContent":
                self._inside(_choice(element), base, text)

    def _run(self, run: etree._Element, base: RunLook, text: Text) -> None:
        look = self._styles.in_run(child(run, "rPr"), base)
        for element in run:
            self._part(element, look, text)

    def _part(self, element: etree._Element, look: RunLook, text: Text) -> None:
        match local(element):
            case "t":
                self._write(_of_symbol_font(element.text or "", look), look, text)
            case "tab" | "ptab":
                self._write("\t", look, text)
            case "br":
                self._line_break(element, look, text)
            case "cr":
                self._write("\n", look, text)
            case "noBreakHyphen":
                self._write("-", look, text)
            case "softHyphen":
                self._write("\u00ad", look, text)  # ư of TCVN3, otherwise it goes away in the end
            case "sym":
                self._write(_symbol(element), look, text)
            case "lastRenderedPageBreak":
                self._page_break(text)
            case "fldChar":
                self._field(attribute(element, "fldCharType"))
            case "footnoteReference" | "endnoteReference" as kind:
                text.notes.append((kind.removesuffix("Reference"), attribute(element, "id") or ""))
            case "AlternateContent":
                for inner in _choice(element):
                    self._part(inner, look, text)
            case "drawing" | "pict" | "object":
                text.boxes.extend(_boxes(element))

    def _write(self, letters: str, look: RunLook, text: Text) -> None:
        if letters and not look.hidden and not any(self._fields):
            text.pieces.append((letters, look))

    def _line_break(self, element: etree._Element, look: RunLook, text: Text) -> None:
        if attribute(element, "type") != "page":
            self._write("\n", look, text)
        elif not self._rendered:
            self._page_break(text)

    def _page_break(self, text: Text) -> None:
        if any(letters.strip() for letters, _ in text.pieces):
            text.breaks_after += 1
        else:
            text.breaks_before += 1

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _choice(element: etree._Element) -> etree._Element:
    """One branch of ``mc:AlternateContent``; both say the same, for newer and older programs."""
    branches = [branch for branch in element if local(branch) in ("Choice", "Fallback")]
    return next((branch for branch in branches if len(branch)), element)


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The outermost text boxes below an element, in order; those of a ``Fallback`` are the same once more."""
    found: list[etree._Element] = []
    for inner in element:
        if local(inner) == "txbxContent":
            found.append(inner)
        elif local(inner) == "AlternateContent":
            found.extend(_boxes(_choice(inner)))
        else:
            found.extend(_boxes(inner))
    return found


def _of_symbol_font(letters: str, look: RunLook) -> str:
    if (look.font or "").casefold().startswith(_SYMBOL_FONTS):
        return "".join(symbol(ord(char)) if is_private(char) or "!" <= char <= "\xff" else char for char in letters)
    if legacy.of_font(look.font):
        return letters
    return "".join(symbol(ord(char)) if "\uf020" <= char <= "\uf0ff" else char for char in letters)


def _symbol(element: etree._Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    font = (attribute(element, "font") or "").casefold()
    if legacy.of_font(font):
        return legacy.decode(chr(code & 0xFF), legacy.of_font(font) or legacy.Encoding.TCVN3)
    is_sign = font.startswith(_SYMBOL_FONTS) or 0xF000 <= code <= 0xF0FF
    return symbol(code) if is_sign else chr(code) if 0x20 <= code < 0xD800 else ""
