"""The lines of a round as a workbook, with columns of the clerk's choice, which can be kept under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PresetId, RoundId
from thidua_desktop.domain.list_exports import USUAL, ExportPreset, ExportReport, LineColumn
from thidua_desktop.domain.nomination_lists import in_order
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import list_exports

_PRESET = frozenset({Kind.PRESET})


class PresetIncomplete(AppError):
    """A choice of columns needs a name, and of a list at least one column."""

    code = "preset.incomplete"


class ListExportService:
    """Writes danh sách trích ngang and tổng hợp."""

    def __init__(self, store: Store, awards: AwardService) -> None:
        self._store = store
        self._awards = awards

    def columns(self, report: ExportReport, round_id: RoundId) -> tuple[tuple[str, str], ...]:
        """What can be chosen: code and words; of a summary the awards that occur in the round, lowest first."""
        if report is ExportReport.LINES:
            return tuple((column.value, list_exports.HEADINGS[column]) for column in LineColumn)
        with self._store.read() as work:
            used = {line.award_id for line in work.nominations.of_round(round_id)}
        return tuple((award.id, award.name) for award in self._awards.catalogue() if award.id in used)

    def presets(self, report: ExportReport) -> tuple[ExportPreset, ...]:
        """The choices that were kept, by name."""
        with self._store.read() as work:
            return work.presets.of_report(report)

    def save_preset(self, preset: ExportPreset) -> Changes:
        """Keep a choice, in place of a former one of the same name.

        Raises:
            PresetIncomplete: without a name or without a column.
        """
        name = squeeze(preset.name)
        if not name or not preset.columns:
            raise PresetIncomplete
        with self._store.write("preset.save", name=brief(name)) as work:
            kept = work.presets.keep(ExportPreset(preset.report, name, preset.columns))
        return Changes("preset.save", _PRESET, (kept,))

    def remove_preset(self, preset_id: PresetId) -> Changes:
        """Take a choice away.

        Raises:
            RecordMissing: no such choice.
        """
        with self._store.read() as work:
            name = brief(work.presets.get(preset_id).name)
        with self._store.write("preset.remove", name=name) as work:
            work.presets.remove(preset_id)
        return Changes("preset.remove", _PRESET)

    def write(
        self,
        round_id: RoundId,
        report: ExportReport,
        out: Path,
        columns: Sequence[str] = (),
        *,
        full_ids: bool = False,
    ) -> Path:
        """Write the workbook; a failure leaves a former file as it was.

        Args:
            round_id: whose lines.
            report: what of them.
            out: the workbook.
            columns: codes as ``columns`` gives them; without any the usual ones, or all awards that occur.
            full_ids: identity numbers whole, for this one file; otherwise their last four digits.

        Raises:
            RecordMissing: no such round.
            NoRoomForFile, FileRefused, PlaceUnreachable: nothing has been written.
        """
        from thidua_desktop.reports.builders import nomination_table
        from thidua_desktop.reports.excel import plain

        with self._store.read() as work:
            round_ = work.rounds.get(round_id)
            lines = in_order(work.nominations.of_round(round_id))
            tree = work.units.tree()
        names = {award.id: award.name for award in self._awards.catalogue()}
        if report is ExportReport.LINES:
            chosen = tuple(LineColumn(code) for code in columns) or USUAL
            table = nomination_table.line_table(lines, chosen, names, full_ids=full_ids)
        else:
            chosen_awards = tuple(columns) or tuple(code for code, _ in self.columns(report, round_id))
            named = [replace(line, unit=tree.name(line.unit_id) or line.unit) for line in lines]
            table = nomination_table.summary_table(named, chosen_awards, names)
        with outgoing(out) as scratch:
            plain.write(table, f"{list_exports.TITLES[report]} – {round_.name}", scratch)
        return out
