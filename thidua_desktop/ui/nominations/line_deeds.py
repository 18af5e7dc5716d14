"""What can be done with several lines at once: one change for all, another award, ties to the directory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import NominationId, RecipientId, UnitId
from thidua_desktop.domain.judgements import DueRow
from thidua_desktop.domain.nominations import STAGE, Nomination, NominationState, Round
from thidua_desktop.services.container import Services
from thidua_desktop.services.recipient_ties import TieProposal
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.nominations.award_dialog import AwardDialog
from thidua_desktop.ui.nominations.bulk_dialog import BulkDialog
from thidua_desktop.ui.nominations.columns import birth_text
from thidua_desktop.ui.nominations.due_window import DueWindow
from thidua_desktop.ui.nominations.tie_dialog import TieDialog

if TYPE_CHECKING:
    from thidua_desktop.ui.nominations.page import NominationsPage


class LineDeeds(QObject):
    """Asks what is to be done with the selected lines and does it as one operation."""

    def __init__(self, page: NominationsPage, services: Services, runner: Runner, feedback: Feedback) -> None:
        super().__init__(page)
        self._page, self._services = page, services
        self._runner, self._feedback = runner, feedback
        self.bulk_action = action(page, "Sửa nhiều dòng…", "edit", "Ctrl+Shift+E", self.change)
        self.award_action = action(page, "Đổi mức khen…", "award", "Ctrl+Alt+M", self.change_award)
        self.tie_action = action(page, "Gắn với danh bạ…", "link", "Ctrl+G", self.tie)
        self.tie_all_action = action(page, "Gắn mọi dòng chắc chắn", "link", "Ctrl+Alt+G", self.tie_all)
        self.due_action = action(page, "Ai đến hạn trong năm…", "year", "Ctrl+Shift+D", self.open_due)
        self.due: DueWindow | None = None
        """The window of those who are due, opened last."""

    def allow(self, selected: bool) -> None:
        """Let be done what can be done with lines ``selected``, or with none."""
        may = self._page.model.editable and selected
        for deed in (self.bulk_action, self.award_action):
            deed.setEnabled(may)
        for deed in (self.tie_action, self.tie_all_action):
            deed.setEnabled(self._page.model.editable and self._page.seen.untied)

    def change(self) -> None:
        """Make one change in all selected lines."""
        lines = self._lines()
        if not lines:
            return
        dialog = BulkDialog(lines, self._services.units.names, self._page.window())
        ids, told = _ids(lines), f"Đã sửa {len(lines)} dòng."
        dialog.accepted.connect(
            lambda: self._page.deeds.do(partial(self._services.bulk.change, ids, dialog.change()), told)
        )
        self._page.asking.open(dialog)

    def change_award(self) -> None:
        """Lower the award of the selected lines, or send them up; those with a decision keep theirs."""
        lines = self._lines()
        free = [line for line in lines if STAGE[line.state] < STAGE[NominationState.DECIDED]]
        if not free:
            if lines:
                self._feedback.say("Các dòng đã chọn đều đã có quyết định nên giữ nguyên mức khen.", tone=Tone.INFO)
            return
        dialog = AwardDialog(free, self._choices(free), self._page.awards, self._page.window())
        dialog.accepted.connect(lambda: self._change_award(free, dialog, len(lines) - len(free)))
        self._page.asking.open(dialog)

    def _change_award(self, lines: Sequence[Nomination], dialog: AwardDialog, kept: int) -> None:
        work = partial(self._services.bulk.change_award, _ids(lines), dialog.award_id(), dialog.text())
        rest = f" {kept} dòng đã có quyết định nên giữ nguyên." if kept else ""
        self._page.deeds.do(work, f"Đã đổi mức khen của {len(lines)} dòng.{rest}")

    def _choices(self, lines: Sequence[Nomination]) -> tuple[Award, ...]:
        """The awards of the round's day that every line can have, with those that they have now, lowest first."""
        kinds, day = {line.kind for line in lines}, self._page.award_day()
        there = {line.award_id for line in lines}
        fitting = (
            award
            for award in self._page.awards.values()
            if kinds <= set(award.recipients) and (award.exists_on(day) or award.id in there)
        )
        return tuple(sorted(fitting, key=lambda award: (award.rank, award.name)))

    # the directory

    def tie(self) -> None:
        """Ask whom the selected lines mean that are not tied yet; without one among them, all such lines."""
        chosen = self._page.chosen_round()
        if chosen is None or chosen.id is None or not self._page.model.editable:
            return
        work = partial(self._services.ties.proposals, chosen.id)
        self._runner.run(work, self._ask_ties, label="Đang so với danh bạ…")

    def _ask_ties(self, proposals: tuple[TieProposal, ...]) -> None:
        wanted = {line.id for line in self._page.selected_lines() if line.recipient_id is None}
        asked = [one for one in proposals if one.nomination.id in wanted] or proposals
        if not asked:
            self._feedback.say("Mọi dòng của đợt đã gắn với danh bạ.", tone=Tone.INFO)
            return
        units = {unit.id: unit.name for unit in self._services.units.all()}
        dialog = TieDialog(asked, partial(self._describe, units), self._page.window())
        ties = self._services.ties
        dialog.tied.connect(lambda tie: self._page.deeds.do(partial(ties.tie, [tie]), "Đã gắn dòng với danh bạ."))
        dialog.made.connect(
            lambda line: self._page.deeds.do(partial(ties.make, [line]), "Đã tạo người nhận mới và gắn dòng này.")
        )
        self._page.asking.open(dialog)

    def _describe(self, units: Mapping[UnitId | None, str], recipient_id: RecipientId) -> str:
        known = self._services.recipients.get(recipient_id)
        title = f"{known.honorific} {known.name}" if known.honorific else known.name
        born = f"sinh {birth_text(known.birth)}" if known.birth else ""
        parts = (title, born, known.position or "", units.get(known.unit_id, "") if known.unit_id else "")
        return " · ".join(part for part in parts if part)

    def tie_all(self) -> None:
        """Tie every line that means somebody for certain and make those whom nobody knows; the rest is left."""
        chosen = self._page.chosen_round()
        if chosen is None or chosen.id is None or not self._page.model.editable:
            return
        self._page.deeds.do(partial(self._services.ties.tie_round, chosen.id), _tied)

    # who is due

    def open_due(self) -> None:
        """Show who of the directory is due in the year, to take them into the round in front."""
        chosen = self._page.chosen_round()
        may = chosen is not None and self._page.model.editable
        self.due = DueWindow(
            self._services,
            self._runner,
            self._page.awards,
            chosen.year if chosen is not None else self._page.year(),
            round_name=chosen.name if chosen is not None and may else "",
            preferences=self._page.preferences,
            parent=self._page.window(),
        )
        self.due.chosen.connect(self._add_due)
        self._page.asking.open(self.due)

    def _add_due(self, rows: Sequence[DueRow]) -> None:
        chosen = self._page.chosen_round()
        if chosen is None or chosen.id is None:
            return
        there = {(line.recipient_id, line.award_id) for line in self._page.all_lines()}
        new = [row for row in rows if (row.recipient_id, row.award_id) not in there]
        units = {unit.id: unit.name for unit in self._services.units.all()}
        lines = [self._line(row, chosen, units) for row in new]
        rest = f" {len(rows) - len(new)} dòng đã có trong đợt." if len(new) < len(rows) else ""
        if lines:
            self._page.deeds.do(
                partial(self._services.nominations.save_many, lines), f"Đã thêm {len(lines)} đề nghị.{rest}"
            )
        else:
            self._feedback.say(f"Không thêm dòng nào.{rest}", tone=Tone.INFO)

    def _line(self, row: DueRow, chosen: Round, units: Mapping[UnitId | None, str]) -> Nomination:
        assert chosen.id is not None
        known = self._services.recipients.get(row.recipient_id)
        return Nomination(
            chosen.id,
            known.kind,
            known.name,
            row.award_id,
            honorific=known.honorific,
            gender=known.gender,
            birth=known.birth,
            id_number=known.id_number,
            position=known.position,
            unit=units.get(known.unit_id) if known.unit_id is not None else None,
            unit_id=known.unit_id,
            occasion=chosen.occasion,
            recipient_id=known.id,
        )

    def _lines(self) -> tuple[Nomination, ...]:
        return self._page.selected_lines() if self._page.model.editable else ()


def _tied(changes: Changes) -> str:
    tied, left = changes.params.get("tied", 0), changes.params.get("left", 0)
    rest = f" Còn {left} dòng giống nhiều người, cần chọn (Ctrl+G)." if left else ""
    return f"Đã gắn {tied} dòng với danh bạ.{rest}"


def _ids(lines: Sequence[Nomination]) -> list[NominationId]:
    return [line.id for line in lines if line.id is not None]
