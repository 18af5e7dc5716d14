"""A finished Word document written smaller: a form that is to fit on half a sheet."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

_MEASURES: dict[str, tuple[str, ...]] = {
    "sz": ("val",),
    "szCs": ("val",),
    "spacing": ("before", "after", "val"),
    "ind": ("left", "right", "start", "end", "firstLine", "hanging"),
    "tcW": ("w",),
    "tblW": ("w",),
    "tblInd": ("w",),
    "gridCol": ("w",),
    "trHeight": ("val",),
    "tab": ("pos",),
    "pgSz": ("w", "h"),
    "pgMar": ("top", "bottom", "left", "right", "header", "footer"),
}
"""Element → its attributes that are lengths."""
_IN_LINES = frozenset({"auto", None})
"""Rules of a spacing whose ``line`` is a number of lines and no length."""


def scale(document: DocxDocument, factor: float) -> None:
    """Make everything that has a length so many times as large: letters, gaps, tables, the sheet itself."""
    parts = [document.element, document.styles.element, *(section.header._element for section in document.sections)]
    for part in parts:
        for name, attributes in _MEASURES.items():
            for element in part.iter(qn(f"w:{name}")):
                wanted = attributes
                if name == "spacing" and element.get(qn("w:lineRule")) not in _IN_LINES:
                    wanted = (*attributes, "line")
                for attribute in wanted:
                    value = element.get(qn(f"w:{attribute}"))
                    if value is not None and value.lstrip("-").isdecimal():
                        element.set(qn(f"w:{attribute}"), str(round(int(value) * factor)))
