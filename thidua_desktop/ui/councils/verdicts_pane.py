"""Kết quả: votes beside what was needed, what follows from them, what the council says of each line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.councils.meetings import LineVerdict, Verdict
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.pane import Pane, at_hand
from thidua_desktop.ui.councils.verdict_dialogs import LowerDialog
from thidua_desktop.ui.councils.verdict_rows import COLUMNS, VerdictRow, rows
from thidua_desktop.wording import labels

_NONE_LOWER = "Không có mức nào thấp hơn dùng được cho tất cả các dòng đang chọn; hãy chọn từng dòng."


class VerdictsPane(Pane):
    """The results and verdicts of a meeting."""

    title = "Kết quả"

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self.model = TableModel[VerdictRow](
            COLUMNS,
            lambda row: row.line.nomination_id,
            grouping=Grouping(lambda row: row.group, _detail),
            parent=self,
        )
        self.grid: Grid[VerdictRow] = Grid(self.model, name="council-verdicts", preferences=deeds.preferences)
        self.grid.setAccessibleName("Kết quả và kết luận")
        deed, say = partial(action, self), self.say
        self.apply_action = deed("Ghi theo dự kiến", "check", "Ctrl+Alt+A", self.apply)
        self.agree_action = deed("Đồng ý", "check", "Ctrl+Alt+D", lambda: say(Verdict.AGREED))
        self.refuse_action = deed("Không đồng ý…", "close", "Ctrl+Alt+X", lambda: say(Verdict.REFUSED))
        self.hold_action = deed("Hoãn…", "duty", "Ctrl+Alt+W", lambda: say(Verdict.POSTPONED))
        self.lower_action = deed("Hạ mức…", "down", "Ctrl+Alt+M", self.lower)
        self.of_rows = (self.agree_action, self.refuse_action, self.hold_action, self.lower_action)
        self.of_menu = (self.apply_action, *self.of_rows)
        self.told = label("", "strong", wrap=True)
        self._basis = label("", "small", wrap=True)
        for part in (self.told, self._basis):
            part.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        self._body.addWidget(self.bar(self.apply_action, theme.SPACE_S, *self.of_rows, 0))
        self._body.addWidget(self.told)
        self._body.addWidget(self.grid, stretch=1)
        self._body.addWidget(self._basis)
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(deeds.feedback.trouble)
        self.grid.selection_changed.connect(self._allow)
        self.grid.current_changed.connect(lambda _row: self._on_line_changed())
        self.offer_menu(self.grid, self.of_menu)

    # what the window asks

    def refresh(self) -> None:
        """Show votes and verdicts."""
        shown = rows(self.facts) if self.facts is not None else ()
        self.model.editable = self._may()
        self.show_rows(self.grid, shown)
        self.told.setText(summary(shown))
        self._show_basis()
        self._allow()

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        self.grid.setFocus()

    # doing

    def apply(self) -> None:
        """Keep what follows from the votes, of the selected lines or of all where no more than one is selected."""
        chosen = self.grid.selected()
        of = chosen if len(chosen) > 1 else self.model.rows()
        proposals = [row.proposal for row in of if row.said is None and row.proposal is not None]
        if proposals:
            self._decide(proposals, f"Đã ghi kết luận cho {len(proposals)} đề nghị theo dự kiến.")

    def say(self, verdict: Verdict) -> None:
        """Say one thing of the selected lines; against a line a reason is asked for."""
        chosen = at_hand(self.grid)
        if not chosen or not self._may():
            return
        what = _what(chosen)

        def kept(reason: str = "") -> None:
            said = [
                LineVerdict(row.line.nomination_id, verdict, reason, by_vote=row.votes is not None) for row in chosen
            ]
            self._decide(said, f"Đã ghi “{labels.of(verdict)}” cho {what}.")

        if verdict is Verdict.AGREED:
            kept()
        else:
            name = labels.of(verdict)
            self.deeds.feedback.ask_text(name, f"Vì sao {name.lower()} đối với {what}?", yes=name, then=kept)

    def lower(self) -> None:
        """Ask for a lower award for the selected lines."""
        chosen = at_hand(self.grid)
        if not chosen or not self._may():
            return
        lower = self._lower_than(chosen)
        if not lower:
            self.deeds.feedback.say(_NONE_LOWER, tone=Tone.INFO)
            return
        what = _what(chosen)
        dialog = LowerDialog(f"Hạ mức của {what}", lower, self.window())

        def kept() -> None:
            said = [
                LineVerdict(row.line.nomination_id, Verdict.LOWERED, dialog.why(), dialog.lowered_to())
                for row in chosen
            ]
            self._decide(said, f"Đã ghi hạ mức cho {what}.")

        self.deeds.ask(dialog, kept)

    def _lower_than(self, chosen: Sequence[VerdictRow]) -> list[Award]:
        facts = self.facts
        if facts is None:
            return []
        found: list[Award] | None = None
        for row in chosen:
            asked = facts.awards.get(row.line.award_id)
            there = self.deeds.services.awards.available(facts.meeting.day, row.nomination.kind)
            lower = [one for one in there if asked is not None and one.rank < asked.rank]
            found = lower if found is None else [one for one in found if one in lower]
        first = facts.awards.get(chosen[0].line.award_id)
        kind = first.kind if first is not None else ""
        # A title is mostly lowered to a title, a form to a form: those stand first, the highest before.
        return sorted(found or [], key=lambda one: (one.kind != kind, -one.rank))

    def _on_edited(self, changed: Sequence[VerdictRow]) -> None:
        """A reason was typed; it is kept with what was said or proposed."""
        said = [row.said for row in changed if row.said is not None]
        if said:
            self._decide(said, "Đã lưu lý do.")

    def _decide(self, verdicts: Iterable[LineVerdict], text: str) -> None:
        facts = self.facts
        if facts is not None and self._may():
            work = partial(self.deeds.services.verdicts.decide, facts.id, tuple(verdicts))
            self.deeds.do(work, text, failed=self._show_again)

    def _show_again(self, _trouble: AppError) -> None:
        self.refresh()

    # showing

    def _on_line_changed(self) -> None:
        self._show_basis()
        self._allow()

    def _show_basis(self) -> None:
        row = self.grid.current()
        citation = (row.line.citation or row.rule.basis.citation) if row is not None else ""
        told = f"Căn cứ tỷ lệ: {citation}" if citation else ""
        if row is not None and not citation:
            told = "Bộ quy định không nêu tỷ lệ phiếu cho danh hiệu này; theo quy chế của Hội đồng."
        self._basis.setText(told)
        self._basis.setVisible(bool(told))

    def _may(self) -> bool:
        return self.editable and self.facts is not None and self.facts.sitting

    def _allow(self) -> None:
        may, chosen = self._may(), at_hand(self.grid)
        self.apply_action.setEnabled(
            may and any(row.said is None and row.proposal is not None for row in self.model.rows())
        )
        for deed in self.of_rows:
            deed.setEnabled(may and bool(chosen))


def summary(shown: Sequence[VerdictRow]) -> str:
    """``12 đề nghị: đã kết luận 5, có dự kiến 6, chờ kiểm phiếu 1``: numbers that add up."""
    said = sum(row.said is not None for row in shown)
    proposed = sum(row.said is None and row.proposal is not None for row in shown)
    waiting = len(shown) - said - proposed
    return f"{len(shown)} đề nghị: đã ghi kết luận {said}, có dự kiến {proposed}, chờ kiểm phiếu {waiting}."


def _detail(members: Sequence[VerdictRow]) -> str:
    agreed = sum(row.verdict is not None and row.verdict.verdict is Verdict.AGREED for row in members)
    return f"{len(members)} đề nghị, đồng ý {agreed}"


def _what(chosen: Sequence[VerdictRow]) -> str:
    return f"“{chosen[0].line.name}”" if len(chosen) == 1 else f"{len(chosen)} đề nghị"
