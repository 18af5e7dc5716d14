"""Reports in words out of an office file: built, written, edited by hand and checked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pytest

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.figure_check.checking import Kind
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.narrative.checks import ReportTextMissing
from thidua_desktop.domain.narrative.texts import ReportTextWrong
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.services.narratives import check_file
from thidua_desktop.services.report_texts import DATA, ReportTextsMisspelt, ReportTextsUnreadable
from thidua_desktop.wording import figure_check, messages

HALF, YEAR = periods.half(2024, 1), periods.year(2024)


@pytest.fixture
def known(office: Services) -> Services:
    """Four awards of 2024, one of 2023, two tasks of the second half."""
    names = ("Nguyễn Văn An", "Lê Thị Bình", "Trần Văn Cường")
    persons = [office.recipients.save(Recipient(RecipientKind.PERSON, name)).created[0] for name in names]
    room = office.recipients.save(Recipient(RecipientKind.COLLECTIVE, "Phòng Tổ chức")).created[0]
    given = [(who, name, date(2024, 5, 10)) for who, name in zip(persons, names, strict=True)]
    given += [(room, "Phòng Tổ chức", date(2024, 6, 1)), (persons[0], names[0], date(2023, 5, 10))]
    for number, (who, name, day) in enumerate(given, start=1):
        office.register.save(
            RegisterEntry(who, "giay_khen_xa", day.year, name, day, f"{number}/QĐ", occasion=Occasion.MERIT)  # type: ignore[arg-type]
        )
    plan = office.plans.of_year(2024)[0].plan.id
    assert plan is not None
    office.tasks.add(Task(plan, "kiểm tra công tác thi đua tại 05 đơn vị;", 2024, quarter=3, lead=("Sở Nội vụ",)))
    office.tasks.add(Task(plan, "Tổng kết năm", 2024, quarter=4, due=date(2024, 12, 15)))
    return office


def texts(services: Services, period: periods.Period = HALF) -> list[str]:
    sections = services.narratives.build(period).sections
    return [paragraph.text for section in sections for paragraph in section.paragraphs]


def test_the_report_tells_what_the_office_file_has(known: Services) -> None:
    found = texts(known)
    total = "6 tháng đầu năm 2024 đã khen thưởng 04 trường hợp, gồm 01 tập thể và 03 cá nhân; tăng 03 trường hợp so với"
    assert f"{total} cùng kỳ năm 2023 (01 trường hợp)." in found
    assert "Kiểm tra công tác thi đua tại 05 đơn vị (chủ trì: Sở Nội vụ)." in found
    assert "Tổng kết năm (thời hạn: 15/12/2024)." in found
    assert found[found.index("Tổng kết năm (thời hạn: 15/12/2024).") - 1] == "Quý IV:"


def test_every_number_opens_its_list(known: Services) -> None:
    numbers = [each for each in known.narratives.build(HALF).numbers() if len(each.questions) == 1]
    assert len(numbers) > 20
    assert all(len(known.statistics.behind(each.questions[0])) == each.value for each in numbers)


def test_what_is_to_be_written_by_hand_is_told(known: Services) -> None:
    findings = known.narratives.build(HALF).findings
    told = [messages.finding(finding) for finding in findings]
    assert any("“ĐỀ XUẤT, KIẾN NGHỊ” còn phải viết thêm" in text for text in told)
    assert any("03 cá nhân" in text or "3 cá nhân" in text for text in told)
    marked = [text for text in texts(known) if text.startswith("[Cần bổ sung: ")]
    assert len(marked) == sum(finding.code == "narrative.to_fill" for finding in findings)


@pytest.mark.parametrize("format_", [Format.DOCX, Format.PDF, Format.XLSX])
def test_what_is_written_is_clean_and_of_its_period(known: Services, tmp_path: Path, format_: Format) -> None:
    out = known.narratives.write(HALF, tmp_path / f"báo cáo.{format_.value}", format_)
    checked = known.narratives.check_file(out)
    assert (checked.disagreements, checked.period) == ((), HALF)
    assert checked.numbers > 20
    assert known.narratives.check(HALF) == ()


def test_a_number_that_was_changed_by_hand_is_found(known: Services, tmp_path: Path) -> None:
    out = known.narratives.write(HALF, tmp_path / "a.docx", Format.DOCX)
    paper = docx.Document(str(out))
    line = next(each for each in paper.paragraphs if "đã khen thưởng" in each.text)
    line.runs[0].text = line.text.replace("03 cá nhân", "05 cá nhân")
    for run in line.runs[1:]:
        run.text = ""
    paper.save(str(out))
    alone = check_file(out)
    assert {each.kind for each in alone.disagreements} == {Kind.SUM, Kind.TWO_VALUES}
    found = known.narratives.check_file(out).disagreements
    (stored,) = [each for each in found if each.kind is Kind.STORE]
    assert (stored.value, stored.right) == (Decimal(5), Decimal(3))
    said = [figure_check.sentence(each) for each in found]
    assert any("nhưng số liệu hiện nay trong tệp dữ liệu là 3." in text for text in said)


def test_figures_of_today_show_that_the_file_is_of_yesterday(known: Services, tmp_path: Path) -> None:
    out = known.narratives.write(HALF, tmp_path / "a.docx", Format.DOCX)
    new = known.recipients.save(Recipient(RecipientKind.PERSON, "Phạm Thị Dung")).created[0]
    known.register.save(RegisterEntry(new, "giay_khen_xa", 2024, "Phạm Thị Dung", date(2024, 6, 3), "9/QĐ"))  # type: ignore[arg-type]
    found = known.narratives.check_file(out).disagreements
    assert found
    assert {each.kind for each in found} == {Kind.STORE}


def test_a_report_of_no_period_is_checked_in_itself(known: Services, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "BÁO CÁO\nCông tác thi đua\n\nKhen thưởng 46 trường hợp, gồm 12 tập thể và 33 cá nhân.", encoding="utf-8"
    )
    checked = known.narratives.check_file(path)
    assert (checked.period, [each.kind for each in checked.disagreements]) == (None, [Kind.SUM])
    assert known.narratives.check_file(path, year=2024).period == YEAR


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Công tác thi đua, khen thưởng quý II năm 2024", periods.quarter(2024, 2)),
        ("Công tác 9 tháng năm 2024", periods.nine_months(2024)),
        ("Tổng kết năm 2024", YEAR),
        ("Công tác 6 tháng cuối năm 2024", periods.half(2024, 2)),
        ("Công tác tháng 5 năm 2024", None),
        ("Tổng kết phong trào thi đua giai đoạn 2020 - 2024", periods.term(2020)),
        ("Kết quả nhiệm kỳ 2024 - 2020", None),
    ],
)
def test_the_period_is_read_from_the_title(known: Services, tmp_path: Path, title: str, period: object) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"BÁO CÁO\n{title}\n\nKhen thưởng 4 trường hợp.", encoding="utf-8")
    assert known.narratives.check_file(path).period == period


def test_the_office_has_its_own_words(known: Services) -> None:
    own = resource(DATA).read_text(encoding="utf-8").replace("đã khen thưởng {sum", "đã tôn vinh {sum")
    known.narratives.own_texts().write_text(own, encoding="utf-8")
    assert known.narratives.own_texts().read_text(encoding="utf-8") == own
    assert any("đã tôn vinh 04 trường hợp" in text for text in texts(known))
    known.narratives.own_texts().write_text(own, encoding="utf-8-sig")  # as Notepad saves it
    assert any("đã tôn vinh 04 trường hợp" in text for text in texts(known))


@pytest.mark.parametrize(
    ("old", "new", "trouble"),
    [
        ("[settings]", "[settings", ReportTextsMisspelt),
        ("[settings]", "[setting]", ReportTextsUnreadable),
        ("[settings]", f"a = {'[' * 5000}", ReportTextsUnreadable),
        ("[settings]", f"[settings]\na = {'9' * 5000}", ReportTextsUnreadable),
        ("awards_sudden > 0", "awards_sudde > 0", ReportTextWrong),
        ('to_fill = "[Cần bổ sung: {what}]"', "", ReportTextMissing),
        ("to_fill =", 'to_fill = "{khong_co}" #', ReportTextWrong),
        ("to_fill =", 'to_fill = "{what:d}" #', ReportTextWrong),
        ("to_fill =", 'to_fill = "{what" #', ReportTextWrong),
        ("up =", 'up = "tăng {khong_co}" #', ReportTextWrong),
        ("closing =", "closing_other =", ReportTextMissing),
        ("closing_unnamed =", "closing_other =", ReportTextMissing),
        ("no_office =", "no_offices =", ReportTextMissing),
        ("total =", "totals =", ReportTextMissing),
        ("least_for_change =", "least_of_change =", ReportTextMissing),
        ("year = [", "years = [", ReportTextMissing),
        ("level = 1", "level = -999999", ReportTextWrong),
        ('each = "items:', 'each = "items:x', ReportTextWrong),
        ('each = "award"', 'each = "awards"', ReportTextWrong),
        ('rows = "', 'rows = "x', ReportTextWrong),
    ],
)
def test_words_that_are_wrong_are_told(known: Services, old: str, new: str, trouble: type[Exception]) -> None:
    shipped = resource(DATA).read_text(encoding="utf-8")
    own = shipped.replace(old, new, 1)
    assert own != shipped
    known.narratives.own_texts().write_text(own, encoding="utf-8")
    with pytest.raises(trouble) as caught:
        known.narratives.build(HALF)
    assert "Chưa lập báo cáo" in messages.error(caught.value)  # type: ignore[arg-type]
