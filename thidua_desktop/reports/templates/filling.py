"""What a template is filled with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.paper_templates import TemplateKind

Value = str | bool | Sequence["Value"] | Mapping[str, "Value"]
"""What a field holds: a text, a mark, a list of texts or of lines with fields."""


@dataclass(frozen=True, slots=True)
class Filling:
    """The fields of one paper with what they hold."""

    kind: TemplateKind
    values: Mapping[str, Value]
    title: str = ""
    """For the properties of the file."""
