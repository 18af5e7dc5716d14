"""Filling in a template: docxtpl over a sandbox that knows the fields of one paper and nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.templates import package, tags
from thidua_desktop.reports.templates.filling import Filling
from thidua_desktop.reports.texts import printable

MOST_LETTERS = 120_000_000
"""Characters of one part of the paper; ten thousand lines have a third of it."""
_PREFIX = re.compile(r"^(?:p|tr)\s+")
_WRITTEN = datetime(2020, 3, 5, tzinfo=UTC)


class TemplateFaulty(AppError):
    """A template cannot be filled in; ``faults`` are all that stand against it, the first is in the sentence."""

    code = "template.faulty"

    def __init__(self, faults: Sequence[Finding], **params: Any) -> None:
        super().__init__(fault=faults[0], **params)
        self.faults = tuple(faults)


class TemplateEndless(AppError):
    """What a template makes is longer than any paper."""

    code = "template.endless"


def faults_of(kind: TemplateKind, path: Path) -> tuple[Finding, ...]:
    """Everything that is wrong with a template, and needed fields that it leaves out (these do not block it).

    Raises:
        TemplateMissing, TemplateNotWord, TemplateTooLarge, TemplateHasMacros, TemplateLinked
    """
    document = package.opened(package.read(path), path)
    return tags.check(kind, package.roots(document))


def render(path: Path, filling: Filling, target: Path) -> None:
    """Fill in a template and write the Word file.

    Raises:
        TemplateMissing, TemplateNotWord, TemplateTooLarge, TemplateHasMacros, TemplateLinked: it cannot be used.
        TemplateFaulty: a tag or a field is wrong.
        TemplateEndless: it makes more than a paper can hold.
    """
    data = package.read(path)
    document = package.opened(data, path)
    faults = [one for one in tags.check(filling.kind, package.roots(document)) if one.severity is Severity.BLOCKING]
    if faults:
        raise TemplateFaulty(faults, kind=filling.kind)
    approved = {
        _bare(tag)
        for part, root in package.roots(document)
        for line in package.lines(part, root)
        for tag in tags.tags_in(line.place.text)
    }
    template = DocxTemplate(io.BytesIO(data))
    template.init_docx()
    _set_properties(template.docx, printable(filling.title))
    try:
        template.render(_prepared(filling.values), _Sandbox(approved), autoescape=True)
    except TemplateError as error:
        raise TemplateFaulty((_unreadable(error),), kind=filling.kind) from error
    template.docx.save(str(target))


class _Bounded(Template):
    """A template that stops where a paper would have no end."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The filled text."""
        return "".join(_counted(self.generate(*args, **kwargs)))


class _Sandbox(ImmutableSandboxedEnvironment):
    """Knows no function, no test and one filter; parses only what was checked before."""

    template_class = _Bounded

    def __init__(self, approved: Collection[str]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, keep_trailing_newline=True)
        self._approved = approved
        self.globals.clear()
        self.tests.clear()
        self.filters = {"hoa": _upper}

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:
        """As the base; a tag that nobody checked (put together from pieces of the file) is refused."""
        unknown = [tag for tag in tags.tags_in(source) if _bare(tag) not in self._approved]
        if unknown or tags.has_more(source):
            raise TemplateError("".join(unknown[:1]))
        return super().from_string(source, *args, **kwargs)


def _upper(text: str) -> str:
    return text.upper()


def _counted(pieces: Iterator[str]) -> Iterator[str]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > MOST_LETTERS:
            raise TemplateEndless
        yield piece


def _bare(tag: str) -> str:
    """A tag without blanks, and without the letters that docxtpl takes out when it drops paragraph or row."""
    inner = _PREFIX.sub("", tag[2:-2].strip())
    return f"{tag[:2]}{' '.join(inner.split())}{tag[-2:]}"


def _prepared(value: Any) -> Any:
    """Values as paper shows them: one Unicode form, nothing invisible."""
    match value:
        case str():
            return printable(value)
        case bool():
            return value
        case Mapping():
            return {name: _prepared(one) for name, one in value.items()}
        case _:
            return [_prepared(one) for one in value]


def _unreadable(error: TemplateError) -> Finding:
    return Finding("template.refused", Severity.BLOCKING, {"tag": (error.message or "")[:70]})


def _set_properties(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.language = title, "vi-VN"
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.subject = properties.identifier = ""
    properties.created = properties.modified = _WRITTEN
