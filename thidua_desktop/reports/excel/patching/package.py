"""The package of the filled workbook: changed parts written anew, all others copied, and everything looked at again."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from thidua_desktop.domain.workbooks.trouble import WorkbookNotKept, WorkbookTwisted
from thidua_desktop.reports.excel.patching.calculation import counts_when_opened, without_chain
from thidua_desktop.reports.excel.patching.cells import Patch, patched
from thidua_desktop.reports.excel.patching.scanning import NotPatchable

WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_TYPES = "[Content_Types].xml"
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError)


def fill_copy(
    data: bytes, patches: Mapping[str, Patch], out: Path, *, name: str, counts: bool, formula_gone: bool
) -> None:
    """Write a copy of a workbook with new values in some cells.

    Args:
        data: the workbook; it has been opened by ``importing.workbooks``, which knows its limits.
        patches: part of a sheet → what happens to its cells.
        out: the file to write; the caller takes care that a former one stays if anything goes wrong.
        name: of the file, for what is said.
        counts: whether it has formulas, which are then counted when it is opened.
        formula_gone: whether a formula gives way to a value.

    Raises:
        WorkbookTwisted: it is not built as Excel builds one; nothing useful has been written.
        WorkbookNotKept: something else than those cells would have changed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            members = source.infolist()
            by_name = {member.filename.lstrip("/").casefold(): member for member in members}
            if len(by_name) != len(members) or any(member.flag_bits & _ENCRYPTED for member in members):
                raise WorkbookTwisted(path=name)
            changed = _changed(source, by_name, patches, counts=counts, formula_gone=formula_gone)
            _write(source, members, changed, out)
            _check(source, members, changed, out, name)
    except (NotPatchable, *_BROKEN) as trouble:
        raise WorkbookTwisted(path=name) from trouble


def _changed(
    source: zipfile.ZipFile,
    by_name: Mapping[str, zipfile.ZipInfo],
    patches: Mapping[str, Patch],
    *,
    counts: bool,
    formula_gone: bool,
) -> dict[str, bytes | None]:
    """Name of a member → its new content; None for one that is left out."""
    made: dict[str, bytes | None] = {}
    for part, patch in patches.items():
        member = by_name[part.lstrip("/").casefold()]
        made[member.filename] = patched(source.read(member), patch)
    if counts:
        member = by_name[WORKBOOK]
        made[member.filename] = counts_when_opened(source.read(member))
    if formula_gone:
        parts = {part: source.read(by_name[part.casefold()]) for part in (_RELATIONS, _TYPES)}
        for part, content in without_chain(parts).items():
            if (found := by_name.get(part.casefold())) is not None:
                made[found.filename] = content
    return made


def _write(
    source: zipfile.ZipFile, members: list[zipfile.ZipInfo], changed: Mapping[str, bytes | None], out: Path
) -> None:
    with zipfile.ZipFile(out, "w") as target:
        for member in members:
            content = changed.get(member.filename, b"")
            if content is None:
                continue
            if member.filename not in changed:
                content = source.read(member)
            target.writestr(_like(member), content)


def _like(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(member.filename, member.date_time)
    made.compress_type = member.compress_type
    made.external_attr = member.external_attr
    made.create_system = member.create_system
    made.comment = member.comment
    return made


def _check(
    source: zipfile.ZipFile,
    members: list[zipfile.ZipInfo],
    changed: Mapping[str, bytes | None],
    out: Path,
    name: str,
) -> None:
    """Read what was written: the same members in the same order, and every one that was not changed byte for byte."""
    kept = [member for member in members if changed.get(member.filename, b"") is not None]
    with zipfile.ZipFile(out) as written:
        if written.namelist() != [member.filename for member in kept]:
            raise WorkbookNotKept(path=name)
        for member in kept:
            wanted = changed.get(member.filename)
            content = wanted if wanted is not None else source.read(member)
            if written.read(member.filename) != content:
                raise WorkbookNotKept(path=name)
