"""The card of a recipient: sections, records in place and in dialogs, the time line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.directory.conftest import Office
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.evidence import Initiative, MemberFigures, Rating, Reach, YearRating
from thidua_desktop.domain.facts import TYPES, KeptFact
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.services.container import Services
from thidua_desktop.ui.directory.card import RecipientCard
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.recipient_rows import Choices
from thidua_desktop.ui.directory.record_dialog import RecordDialog
from thidua_desktop.ui.directory.record_kinds import AWARDS, POSTS, RECORD_KINDS, RecordKind, kinds_for
from thidua_desktop.ui.directory.unit_names import UnitNames
from thidua_desktop.wording.rules import Names

LDTT = "lao_dong_tien_tien"
RATINGS, INITIATIVES = RECORD_KINDS[0], RECORD_KINDS[1]
MEMBERS = next(kind for kind in RECORD_KINDS if kind.type is MemberFigures)


def type_into(dialog: RecordDialog, key: str, text: str) -> None:
    """Put words into a field, or choose them there."""
    widget = dialog.fields[key]
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findText(text))
    else:
        assert isinstance(widget, QLineEdit)
        widget.setText(text)


def made(frame: Frame, kind: RecipientKind) -> RecipientCard:
    held, today = frame.services, frame.services.today()
    choices = Choices(UnitNames(held.units.tree(), today), held.judging.names(today))
    card = RecipientCard(kind, choices, frame)
    frame.navigation.changes_made.connect(lambda _changes: card.reload())
    return card


@pytest.fixture
def card(qtbot: QtBot, frame: Frame, office: Office) -> RecipientCard:
    """The card of Nguyễn Văn An."""
    found = made(frame, RecipientKind.PERSON)
    qtbot.addWidget(found)
    found.resize(580, 600)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    found.show_recipient(office.person("an"))
    return found


def asked(card: RecipientCard) -> RecordDialog:
    assert card.dialog is not None
    return card.dialog


def facts(office: Office) -> list[object]:
    return [kept.fact for kept in office.services.evidence.of(office.people["an"])]


def texts(card: RecipientCard, kind: RecordKind) -> list[list[str]]:
    shown = card.list_of(kind)
    return [[column.text(row) for column in shown.model.columns] for row in shown.model.rows()]


def test_a_rating_is_added_in_a_dialog(card: RecipientCard, office: Office) -> None:
    section = card.show_section(RATINGS)
    assert section.stack.currentIndex() == 1
    section.add_action.trigger()
    dialog = asked(card)
    type_into(dialog, "year", "2023")
    type_into(dialog, "rating", "Hoàn thành xuất sắc nhiệm vụ")
    dialog.accept()
    assert facts(office) == [YearRating(2023, Rating.EXCELLENT)]
    assert texts(card, RATINGS) == [["2023", "Hoàn thành xuất sắc nhiệm vụ", ""]]
    assert card.sections.item(3).text() == "Đánh giá, xếp loại (1)"


def test_a_field_that_cannot_be_read_is_named(card: RecipientCard) -> None:
    card.show_section(INITIATIVES).add_action.trigger()
    dialog = asked(card)
    assert not dialog.yes.isEnabled()
    assert dialog.trouble() == ""
    type_into(dialog, "name", "Số hóa hồ sơ")
    assert dialog.yes.isEnabled()
    type_into(dialog, "year", "20x3")
    assert dialog.trouble().startswith("Năm: ")
    type_into(dialog, "year", "2023")
    type_into(dialog, "used_for", "Danh hiệu trên trời")
    assert dialog.trouble().startswith("Đã dùng cho: ")
    type_into(dialog, "used_for", "chien si thi dua co so")
    assert dialog.record() == Initiative(2023, Reach.UNIT, "Số hóa hồ sơ", used_for=("chien_si_thi_dua_co_so",))


def test_a_cell_of_a_record_is_typed_into(qtbot: QtBot, card: RecipientCard, office: Office) -> None:
    kept = KeptFact(office.people["an"], YearRating(2022, Rating.WELL))
    office.services.evidence.save(kept)
    card.reload()
    section = card.show_section(RATINGS)
    with qtbot.waitSignal(section.saved):
        assert section.model.enter({(0, 2): "12/QĐ-SNV", (0, 0): "2021"})
    assert facts(office) == [YearRating(2021, Rating.WELL, "12/QĐ-SNV")]


def test_a_record_is_opened_and_changed_and_taken_away(
    card: RecipientCard, office: Office, feedback: FakeFeedback
) -> None:
    office.services.evidence.save(KeptFact(office.people["an"], YearRating(2022, Rating.WELL)))
    card.reload()
    section = card.show_section(RATINGS)
    section.grid.go_to(section.model.rows()[0].id)
    section.edit_action.trigger()
    dialog = asked(card)
    type_into(dialog, "decision", "7/TB")
    dialog.accept()
    assert facts(office) == [YearRating(2022, Rating.WELL, "7/TB")]
    section.grid.selectAll()
    section.remove_action.trigger()
    assert facts(office) == []
    assert feedback.said[-1] == "Đã bỏ 1 dòng. Ctrl+Z để hoàn tác."
    office.services.undo.undo()
    assert len(facts(office)) == 1


def test_an_award_keeps_the_name_of_its_day(card: RecipientCard, office: Office) -> None:
    card.show_section(AWARDS).add_action.trigger()
    dialog = asked(card)
    assert not dialog.yes.isEnabled()
    type_into(dialog, "award_id", "lao dong tien tien")
    type_into(dialog, "name", "Nguyễn Văn Ân")
    type_into(dialog, "decision", "15/QĐ-SNV")
    dialog.accept()
    (entry,) = office.services.register.of_recipient(office.people["an"])
    assert (entry.award_id, entry.year, entry.name) == ("lao_dong_tien_tien", 2023, "Nguyễn Văn Ân")
    section = card.list_of(AWARDS)
    section.grid.selectAll()
    section.remove_action.trigger()
    assert office.services.register.of_recipient(office.people["an"]) == ()


def test_awards_typed_into_together_are_one_step_and_know_the_unit_of_their_day(
    qtbot: QtBot, card: RecipientCard, office: Office
) -> None:
    an, held = office.people["an"], office.services
    for year in (2022, 2023):
        held.register.save(RegisterEntry(an, "lao_dong_tien_tien", year, "An", date(year, 12, 20)))
    card.reload()
    section = card.show_section(AWARDS)
    number = next(at for at, column in enumerate(section.model.columns) if column.key == "unit")
    with qtbot.waitSignal(section.saved):
        section.model.enter(dict.fromkeys([(0, number), (1, number)], "Sở Kế hoạch và Đầu tư"))
    entries = held.register.of_recipient(an)
    assert [entry.unit_id for entry in entries] == [office.units["khoi"]] * 2
    held.undo.undo()
    assert [entry.unit for entry in held.register.of_recipient(an)] == [None, None]


def test_posts_over_time(card: RecipientCard, office: Office) -> None:
    section = card.show_section(POSTS)
    for title, since in (("Chuyên viên", "1/9/2010"), ("Trưởng phòng", "1/6/2019")):
        section.add_action.trigger()
        dialog = asked(card)
        type_into(dialog, "title", title)
        type_into(dialog, "since", since)
        dialog.accept()
    posts = office.services.recipients.posts(office.people["an"])
    assert [(post.title, post.since) for post in posts] == [
        ("Chuyên viên", date(2010, 9, 1)),
        ("Trưởng phòng", date(2019, 6, 1)),
    ]
    section.grid.go_to(posts[0].id)
    section.grid.selectRow(0)
    section.remove_action.trigger()
    assert [post.title for post in office.services.recipients.posts(office.people["an"])] == ["Trưởng phòng"]


def test_the_time_line_tells_everything_the_latest_first(card: RecipientCard, office: Office) -> None:
    held, an = office.services, office.people["an"]
    assert card.past.currentIndex() == 1, "nothing is known yet, and that is said"
    held.evidence.save_many([KeptFact(an, YearRating(2021, Rating.WELL)), KeptFact(an, YearRating(2023, Rating.DONE))])
    card.show_section(POSTS).add_action.trigger()
    dialog = asked(card)
    type_into(dialog, "title", "Đội trưởng")
    type_into(dialog, "since", "1/6/2022")
    dialog.accept()
    card.sections.setCurrentRow(0)
    lines = card.timeline_model.rows()
    assert card.past.currentIndex() == 0
    assert [line.at for line in lines] == ["2023", "01/06/2022", "2021"]
    assert lines[0].text == "Năm 2023 hoàn thành nhiệm vụ"
    assert lines[1].text == "Đội trưởng (đến nay)"


def test_figures_of_a_collective(qtbot: QtBot, frame: Frame, office: Office) -> None:
    office.services.recipients.save(Recipient(RecipientKind.COLLECTIVE, "Phòng Tổng hợp"))
    card = made(frame, RecipientKind.COLLECTIVE)
    qtbot.addWidget(card)
    card.show_recipient(office.services.recipients.find("Phòng Tổng hợp")[0])
    card.show_section(MEMBERS).add_action.trigger()
    dialog = asked(card)
    type_into(dialog, "members", "12")
    type_into(dialog, "holders", "Lao động tiên tiến: 11; chien si thi dua co so 2")
    record = dialog.record()
    assert record.holders == (("lao_dong_tien_tien", 11), ("chien_si_thi_dua_co_so", 2))
    dialog.accept()
    assert texts(card, MEMBERS)[0][2] == "Lao động tiên tiến: 11; Chiến sĩ thi đua cơ sở: 2"


def test_nobody_chosen_says_so(card: RecipientCard) -> None:
    card.show_recipient(None)
    assert card.pages.currentIndex() == 0
    assert card.recipient() is None


def test_keys_of_a_section(qtbot: QtBot, card: RecipientCard) -> None:
    section = card.show_section(RATINGS)
    section.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    section._empty.buttons[0].setFocus()
    qtbot.keyClick(section._empty.buttons[0], Qt.Key.Key_N, both)
    assert asked(card).windowTitle() == "Thêm kết quả đánh giá"
    assert unnamed(asked(card)) == []


def test_every_fact_has_a_section_and_every_field_is_read_as_it_is_written(services: Services) -> None:
    names = services.judging.names(services.today())
    assert {kind.type for kind in RECORD_KINDS} == set(TYPES.values())
    for kind in (*RECORD_KINDS, AWARDS, POSTS):
        for field in kind.fields:
            for offered in field.choices(names)[:3]:
                value = field.read(offered, names, 2024)
                written = field.write(value, names)
                assert field.read(written, names, 2024) == value, (kind.title, field.key)


@pytest.mark.parametrize("recipient", list(RecipientKind))
def test_blanks_of_a_new_record_can_be_read(recipient: RecipientKind, services: Services) -> None:
    names: Names = services.judging.names(services.today())
    for kind in kinds_for(recipient):
        for field in kind.fields:
            text = kind.blank.get(field.key, "").format(year=2024)
            if text:
                read = field.read(text, names, 2024)
                assert field.write(read, names).casefold() == text.casefold(), (kind.title, field.key)


def test_nominations_of_all_rounds_are_on_the_card_and_lead_to_their_round(
    qtbot: QtBot, card: RecipientCard, office: Office, frame: Frame
) -> None:
    held = office.services.nominations
    assert card.show_nominations().stack.currentIndex() == 1
    for year in (2022, 2023):
        round_id = RoundId(held.save_round(Round(f"Đợt {year}", year)).created[0])
        line = Nomination(round_id, RecipientKind.PERSON, "Nguyễn Văn An", LDTT, recipient_id=office.people["an"])
        held.add(line)
        held.add(replace(line, name="Lê Thị Thúy", recipient_id=office.people["thuy"]))
    card.reload()
    shown = card.show_nominations().model.rows()
    assert [(one.round.name, one.nomination.state) for one in shown] == [
        ("Đợt 2023", NominationState.ENTERED),
        ("Đợt 2022", NominationState.ENTERED),
    ]
    assert card.sections.currentItem().text() == "Đề nghị khen thưởng (2)"
    card.nominations.grid.go_to(shown[1].nomination.id)
    with qtbot.waitSignal(frame.navigation.open_requested) as opened:
        qtbot.keyClick(card.nominations.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == [Kind.NOMINATION.value, shown[1].nomination.id]


def test_an_award_leads_to_what_its_unit_is_now(
    qtbot: QtBot, card: RecipientCard, office: Office, frame: Frame, feedback: FakeFeedback
) -> None:
    unit = office.units["stc"]
    entry = RegisterEntry(
        office.people["an"], LDTT, 2022, "Nguyễn Văn An", date(2022, 12, 20), unit="Sở Tài chính", unit_id=unit
    )
    office.services.register.add_many([entry, replace(entry, year=2020, unit="Ban lạ", unit_id=None)])
    new = UnitId(office.services.units.rename(unit, "Sở Tài chính - Vật giá", date(2024, 1, 1)).created[0])
    card.reload()
    section = card.show_section(AWARDS)
    texts_of = {column.key: column for column in section.model.columns}
    assert texts_of["unit"].text(section.model.rows()[0]) == "Sở Tài chính"
    follow = section.deeds()[-1]
    section.grid.go_to(section.model.rows()[0].id)
    with qtbot.waitSignal(frame.navigation.open_requested) as opened:
        follow.trigger()
    assert opened.args == [Kind.UNIT.value, new]
    assert feedback.said[-1] == "Khi được khen (năm 2022) là “Sở Tài chính”; nay là “Sở Tài chính - Vật giá”."
    section.grid.go_to(section.model.rows()[1].id)
    follow.trigger()
    assert "chưa có trong danh bạ" in feedback.said[-1]
