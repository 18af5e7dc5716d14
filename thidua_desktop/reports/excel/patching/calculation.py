"""What tells Excel to count everything anew when it opens a workbook, and the list of formulas that one left."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from thidua_desktop.reports.excel.patching.scanning import Element, NotPatchable, Splice, prefixed, spliced, walk

_AFTER_IT = ("oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing")
_STILL_AFTER = ("fileRecoveryPr", "webPublishObjects", "extLst")
_FULL = re.compile(rb"\sfullCalcOnLoad\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def counts_when_opened(workbook: bytes) -> bytes:
    """``xl/workbook.xml`` with "count all formulas when this is opened".

    Raises:
        NotPatchable: it is no workbook.
    """
    children = _children(workbook)
    known = next((one for one in children if one.name == "calcPr"), None)
    if known is not None:
        tag = workbook[known.start : known.inner]
        made = _FULL.sub(b"", tag)
        close = b"/>" if known.empty else b">"
        made = made[: -len(close)].rstrip() + b' fullCalcOnLoad="1"' + close
        return spliced(workbook, [Splice(known.start, known.inner, made)])
    later = next((one for one in children if one.name in (*_AFTER_IT, *_STILL_AFTER)), None)
    beside = later or (children[-1] if children else None)
    if beside is None:
        raise NotPatchable("workbook")
    at = later.start if later is not None else beside.end
    made = f'<{prefixed(workbook, beside, "calcPr")} fullCalcOnLoad="1"/>'.encode()
    return spliced(workbook, [Splice(at, at, made)])


def _children(data: bytes) -> list[Element]:
    found: list[Element] = []
    walk(data, lambda _element: None, lambda element: found.append(element) if element.depth == 1 else None)
    return found


def without_chain(parts: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """What changes in a package when the order in which formulas are counted is forgotten: None for parts that go.

    Excel calls a workbook damaged whose list names a cell without a formula; it makes the list anew by itself.

    Args:
        parts: ``[Content_Types].xml`` and ``xl/_rels/workbook.xml.rels``.
    """
    relations = parts["xl/_rels/workbook.xml.rels"]
    chains = [one for one in _children(relations) if one.attributes.get("Type", "").endswith("/calcChain")]
    if not chains:
        return {}
    gone = {_target(one.attributes.get("Target", "")) for one in chains}
    types = parts["[Content_Types].xml"]
    named = [one for one in _children(types) if one.attributes.get("PartName", "").lstrip("/") in gone]
    return {
        "xl/_rels/workbook.xml.rels": _without(relations, chains),
        "[Content_Types].xml": _without(types, named),
        **dict.fromkeys(gone, None),
    }


def _target(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _without(data: bytes, elements: list[Element]) -> bytes:
    return spliced(data, [Splice(one.start, one.end, b"") for one in elements])
