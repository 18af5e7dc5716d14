"""Use cases of lists that are read, and of presets; ``everything`` walks them once the rounds have their lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.services import lists_made
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import ListLayoutId, PresetId, RoundId
from thidua_desktop.domain.list_exports import ExportPreset, ExportReport
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.services.container import Services

_ROUND = RoundId(1)


def _store(services: Services, target: ListTarget, write: Callable[[Path], Path]) -> Changes:
    draft = services.list_doctor.read(write(services.path.parent), target, round_id=_ROUND)
    column = next(column for column in draft.columns if column.heading.startswith("Đơn vị"))
    draft = services.list_doctor.map_column(draft, column, ListField.NOTE)
    return services.list_batches.store(draft)


STEPS: dict[str, Callable[[Services], Changes]] = {
    "list.import_people": lambda s: _store(s, ListTarget.PEOPLE, lists_made.people),
    "list.import_history": lambda s: _store(s, ListTarget.AWARD_HISTORY, lists_made.history),
    "list.import_nominations": lambda s: _store(s, ListTarget.NOMINATIONS, lists_made.ordinary),
    "preset.save": lambda s: s.list_exports.save_preset(ExportPreset(ExportReport.LINES, "Gửi báo", ("name", "unit"))),
    "preset.remove": lambda s: s.list_exports.remove_preset(PresetId(1)),
    "words.forget": lambda s: s.offered_words.forget("Sản phẩm", "Báo các"),
    "words.restore": lambda s: s.offered_words.restore("Sản phẩm"),
    "list.forget_layout": lambda s: s.list_layouts.forget(ListLayoutId(1)),
}
"""As ``everything.STEPS``."""
