"""Lists that were imported, and how their columns were understood."""

from __future__ import annotations

import json
from collections.abc import Iterable

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import ListImportId, ListLayoutId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.list_doctor import KeptImport, KnownLayout
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class ListLayoutRepository(Repository):
    """Table ``list_layouts``."""

    table = "list_layouts"
    kind = Kind.LIST

    def all(self) -> tuple[KnownLayout, ...]:
        """Every layout, the latest last."""
        return _layouts(self._where("TRUE"))

    def of(self, target: ListTarget, unit_id: UnitId | None) -> tuple[KnownLayout, ...]:
        """The layouts of a target in such an order that the last of one signature holds.

        Those of the unit come last, before them those of nobody, then those of other units.
        """
        found = self._where("target = ?", (target.value,))
        return _layouts(sorted(found, key=lambda row: (row["unit_id"] == unit_id, row["unit_id"] is None)))

    def get(self, layout_id: ListLayoutId) -> KnownLayout:
        """One layout.

        Raises:
            RecordMissing: no such layout.
        """
        return _layout(self._one(layout_id))

    def keep(self, layout: KnownLayout) -> None:
        """Keep a layout in place of a former one with the same target, headings and unit."""
        same = (layout.target, layout.headings, layout.unit_id)
        former = self._where("target = ? AND headings = ? AND unit_id IS ?", same)
        columns = rows.array(field.value for field in layout.columns)
        if not former:
            row: Row = {"target": layout.target.value, "unit_id": layout.unit_id, "columns": columns}
            self._insert({**row, "headings": rows.text(layout.headings)})
        elif former[0]["columns"] != columns:
            self._update(former[0]["id"], {"columns": columns})

    def remove(self, layout_id: ListLayoutId) -> None:
        """Forget a layout.

        Raises:
            RecordMissing: no such layout.
        """
        self._one(layout_id)
        self._remove(layout_id)


class ListImportRepository(Repository):
    """Table ``list_imports``."""

    table = "list_imports"
    kind = Kind.LIST

    def add(self, kept: KeptImport) -> ListImportId:
        """Take note of a list that is being stored."""
        row: Row = {
            "target": kept.target.value,
            "round_id": kept.round_id,
            "submission_id": kept.submission_id,
            "file_name": rows.text(kept.file_name),
            "sha256": kept.sha256,
            "read_rows": kept.read_rows,
            "repairs": rows.array(kept.repairs),
        }
        return ListImportId(self._insert(row))

    def of_content(self, sha256: str, target: ListTarget) -> tuple[KeptImport, ...]:
        """The imports of a file with this content, for a target."""
        return _imports(self._where("sha256 = ? AND target = ?", (sha256, target)))

    def of_round(self, round_id: RoundId | None) -> tuple[KeptImport, ...]:
        """The imports into a round; None for all, the latest first."""
        if round_id is None:
            return _imports(self._where("TRUE", order="id DESC"))
        return _imports(self._where("round_id = ?", (round_id,), order="id DESC"))


def _layouts(found: Iterable[Row]) -> tuple[KnownLayout, ...]:
    return tuple(_layout(row) for row in found)


@rows.reading
def _layout(row: Row) -> KnownLayout:
    return KnownLayout(
        target=ListTarget(row["target"]),
        headings=row["headings"],
        columns=tuple(ListField(value) for value in json.loads(row["columns"])),
        unit_id=None if row["unit_id"] is None else UnitId(row["unit_id"]),
        id=ListLayoutId(row["id"]),
    )


def _imports(found: Iterable[Row]) -> tuple[KeptImport, ...]:
    return tuple(_import(row) for row in found)


@rows.reading
def _import(row: Row) -> KeptImport:
    return KeptImport(
        target=ListTarget(row["target"]),
        file_name=row["file_name"],
        sha256=row["sha256"],
        read_rows=row["read_rows"],
        round_id=None if row["round_id"] is None else RoundId(row["round_id"]),
        submission_id=None if row["submission_id"] is None else SubmissionId(row["submission_id"]),
        repairs=rows.texts(row["repairs"]),
        id=ListImportId(row["id"]),
    )
