"""Choices of columns that are kept."""

from __future__ import annotations

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PresetId
from thidua_desktop.domain.list_exports import ExportPreset, ExportReport
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row

_CERTIFICATE, _FORGOTTEN = "certificate", "forgotten"
"""What such a choice is about, beside the reports of a round."""


class PresetRepository(Repository):
    """Table ``export_presets``."""

    table = "export_presets"
    kind = Kind.PRESET

    def of_report(self, report: ExportReport) -> tuple[ExportPreset, ...]:
        """The choices for a report by name."""
        return tuple(_preset(row) for row in self._where("report = ?", (report.value,), order="name"))

    def get(self, preset_id: PresetId) -> ExportPreset:
        """One choice.

        Raises:
            RecordMissing: no such choice.
        """
        return _preset(self._one(preset_id))

    def keep(self, preset: ExportPreset) -> PresetId:
        """Keep a choice in place of a former one of the same name; gives its id."""
        row: Row = {
            "report": preset.report.value,
            "name": rows.text(preset.name),
            "columns": rows.array(preset.columns),
        }
        former = self._where("report = ? AND name = ?", (row["report"], row["name"]))
        if not former:
            return PresetId(self._insert(row))
        self._update(former[0]["id"], row)
        return PresetId(former[0]["id"])

    def certificate(self, name: str) -> tuple[str, ...]:
        """What was settled about a form of certificates, or about a printer and a form; nothing where nothing was."""
        found = self._where("report = ? AND name = ?", (_CERTIFICATE, name))
        return rows.texts(found[0]["columns"]) if found else ()

    def keep_certificate(self, name: str, settled: tuple[str, ...]) -> None:
        """Keep what was settled about a form, in place of what was."""
        self._settle(_CERTIFICATE, name, settled)

    def forgotten(self) -> dict[str, tuple[str, ...]]:
        """The values that are not offered any more while one types, by the columns that they stood in."""
        return {row["name"]: rows.texts(row["columns"]) for row in self._where("report = ?", (_FORGOTTEN,))}

    def keep_forgotten(self, column: str, texts: tuple[str, ...]) -> None:
        """Keep what is not offered in a column, in place of what was."""
        self._settle(_FORGOTTEN, column, texts)

    def _settle(self, report: str, name: str, settled: tuple[str, ...]) -> None:
        row: Row = {"report": report, "name": rows.text(name), "columns": rows.array(settled)}
        former = self._where("report = ? AND name = ?", (report, name))
        if not former:
            self._insert(row)
        elif rows.texts(former[0]["columns"]) != settled:
            self._update(former[0]["id"], row)

    def remove(self, preset_id: PresetId) -> None:
        """Take a choice away."""
        self._remove(preset_id)


@rows.reading
def _preset(row: Row) -> ExportPreset:
    return ExportPreset(ExportReport(row["report"]), row["name"], rows.texts(row["columns"]), PresetId(row["id"]))
