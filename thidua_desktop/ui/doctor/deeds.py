"""What the clerk can do with a list that is looked through: each is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.ids import RecipientId, RoundId, UnitId
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow, RowKey
from thidua_desktop.domain.lists import ListColumn, ListField, ListTarget
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.doctor.defaults_dialog import DefaultsDialog, defaults_told
from thidua_desktop.ui.doctor.pick_dialog import Answer, PickDialog
from thidua_desktop.ui.doctor.repairs_table import RepairLine
from thidua_desktop.ui.doctor.steps import Change, DraftSteps
from thidua_desktop.wording import labels

_READING = "Đang đọc lại danh sách…"
_LOOKING = "Đang đối chiếu với danh bạ…"


class DoctorDeeds:
    """Binds the wishes of the window to the service. ``dialog`` is the question asked last."""

    def __init__(self, window: QWidget, services: Services, steps: DraftSteps, feedback: Feedback) -> None:
        self._window, self._services, self._feedback = window, services, feedback
        self._doctor, self._steps = services.list_doctor, steps
        self._awards: dict[str, Award] = {award.id: award for award in services.awards.catalogue()}
        self.dialog: QDialog | None = None

    # rows and cells

    def type_in(self, texts: Mapping[tuple[RowKey, ListField], str]) -> None:
        """Take what was typed into cells."""
        self._steps.apply(lambda draft: self._doctor.edit_many(draft, dict(texts)))

    def take_back(self, lines: Sequence[RepairLine], back: bool) -> None:
        """Use values as they stand in the file, or as they were put right."""
        texts = {
            (line.key, line.repair.field): line.repair.before if back else None
            for line in lines
            if line.key is not None and line.repair.field is not None
        }
        self._steps.apply(lambda draft: self._doctor.edit_many(draft, texts))

    def drop(self, rows: Sequence[DoctorRow]) -> None:
        """Leave rows out, or take them again when all of them are out."""
        self._take(rows, taken=not any(row.taken for row in rows))

    def ask_drop(self, rows: Sequence[DoctorRow]) -> None:
        """Leave rows out for a reason that is asked for."""
        if rows:
            question = f"Vì sao bỏ {len(rows)} dòng đang chọn?"
            self._feedback.ask_text(
                "Bỏ dòng", question, yes="Bỏ", then=lambda why: self._take(rows, taken=False, reason=why)
            )

    def _take(self, rows: Sequence[DoctorRow], *, taken: bool, reason: str | None = None) -> None:
        keys = [row.key for row in rows]
        if keys:
            self._steps.apply(lambda draft: self._doctor.take(draft, keys, taken, reason=reason))

    # columns, target, round

    def map_column(self, column: ListColumn, field: ListField) -> None:
        """Say what a column holds."""
        self._steps.apply(lambda draft: self._doctor.map_column(draft, column, field), label=_READING)

    def head_at(self, sheet: str | None, row: int) -> None:
        """Say which line holds the names of the columns."""
        self._steps.apply(lambda draft: self._doctor.head_at(draft, sheet, row), label=_READING)

    def retarget(self, target: ListTarget) -> None:
        """Read the list for something else."""
        if target is not self._steps.draft.target:
            self._steps.apply(lambda draft: self._doctor.retarget(draft, target), label=_READING)

    def set_round(self, round_id: RoundId) -> None:
        """Put the nominations into another round."""
        if round_id != self._steps.draft.round_id:
            self._steps.apply(lambda draft: self._doctor.set_round(draft, round_id), label=_LOOKING)

    def forget_layout(self) -> None:
        """The remembered way to read such columns is not used any more."""
        layout = self._steps.draft.layout
        if layout is None or layout.id is None:
            return
        layout_id = layout.id

        def forgotten(draft: DoctorDraft) -> DoctorDraft:
            self._services.list_layouts.forget(layout_id)
            return self._doctor.retarget(draft, draft.target)

        self._steps.apply(forgotten, label=_READING)

    # questions

    def settle(self, row: DoctorRow) -> None:
        """Ask what the first doubt of a row is about."""
        fields = [problem.field for problem in row.problems]
        asked = {ListField.UNIT: self.ask_unit, ListField.AWARD: self.ask_award, ListField.NAME: self.ask_person}
        ask = next((asked[field] for field in fields if field in asked), None)
        if ask is not None:
            ask(row)

    def ask_unit(self, row: DoctorRow | None) -> None:
        """Ask which unit a text means; it is learned when the list is stored."""
        text = squeeze(row.row.unit or "") if row is not None else ""
        if row is None or not text:
            return
        near = row.unit.proposals if row.unit is not None else ()
        count = sum(squeeze(each.row.unit or "") == text for each in self._steps.draft.rows)
        answers = [Answer(name, unit_id, "Gần giống tên đơn vị đã ghi", "units") for unit_id, name in near]
        answers += [Answer(name, unit_id) for unit_id, name in self._units() if unit_id not in dict(near)]
        answers.append(Answer("Đơn vị khác, chưa có trong danh bạ", None, "Giữ tên như đơn vị ghi", "close"))
        question = f"Danh sách ghi “{text}” ở {count} dòng. Đó là đơn vị nào? Chương trình sẽ nhớ cách viết này."
        self._ask(
            PickDialog("Là đơn vị nào", question, answers, yes="Chọn đơn vị", parent=self._window),
            lambda unit_id: self._steps.apply(
                lambda draft: self._doctor.choose_unit(draft, text, unit_id), label=_LOOKING
            ),
        )

    def ask_award(self, row: DoctorRow | None) -> None:
        """Ask which award a text means, in all rows that have it."""
        text = squeeze(row.row.award or "") if row is not None else ""
        if row is None or not text:
            return
        count = sum(fold(each.row.award or "") == fold(text) for each in self._steps.draft.rows)
        fitting = [award for award in self._awards.values() if row.row.kind in award.recipients]
        fitting.sort(key=lambda award: -_common(text, award.name))
        answers = [Answer(award.name, award.id, award.abbreviation or "", "award") for award in fitting]
        question = f"Danh sách ghi “{text}” ở {count} dòng. Đó là danh hiệu, hình thức khen thưởng nào?"
        self._ask(
            PickDialog("Là danh hiệu nào", question, answers, yes="Chọn danh hiệu", parent=self._window),
            lambda award_id: self._steps.apply(lambda draft: self._doctor.choose_award(draft, text, award_id)),
        )

    def ask_person(self, row: DoctorRow | None) -> None:
        """Ask whose record a row belongs to."""
        if row is None:
            return
        found = (row.recipient.recipient_id, *row.recipient.others)
        known = list(dict.fromkeys(each for each in found if each is not None))
        answers = [self._person(recipient_id) for recipient_id in known]
        noun = "Người" if row.row.kind is RecipientKind.PERSON else labels.of(row.row.kind)
        answers.append(Answer(f"{noun} khác, chưa có trong danh bạ", None, "Thêm vào danh bạ khi lưu", "add"))
        about = "; ".join(filter(None, (row.row.birth, row.row.position, row.row.unit)))
        question = f"“{row.row.name}”{f' ({about})' if about else ''} có tên gần giống người nhận đã có. Là ai?"
        keys = [row.key]
        self._ask(
            PickDialog("Là người nào", question, answers, yes="Chọn", parent=self._window),
            lambda chosen: self._steps.apply(lambda draft: self._doctor.choose_recipient(draft, keys, chosen)),
        )

    def ask_sender(self) -> None:
        """Ask who sent the list."""
        answers = [Answer(name, unit_id, "", "units") for unit_id, name in self._units()]
        answers.append(Answer("Không rõ đơn vị gửi", None, "", "close"))
        question = "Đơn vị nào đã gửi danh sách này? Cách trình bày của danh sách sẽ được nhớ cho đơn vị đó."
        self._ask(
            PickDialog("Đơn vị gửi", question, answers, yes="Chọn đơn vị", parent=self._window),
            lambda unit_id: self._again(lambda draft: _sent_by(draft, unit_id)),
        )

    def ask_defaults(self) -> None:
        """Ask what holds for rows that say nothing."""
        draft = self._steps.draft
        awards = [(award, award.name) for award in self._awards.values()]
        this_year = self._services.today().year
        dialog = DefaultsDialog(draft.defaults, draft.target, awards, this_year=this_year, parent=self._window)
        dialog.accepted.connect(
            lambda: self._steps.apply(lambda now: self._doctor.set_defaults(now, dialog.defaults()), label=_LOOKING)
        )
        self._open(dialog)

    # words

    def unit_name(self, unit_id: UnitId | None) -> str:
        """The name of a unit; empty for none."""
        return next((name for known, name in self._units() if known == unit_id), "") if unit_id is not None else ""

    def defaults_told(self, draft: DoctorDraft) -> str:
        """The common values in one line."""
        return defaults_told(draft.defaults, {award.id: award.name for award in self._awards.values()})

    # helpers

    def _units(self) -> list[tuple[UnitId, str]]:
        return [(unit.id, unit.name) for unit in self._services.units.all() if unit.id is not None]

    def _person(self, recipient_id: RecipientId) -> Answer:
        kept = self._services.recipients.get(recipient_id)
        name = " ".join(filter(None, (kept.honorific, kept.name)))
        unit = self.unit_name(kept.unit_id)
        about = (kept.birth and f"sinh {kept.birth}", kept.position, unit, kept.id_number and f"CCCD {kept.id_number}")
        return Answer(name, recipient_id, " · ".join(part for part in about if part), "user")

    def _again(self, change: Change) -> None:
        """Change what a draft is for, and look at all its rows again."""

        def changed(draft: DoctorDraft) -> DoctorDraft:
            meant = change(draft)
            return self._doctor.set_defaults(meant, meant.defaults)

        self._steps.apply(changed, label=_LOOKING)

    def _ask(self, dialog: PickDialog, then: Callable[[Any], None]) -> None:
        dialog.accepted.connect(lambda: then(dialog.value()))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()


def _common(text: str, other: str) -> int:
    """How many words two texts share, without diacritics."""
    return len(set(fold(text).split()) & set(fold(other).split()))


def _sent_by(draft: DoctorDraft, unit_id: UnitId | None) -> DoctorDraft:
    return replace(draft, unit_id=unit_id, defaults=replace(draft.defaults, unit_id=unit_id))
