"""The pictures of the directory: units through time, recipients and their cards, look-alikes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.ids import RecipientId, RoundId, UnitId
from thidua_desktop.services import demo_directory
from thidua_desktop.ui.directory.event_dialogs import EventDialog
from thidua_desktop.ui.directory.merge_units_dialog import SplitDialog
from thidua_desktop.ui.directory.recipient_dialog import RecipientDialog
from thidua_desktop.ui.directory.recipients_pane import RecipientsPane
from thidua_desktop.ui.directory.record_kinds import AWARDS, RECORD_KINDS
from thidua_desktop.ui.directory.units_pane import UnitsPane
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.showing import DIRECTORY

_CHOSEN = "Nguyễn Thị Thu Hà"


def _part(window: MainWindow, at: int) -> UnitsPane | RecipientsPane:
    demo_directory.build(window.services)
    window.show_page(DIRECTORY)
    window.directory.show_part(at)
    settle(window)
    return window.directory.pane()


def _units_pane(window: MainWindow) -> UnitsPane:
    pane = _part(window, 0)
    assert isinstance(pane, UnitsPane)
    return pane


def _people_pane(window: MainWindow, at: int = 1) -> RecipientsPane:
    pane = _part(window, at)
    assert isinstance(pane, RecipientsPane)
    return pane


def _unit(window: MainWindow, name: str) -> UnitId:
    return next(unit.id for unit in window.services.units.all() if unit.name == name and unit.id is not None)


def _recipient(window: MainWindow, name: str) -> RecipientId:
    return next(one.id for one in window.services.recipients.find(name) if one.id is not None)


def _units(window: MainWindow) -> QWidget:
    _units_pane(window).show_unit(_unit(window, "Sở Tài chính"))
    return window


def _spellings(window: MainWindow) -> QWidget:
    pane = _units_pane(window)
    pane.show_unit(_unit(window, "Sở Giáo dục và Đào tạo"))
    return window


def _units_found(window: MainWindow) -> QWidget:
    pane = _units_pane(window)
    pane.search.setText("ke hoach va dau tu")
    settle(window)
    settle(window)
    settle(window)
    return window


def _event(window: MainWindow, deed: str, name: str) -> EventDialog:
    pane = _units_pane(window)
    pane.show_unit(_unit(window, name))
    getattr(pane, deed)()
    dialog = pane.dialogs.dialog
    assert isinstance(dialog, EventDialog)
    return dialog


def _rename(window: MainWindow) -> QWidget:
    dialog = _event(window, "rename", "Trường THPT Nguyễn Du")
    dialog.name.setText("Trường THPT chuyên Nguyễn Du")  # type: ignore[attr-defined]
    return dialog


def _merge(window: MainWindow) -> QWidget:
    dialog = _event(window, "merge", "Xã Đồng Tâm")
    dialog.merged.setText("Xã Đồng Tâm; Xã Yên Khê")  # type: ignore[attr-defined]
    dialog.new_name.setText("Xã Đồng Khê")  # type: ignore[attr-defined]
    return dialog


def _split(window: MainWindow) -> QWidget:
    dialog = _event(window, "split_unit", "Sở Giáo dục và Đào tạo")
    assert isinstance(dialog, SplitDialog)
    dialog.names.setPlainText("Sở Giáo dục\nSở Đào tạo nghề")
    return dialog


def _unit_data(window: MainWindow) -> QWidget:
    pane = _units_pane(window)
    pane.show_unit(_unit(window, "Bệnh viện Đa khoa tỉnh"))
    pane.edit()
    assert pane.dialogs.dialog is not None
    return pane.dialogs.dialog


def _provinces(window: MainWindow) -> QWidget:
    pane = _units_pane(window)
    pane.provinces.open()
    settle(window)
    assert pane.provinces.dialog is not None
    return pane.provinces.dialog


def _old_days(window: MainWindow) -> QWidget:
    pane = _units_pane(window)
    pane.at.set_day(date(2025, 1, 1))
    pane.at.editingFinished.emit()
    return window


def _people(window: MainWindow) -> QWidget:
    pane = _people_pane(window)
    pane.show_recipient(_recipient(window, _CHOSEN))
    settle(window)
    return window


def _section(window: MainWindow, at: int) -> QWidget:
    pane = _people_pane(window)
    pane.show_recipient(_recipient(window, _CHOSEN))
    pane.card.show_section(AWARDS if at < 0 else RECORD_KINDS[at])
    settle(window)
    return window


def _record(window: MainWindow) -> QWidget:
    _section(window, 1)
    pane = window.directory.pane()
    assert isinstance(pane, RecipientsPane)
    pane.card.list_of(RECORD_KINDS[1]).add_action.trigger()
    assert pane.card.dialog is not None
    return pane.card.dialog


def _nominated(window: MainWindow) -> QWidget:
    pane = _people_pane(window)
    lines = (line for row in _rounds(window) for line in window.services.nominations.of_round(row))
    who = next(line.recipient_id for line in lines if line.recipient_id is not None and line.kind.value == "person")
    pane.show_recipient(who)
    pane.card.show_nominations()
    settle(window)
    return window


def _rounds(window: MainWindow) -> list[RoundId]:
    year = window.services.today().year
    rows = (row for each in (year, year - 1) for row in window.services.nominations.rounds(each))
    return [row.round.id for row in rows if row.round.id is not None]


def _unit_awards(window: MainWindow) -> QWidget:
    pane = _units_pane(window)
    held = window.services.register
    units = window.services.units.tree().units
    pane.show_unit(max(units, key=lambda unit: len(held.of_unit(unit))))
    pane.details.past.setCurrentIndex(1)
    settle(window)
    return window


def _collectives(window: MainWindow) -> QWidget:
    pane = _people_pane(window, 2)
    pane.show_recipient(_recipient(window, "Phòng Thi đua - Khen thưởng"))
    settle(window)
    return window


def _households(window: MainWindow) -> QWidget:
    _people_pane(window, 3)
    return window


def _person(window: MainWindow) -> QWidget:
    pane = _people_pane(window)
    pane.show_recipient(_recipient(window, "Lê Thị Thuý"))
    pane.edit()
    dialog = pane.dialog
    assert isinstance(dialog, RecipientDialog)
    dialog.id_number.setText("002079005051")
    dialog.look()
    return dialog


def _alike(window: MainWindow) -> QWidget:
    _people_pane(window)
    window.directory.open_look_alikes()
    settle(window)
    assert window.directory.look_alikes is not None
    return window.directory.look_alikes


def _merging(window: MainWindow) -> QWidget:
    _alike(window)
    shown = window.directory.look_alikes
    assert shown is not None
    shown.merge()
    settle(window)
    assert shown.dialog is not None
    return shown.dialog


def _empty(at: int) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        window.show_page(DIRECTORY)
        window.directory.show_part(at)
        settle(window)
        return window

    return show


SCREENS: tuple[Screen, ...] = (
    Screen("danh-ba-trong", _empty(1)),
    Screen("don-vi", _units, large=True, dark=True),
    Screen("don-vi-cach-viet", _spellings),
    Screen("don-vi-khen-thuong", _unit_awards),
    Screen("don-vi-tim-ten-cu", _units_found),
    Screen("don-vi-truoc-sap-xep", _old_days),
    Screen("don-vi-doi-ten", _rename),
    Screen("don-vi-sap-nhap", _merge),
    Screen("don-vi-tach", _split),
    Screen("don-vi-sua", _unit_data),
    Screen("don-vi-sap-xep-tinh", _provinces),
    Screen("ca-nhan", _people, large=True, dark=True),
    Screen("ca-nhan-khen-thuong", partial(_section, at=-1)),
    Screen("ca-nhan-sang-kien", partial(_section, at=1)),
    Screen("ca-nhan-de-nghi", _nominated, large=True),
    Screen("them-sang-kien", _record),
    Screen("tap-the", _collectives),
    Screen("ho-gia-dinh", _households),
    Screen("sua-ca-nhan-co-the-trung", _person),
    Screen("ho-so-co-the-trung", _alike, dark=True),
    Screen("gop-ho-so", _merging),
)
