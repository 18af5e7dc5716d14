"""One field that finds any record of the open file, with or without diacritics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.changes import Kind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import icons
from thidua_desktop.ui.common.delegates import DETAIL_ROLE, TwoLines
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import formats, labels

if TYPE_CHECKING:
    from thidua_desktop.services.meetings import MeetingRow

_SHOWN = 12
_WAIT_MS = 120
_HIT = int(Qt.ItemDataRole.UserRole)
_ICONS = {
    Kind.PLAN: "plan",
    Kind.TASK: "check",
    Kind.NOMINATION: "award",
    Kind.ROUND: "award",
    Kind.UNIT: "units",
    Kind.RECIPIENT: "user",
    Kind.COUNCIL: "council",
    Kind.MEETING: "ballot",
    Kind.DECISION: "lock",
    Kind.AWARD_RECORD: "award",
    Kind.MOVEMENT: "award",
    Kind.SENT_REPORT: "export",
    Kind.WORKBOOK: "excel",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that can be found: its words and where they stand."""

    kind: Kind
    id: int
    title: str
    detail: str
    year: int

    @property
    def folded(self) -> str:
        """What the search compares."""
        return fold(f"{self.title} {self.detail}")


def everything(services: Services) -> tuple[Hit, ...]:
    """All records that can be found, those of the latest year first."""
    hits: list[Hit] = []
    for year in services.plans.years():
        hits += [_meeting_hit(row, year) for row in services.meetings.of_year(year)]
        hits += [_plan_hit(row.plan.id, row.plan.title, row.plan.number, year) for row in services.plans.of_year(year)]
        for found in services.tasks.of_year(year):
            task = found.task
            detail = f"{labels.quarter(task.quarter)} {year} · {'; '.join(task.lead)}".rstrip(" ·")
            hits.append(Hit(Kind.TASK, task.id or 0, task.text, detail, year))
        for held in services.nominations.rounds(year):
            assert held.round.id is not None
            hits.append(Hit(Kind.ROUND, held.round.id, held.round.name, f"Đợt xét {year}", year))
            for nomination in services.nominations.of_round(held.round.id):
                award = services.awards.get(nomination.award_id).name
                detail = " · ".join(part for part in (award, nomination.unit) if part)
                hits.append(Hit(Kind.NOMINATION, nomination.id or 0, nomination.name, detail, year))
    return (*hits, *_decisions(services), *_councils(services), *_reports(services), *_directory(services))


def of_register(services: Services, query: str) -> tuple[Hit, ...]:
    """The first entries of the register that a query finds; it is too long to be gathered with everything else."""
    from thidua_desktop.domain.register_queries import RegisterOrder, RegisterQuery  # the window starts without them

    found = services.register_pages.first(RegisterQuery(query, order=RegisterOrder.LATEST), _SHOWN)
    awards = {award.id: award.name for award in services.rulebooks.awards()}
    hits = []
    for row in services.register_pages.rows(found.ids):
        entry = row.entry
        said = (f"Sổ khen thưởng {entry.year}", awards.get(entry.award_id, entry.award_id), entry.decision)
        hits.append(
            Hit(Kind.AWARD_RECORD, entry.id or 0, entry.name, " · ".join(part for part in said if part), entry.year)
        )
    return tuple(hits)


def _decisions(services: Services) -> Iterator[Hit]:
    for one in reversed(services.hand_decisions.every()):
        number = f"Quyết định {one.number} ngày {formats.day(one.signed_on)}" if one.number else "Quyết định chưa có số"
        yield Hit(Kind.DECISION, one.id or 0, one.title, f"{number} · {labels.of(one.state)}", one.year)


def _meeting_hit(row: MeetingRow, year: int) -> Hit:
    said = (f"Phiên họp {formats.day(row.meeting.day)}", row.council, labels.of(row.meeting.state))
    return Hit(Kind.MEETING, row.meeting.id or 0, row.meeting.name, " · ".join(part for part in said if part), year)


def _councils(services: Services) -> Iterator[Hit]:
    for council in services.councils.all():
        detail = " · ".join(part for part in ("Hội đồng", council.short_name, council.decision) if part)
        yield Hit(Kind.COUNCIL, council.id or 0, council.name, detail, services.today().year)


def _reports(services: Services) -> Iterator[Hit]:
    """Movements, reports that were sent, workbooks of superiors."""
    for movement in services.movements.all():
        detail = " · ".join(part for part in (f"Phong trào thi đua {movement.year}", movement.launched_by) if part)
        yield Hit(Kind.MOVEMENT, movement.id or 0, movement.name, detail, movement.year)
    for report in services.report_archive.all():
        said = (f"Báo cáo đã gửi {formats.day(report.sent_on)}", report.letter_number, report.sent_to)
        yield Hit(
            Kind.SENT_REPORT, report.id or 0, report.title, " · ".join(part for part in said if part), report.last.year
        )
    for workbook in services.workbook_ties.all():
        detail = " · ".join(part for part in ("Biểu của cấp trên", workbook.issuer) if part)
        yield Hit(Kind.WORKBOOK, workbook.id or 0, workbook.name, detail, services.today().year)


def _directory(services: Services) -> Iterator[Hit]:
    """Units, those that have ended too, and recipients."""
    day = services.today()
    tree = services.units.tree()
    for unit_id, unit in tree.units.items():
        above = " › ".join(found.name for found in tree.path(unit_id, day)[:-1])
        until = f"đến {formats.day(unit.valid_to)}" if unit.valid_to is not None else ""
        detail = " · ".join(part for part in ("Đơn vị", above, unit.short_name, until) if part)
        yield Hit(Kind.UNIT, unit_id, unit.name, detail, day.year)
    for row in services.recipients.rows():
        one = row.recipient
        detail = " · ".join(part for part in (labels.of(one.kind), one.position, row.unit) if part)
        yield Hit(Kind.RECIPIENT, one.id or 0, one.name, detail, day.year)


def _plan_hit(plan_id: int | None, title: str, number: str | None, year: int) -> Hit:
    return Hit(Kind.PLAN, plan_id or 0, title, f"Kế hoạch {year} {number or ''}".strip(), year)


def matching(hits: Sequence[Hit], query: str) -> tuple[Hit, ...]:
    """The hits that hold every word; those whose title begins so come first, then the rest in their order."""
    words = fold(query).split()
    if not words:
        return ()
    found = [hit for hit in hits if all(word in hit.folded for word in words)]
    start = " ".join(words)
    return tuple(sorted(found, key=lambda hit: (not fold(hit.title).startswith(start), start not in hit.folded)))


class GlobalSearch(SearchField):
    """The field and the list below it; Enter opens the chosen record."""

    def __init__(self, services: Services, runner: Runner, navigation: Navigation, window: QWidget) -> None:
        super().__init__("Tìm trong toàn bộ dữ liệu (Ctrl+K)")
        self._services, self._runner, self._navigation = services, runner, navigation
        self._hits: tuple[Hit, ...] | None = None
        self.results = QListWidget(window)
        self.results.setAccessibleName("Kết quả tìm kiếm")
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setIconSize(QSize(16, 16))
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setProperty("role", "drop")
        self.results.setItemDelegate(TwoLines(self.results))
        self.results.hide()
        self.results.itemClicked.connect(self._open)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._search)
        self.textChanged.connect(lambda _text: self._wait.start())
        navigation.changes_made.connect(lambda _changes: self._forget())
        window.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move in the list, Enter opens, Esc closes."""
        if self.results.isVisible():
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                    QApplication.sendEvent(self.results, event)
                    return
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if self.results.currentItem() is not None:
                        self._open(self.results.currentItem())
                    return
                case Qt.Key.Key_Escape:
                    self.results.hide()
                    self.clear()
                    return
                case _:
                    pass
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list stays below the field, and goes when something else is clicked."""
        if event.type() == QEvent.Type.Resize and self.results.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever works elsewhere does not want the list."""
        self.results.hide()
        super().focusOutEvent(event)

    def _forget(self) -> None:
        self._hits = None

    def _search(self) -> None:
        if not self.query():
            self.results.hide()
        elif self._hits is None:
            self._runner.run(lambda: everything(self._services), self._on_gathered)
        else:
            self._show_all(self._hits)

    def _on_gathered(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        if self.query():
            self._show_all(hits)

    def _show_all(self, hits: tuple[Hit, ...]) -> None:
        """Show what is found at once; what the register has comes below as soon as it has been looked through."""
        query = self.query()
        found = matching(hits, query)
        self._show(found)
        self._runner.run_aside(
            lambda: of_register(self._services, query), lambda entries: self._add(query, found, entries)
        )

    def _add(self, query: str, found: tuple[Hit, ...], entries: tuple[Hit, ...]) -> None:
        if entries and query == self.query():
            self._show((*found, *entries))

    def _show(self, found: Sequence[Hit]) -> None:
        self.results.clear()
        for hit in found[:_SHOWN]:
            item = QListWidgetItem(icons.icon(_ICONS[hit.kind]), hit.title)
            item.setData(_HIT, hit)
            item.setToolTip(hit.title)
            item.setData(DETAIL_ROLE, hit.detail)
            self.results.addItem(item)
        if not found:
            nothing = QListWidgetItem("Không tìm thấy. Thử ít từ hơn; không cần gõ dấu.")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.results.addItem(nothing)
        elif len(found) > _SHOWN:
            more = QListWidgetItem(f"… và {len(found) - _SHOWN} kết quả khác; gõ thêm từ để thu hẹp.")
            more.setFlags(Qt.ItemFlag.NoItemFlags)
            self.results.addItem(more)
        if found:
            self.results.setCurrentRow(0)
        self._place()
        self.results.show()
        self.results.raise_()

    def _place(self) -> None:
        window = self.results.parentWidget()
        if window is None:
            return
        width = max(520, self.width())
        height = sum(self.results.sizeHintForRow(at) for at in range(self.results.count())) + 6
        corner = self.mapTo(window, QPoint(self.width() - width, self.height() + 2))
        self.results.setGeometry(max(0, corner.x()), corner.y(), width, min(height, window.height() - corner.y() - 20))

    def _open(self, item: QListWidgetItem) -> None:
        hit = item.data(_HIT)
        if isinstance(hit, Hit):
            self.results.hide()
            self.clear()
            self._navigation.open_requested.emit(hit.kind.value, hit.id)
