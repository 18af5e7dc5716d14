"""Kiểm phiếu: the papers counted twice by people who do not see each other's numbers, then compared line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import BallotId, NominationId
from thidua_desktop.services.ballots import BallotState, Count
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, action, button, label, row
from thidua_desktop.ui.councils import count_rows
from thidua_desktop.ui.councils.compare_page import ComparePage
from thidua_desktop.ui.councils.count_rows import COLUMNS, CountRow, Draft
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.pane import Pane
from thidua_desktop.ui.councils.paper_fields import PaperFields, derived
from thidua_desktop.wording import messages

_FIRST, _SECOND, _COMPARE = range(3)
_TYPING, _SEALED, _COMPARED, _NOTHING = range(4)


class CountPane(Pane):
    """The counts of one ballot at a time. What is typed and not kept yet stays here until it is."""

    title = "Kiểm phiếu"

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self._drafts: dict[tuple[BallotId, int], Draft] = {}
        self._opened: set[tuple[BallotId, int]] = set()
        """The counts that somebody has asked to see before the other one is there."""
        self._shown_rows: tuple[CountRow, ...] = ()
        """The lines that the table shows."""
        self._going_on: int | None = None
        """The ballot whose next count is shown as soon as the one that was kept has been read back."""
        self.model = TableModel[CountRow](COLUMNS, lambda line: line.nomination_id, parent=self)
        self.grid: Grid[CountRow] = Grid(self.model, name="council-count", preferences=deeds.preferences)
        self.grid.setAccessibleName("Số phiếu từng dòng")
        self.grid.setSortingEnabled(False)
        self.ballots = QComboBox()
        self.ballots.setAccessibleName("Lần bỏ phiếu")
        self.entries = QTabBar()
        self.entries.setProperty("role", "small")
        self.entries.setAccessibleName("Lần đếm")
        for text in ("Lần đếm 1", "Lần đếm 2", "So sánh"):
            self.entries.addTab(text)
        self.fields = PaperFields()
        self.compare = ComparePage(deeds.preferences)
        self.save_action = action(self, "Lưu lần đếm", "save", "Ctrl+S", self.save)
        self.fill_action = action(self, "Điền phần còn lại vào “Không đồng ý”", "fill-down", "Ctrl+R", self.fill)
        shows = (partial(self.entries.setCurrentIndex, at) for at in range(3))
        keys = ("Ctrl+Alt+1", "Ctrl+Alt+2", "Ctrl+Alt+3")
        titles = ("Nhập lần đếm 1", "Nhập lần đếm 2", "So sánh hai lần đếm")
        self.entry_actions = tuple(
            action(self, title, "", key, show) for title, key, show in zip(titles, keys, shows, strict=True)
        )
        self.unseal_action = action(self, "Xem và sửa lần đếm đang giấu", "edit", "Ctrl+Alt+4", self._unseal)
        self.of_menu = (self.save_action, self.fill_action, *self.entry_actions, self.unseal_action)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._derived, self._faults = label("", "muted", wrap=True), label("", "error", wrap=True)
        self._progress = label("", "strong", wrap=True)
        for part in (self._derived, self._faults):
            part.setContentsMargins(theme.SPACE_M, 0, theme.SPACE_M, theme.SPACE_XXS)
        typing = QWidget()
        inner = QVBoxLayout(typing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.fields)
        inner.addWidget(self._derived)
        inner.addWidget(self._faults)
        inner.addWidget(self.grid, stretch=1)
        self.save_button = button("Lưu lần đếm", "save", role="primary")
        self.save_button.clicked.connect(self.save)
        foot = row(self._progress, 0, self.save_button)
        foot.setStretch(0, 1)
        foot.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_S)
        inner.addLayout(foot)
        self._sealed_text = label("", wrap=True)
        self._sealed_text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.other_button = button("Nhập lần đếm còn lại", role="primary")
        self.unseal_button = button("", "edit", tip=self.unseal_action.toolTip())
        self.pages = QStackedWidget()
        self.pages.addWidget(typing)
        self.pages.addWidget(self._sealed_page())
        self.pages.addWidget(self.compare)
        self.pages.addWidget(
            EmptyState(
                "ballot",
                "Chưa có phiếu để kiểm",
                "Lập phiếu bầu ở phần Phiếu trước; sau khi thu phiếu, hai người nhập kết quả độc lập tại đây và "
                "chương trình so từng số.",
            )
        )
        self._body.addWidget(self.bar(self.ballots, theme.SPACE_M, self.entries, 0, self.fill_action, self.save_action))
        self._body.addWidget(self.pages, stretch=1)

    def _sealed_page(self) -> QWidget:
        made = QWidget()
        frame = QVBoxLayout(made)
        frame.addStretch(1)
        frame.addWidget(self._sealed_text)
        frame.addLayout(row(0, self.other_button, self.unseal_button, 0))
        frame.addStretch(2)
        return made

    def _connect(self) -> None:
        self.ballots.activated.connect(lambda _at: self._on_ballot_chosen())
        self.entries.currentChanged.connect(lambda _at: self._show())
        self.fields.changed.connect(self._on_papers_typed)
        self.fields.finished.connect(self._to_first_line)
        self.model.edited.connect(self._on_lines_typed)
        self.model.refused.connect(self.deeds.feedback.trouble)
        self.other_button.clicked.connect(lambda: self.entries.setCurrentIndex(1 - self.entries.currentIndex()))
        self.unseal_button.clicked.connect(self.unseal_action.trigger)
        self.compare.correct_wanted.connect(self._correct)
        self.offer_menu(self.grid, (self.fill_action, self.save_action))

    # what the window asks

    def refresh(self) -> None:
        """Show the ballot that was in front, or the first one that is not finished."""
        facts = self.facts
        states = facts.ballots if facts is not None else ()
        if facts is not None:
            self._forget(facts)
        before = self.ballots.currentData()
        self.ballots.clear()
        for state in states:
            self.ballots.addItem(f"Phiếu lần {state.ballot.number} – {len(state.lines)} dòng", state.ballot.number)
        unfinished = next((state.ballot.number for state in states if not state.counted), None)
        at = self.ballots.findData(before) if before is not None else -1
        self.ballots.setCurrentIndex(max(0, at if at >= 0 else self.ballots.findData(unfinished)))
        self._show()
        going_on, self._going_on = self._going_on, None
        if going_on is not None:
            self.show_ballot(going_on)
            self.take_focus()

    def _forget(self, facts: Facts) -> None:
        """What was typed for a ballot that is not there any more, or cannot be kept any more, goes.

        So do counts that nobody has begun: who came may have changed since. Until then they stay as they were made,
        since a ballot of a thousand lines made anew at the first number would be felt.
        """
        there = {state.ballot.id for state in facts.ballots} if facts.sitting else set()
        gone = [
            key
            for key, one in self._drafts.items()
            if not one.touched or (one.meeting_id == facts.id and key[0] not in there)
        ]
        for key in gone:
            del self._drafts[key]

    def show_ballot(self, number: int, entry: int | None = None) -> None:
        """Put a ballot in front, with one of its counts or what it waits for."""
        self.ballots.setCurrentIndex(max(0, self.ballots.findData(number)))
        state = self.state()
        if entry is None and state is not None:
            entry = 1 if state.first is None else 2 if state.second is None else 3
        self.entries.setCurrentIndex((entry or 1) - 1)
        self._show()

    def take_focus(self) -> None:
        """The cursor goes to the first number that is missing."""
        if self.pages.currentIndex() == _TYPING:
            field = self.fields.first_empty()
            if field is not None:
                field.setFocus()
                return
            self._to_first_line()
        elif self.pages.currentIndex() == _COMPARED:
            self.compare.grid.setFocus()
        else:
            self.setFocus()

    def unsaved(self) -> int:
        """How many counts were begun and not kept."""
        return sum(draft.touched for draft in self._drafts.values())

    def state(self) -> BallotState | None:
        """The ballot in front."""
        states = self.facts.ballots if self.facts is not None else ()
        return next((one for one in states if one.ballot.number == self.ballots.currentData()), None)

    # typing

    def save(self) -> None:
        """Keep the count; what cannot be true is asked about first."""
        facts, state, draft = self.facts, self.state(), self._draft()
        if facts is None or state is None or draft is None or not self.save_action.isEnabled():
            return
        wrong = draft.wrong + len(draft.findings(facts))
        if wrong:
            self.deeds.feedback.confirm(
                f"Còn {wrong} chỗ chưa khớp. Vẫn lưu lần đếm này?",
                detail="Số đã gõ được giữ nguyên; kết quả chỉ có khi mọi chỗ khớp.",
                yes="Lưu lần đếm",
                then=partial(self._save, state, draft),
            )
        else:
            self._save(state, draft)

    def _save(self, state: BallotState, draft: Draft) -> None:
        papers, ballot_id, entry = draft.kept_papers(), state.ballot.id, self.entries.currentIndex() + 1
        if papers is None or ballot_id is None:
            return
        work = partial(
            self.deeds.services.ballots.enter,
            ballot_id,
            entry,
            papers,
            [line.votes for line in draft.rows],
            counted_by=draft.counted_by,
        )

        self._going_on = state.ballot.number
        # Before it is read back: what was kept is shown, not the draft.
        kept = self._drafts.pop((ballot_id, entry), None)
        self._opened.discard((ballot_id, entry))

        def failed(_trouble: AppError) -> None:
            self._going_on = None
            if kept is not None:
                self._drafts[ballot_id, entry] = kept

        self.deeds.do(work, f"Đã lưu lần đếm {entry} của phiếu lần {state.ballot.number}.", failed=failed)

    def fill(self) -> None:
        """What is left over of the valid papers are votes against, in every line where nobody has typed them."""
        draft = self._draft()
        if draft is not None and self.model.editable:
            self._keep(replace(draft, rows=tuple(line.filled() for line in draft.rows), touched=True))

    def _on_papers_typed(self) -> None:
        draft = self._draft()
        if draft is not None:
            name = self.fields.counted_by.text()
            self._keep(replace(draft, papers=self.fields.numbers(), counted_by=name, touched=True))

    def _on_lines_typed(self, changed: Sequence[CountRow]) -> None:
        draft = self._draft()
        if draft is not None:
            new = {line.nomination_id: line for line in changed}
            rows = tuple(new.get(line.nomination_id, line) for line in draft.rows)
            key = self._key()
            if key is not None:
                # The table shows them already; shown anew, a long ballot would be slow to type into.
                self._drafts[key] = replace(draft, rows=rows, touched=True)
                self._shown_rows = rows
                if any(self._shown(line.nomination_id) != line for line in changed):
                    self.grid.set_rows(rows)  # it was shown anew meanwhile, without what had just been typed
                self._show_progress(self._drafts[key])

    def _shown(self, nomination_id: NominationId) -> CountRow | None:
        at = self.model.line_of(nomination_id)
        return None if at is None else self.model.line(at)

    def _keep(self, draft: Draft) -> None:
        key = self._key()
        if key is not None and self.facts is not None:
            self._drafts[key] = draft.checked(self.facts)
            self._show_draft(self._drafts[key])

    def _key(self) -> tuple[BallotId, int] | None:
        state, at = self.state(), self.entries.currentIndex()
        if state is None or state.ballot.id is None or at == _COMPARE:
            return None
        return state.ballot.id, at + 1

    def _draft(self) -> Draft | None:
        """The count in front as it is being typed; made from what is kept where nobody has begun."""
        key, state, facts = self._key(), self.state(), self.facts
        if key is None or state is None or facts is None:
            return None
        if key not in self._drafts:
            kept = self._kept(state, key[1])
            self._drafts[key] = (
                count_rows.typed(facts, state, kept) if kept is not None else count_rows.blank(facts, state)
            )
        return self._drafts[key]

    @staticmethod
    def _kept(state: BallotState, entry: int) -> Count | None:
        return state.first if entry == 1 else state.second

    # showing

    def _on_ballot_chosen(self) -> None:
        state = self.state()
        if state is not None:
            self.show_ballot(state.ballot.number)

    def _show(self) -> None:
        facts, state = self.facts, self.state()
        self.ballots.setEnabled(state is not None)
        self.entries.setEnabled(state is not None)
        self.model.editable = self.editable and facts is not None and facts.sitting
        if facts is None or state is None:
            self.pages.setCurrentIndex(_NOTHING)
        elif self.entries.currentIndex() == _COMPARE:
            self.compare.show_ballot(facts, state)
            self.pages.setCurrentIndex(_COMPARED)
        elif self._sealed(state):
            self._show_sealed(state)
        else:
            self._show_typing(facts, state)
        self._allow()

    def _sealed(self, state: BallotState) -> bool:
        """Whether the count in front is there and the other one is not: it is hidden until that one is there too."""
        entry, key = self.entries.currentIndex() + 1, self._key()
        own, other = self._kept(state, entry), self._kept(state, 3 - entry)
        return own is not None and other is None and key not in self._opened

    def _show_sealed(self, state: BallotState) -> None:
        entry = self.entries.currentIndex() + 1
        own = self._kept(state, entry)
        by = f" (người đếm: {own.tally.counted_by})" if own is not None and own.tally.counted_by else ""
        self._sealed_text.setText(
            f"Lần đếm {entry} đã nhập{by} và được giấu cho đến khi nhập xong lần đếm {3 - entry}, để hai lần đếm "
            "độc lập với nhau."
        )
        self.other_button.setText(f"Nhập lần đếm {3 - entry}")
        self.unseal_button.setText(f"Xem và sửa lần đếm {entry}")
        self.unseal_button.setAccessibleName(self.unseal_button.text())
        self.unseal_button.setEnabled(self.model.editable)
        self.pages.setCurrentIndex(_SEALED)

    def _show_typing(self, facts: Facts, state: BallotState) -> None:
        names = dict.fromkeys((*state.ballot.counters, *(one.name for one in facts.members)))
        self.fields.offer(tuple(names), written=bool(facts.standing.written))
        self.fields.setEnabled(self.model.editable)
        draft = self._draft()
        self.pages.setCurrentIndex(_TYPING)
        if draft is not None:
            self._show_draft(draft)

    def _show_draft(self, draft: Draft) -> None:
        if self.facts is None:
            return
        self.fields.show_numbers(draft.papers, draft.counted_by)
        if self._shown_rows is not draft.rows:  # most numbers of papers leave the lines as they are
            self.grid.set_rows(draft.rows)
            self._shown_rows = draft.rows
        self._derived.setText(derived(draft.turnout(self.facts)))
        said = [messages.finding(found) for found in draft.findings(self.facts)]
        self._faults.setText("\n".join(said))
        self._faults.setVisible(bool(said))
        self._show_progress(draft)

    def _show_progress(self, draft: Draft) -> None:
        """Say what is missing and what does not add up."""
        parts = [f"Còn {draft.open}/{len(draft.rows)} dòng chưa đủ số" if draft.open else "Đã nhập đủ các dòng"]
        parts += [f"{draft.wrong} dòng cộng chưa khớp" if draft.wrong else ""]
        self._progress.setText(" · ".join(part for part in parts if part))
        self._allow()

    def _allow(self) -> None:
        typing = self.pages.currentIndex() == _TYPING
        draft = self._draft() if typing else None
        may = self.model.editable and draft is not None
        self.save_action.setEnabled(may and draft is not None and draft.ready and draft.touched)
        self.save_button.setEnabled(self.save_action.isEnabled())
        self.fill_action.setEnabled(may)
        self.unseal_action.setEnabled(self.model.editable and self.pages.currentIndex() == _SEALED)
        for deed in self.entry_actions:
            deed.setEnabled(self.state() is not None)

    def _unseal(self) -> None:
        """Show the count that is hidden, to be corrected."""
        key = self._key()
        if key is not None:
            self._opened.add(key)
            self._show()
            self.take_focus()

    def _correct(self, entry: int, nomination_id: int) -> None:
        self.entries.setCurrentIndex(entry - 1)
        self.grid.go_to(nomination_id, column=_AGREE)
        self.grid.setFocus()

    def _to_first_line(self) -> None:
        rows = self.model.rows()
        first = next((line for line in rows if not line.complete), rows[0] if rows else None)
        if first is not None:
            self.grid.go_to(first.nomination_id, column=_AGREE)
            self.grid.setFocus()


_AGREE = next(at for at, column in enumerate(COLUMNS) if column.key == "agree")
