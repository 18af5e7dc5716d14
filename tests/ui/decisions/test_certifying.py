"""Certificates from the window: chosen, checked, looked at; forms and printers are remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.certificates import Letters, Offset, Zone, ZoneShift
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import AwardRecordId, DecisionId
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.entry import EntryNotRead
from thidua_desktop.ui.decisions.certificate_dialog import CertificateDialog
from thidua_desktop.ui.decisions.certificate_zones import read_measure
from thidua_desktop.ui.decisions.certifying import Certifying
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.names import Names
from thidua_desktop.ui.decisions.names_dialog import NamesDialog

USUAL = "giay-khen-a4-day-du"
RIGHT, DOWN = 2, 3
"""Columns of the table of places."""


@pytest.fixture
def names(deeds: DecisionDeeds) -> Names:
    return Names(deeds)


@pytest.fixture
def certifying(deeds: DecisionDeeds, names: Names) -> Certifying:
    return Certifying(deeds, names)


@pytest.fixture
def signed(services: Services, draft: DecisionId) -> DecisionId:
    services.decisions.move(draft, DecisionState.TO_SIGN)
    services.decisions.sign(draft, "5/QĐ-SYT", date(2024, 6, 20))
    return draft


def asked(certifying: Certifying, services: Services, decision: DecisionId, *places: int) -> CertificateDialog:
    certifying.ask(services.decisions.get(decision), places)
    assert certifying.dialog is not None
    return certifying.dialog


def place(qtbot: QtBot, dialog: CertificateDialog, zone: Zone, column: int, text: str) -> None:
    row = [each.box.zone for each in dialog.model.rows()].index(zone)
    with qtbot.waitSignal(dialog.model.edited):
        dialog.model.setData(dialog.model.index(row, column), text)


def test_sheets_are_looked_at_and_the_dialog_stays(
    qtbot: QtBot, deeds: DecisionDeeds, certifying: Certifying, services: Services, signed: DecisionId
) -> None:
    dialog = asked(certifying, services, signed)
    assert dialog.blank_code() == USUAL
    assert (dialog.posts.text(), dialog.signer.text()) == ("GIÁM ĐỐC", "Trần Văn Bình")
    assert unnamed(dialog) == []
    dialog.yes.click()
    assert deeds.preview is not None
    assert deeds.preview.page_count() == 3
    assert dialog.isVisible() and dialog.yes.isEnabled()


def test_places_are_put_right_and_remembered(
    qtbot: QtBot, deeds: DecisionDeeds, certifying: Certifying, services: Services, signed: DecisionId
) -> None:
    dialog = asked(certifying, services, signed, 1, 3)
    assert dialog.lines.text() == "1, 3"
    place(qtbot, dialog, Zone.RECIPIENT, DOWN, "2,5")
    dialog.right.setText("-0,7")
    dialog.letters.setCurrentIndex(dialog.letters.findData(Letters.CAPITALS.value))
    dialog.yes.click()
    assert deeds.preview is not None and deeds.preview.page_count() == 2
    kept = services.certificates.placement(USUAL)
    assert kept.shift(Zone.RECIPIENT) == ZoneShift(down=2.5)
    assert kept.letters is Letters.CAPITALS
    assert services.certificates.offset(USUAL, "") == Offset(-0.7, 0)
    again = asked(certifying, services, signed)
    assert again.right.text() == "-0,7"
    assert again.placement() == kept


def test_a_page_with_rulers(
    deeds: DecisionDeeds, certifying: Certifying, services: Services, signed: DecisionId
) -> None:
    asked(certifying, services, signed).sample.click()
    assert deeds.preview is not None and deeds.preview.page_count() == 1


def test_what_is_typed_wrong_is_said_at_once(certifying: Certifying, services: Services, signed: DecisionId) -> None:
    dialog = asked(certifying, services, signed)
    for field, text in ((dialog.lines, "4"), (dialog.right, "xa"), (dialog.down, "99")):
        before = field.text()
        field.setText(text)
        assert dialog.told() and not dialog.yes.isEnabled()
        field.setText(before)
        assert not dialog.told() and dialog.yes.isEnabled()


def test_a_measure_that_cannot_be_read_is_refused_beside_the_table(
    certifying: Certifying, services: Services, signed: DecisionId
) -> None:
    dialog = asked(certifying, services, signed)
    assert not dialog.model.setData(dialog.model.index(0, RIGHT), "xa")
    assert "xa" in dialog.told()
    dialog.keep.click()
    assert "Đã ghi nhớ" in dialog.told()


def test_names_that_differ_are_shown_before_anything_is_printed(
    deeds: DecisionDeeds, certifying: Certifying, names: Names, services: Services, draft: DecisionId
) -> None:
    lines = services.decisions.get(draft).lines
    services.decisions.save_lines(draft, [replace(lines[0], name="Nguời Thứ 0"), *lines[1:]])
    dialog = asked(certifying, services, draft)
    assert dialog.yes.text() == "Xem bản in thử"
    dialog.yes.click()
    assert deeds.preview is None
    assert isinstance(names.dialog, NamesDialog)
    names.dialog.reason.setText("Theo căn cước")
    names.dialog.keep.click()
    dialog.yes.click()
    assert deeds.preview is not None


def test_a_decision_without_a_list_has_none(
    certifying: Certifying, services: Services, feedback: FakeFeedback, draft: DecisionId
) -> None:
    certifying.ask(replace(services.decisions.get(draft), lines=()))
    assert certifying.dialog is None
    assert "không có danh sách" in feedback.said[-1]


def test_an_award_of_the_register_again(
    above: QWidget, deeds: DecisionDeeds, certifying: Certifying, services: Services, signed: DecisionId
) -> None:
    line = services.decisions.get(signed).lines[1]
    assert line.award_record_id is not None
    entry = services.register.get(line.award_record_id)
    certifying.ask_again(entry)
    assert certifying.dialog is not None and certifying.dialog.lines.text() == "2"
    alone = replace(entry, id=None, nomination_id=None, year=2019, decision="7/QĐ-SYT", decided_by="Bộ trưởng Bộ Y tế")
    (number,) = services.register.save(alone).created
    certifying.ask_again(replace(alone, id=AwardRecordId(number)))
    dialog = certifying.dialog
    assert dialog.signer.text() == ""
    dialog.yes.click()
    assert deeds.preview is not None and deeds.preview.page_count() == 1


@pytest.mark.parametrize(("text", "value"), [("", 0), ("1,5", 1.5), (" -0.5 mm", -0.5), ("−2", -2)])
def test_measures(text: str, value: float) -> None:
    assert read_measure(text) == value


@pytest.mark.parametrize("text", ["nan", "inf", "1e9", "một"])
def test_what_is_no_measure(text: str) -> None:
    with pytest.raises(EntryNotRead):
        read_measure(text)
