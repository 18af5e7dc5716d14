"""The history of what reports are made of: people by name, questions in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId, UnitId, WorkbookId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.reported import WorkbookTie
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.wording import history
from thidua_desktop.wording.history import Names


def told(services: Services) -> list[str]:
    """The last operation, a line for each change."""
    changes = services.history.changes(services.history.recent(1)[0].id)
    names = Names(
        awards={"lao_dong_tien_tien": "Lao động tiên tiến"},
        records=services.history.record_names(history.references(changes)),
    )
    return [f"{line.record} / {line.field} / {line.after}" for line in history.field_changes(changes, names)]


def test_whoever_registers_is_named(services: Services) -> None:
    unit = UnitId(services.units.save(Unit("Sở Nội vụ")).created[0])
    person = Recipient(RecipientKind.PERSON, "Lê Thị Thúy", unit_id=unit)
    made = RecipientId(services.recipients.save_many([person]).created[0])
    services.registrations.register_named(2024, "lao_dong_tien_tien", [made])
    assert told(services) == [
        "Đơn vị 1: Sở Nội vụ / Đăng ký thi đua / 2024; danh hiệu, hình thức: Lao động tiên tiến; "
        "đối tượng: Cá nhân; đích danh: Lê Thị Thúy; số lượng: 1"
    ]


def test_a_tied_cell_says_its_question_in_words(services: Services, tmp_path: Path) -> None:
    file = tmp_path / "bieu.xlsx"
    file.write_bytes(b"Bieu")
    made = WorkbookId(services.workbook_ties.add(file, "Biểu của Bộ").created[0])
    tie = WorkbookTie(made, "Biểu 1", "C5", question="awards|2024-01-01..2024-12-31|kind=person", periods_back=1)
    services.workbook_ties.save_ties(made, [tie, replace(tie, cell="C6", question="của bản sau", periods_back=0)])
    first, second = told(services)
    assert first.startswith("Biểu của cấp trên 1: Biểu của Bộ / Ô đã nối / C5; trang: Biểu 1; số liệu: Khen thưởng")
    assert first.endswith("lùi: 1 kỳ")
    assert second.endswith("số liệu: của bản sau")
