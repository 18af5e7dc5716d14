"""The letter that goes with lines to a higher level."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper
from tests.services.sittings import BANG_KHEN, sitting
from thidua_desktop.domain.ids import SentUpId
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_files import FormatNotOffered
from thidua_desktop.services.sent_up_papers import Format, SentToSeveral

SENT_ON = date(2024, 6, 19)
OFFICE = Office("Sở Y tế", "Ủy ban nhân dân tỉnh Hồng Sơn", "Hồng Sơn", "SYT", ("GIÁM ĐỐC",), "Trần Văn Bình")


def sent(services: Services, *levels: str) -> list[SentUpId]:
    services.office.save(OFFICE)
    held = sitting(services, [BANG_KHEN] * len(levels))
    services.verdicts.conclude(held.meeting)
    return [
        SentUpId(services.sent_up.send([line], level, SENT_ON, letter_number="12/TTr-SYT").created[0])
        for line, level in zip(held.lines, levels, strict=True)
    ]


def test_the_letter_names_body_number_lines_and_minutes(services: Services, tmp_path: Path) -> None:
    ids = sent(services, "chu_tich_ubnd_tinh", "chu_tich_ubnd_tinh")

    out = services.sent_up_papers.letter(ids, tmp_path / "to-trinh.pdf", Format.PDF)

    said = " ".join(paper.read(out).words().split())
    assert "Số: 12/TTr-SYT" in said and "ngày 19 tháng 6 năm 2024" in said
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn" in said
    assert "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn" in said
    assert "Người Thứ 0" in said and "Người Thứ 1" in said
    assert "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng" in said
    assert "Theo đề nghị của" not in said, "who proposes belongs into the decision"


def test_one_letter_goes_to_one_body(services: Services, tmp_path: Path) -> None:
    ids = sent(services, "chu_tich_ubnd_tinh", "thu_tuong")

    with pytest.raises(SentToSeveral):
        services.sent_up_papers.letter(ids, tmp_path / "to-trinh.pdf", Format.PDF)
    with pytest.raises(SentToSeveral):
        services.sent_up_papers.letter([], tmp_path / "to-trinh.pdf", Format.PDF)
    with pytest.raises(FormatNotOffered):
        services.sent_up_papers.letter(ids[:1], tmp_path / "to-trinh.xlsx", Format.XLSX)
    assert list(tmp_path.glob("to-trinh*")) == []
