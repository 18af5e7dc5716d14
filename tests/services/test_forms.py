"""Forms out of an office file: models by period, figures, files, the office's own forms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.forms.choosing import FormUnknown, Substitute
from thidua_desktop.domain.forms.filling import Origin
from thidua_desktop.domain.funds import FundEntry, FundKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.papers import FolderTaken
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.container import Services
from thidua_desktop.services.form_models import FormNotRead, FormUnreachable
from thidua_desktop.services.forms import Format
from thidua_desktop.services.report_files import FormatNotOffered
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

YEAR = periods.year(2024)


@pytest.fixture
def known(services: Services) -> Services:
    """Three awards, a movement's worth of nothing, and a fund."""
    person = services.recipients.save(Recipient(RecipientKind.PERSON, "Nguyễn Văn An", position="Nhân viên"))
    unit = services.recipients.save(Recipient(RecipientKind.COLLECTIVE, "Phòng Tổ chức"))
    an, phong = person.created[0], unit.created[0]
    day = date(2024, 5, 10)
    for number, (who, award, name) in enumerate(
        [
            (an, "bang_khen_bo_tinh", "Nguyễn Văn An"),
            (phong, "bang_khen_bo_tinh", "Phòng Tổ chức"),
            (an, "huan_chuong_lao_dong_ba", "Nguyễn Văn An"),
        ],
        start=1,
    ):
        entry = RegisterEntry(who, award, 2024, name, day, f"{number}/QĐ", occasion=Occasion.MERIT)  # type: ignore[arg-type]
        services.register.save(entry)
    services.funds.save(FundEntry(2024, date(2024, 1, 2), FundKind.OPENING, "Năm trước", 20))
    services.funds.save(FundEntry(2024, date(2024, 2, 2), FundKind.INCOME, "Cấp", 100))
    services.funds.save(FundEntry(2024, date(2024, 3, 2), FundKind.EXPENSE, "Khung", 5))
    return services


def values(services: Services, code: str, row: str, period: periods.Period = YEAR) -> list[object]:
    form = services.forms.fill(code, period)
    at = next(at for at, each in enumerate(form.rows) if each.key == row)
    return [cell.value for cell in form.cells[at]]


def test_figures_come_from_the_register_and_the_fund(known: Services) -> None:
    assert values(known, "0603", "01") == [2, 2, 0, 0, 0]
    assert values(known, "0603", "01", periods.half(2024, 2)) == [0, 0, 0, 0, 0]
    assert values(known, "TH-06", "fund") == [120, 20, 100, 5, 0, 5, 115, None]
    form = known.forms.fill("0602.N", YEAR)
    assert form.cell("9", "2.huan_chuong_lao_dong_ba.c").value == 1
    question = form.cell("9", "2.huan_chuong_lao_dong_ba.c").question
    assert question is not None
    assert len(known.statistics.behind(question)) == 1


def test_typed_figures_belong_to_a_form_and_a_period(known: Services) -> None:
    known.hand_figures.set("0604.N", YEAR, {("05", "1"): Decimal(3)}, "Phòng TĐKT")
    form = known.forms.fill("0604.N", YEAR)
    assert (form.cell("05", "1").value, form.cell("05", "1").note) == (3, "Phòng TĐKT")
    assert form.cell("01", "1").value == 3
    assert form.cell("05", "1").origin is Origin.HAND
    assert values(known, "0604.N", "05", periods.year(2023)) == [None]


def test_a_form_says_that_its_model_is_out_of_force(services: Services) -> None:
    choices = {choice.model.code: choice for choice in services.forms.models(periods.year(2026))}
    assert choices["0602.N"].substitute is Substitute.ENDED
    assert choices["TH-01"].substitute is None
    said = [messages.finding(each) for each in services.forms.fill("0604", periods.year(2026)).findings]
    assert said[0].startswith("Biểu 0604.N (Thông tư 02/2023/TT-BNV")
    assert "Thông tư 18/2025/TT-BNV" in said[0]
    assert "4 ô" in said[1]
    assert services.forms.fill("0601", periods.year(2024)).findings == ()


def test_forms_are_offered_for_the_periods_that_they_are_drawn_up_for(services: Services) -> None:
    quarter = {choice.model.code for choice in services.forms.models(periods.quarter(2024, 1))}
    assert {"0602.N", "TH-03"} <= quarter
    assert not {"0604.N", "TH-06"} & quarter


def test_a_workbook_and_a_pdf(known: Services, tmp_path: Path) -> None:
    out = known.forms.write("0603", YEAR, tmp_path / "biểu.xlsx", Format.XLSX)
    sheet = openpyxl.load_workbook(out)["0603.N"]
    assert sheet["A1"].value == "Biểu số: 0603.N/BNV-TĐKT"
    assert known.forms.write("0603", YEAR, tmp_path / "biểu.pdf", Format.PDF).read_bytes().startswith(b"%PDF")
    with pytest.raises(FormatNotOffered):
        known.forms.write("0603", YEAR, tmp_path / "biểu.docx", Format.DOCX)
    with pytest.raises(FormUnknown):
        known.forms.write("0699", YEAR, tmp_path / "biểu.pdf", Format.PDF)
    assert sorted(path.name for path in tmp_path.glob("biểu*")) == ["biểu.pdf", "biểu.xlsx"]


def test_a_folder_with_files_stays_as_it_is(services: Services, tmp_path: Path) -> None:
    (tmp_path / "biểu").mkdir()
    (tmp_path / "biểu" / "cũ.txt").write_text("cũ", encoding="utf-8")
    with pytest.raises(FolderTaken):
        services.forms.write_all(2024, tmp_path / "biểu")
    assert [path.name for path in (tmp_path / "biểu").iterdir()] == ["cũ.txt"]


def test_who_does_not_want_to_wait_finds_nothing_left_behind(known: Services, tmp_path: Path) -> None:
    progress = Progress(lambda step: progress.cancel() if step.done == 1 else None)
    with watched(progress), pytest.raises(Cancelled):
        known.forms.write_all(2024, tmp_path / "biểu")
    assert not [path for path in tmp_path.iterdir() if "biểu" in path.name]


def test_an_office_adds_a_form_of_its_own(known: Services) -> None:
    assert "CS-01" not in [choice.model.code for choice in known.forms.models(YEAR)]
    folder = known.forms.start_own()
    assert folder == known.path.parent / "bieu-mau"
    (own,) = (choice.model for choice in known.forms.models(YEAR) if choice.model.code == "CS-01")
    assert own.office
    assert known.forms.troubles == ()
    assert values(known, "CS-01", "01") == [0, 0, 0, 0]


def test_a_broken_form_names_the_place_and_the_others_go_on(services: Services) -> None:
    folder = services.forms.start_own()
    sample = folder / "bieu-rieng.toml"
    sample.write_text(sample.read_text(encoding="utf-8").replace('"collective"', '"tap_the"'), encoding="utf-8")
    (folder / "hong.toml").write_bytes(b"\xff\xfe")
    services.forms.reload()
    refused, unreadable = services.forms.troubles
    assert isinstance(refused, FormNotRead)
    assert "nhắc đến “tap_the”" in messages.finding(refused.findings[0])
    assert "1 chỗ sai" in messages.error(refused)
    assert isinstance(unreadable, FormUnreachable)
    assert services.forms.models(YEAR)[0].model.code == "0601.N"


def test_an_offices_form_takes_the_place_of_the_programs(services: Services, store: Store) -> None:
    folder = services.forms.start_own()
    sample = folder / "bieu-rieng.toml"
    text = sample.read_text(encoding="utf-8").replace('code = "CS-01"', 'code = "0603.N"')
    sample.write_text(text.replace("valid_from = 2024-01-01", "valid_from = 2026-01-01"), encoding="utf-8")
    services.forms.reload()
    assert services.forms.fill("0603", periods.year(2026)).model.office
    assert services.forms.fill("0603", periods.year(2026)).choice.substitute is None
    assert not services.forms.fill("0603", YEAR).model.office


def test_what_is_not_sure_of_a_model_is_said_on_screen(services: Services) -> None:
    filled = {code: services.forms.fill(code, YEAR) for code in ("TH-03", "0602")}
    said = {code: [messages.finding(each) for each in form.findings] for code, form in filled.items()}
    assert said["TH-03"][0].startswith("Biểu TH-03 lập theo mẫu chưa đối chiếu được với văn bản gốc")
    assert said["TH-03"][1] == "Lưu ý về biểu TH-03: “Mỗi tỉnh có mẫu riêng.”"
    assert said["0602"][0] == "Lưu ý về biểu 0602.N: “Mẫu chưa đối chiếu được với văn bản gốc ở mã số 4 và 5.”"
