"""Lines below an item that tell about it, and the columns beside it."""

from __future__ import annotations

from typing import TypeAlias

from thidua_desktop.importing.plans.outline import CONTENTS, HEAD, PLAIN, Node, is_step
from thidua_desktop.importing.plans.sections import Attribute, AttributeLine, attribute_of, is_time_heading
from thidua_desktop.importing.plans.units import NOBODY, Doers, doers_in_cell, tagged_doers

Attributes: TypeAlias = list[tuple[Node, AttributeLine]]


def parted(node: Node) -> tuple[Attributes, list[Node]]:
    """The attribute lines under an item, and what else stands there."""
    attributes: Attributes = []
    children: list[Node] = []
    heading = is_time_heading(node.text) or node.style in ("roman", "annex", HEAD, "phan", "capital", "chuong")
    for child in node.children:
        if child.style == CONTENTS and (node.marker is not None or node.row is not None):
            attributes.append((child, AttributeLine(Attribute.OTHER, child.text)))
            continue
        told = attribute_of(child.text) if not child.children and child.row is None else None
        if told is not None and not heading:
            attributes.append((child, told))
        elif child.style == PLAIN and not child.children and _is_detail(node, child):
            attributes.append((child, AttributeLine(Attribute.OTHER, child.text)))
        else:
            children.append(child)
    contents = [pair for pair in attributes if pair[1].kind is Attribute.CONTENT]
    if is_step(node.text):
        return attributes, children
    if contents and not any(pair[1].kind in (Attribute.TIME, Attribute.DOERS) for pair in attributes) and not children:
        return [pair for pair in attributes if pair not in contents], [child for child, _ in contents]
    return attributes, children


def _is_detail(node: Node, child: Node) -> bool:
    """A bracketed remark below an item."""
    return child.text.startswith("(") and child.text.rstrip(" .;").endswith(")") and bool(node.text)


def attribute(attributes: Attributes, kind: Attribute) -> str:
    """The first value of a kind, "" without one."""
    return next((told.value for _, told in attributes if told.kind is kind and told.value), "")


def doers_of(attributes: Attributes) -> Doers:
    """The units that attribute lines name."""
    made = NOBODY
    for _, told in attributes:
        if told.kind is Attribute.DOERS:
            found = tagged_doers(told.value) or doers_in_cell(told.value.split(":", 1)[-1])
            made = Doers((*made.lead, *found.lead), (*made.coordinate, *found.coordinate))
    return made


def row_doers(node: Node) -> Doers:
    """The units that a row's columns name."""
    if node.row is None:
        return NOBODY
    lead = doers_in_cell(node.row.lead) if node.row.lead else NOBODY
    coordinate = doers_in_cell(node.row.coordinate, coordinating=True) if node.row.coordinate else NOBODY
    return Doers(lead.lead, (*lead.coordinate, *coordinate.coordinate))
