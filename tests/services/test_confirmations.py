"""Giấy xác nhận: what the register holds of somebody, the identity number masked unless the clerk asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.test_meeting_papers import OFFICE, text
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import AwardRecordId, RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.services.confirmations import Format, Purpose
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_files import FormatNotOffered

NUMBER = "001080012345"
LDTT = "lao_dong_tien_tien"


@pytest.fixture
def holder(services: Services) -> RecipientId:
    services.office.save(OFFICE)
    person = Recipient(
        RecipientKind.PERSON, "Nguyễn Văn An", "Ông", "male", "1980-05-17", NUMBER, position="Phó Trưởng phòng"
    )
    recipient_id = RecipientId(services.recipients.save(person).created[0])
    entries = [
        RegisterEntry(recipient_id, LDTT, year, "Nguyễn Văn An", date(year, 12, 1), f"{year - 2000}/QĐ-SNV", "Giám đốc")
        for year in (2020, 2021, 2022)
    ]
    entries[2] = replace(entries[2], state=RecordState.WITHDRAWN)
    services.register.add_many(entries)
    return recipient_id


def test_what_is_held_is_confirmed(services: Services, holder: RecipientId, tmp_path: Path) -> None:
    asked = Purpose("ông Nguyễn Văn An", "bổ sung hồ sơ", "12/GXN-SNV", date(2024, 6, 20))
    said = text(services.confirmations.write(holder, (), tmp_path / "gxn.pdf", Format.PDF, asked))
    for part in ("Nguyễn Văn An", "17/05/1980", "20/QĐ-SNV", "21/QĐ-SNV", "bổ sung hồ sơ", "12/GXN-SNV", "Lê Thị Hoa"):
        assert part in said
    assert "22/QĐ-SNV" not in said
    assert NUMBER not in said.replace(" ", "")
    assert "2345" in said


def test_the_clerk_may_ask_for_the_whole_number_and_for_single_awards(
    services: Services, holder: RecipientId, tmp_path: Path
) -> None:
    said = text(
        services.confirmations.write(
            holder, [AwardRecordId(2)], tmp_path / "gxn.pdf", Format.PDF, Purpose(full_id=True)
        )
    )
    assert "20/QĐ-SNV" not in said
    assert "21/QĐ-SNV" in said
    assert NUMBER in said.replace(" ", "")


def test_nothing_is_confirmed_that_is_not_held(services: Services, holder: RecipientId, tmp_path: Path) -> None:
    out = tmp_path / "gxn.pdf"
    for records in ([AwardRecordId(3)], [AwardRecordId(99)]):
        with pytest.raises(AppError) as refused:
            services.confirmations.write(holder, records, out, Format.PDF)
        assert refused.value.code == "confirmation.nothing"
    with pytest.raises(FormatNotOffered):
        services.confirmations.write(holder, (), out, Format.XLSX)
    assert not out.exists()
