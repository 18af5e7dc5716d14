"""The tags of a template: few kinds of them, each checked against the fields of its paper before anything is filled in.

``{{ field }}``, ``{{ line.field }}``, ``{% if field %} … {% endif %}`` and ``{% for line in list %} … {% endfor %}``;
with ``p`` or ``tr`` after the percent sign a tag stands for its whole paragraph or table row. Nothing else is allowed:
a template reaches no program, whatever somebody writes into it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml import etree

from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.paper_templates import FIELDS, TemplateField, TemplateKind, TemplatePart
from thidua_desktop.reports.templates.package import Line, Place, lines, row_text

MOST_TAGS = 500
_SHOWN = 70
_TAG = re.compile(r"\{\{(?P<field>[^{}]{0,200})\}\}|\{%(?P<order>[^{}%]{0,200})%\}|\{#[^{}#]{0,500}#\}")
"""Bounded, so that a page of opening braces is read as fast as any other."""
_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_FIELD = re.compile(rf"\s*(?P<first>{_NAME})(?:\.(?P<second>{_NAME}))?\s*(?:\|\s*hoa\s*)?")
_ORDER = re.compile(
    rf"(?P<stands>p|tr)?\s+(?:(?P<word>else|endif|endfor)|(?P<test>if|elif)\s+(?:not\s+)?(?P<tested>{_NAME}(?:\.{_NAME})?)"
    rf"|for\s+(?P<each>{_NAME})\s+in\s+(?P<list>{_NAME}(?:\.{_NAME})?))\s*"
)
_RESERVED = frozenset(("and", "or", "not", "in", "is", "if", "else", "elif", "for", "true", "false", "none", "loop"))


@dataclass(slots=True)
class _Block:
    """A block that is still open."""

    word: str
    tag: str
    stands: str
    holder: etree._Element
    place: Place
    each: str = ""
    listed: TemplateField | None = None


@dataclass(slots=True)
class _Reader:
    """Reads the tags of one part in their order."""

    fields: Mapping[str, TemplateField]
    faults: list[Finding] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    open: list[_Block] = field(default_factory=list)
    count: int = 0

    def read(self, line: Line) -> None:
        """One paragraph."""
        text = line.place.text
        if has_more(text):
            self._fault("template.mark_open", line.place)
        for found in _TAG.finditer(text):
            self.count += 1
            if found["field"] is not None:
                self._field(found["field"], found[0], line)
            elif found["order"] is not None:
                self._order(found["order"], found[0], line)

    def end(self) -> None:
        """The end of the part: every block has to be closed."""
        for block in self.open:
            self._fault("template.block_open", block.place, tag=block.tag)

    def _field(self, text: str, tag: str, line: Line) -> None:
        written = _FIELD.fullmatch(text)
        if written is None:
            self._fault("template.tag_unreadable", line.place, tag=tag)
            return
        known = self._known(written["first"], written["second"] or "", line)
        if known is not None and known.many:
            self._fault("template.is_list", line.place, field=known.name)

    def _order(self, text: str, tag: str, line: Line) -> None:
        written = _ORDER.fullmatch(text)
        if written is None:
            self._fault("template.tag_unreadable", line.place, tag=tag)
            return
        stands = written["stands"] or ""
        holder = self._holder(stands, tag, line)
        if holder is None:
            return
        if written["list"]:
            self._begin_list(written["each"], written["list"], _Block("for", tag, stands, holder, line.place), line)
        elif written["test"]:
            self._test(written["test"], written["tested"], _Block("if", tag, stands, holder, line.place), line)
        else:
            self._close(written["word"], tag, stands, holder, line)

    def _holder(self, stands: str, tag: str, line: Line) -> etree._Element | None:
        """What has to hold both ends of a block; None where the tag cannot stand there."""
        if not stands:
            return line.element
        whole: etree._Element | None = line.element
        text = line.place.text
        if stands == "tr":
            whole = next(line.element.iterancestors(qn("w:tr")), None)
            if whole is None:
                self._fault("template.not_in_row", line.place, tag=tag)
                return None
            text = row_text(whole)
        if whole is None or text.strip() != tag:
            self._fault("template.not_alone", line.place, tag=tag)
            return None
        return whole.getparent()

    def _begin_list(self, each: str, name: str, block: _Block, line: Line) -> None:
        first, _, second = name.partition(".")
        listed = self._known(first, second, line)
        if listed is not None and not listed.many:
            self._fault("template.not_a_list", line.place, field=name)
            listed = None
        if each in self.fields or each in _RESERVED:
            self._fault("template.name_taken", line.place, field=each)
        outside = [one.listed for one in self.open if one.listed is not None]
        if listed is not None and outside and (listed.long or any(one.long for one in outside) or len(outside) > 1):
            self._fault("template.list_in_list", line.place, field=name)
        block.each, block.listed = each, listed
        self.open.append(block)

    def _test(self, word: str, name: str, block: _Block, line: Line) -> None:
        first, _, second = name.partition(".")
        self._known(first, second, line)
        if word == "if":
            self.open.append(block)
        elif not self.open or self.open[-1].word != "if":
            self._fault("template.end_alone", line.place, tag=block.tag)

    def _close(self, word: str, tag: str, stands: str, holder: etree._Element, line: Line) -> None:
        wanted = {"else": "if", "endif": "if", "endfor": "for"}[word]
        if not self.open or self.open[-1].word != wanted:
            self._fault("template.end_alone", line.place, tag=tag)
            return
        block = self.open[-1]
        if block.stands != stands or block.holder is not holder:
            self._fault("template.end_elsewhere", line.place, tag=tag, begin=block.tag)
        if word != "else":
            self.open.pop()

    def _known(self, first: str, second: str, line: Line) -> TemplateField | None:
        """The field that a name means here; None, and a fault, where it means none."""
        block = next((one for one in reversed(self.open) if one.each == first), None)
        if block is not None:
            return self._of_line(block, first, second, line)
        known = self.fields.get(first)
        if known is None or second:
            name = f"{first}.{second}" if second else first
            self._unknown(name, first, self.fields, line)
            return None
        self.used.add(first)
        return known

    def _of_line(self, block: _Block, first: str, second: str, line: Line) -> TemplateField | None:
        if block.listed is None:
            return None  # the list itself was a fault
        lines_ = {one.name: one for one in block.listed.lines}
        if not second and not lines_:
            return TemplateField(first)
        if second in lines_:
            self.used.add(f"{block.listed.name}.{second}")
            return lines_[second]
        self._unknown(f"{first}.{second}" if second else first, second, lines_, line)
        return None

    def _unknown(self, name: str, part: str, known: Mapping[str, TemplateField], line: Line) -> None:
        near = difflib.get_close_matches(part, known, n=1, cutoff=0.75)
        if near:
            self._fault("template.field_unknown_near", line.place, field=name, near=near[0])
        else:
            self._fault("template.field_unknown", line.place, field=name)

    def _fault(self, code: str, place: Place, **params: str) -> None:
        text = place.text.strip()
        shown = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
        where = {"part": place.part, "number": place.number, "text": shown}
        self.faults.append(Finding(code, Severity.BLOCKING, {**where, **params}))


def tags_in(text: str) -> list[str]:
    """The tags in a text, comments left out."""
    return [found[0] for found in _TAG.finditer(text) if not found[0].startswith("{#")]


def has_more(text: str) -> bool:
    """Whether there are marks in a text that belong to none of its tags."""
    return _MARK.search(_TAG.sub("", text)) is not None


def check(kind: TemplateKind, parts: Iterator[tuple[TemplatePart, etree._Element]]) -> tuple[Finding, ...]:
    """What is wrong with a template: faults that block it, then fields that it leaves out although they are needed."""
    fields = {one.name: one for one in FIELDS[kind]}
    faults: list[Finding] = []
    used: set[str] = set()
    count = 0
    for part, root in parts:
        if _hides_marks(root):
            faults.append(Finding("template.hidden", Severity.BLOCKING, {"part": part}))
            continue
        reader = _Reader(fields)
        for line in lines(part, root):
            reader.read(line)
        reader.end()
        faults += reader.faults
        used |= reader.used
        count += reader.count
    if count > MOST_TAGS:
        faults.append(Finding("template.too_many_tags", Severity.BLOCKING, {"most": MOST_TAGS}))
    return (*faults, *_left_out(kind, used))


def _hides_marks(root: etree._Element) -> bool:
    """Marks where nobody sees them: in attributes, in field codes, in comments of the XML."""
    return any(
        _MARK.search(text)
        for element in root.iter()
        for text in (
            (element.text or "") if element.tag != qn("w:t") else "",
            element.tail or "",
            *map(str, element.attrib.values()),
        )
    )


def _left_out(kind: TemplateKind, used: set[str]) -> Iterator[Finding]:
    for one in FIELDS[kind]:
        if one.needed and one.name not in used:
            yield Finding("template.field_left_out", params={"field": one.name})
        for inner in one.lines:
            if inner.needed and one.name in used and f"{one.name}.{inner.name}" not in used:
                yield Finding("template.field_left_out", params={"field": inner.name})
