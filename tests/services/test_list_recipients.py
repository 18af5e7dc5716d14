"""Recipients that a list brings are kept as if the clerk had typed them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services import lists_made
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.container import Services
from thidua_desktop.services.list_batches import ListRowsFaulty
from thidua_desktop.wording import messages


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


PEOPLE = ("TT", "Họ và tên", "Ngày sinh", "Số CCCD", "Đơn vị")
NUMBER = "001185001234"


def people(services: Services, folder: Path, *rows: tuple[object, ...]) -> DoctorDraft:
    path = lists_made.workbook(folder / "nhan-su.xlsx", rows, headings=PEOPLE)
    return services.list_doctor.read(path, ListTarget.PEOPLE)


def codes(draft: DoctorDraft) -> list[list[str]]:
    return [
        [problem.finding.code for problem in row.problems if "number_" in problem.finding.code] for row in draft.rows
    ]


def test_a_second_recipient_with_a_number_that_somebody_has_is_left_to_the_clerk(
    services: Services, tmp_path: Path
) -> None:
    known = Recipient(RecipientKind.PERSON, "Trần Thị Thử", birth="1985-05-17", id_number=NUMBER)
    who = RecipientId(services.recipients.save(known).created[0])
    draft = people(services, tmp_path, (1, "Trần Thị Thơm", "17/5/1985", NUMBER, "Sở Y tế"))
    assert codes(draft) == [["doctor.number_taken"]]
    assert NUMBER not in messages.finding(draft.rows[0].problems[-1].finding)
    with pytest.raises(ListRowsFaulty):
        services.list_batches.store(draft)
    key = draft.rows[0].key
    assert codes(services.list_doctor.choose_recipient(draft, [key], None)) == [["doctor.number_taken"]]
    for settled in (
        services.list_doctor.choose_recipient(draft, [key], who),
        services.list_doctor.edit(draft, key, ListField.ID_NUMBER, ""),
    ):
        assert codes(settled) == [[]]
    services.list_batches.store(services.list_doctor.choose_recipient(draft, [key], who))
    assert [row.recipient.id_number for row in services.recipients.rows()] == [NUMBER]


def test_two_names_with_one_number_in_a_list_are_left_to_the_clerk(services: Services, tmp_path: Path) -> None:
    draft = people(
        services,
        tmp_path,
        (1, "Trần Thị Thử", "17/5/1985", NUMBER, "Sở Y tế"),
        (2, "Trần Thi Thử", "17/5/1985", NUMBER, "Sở Y tế"),
        (3, "Lê Thị Năm", "17/5/1985", NUMBER, "Sở Y tế"),
    )
    assert codes(draft) == [[], [], ["doctor.number_twice"]]
    without = services.list_doctor.take(draft, [draft.rows[2].key], taken=False)
    assert codes(without) == [[], [], []]
    services.list_batches.store(without)
    assert len(services.recipients.rows()) == 1
