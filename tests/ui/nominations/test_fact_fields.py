"""Missing facts written down: what is typed becomes the fact that the rule asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind
from thidua_desktop.domain.evidence import (
    Clearance,
    Cleared,
    ClusterRank,
    Confirmation,
    Initiative,
    MemberFigures,
    MovementResult,
    Rating,
    Reach,
    Spell,
    YearRating,
    YearScore,
)
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.rulebooks import Vocabulary
from thidua_desktop.ui.nominations.ask_dialog import AskDialog, Asked
from thidua_desktop.ui.nominations.collective_fields import (
    MemberFields,
    MovementFields,
    RankFields,
    ScoreFields,
    SpellFields,
)
from thidua_desktop.ui.nominations.fact_fields import (
    ClearanceFields,
    ConfirmationFields,
    Fields,
    InitiativeFields,
    RatingFields,
)
from thidua_desktop.ui.nominations.recipient_fields import (
    AwardFields,
    FoundedFields,
    InitiativeOrNone,
    OwnFields,
    RetirementFields,
)
from thidua_desktop.wording.rules import Names

TODAY = date(2026, 3, 5)
NAMES = Names(
    {"lao_dong_tien_tien": "Lao động tiên tiến"},
    Vocabulary(
        questions={"cau_hoi": "có thành tích đặc biệt xuất sắc"},
        spells={"sector": "công tác trong ngành"},
        areas={"other": "nơi còn lại"},
        bodies={"bo_tinh": "bộ, ban, ngành, tỉnh"},
    ),
)


def kept(qtbot: QtBot, fields: Fields) -> Fields:
    qtbot.addWidget(fields)
    assert not fields.ready()
    return fields


def test_ratings_of_several_years(qtbot: QtBot) -> None:
    fields = RatingFields((2024, 2025))
    kept(qtbot, fields)
    fields.boxes[2025].setCurrentText("Hoàn thành xuất sắc nhiệm vụ")
    fields.decision.setText("  12/QĐ-SNV ")
    assert fields.facts() == (YearRating(2025, Rating.EXCELLENT, "12/QĐ-SNV"),)
    fields.boxes[2024].setCurrentText("Không hoàn thành nhiệm vụ")
    assert fields.facts()[0] == YearRating(2024, Rating.NOT_DONE, "12/QĐ-SNV")


def test_an_initiative(qtbot: QtBot) -> None:
    fields = InitiativeFields((2024, 2025), TODAY)
    kept(qtbot, fields)
    fields.name.setText("Số hóa hồ sơ khen thưởng")
    fields.reach.setCurrentText("Cấp bộ, ban, ngành, tỉnh")
    assert fields.facts() == (Initiative(2025, Reach.PROVINCE, "Số hóa hồ sơ khen thưởng"),)


def test_a_clearance_names_who_stands_for_it(qtbot: QtBot) -> None:
    fields = ClearanceFields(Cleared.CASES, "", TODAY)
    kept(qtbot, fields)
    fields.by.setText("Thanh tra tỉnh")
    assert fields.facts() == (Clearance(Cleared.CASES, TODAY, "Thanh tra tỉnh"),)
    fields.until.setText("hôm qua")
    assert not fields.ready()


def test_a_question_is_answered_yes_or_no(qtbot: QtBot) -> None:
    fields = ConfirmationFields(("cau_hoi",), NAMES, (2025,), "Lê Thị Dung", TODAY)
    kept(qtbot, fields)
    fields.boxes["cau_hoi"].setCurrentText("Không")
    assert fields.facts() == (Confirmation("cau_hoi", False, "Lê Thị Dung", TODAY, 2025),)


def test_members_keep_what_was_known_of_the_year(qtbot: QtBot) -> None:
    before = MemberFigures(2025, 20, (("khac", 3),), 19)
    fields = MemberFields(("lao_dong_tien_tien",), NAMES, 2025, before)
    qtbot.addWidget(fields)
    fields.holders["lao_dong_tien_tien"].setText("15")
    assert fields.facts() == (MemberFigures(2025, 20, (("khac", 3), ("lao_dong_tien_tien", 15)), 19),)
    fields.holders["lao_dong_tien_tien"].setText("21")
    assert fields.facts() == ()


def test_a_place_in_a_cluster(qtbot: QtBot) -> None:
    fields = RankFields((), NAMES, 2025)
    qtbot.addWidget(fields)
    fields.cluster.setText("Cụm số 2")
    assert fields.facts() == (ClusterRank(2025, "bo_tinh", 1, "Cụm số 2"),)


def test_a_movement(qtbot: QtBot) -> None:
    fields = MovementFields(("bo_tinh",), NAMES, 2025)
    kept(qtbot, fields)
    fields.name.setText("Nông thôn mới")
    assert fields.facts() == (MovementResult(2025, "bo_tinh", 5, "review", "Nông thôn mới"),)


def test_a_stretch_of_work(qtbot: QtBot) -> None:
    fields = SpellFields(("sector",), NAMES, TODAY)
    kept(qtbot, fields)
    fields.since.setText("1/9/2001")
    assert fields.facts() == (Spell("sector", date(2001, 9, 1)),)
    fields.until.setText("1/9/2000")
    assert fields.facts() == ()


def test_points_with_a_comma(qtbot: QtBot) -> None:
    fields = ScoreFields(NAMES, 2025, TODAY)
    kept(qtbot, fields)
    fields.points.setText("92,5")
    assert fields.facts() == (YearScore(2025, 92.5, "other"),)
    fields.weakest.setText("sáu mươi")
    assert fields.facts() == ()


AN = Recipient(RecipientKind.PERSON, "Nguyễn Văn An", id=RecipientId(1))
WANTED: dict[str, tuple[Callable[[], Fields], str]] = {
    "rating": (lambda: RatingFields((2025,)), "mức xếp loại"),
    "initiative": (lambda: InitiativeOrNone((2025,), TODAY), "tên sáng kiến, đề tài, hoặc đánh dấu"),
    "clearance": (lambda: ClearanceFields(Cleared.CASES, "", TODAY), "ai xác nhận"),
    "confirmation": (lambda: ConfirmationFields(("cau_hoi",), NAMES, (), "An", TODAY), "Có hoặc Không"),
    "members": (lambda: MemberFields(("lao_dong_tien_tien",), NAMES, 2025, None), "tổng số cá nhân năm 2025"),
    "movement": (lambda: MovementFields((), NAMES, 2025), "tên phong trào"),
    "spell": (lambda: SpellFields((), NAMES, TODAY), "từ ngày nào"),
    "score": (lambda: ScoreFields(NAMES, 2025, TODAY), "tổng điểm năm 2025"),
    "award": (lambda: AwardFields((), (2025,), 2025, NAMES, AN), "số quyết định, hoặc đánh dấu"),
    "class": (lambda: OwnFields(AN, NAMES, ("worker",)), "đánh dấu diện"),
    "founded": (lambda: FoundedFields(AN, NAMES, 2025), "năm thành lập"),
    "retirement": (lambda: RetirementFields(AN, NAMES), "Có hoặc Không"),
}


@pytest.mark.parametrize("made", WANTED)
def test_what_is_missing_is_said(qtbot: QtBot, made: str) -> None:
    make, said = WANTED[made]
    assert said in kept(qtbot, make()).missing()


def test_a_day_or_a_number_that_cannot_be_read_is_named(qtbot: QtBot) -> None:
    spell = SpellFields((), NAMES, TODAY)
    kept(qtbot, spell)
    spell.since.setText("32/13/2020")
    assert "“Từ ngày” chưa đọc được" in spell.missing()
    spell.since.setText("1/5/2020")
    assert (spell.missing(), spell.ready()) == ("", True)
    spell.until.setText("1/5/2019")
    assert "phải sau" in spell.missing()
    figures = MemberFields(("lao_dong_tien_tien",), NAMES, 2025, None)
    kept(qtbot, figures)
    figures.members.setText("20")
    figures.completed.setText("hai mươi")
    assert "phải là số" in figures.missing()
    figures.completed.setText("21")
    assert "không thể nhiều hơn" in figures.missing()


def test_the_dialog_says_why_it_cannot_be_kept_yet(qtbot: QtBot) -> None:
    dialog = AskDialog(Asked(Ask(AskKind.RATING, (), (2025,)), AN, NAMES, 2025, TODAY))
    qtbot.addWidget(dialog)
    assert not dialog.yes.isEnabled()
    assert dialog.missing.text() == "Hãy chọn mức xếp loại của ít nhất một năm."
    assert isinstance(dialog.fields, RatingFields)
    dialog.fields.boxes[2025].setCurrentIndex(1)
    assert (dialog.yes.isEnabled(), dialog.missing.text()) == (True, "")
