"""The findings beside the list: panel, strip of ceilings and columns follow what is chosen and what changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.judgements import Judgement, Proposals
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.nominations.ask_dialog import Answer, AskDialog, Asked, can_be_entered
from thidua_desktop.ui.nominations.columns import award_text, recipient
from thidua_desktop.ui.nominations.findings_panel import FindingsPanel, Judged
from thidua_desktop.ui.nominations.lines import Line
from thidua_desktop.ui.nominations.looking import Looking
from thidua_desktop.ui.nominations.override_dialog import OverrideDialog
from thidua_desktop.ui.nominations.quota_dialog import QuotaDialog
from thidua_desktop.ui.nominations.quota_strip import QuotaStrip
from thidua_desktop.ui.nominations.round_facts import RoundFacts
from thidua_desktop.wording import eligibility, labels, messages

if TYPE_CHECKING:
    from thidua_desktop.ui.nominations.page import NominationsPage

_IN_SIGHT = 60
"""So many lines are judged before the rest of the round."""


class Insight(QObject):
    """Shows what the law says of the page's lines, and takes what the clerk answers to it."""

    def __init__(
        self,
        page: NominationsPage,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
    ) -> None:
        super().__init__(page)
        self._page, self._services, self._runner = page, services, runner
        self._navigation, self._feedback = navigation, feedback
        self._short = {award.id: award.abbreviation or award.name for award in page.awards.values()}
        self.looking = Looking(services, runner, self)
        self.panel, self.strip = FindingsPanel(), QuotaStrip()
        self._make_actions()
        self.panel.lay_out((self.ask_action, self.override_action, self.withdraw_action, self.doubles_action))
        self.panel.ask_opened.connect(self.enter)
        self.panel.tie_opened.connect(page.line_deeds.tie)
        self.strip.lay_out(self.quotas_action)
        self.looking.found.connect(self._on_found)

    def _make_actions(self) -> None:
        page = self._page
        self.panel_action = action(page, "Kết quả xét bên phải", "info", "F4", self.toggle_panel)
        self.panel_action.setCheckable(True)
        self.ask_action = action(page, "Nhập điều còn thiếu…", "add", "F8", self.enter_next)
        self.override_action = action(page, "Quyết định khác…", "edit", "Ctrl+Shift+Q", self.override)
        self.withdraw_action = action(page, "Bỏ quyết định khác", "undo", "Ctrl+Alt+Q", self.withdraw)
        by_verdict = "Chuyển tình trạng theo kết quả xét…"
        self.apply_action = action(page, by_verdict, "check", "Ctrl+Shift+M", self.propose)
        self.doubles_action = action(page, "Đến dòng trùng", "link", "Ctrl+J", self.go_to_double)
        self.quotas_action = action(page, "Số liệu tỷ lệ…", "quarter", "Ctrl+Alt+T", self.open_quotas)
        self.recipient_action = action(page, "Mở trong danh bạ", "user", "Ctrl+Shift+P", self.open_recipient)

    @property
    def facts(self) -> RoundFacts:
        """What is known of the round in front."""
        return self.looking.facts

    # what the page tells

    def look(self) -> None:
        """Look up the round in front, or what has changed in it."""
        chosen = self._page.chosen_round()
        short = len(self._page.model.rows()) <= _IN_SIGHT
        self.looking.look(chosen.id if chosen is not None else None, self._in_sight, short=short)

    def show(self, rows: Sequence[Line]) -> None:
        """Show the ceilings with the lines selected, and the line at the cursor."""
        current = self._page.current_line()
        ids = _ids(self._page.selected_lines())
        self.strip.show_selection(ids, current.id if current is not None else None)
        own = not self.facts.own.isdisjoint(ids)
        self.override_action.setEnabled(self._page.model.editable and bool(rows))
        self.withdraw_action.setEnabled(self._page.model.editable and own)
        self.show_line()

    def show_line(self) -> None:
        """Show the line at the cursor."""
        self._show_panel(self._page.grid.current())
        self._allow()

    def _in_sight(self) -> tuple[NominationId, ...]:
        grid = self._page.grid
        first = max(0, grid.rowAt(0))
        rows = range(first, min(first + _IN_SIGHT, grid.proxy.rowCount()))
        sources = (grid.proxy.mapToSource(grid.proxy.index(row, 0)).row() for row in rows)
        lines = (self._page.model.line(source) for source in sources)
        return tuple(line.nomination.id for line in lines if line is not None and line.nomination.id is not None)

    def _on_found(self) -> None:
        facts = self.facts
        names = next(iter(facts.names.values()), None)
        if names is not None:
            self.strip.show_board(facts.board, names, self._short)
        self._page.show_facts()

    def _show_panel(self, line: Line | None) -> None:
        if line is None:
            self.panel.show_nothing()
        elif line.judgement is None:
            self.panel.show_waiting()
        else:
            self.panel.show_judged(self._judged(line, line.judgement))

    def _judged(self, line: Line, judgement: Judgement) -> Judged:
        asked = f" (đơn vị đề nghị {line.asked.name})" if line.asked is not None else ""
        return Judged(
            title=recipient(line.nomination),
            award=f"{award_text(line.award)}{asked}",
            day=judgement.assessment.claim.day,
            assessment=judgement.assessment,
            verdict=judgement.final,
            names=self.facts.names_of(judgement),
            notes=tuple(messages.finding(note) for note in judgement.notes),
            doubles=tuple(eligibility.double(double) for double in line.doubles),
            tied=judgement.recipient_id is not None,
        )

    def _allow(self) -> None:
        may, line = self._page.model.editable, self._page.grid.current()
        judgement = line.judgement if line is not None else None
        self.ask_action.setEnabled(may and judgement is not None and bool(judgement.assessment.asks()))
        self.apply_action.setEnabled(may and bool(self._page.all_lines()))
        self.doubles_action.setEnabled(line is not None and bool(line.doubles))
        self.quotas_action.setEnabled(self._page.chosen_round() is not None)
        self.recipient_action.setEnabled(line is not None and line.nomination.recipient_id is not None)

    # panel

    def toggle_panel(self) -> None:
        """Show the findings at the right, or give their room to the list."""
        self._page.panes.show_panel(not self._page.panes.panel_shown())

    # what is missing

    def enter_next(self) -> None:
        """Enter what the finding at the cursor of the panel asks for, else the first that is missing."""
        line = self._page.grid.current()
        if line is None or line.judgement is None:
            return
        asks = line.judgement.assessment.asks()
        ask = self.panel.list.current_ask() or next(iter(asks), None)
        if ask is not None:
            self.enter(ask)

    def enter(self, ask: Ask) -> None:
        """Write down what a rule asks for of the line at the cursor."""
        line = self._page.grid.current()
        if line is None or line.judgement is None or not self._page.model.editable:
            return
        if ask.kind is AskKind.ACHIEVEMENT:
            self._page.edit_nomination()
        elif ask.kind is AskKind.STANDARD:
            self.override()
        elif line.judgement.recipient_id is None:
            offers = (Offer("Gắn với danh bạ…", self._page.line_deeds.tie),)
            self._feedback.say(
                f"“{line.nomination.name}” chưa gắn với người nào trong danh bạ nên chưa có chỗ ghi. "
                "Hãy gắn dòng này với danh bạ trước.",
                tone=Tone.INFO,
                offers=offers,
            )
        elif can_be_entered(ask):
            self._ask(ask, line, line.judgement)
        else:
            self._navigation.open_requested.emit(Kind.RECIPIENT.value, line.judgement.recipient_id)

    def _ask(self, ask: Ask, line: Line, judgement: Judgement) -> None:
        assert judgement.recipient_id is not None
        asked = Asked(
            ask,
            self._services.recipients.get(judgement.recipient_id),
            self.facts.names_of(judgement),
            judgement.assessment.claim.year,
            self._services.today(),
            user=self._services.user,
            unit=line.nomination.unit or "",
            kept=self._services.evidence.of(judgement.recipient_id),
        )
        dialog = AskDialog(asked, self._page.window())
        dialog.accepted.connect(lambda: self._keep(dialog.answer()))
        self._page.asking.open(dialog)

    def _keep(self, answer: Answer) -> None:
        told = "Đã ghi cho người nhận trong danh bạ; các dòng liên quan được xét lại."
        if answer.facts:
            self._page.deeds.do(partial(self._services.evidence.save_many, answer.facts), told)
        elif answer.entries:
            self._page.deeds.do(partial(self._services.register.add_many, answer.entries), told)
        elif answer.recipient is not None:
            self._page.deeds.do(partial(self._services.recipients.save, answer.recipient), told)

    def open_recipient(self) -> None:
        """Show the recipient of the line at the cursor in the directory."""
        line = self._page.current_line()
        if line is not None and line.recipient_id is not None:
            self._navigation.open_requested.emit(Kind.RECIPIENT.value, line.recipient_id)

    # the clerk's own verdict

    def override(self) -> None:
        """Decide otherwise about the selected lines."""
        lines = self._page.grid.selected()
        if not lines or not self._page.model.editable:
            return
        found = {line.judgement.assessment.verdict for line in lines if line.judgement is not None}
        same = found.pop() if len(found) == 1 else None
        names = [recipient(line.nomination) for line in lines]
        dialog = OverrideDialog(names, same, self._services.user, self._page.window())
        ids = _ids(line.nomination for line in lines)
        dialog.accepted.connect(
            lambda: self._page.deeds.override(ids, dialog.verdict(), self._services.user, dialog.text())
        )
        self._page.asking.open(dialog)

    def withdraw(self) -> None:
        """Let the findings hold again for the selected lines."""
        lines = self._page.grid.selected()
        own = [one for one in lines if one.judgement is not None and one.judgement.assessment.override is not None]
        if own and self._page.model.editable:
            self._page.deeds.withdraw_override(_ids(line.nomination for line in own))

    def propose(self) -> None:
        """Move the lines by what was found, after saying how many go where: the selected ones, else all."""
        chosen = self._page.chosen_round()
        if chosen is None or chosen.id is None:
            return
        lines = self._page.selected_lines()
        ids = _ids(lines) if len(lines) > 1 else None
        work = partial(self._services.judging.proposals, chosen.id, ids)
        self._runner.run(work, self._on_proposed, label="Đang xét các dòng…")

    def _on_proposed(self, found: Proposals) -> None:
        left = _left(found)
        if not found.moves:
            self._feedback.say(f"Không có dòng nào cần chuyển. {left}".strip(), tone=Tone.INFO)
            return
        states = [move.new for move in found.moves]
        parts = [f"{states.count(state)} dòng sang “{labels.of(state)}”" for state in dict.fromkeys(states)]
        self._feedback.confirm(
            f"Chuyển {len(found.moves)} dòng theo kết quả xét?",
            detail=f"{'; '.join(parts)}. {left}".strip(),
            yes=f"Chuyển {len(found.moves)} dòng",
            then=lambda: self._page.deeds.do(
                partial(self._services.judging.apply, found.moves),
                f"Đã chuyển {len(found.moves)} dòng theo kết quả xét.",
            ),
        )

    # doubles and ceilings

    def go_to_double(self) -> None:
        """Go to the other line of the same recipient; with several of them a menu asks to which."""
        others = self.others()
        if len(others) == 1:
            self._page.go_to_line(others[0])
        elif others:
            self.doubles_menu().popup(QCursor.pos())

    def others(self) -> tuple[Nomination, ...]:
        """The other lines of what seems to be the recipient of the line at the cursor."""
        line = self._page.grid.current()
        if line is None:
            return ()
        here = line.nomination.id
        return tuple(one.second if one.first.id == here else one.first for one in line.doubles)

    def doubles_menu(self) -> QMenu:
        """The other lines by name, unit and award."""
        menu = QMenu("Đến dòng trùng", self._page)
        for other in self.others():
            award = self._short.get(other.award_id, other.award_id)
            text = " – ".join(part for part in (other.name, other.unit, award) if part)
            menu.addAction(text.replace("&", "&&")).triggered.connect(partial(self._page.go_to_line, other))
        return menu

    def open_quotas(self) -> None:
        """Show all ceilings of the round with what they are counted of."""
        chosen = self._page.chosen_round()
        names = next(iter(self.facts.names.values()), None)
        if chosen is None or chosen.id is None or names is None:
            return
        dialog = QuotaDialog(
            chosen.id,
            self._services,
            self._navigation.changes_made.emit,
            names=names,
            short=self._short,
            preferences=self._page.preferences,
            parent=self._page.window(),
        )
        self._page.asking.open(dialog)


def _ids(lines: Iterable[Nomination]) -> list[NominationId]:
    return [line.id for line in lines if line.id is not None]


def _left(found: Proposals) -> str:
    parts = (
        (found.early, "chưa đủ hồ sơ"),
        (found.settled, "đã đúng tình trạng"),
        (found.late, "đã trình hội đồng hoặc xa hơn"),
    )
    said = [f"{number} dòng {text}" for number, text in parts if number]
    return f"Giữ nguyên: {'; '.join(said)}." if said else ""
