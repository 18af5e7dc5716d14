"""The card of a recipient: its time line, awards, posts and all that awards rest on, section by section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.facts import TYPES, KeptFact
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.services.nominations import Nominated
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.directory import empty
from thidua_desktop.ui.directory.card_actions import CardActions
from thidua_desktop.ui.directory.card_head import CardHead
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.nomination_list import TITLE, NominationList
from thidua_desktop.ui.directory.recipient_rows import Choices
from thidua_desktop.ui.directory.record_columns import fact_columns, plain_columns
from thidua_desktop.ui.directory.record_dialog import RecordDialog
from thidua_desktop.ui.directory.record_kinds import AWARDS, POSTS, RecordKind, kinds_for
from thidua_desktop.ui.directory.record_list import RecordList
from thidua_desktop.wording.recipient_lines import TimelineLine, timeline

_SECTIONS_WIDTH = 188
_TIMELINE = "Dòng thời gian"
_KIND_OF = {kept: kind for kind, kept in TYPES.items()}

_TIMELINE_COLUMNS: tuple[Column[TimelineLine], ...] = (
    Column[TimelineLine]("at", "Thời gian", lambda line: line.at, 88, sort_key=lambda line: line.order),
    Column[TimelineLine]("what", "Việc", lambda line: line.what, 108, by_choice=True, wrap=True),
    Column[TimelineLine]("text", "Nội dung", lambda line: line.text, 160, stretch=True, wrap=True, most_lines=6),
)


@dataclass(frozen=True)
class _Held:
    """All that is kept about the recipient on the card."""

    recipient: Recipient
    entries: tuple[RegisterEntry, ...]
    posts: tuple[Post, ...]
    facts: tuple[KeptFact, ...]
    nominated: tuple[Nominated, ...]


class RecipientCard(QFrame):
    """Shows one recipient of a kind; the records are edited in place, in dialogs, by key."""

    def __init__(self, kind: RecipientKind, choices: Choices, frame: Frame, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._kind, self._choices = kind, choices
        self._services, self._feedback, self._preferences = frame.services, frame.feedback, frame.preferences
        self._held: _Held | None = None
        self.deeds = CardActions(frame, self.reload)
        self.dialog: RecordDialog | None = None
        """The dialog opened last."""
        posts = (POSTS,) if kind in POSTS.recipients else ()
        self._kinds: tuple[RecordKind, ...] = (AWARDS, *posts, *kinds_for(kind))
        self._lists: dict[RecordKind, RecordList[Any]] = {}
        # Each part is made within the next one, so that none is given its style twice.
        self.pages = QStackedWidget(self)
        self._whole = QWidget(self.pages)
        self._inner = QSplitter(Qt.Orientation.Horizontal, self._whole)
        self.head = CardHead()
        self.sections = QListWidget(self._inner)
        self.parts = QStackedWidget(self._inner)
        self.past = QStackedWidget(self.parts)
        self.sections.setAccessibleName("Các phần của thẻ")
        self.sections.setProperty("role", "plain")
        self.sections.addItems([_TIMELINE, *(kind.title for kind in self._kinds), TITLE])
        self.nominations = NominationList(
            lambda: choices.names, name=kind.value, preferences=frame.preferences, parent=self.parts
        )
        self.nominations.wanted.connect(lambda line: frame.navigation.open_requested.emit(Kind.NOMINATION.value, line))
        self.timeline_model = TableModel[TimelineLine](_TIMELINE_COLUMNS, lambda line: (line.order, line.text))
        self.timeline = Grid(
            self.timeline_model,
            name=f"directory.timeline.{kind.value}",
            preferences=frame.preferences,
            parent=self.past,
        )
        self.timeline.setAccessibleName(_TIMELINE)
        self.sections.setMinimumWidth(_SECTIONS_WIDTH)
        self._lay_out()
        self.sections.currentRowChanged.connect(self._on_section_changed)
        self.sections.setCurrentRow(0)

    def _lay_out(self) -> None:
        self.past.addWidget(self.timeline)
        self.past.addWidget(empty.no_past())
        self.parts.addWidget(self.past)
        self.parts.addWidget(self.nominations)
        inner, whole = self._inner, self._whole
        inner.addWidget(self.sections)
        inner.addWidget(self.parts)
        inner.setStretchFactor(1, 1)
        inner.setSizes([_SECTIONS_WIDTH, 460])
        inner.setChildrenCollapsible(False)
        frame = QVBoxLayout(whole)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.head)
        frame.addWidget(inner, stretch=1)
        self.pages.addWidget(empty.no_card())
        self.pages.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)

    # what is shown

    def recipient(self) -> Recipient | None:
        """The recipient on the card."""
        return None if self._held is None else self._held.recipient

    def show_recipient(self, recipient: Recipient | None) -> None:
        """Show a recipient that is kept; None: nobody is chosen."""
        if recipient is None or recipient.id is None:
            self._held = None
            self.pages.setCurrentIndex(0)
            return
        held, recipient_id = self._services, recipient.id
        self._held = _Held(
            recipient,
            held.register.of_recipient(recipient_id),
            held.recipients.posts(recipient_id),
            held.evidence.of(recipient_id),
            held.nominations.of_recipient(recipient_id),
        )
        self.pages.setCurrentIndex(1)
        self._show()

    def reload(self) -> None:
        """Look again at what the file holds."""
        held = self._held
        if held is not None and held.recipient.id is not None:
            self.show_recipient(self._services.recipients.get(held.recipient.id))

    def show_section(self, kind: RecordKind) -> RecordList[Any]:
        """Bring a section to the front; gives its list."""
        self.sections.setCurrentRow(1 + self._kinds.index(kind))
        return self._lists[kind]

    def show_nominations(self) -> NominationList:
        """Bring what the recipient was nominated for to the front."""
        self.sections.setCurrentRow(self._last())
        return self.nominations

    def _last(self) -> int:
        """The place of the nominations: after all that is kept on the card itself."""
        return 1 + len(self._kinds)

    def kinds(self) -> tuple[RecordKind, ...]:
        """The sections after the time line."""
        return self._kinds

    def menu(self) -> QMenu:
        """What can be done with the section in front."""
        at = self.sections.currentRow() - 1
        menu = QMenu("Mục của thẻ", self)
        if at == len(self._kinds):
            menu.addActions(list(self.nominations.deeds()))
        elif at >= 0:
            menu.addActions(list(self.list_of(self._kinds[at]).deeds()))
        else:
            menu.addAction("Hãy chọn một phần của thẻ trước").setEnabled(False)
        return menu

    def list_of(self, kind: RecordKind) -> RecordList[Any]:
        """The table of a section, made when it is first asked for: a card has a dozen of them."""
        if kind not in self._lists:
            made = self._lists[kind] = self._made(kind)
            self.parts.addWidget(made)
        return self._lists[kind]

    def _made(self, kind: RecordKind) -> RecordList[Any]:
        year = self._services.today().year

        def names() -> Any:
            return self._choices.names

        plain = kind in (AWARDS, POSTS)
        columns = plain_columns(kind, names, year) if plain else fact_columns(kind, names, year)
        made: RecordList[Any] = RecordList(
            kind.title,
            kind.one,
            kind.about,
            columns,
            lambda row: row.id or id(row),
            name=f"{kind.type.__name__}.{self._kind.value}",
            preferences=self._preferences,
            feedback=self._feedback,
            year=year,
        )
        made.add_wanted.connect(partial(self._on_add, kind))
        made.edit_wanted.connect(partial(self._on_edit, kind))
        made.saved.connect(partial(self._save, kind))
        made.remove_wanted.connect(partial(self._on_remove, kind))
        if kind is AWARDS:
            follow = partial(self.deeds.open_unit, made.grid.current)
            made.offer(action(made, "Đến đơn vị (tên hiện nay)", "units", "Ctrl+Shift+U", follow))
        return made

    def _on_section_changed(self, at: int) -> None:
        if at <= 0:
            self.parts.setCurrentIndex(0)
        elif at == self._last():
            self.parts.setCurrentWidget(self.nominations)
        else:
            self.parts.setCurrentWidget(self.list_of(self._kinds[at - 1]))
        self._show_records()

    def _show(self) -> None:
        held = self._held
        if held is None:
            return
        findings = self._services.recipients.check(held.recipient)
        self.head.show_recipient(held.recipient, self._choices, findings)
        for at, kind in enumerate(self._kinds, start=1):
            count = len(self._records(kind))
            item = self.sections.item(at)
            item.setText(f"{kind.title} ({count})" if count else kind.title)
        nominated = len(held.nominated)
        self.sections.item(self._last()).setText(f"{TITLE} ({nominated})" if nominated else TITLE)
        self._show_records()

    def _show_records(self) -> None:
        held, at = self._held, self.sections.currentRow()
        if held is None:
            return
        if at <= 0:
            names = self._choices.names
            lines = timeline(held.recipient, held.entries, held.posts, held.facts, names)
            self.timeline.set_rows(lines)
            self.past.setCurrentIndex(0 if lines else 1)
            return
        if at == self._last():
            self.nominations.show_nominations(held.nominated)
            return
        kind = self._kinds[at - 1]
        self.list_of(kind).show_records(self._records(kind), may=not self._services.read_only)

    def _records(self, kind: RecordKind) -> Sequence[Any]:
        held = self._held
        if held is None:
            return ()
        if kind is AWARDS:
            return held.entries
        if kind is POSTS:
            return held.posts
        wanted = _KIND_OF[kind.type]
        return [fact for fact in held.facts if fact.kind is wanted]

    # what is wished

    def _on_add(self, kind: RecordKind) -> None:
        held = self._held
        if held is None or held.recipient.id is None:
            return
        begin = self._beginning(kind, held.recipient, held.recipient.id)
        self._ask(kind, begin, new=True, then=lambda record: self._save(kind, [self._kept(kind, record, None)]))

    def _on_edit(self, kind: RecordKind, row: Any) -> None:
        record = row if kind in (AWARDS, POSTS) else row.fact
        self._ask(kind, record, new=False, then=lambda new: self._save(kind, [self._kept(kind, new, row)]))

    def _ask(self, kind: RecordKind, record: Any, *, new: bool, then: Callable[[Any], None]) -> None:
        year = self._services.today().year
        dialog = RecordDialog(kind, record, self._choices.names, year=year, new=new, parent=self.window())
        dialog.accepted.connect(lambda: then(dialog.record()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _beginning(self, kind: RecordKind, one: Recipient, recipient_id: RecipientId) -> Any:
        """What a new award or post begins with; a fact begins with the blank of its kind."""
        unit = self._choices.units.text(one.unit_id) or None
        if kind is AWARDS:
            year = self._services.today().year - 1
            return RegisterEntry(
                recipient_id, "", year, one.name, position=one.position, unit=unit, unit_id=one.unit_id
            )
        if kind is POSTS:
            return Post(recipient_id, one.position or "", unit=unit, unit_id=one.unit_id)
        return None

    def _kept(self, kind: RecordKind, record: Any, row: Any) -> Any:
        held = self._held
        assert held is not None
        assert held.recipient.id is not None
        if kind in (AWARDS, POSTS):
            return record
        return KeptFact(held.recipient.id, record) if row is None else replace(row, fact=record)

    def _save(self, kind: RecordKind, rows: Sequence[Any]) -> None:
        held = self._held
        if held is None or held.recipient.id is None:
            return
        if kind is AWARDS:
            self.deeds.save_entries([self._tied(row, row.decided_on) for row in rows])
        elif kind is POSTS:
            rows = [self._tied(row, row.since) for row in rows]
            changed = {row.id: row for row in rows if row.id is not None}
            kept = [changed.get(post.id, post) for post in held.posts]
            self.deeds.save_posts(held.recipient.id, [*kept, *(row for row in rows if row.id is None)])
        else:
            self.deeds.save_facts(rows)

    def _tied(self, row: Any, day: date | None) -> Any:
        """An award or a post with the unit that its text means on its day, where that is certain."""
        meant = self._services.units.find(row.unit, day).unit_id if row.unit else None
        return replace(row, unit_id=meant)

    def _on_remove(self, kind: RecordKind, rows: Sequence[Any]) -> None:
        held = self._held
        if held is None or held.recipient.id is None:
            return
        if kind is AWARDS:
            self.deeds.remove_entries(rows)
        elif kind is POSTS:
            gone = {row.id for row in rows}
            self.deeds.save_posts(held.recipient.id, [post for post in held.posts if post.id not in gone])
        else:
            self.deeds.remove_facts(rows)
