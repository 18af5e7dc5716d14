"""Units that become one, and one that becomes several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.common.editors import SuggestEdit, show_lines
from thidua_desktop.ui.common.widgets import column
from thidua_desktop.ui.directory.event_dialogs import EventDialog
from thidua_desktop.ui.directory.unit_names import UnitNames, UnitNotKnown
from thidua_desktop.wording import unit_events as said

_MOST_SHOWN = 6
_LINE = 30


class MergeUnitsDialog(EventDialog):
    """Several units go into one: a new one, or one of the office's own that goes on."""

    def __init__(self, units: Sequence[Unit], names: UnitNames, *, today: date, parent: QWidget | None = None) -> None:
        """``units`` were chosen in the tree; more can be typed."""
        super().__init__("Sáp nhập đơn vị", yes="Sáp nhập", today=today, parent=parent)
        self._units, self._names = tuple(units), names
        self.merged = SuggestEdit(names.texts, separator=";")
        self.merged.setText("; ".join(names.text(unit.id) for unit in units))
        self.merged.setPlaceholderText("Tên các đơn vị, cách nhau bằng dấu chấm phẩy")
        self.as_new = QRadioButton("Thành đơn vị mới")
        self.as_old = QRadioButton("Vào một đơn vị đang có")
        self.as_new.setChecked(True)
        self.new_name = QLineEdit(units[0].name if units else "")
        self.new_name.setAccessibleName("Tên đơn vị mới")
        self.old = SuggestEdit(names.texts)
        self.old.setAccessibleName("Đơn vị đang có")
        ways = QWidget()
        ways.setLayout(column(self.as_new, self.new_name, self.as_old, self.old))
        self.add_row("&Các đơn vị sáp nhập", self.merged)
        self.add_row("&Kết quả", ways)
        for line in (self.merged, self.new_name, self.old):
            line.textChanged.connect(self.check)
        self.as_new.toggled.connect(self._on_way_changed)
        self._on_way_changed()
        self.finish(self.merged if len(units) < 2 else self.new_name)

    def chosen(self) -> tuple[UnitId, ...]:
        """The units that go into one.

        Raises:
            UnitNotKnown: a name that is no unit's.
        """
        names = [part for part in self.merged.text().split(";") if squeeze(part)]
        return tuple(dict.fromkeys(unit_id for name in names if (unit_id := self._names.read(name)) is not None))

    def into(self) -> Unit | UnitId:
        """The new unit, or the one that goes on.

        Raises:
            UnitNotKnown: no unit of that name.
        """
        if self.as_new.isChecked():
            like = self._units[0] if self._units else Unit("")
            name = squeeze(nfc(self.new_name.text()))
            return Unit(name=name, parent_id=like.parent_id, kind=like.kind, position=like.position)
        unit_id = self._names.read(self.old.text())
        if unit_id is None:
            raise UnitNotKnown(text="")
        return unit_id

    def missing(self) -> str:
        """At least two units, and what they become."""
        try:
            chosen = self.chosen()
        except UnitNotKnown as trouble:
            return f"Chưa có đơn vị “{trouble.params['text']}”. Hãy chọn trong danh sách."
        try:
            into = self.into()
        except UnitNotKnown:
            return "Hãy chọn đơn vị tiếp nhận trong danh sách."
        if isinstance(into, Unit):
            if not into.name:
                return "Hãy ghi tên đơn vị mới."
            return "" if len(chosen) > 1 else "Hãy chọn ít nhất hai đơn vị."
        return "" if set(chosen) - {into} else "Hãy chọn đơn vị sẽ nhập vào."

    def told(self, day: date) -> str:
        """What the merger will do."""
        into, names = self.into(), [self._names.text(unit_id) for unit_id in self.chosen()]
        if isinstance(into, Unit):
            return said.will_merge(names, into.name, day, goes_on=False)
        return said.will_merge(names, self._names.text(into), day, goes_on=True)

    def _on_way_changed(self) -> None:
        self.new_name.setEnabled(self.as_new.isChecked())
        self.old.setEnabled(self.as_old.isChecked())
        self.check()


class SplitDialog(EventDialog):
    """One unit becomes several; each unit below it goes to one of the parts."""

    def __init__(self, unit: Unit, children: Sequence[Unit], *, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Tách đơn vị", yes="Tách", today=today, parent=parent)
        self._unit = unit
        self.names = QPlainTextEdit()
        self.names.setPlaceholderText("Mỗi dòng tên một đơn vị mới")
        self.names.setTabChangesFocus(True)
        show_lines(self.names, 4)
        self.goes_on = QCheckBox("Đơn vị cũ tiếp tục hoạt động, các đơn vị mới tách ra từ đó")
        self.places: dict[UnitId, QComboBox] = {}
        self.add_row("&Các đơn vị mới", self.names)
        self.add_row("", self.goes_on)
        if children:
            self.add_row("Đơn &vị bên trong về đâu", self._placing(children))
        self.names.textChanged.connect(self._on_names_changed)
        self.goes_on.toggled.connect(self._on_names_changed)
        self._on_names_changed()
        self.finish(self.names)

    def _placing(self, children: Sequence[Unit]) -> QWidget:
        form = QFormLayout()
        for child in children:
            place = QComboBox()
            place.setAccessibleName(f"“{child.name}” về đơn vị nào")
            assert child.id is not None
            self.places[child.id] = place
            form.addRow(child.name, place)
        inner = QWidget()
        inner.setLayout(form)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        area.setFixedHeight(_LINE * min(len(children), _MOST_SHOWN) + 30)
        return area

    def part_names(self) -> list[str]:
        """The names of the new units."""
        return list(
            dict.fromkeys(name for line in self.names.toPlainText().split("\n") if (name := squeeze(nfc(line))))
        )

    def parts(self) -> tuple[Unit | UnitId, ...]:
        """The new units; before them the unit's own number where it goes on."""
        like = replace(self._unit, id=None, short_name=None, valid_from=None, valid_to=None, note=None)
        made: list[Unit | UnitId] = [replace(like, name=name) for name in self.part_names()]
        if self.goes_on.isChecked() and self._unit.id is not None:
            made.insert(0, self._unit.id)
        return tuple(made)

    def places_chosen(self) -> dict[UnitId, int]:
        """Which part each unit below goes to."""
        return {unit_id: max(0, place.currentIndex()) for unit_id, place in self.places.items()}

    def missing(self) -> str:
        """Enough parts."""
        if not self.part_names():
            return "Hãy ghi tên các đơn vị mới, mỗi dòng một tên."
        return "" if len(self.parts()) > 1 else "Tách thì phải có ít nhất hai đơn vị."

    def told(self, day: date) -> str:
        """What the split will do."""
        return said.will_split(self._unit.name, self.part_names(), day, goes_on=self.goes_on.isChecked())

    def _on_names_changed(self) -> None:
        own = [self._unit.name] if self.goes_on.isChecked() else []
        offered = [*own, *self.part_names()]
        for place in self.places.values():
            at = max(0, place.currentIndex())
            place.clear()
            place.addItems(offered)
            place.setCurrentIndex(min(at, len(offered) - 1))
        self.check()
