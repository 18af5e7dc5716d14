"""Recipients that a list brings are kept as if the clerk had typed them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services import lists_made
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services.container import Services


@pytest.mark.parametrize(("written", "kept"), [("Mèo", "HMông"), ("dân tộc thái", "Thái"), ("Người lạ", "Người lạ")])
def test_an_ethnic_group_has_one_name_however_the_list_writes_it(
    services: Services, tmp_path: Path, written: str, kept: str
) -> None:
    headings = ("TT", "Họ và tên", "Ngày sinh", "Dân tộc", "Đơn vị")
    path = lists_made.workbook(
        tmp_path / "nhan-su.xlsx", [(1, "Lê Thị Năm", "1980", written, "Sở Y tế")], headings=headings
    )
    services.list_batches.store(services.list_doctor.read(path, ListTarget.PEOPLE))
    (found,) = services.recipients.rows()
    assert found.recipient.ethnic_group == kept
