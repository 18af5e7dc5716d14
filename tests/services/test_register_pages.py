"""The register looked through: any spelling, every order, pages; what is told of one recipient."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.sittings import sitting
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.meetings import LineVerdict, Verdict
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import DecisionId, RecipientId, UnitId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.register_queries import RegisterOrder, RegisterQuery
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.corrections import By

LDTT, GIAY_KHEN = "lao_dong_tien_tien", "giay_khen_so"
NAMES = ("Đỗ Thị Ánh", "Nguyễn Hoà Mỹ", "Lý Thị An", "Trần Đình Đức")


@pytest.fixture
def recipients(services: Services) -> dict[str, RecipientId]:
    made = [Recipient(RecipientKind.PERSON, name) for name in NAMES]
    made.append(Recipient(RecipientKind.COLLECTIVE, "Ban An toàn"))
    created = services.recipients.save_many(made).created
    return {one.name: RecipientId(number) for one, number in zip(made, created, strict=True)}


def entered(services: Services, recipients: dict[str, RecipientId]) -> None:
    services.register.add_many(
        [
            RegisterEntry(
                number, LDTT, 2022, name, date(2022, 12, 20), decision="15/QĐ-SNV", golden_book=str(12 - place)
            )
            for place, (name, number) in enumerate(recipients.items())
        ]
    )
    number = recipients["Lý Thị An"]
    services.register.save(RegisterEntry(number, GIAY_KHEN, 2023, "Lý Thị Ân", date(2023, 5, 1), decision="3/QĐ-UBND"))


def names(services: Services, query: RegisterQuery) -> list[str]:
    return [row.entry.name for row in services.register_pages.rows(services.register_pages.found(query).ids)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("an", ["Lý Thị Ân", "Lý Thị An", "Đỗ Thị Ánh", "Ban An toàn"]),
        ("AN ly", ["Lý Thị Ân", "Lý Thị An"]),
        ("lí thi", ["Lý Thị Ân", "Lý Thị An"]),
        ("hoa mi", ["Nguyễn Hoà Mỹ"]),
        ("Hòa", ["Nguyễn Hoà Mỹ"]),
        ("duc dinh t", ["Trần Đình Đức"]),
        ("uc", []),
        ("3/qđ", ["Lý Thị Ân"]),
        ("", ["Lý Thị Ân", "Lý Thị An", "Đỗ Thị Ánh", "Trần Đình Đức", "Nguyễn Hoà Mỹ", "Ban An toàn"]),
    ],
)
def test_beginnings_of_words_in_any_order_and_spelling(
    services: Services, recipients: dict[str, RecipientId], text: str, found: list[str]
) -> None:
    entered(services, recipients)

    assert names(services, RegisterQuery(text)) == found


@pytest.mark.parametrize("text", ["h'hen", "H\u2019Hen", "hhen", "H`Hen nie"])
@pytest.mark.parametrize("name", ["H'Hen Niê", "H\u2019Hen Niê"])
def test_an_apostrophe_is_found_in_every_shape(services: Services, text: str, name: str) -> None:
    number = RecipientId(services.recipients.save_many([Recipient(RecipientKind.PERSON, name)]).created[0])
    services.register.save(RegisterEntry(number, LDTT, 2022, name, date(2022, 12, 20)))

    assert names(services, RegisterQuery(text)) == [name]


def test_a_name_of_its_day_is_found_when_the_recipient_is_called_otherwise_now(
    services: Services, recipients: dict[str, RecipientId]
) -> None:
    services.register.save(RegisterEntry(recipients["Ban An toàn"], LDTT, 2020, "Tổ Bảo hộ"))

    (row,) = services.register_pages.rows(services.register_pages.found(RegisterQuery("bao ho")).ids)

    assert (row.entry.name, row.name_now, row.kind) == ("Tổ Bảo hộ", "Ban An toàn", RecipientKind.COLLECTIVE)


def test_everything_given_has_to_hold(services: Services, recipients: dict[str, RecipientId]) -> None:
    entered(services, recipients)

    assert names(services, RegisterQuery(year=2023)) == ["Lý Thị Ân"]
    assert names(services, RegisterQuery(award_id=GIAY_KHEN, year=2022)) == []
    assert names(services, RegisterQuery(kind=RecipientKind.COLLECTIVE)) == ["Ban An toàn"]
    found = services.register_pages.found(RegisterQuery())
    assert found.kinds == {RecipientKind.PERSON: 5, RecipientKind.COLLECTIVE: 1}
    assert found.recipients == 5
    assert services.register_pages.years() == (2023, 2022)
    assert set(services.register_pages.awards()) == {LDTT, GIAY_KHEN}


def test_a_unit_has_what_it_had_been_and_what_is_below_it(
    services: Services, recipients: dict[str, RecipientId]
) -> None:
    above = UnitId(services.units.save(Unit("Sở Y tế")).created[0])
    below = UnitId(services.units.save(Unit("Phòng Tổ chức", parent_id=above)).created[0])
    services.register.save(RegisterEntry(recipients["Lý Thị An"], LDTT, 2020, "Lý Thị An", unit_id=below))
    services.register.save(RegisterEntry(recipients["Đỗ Thị Ánh"], LDTT, 2020, "Đỗ Thị Ánh"))
    renamed = UnitId(services.units.rename(above, "Sở Y tế và Dân số", date(2021, 1, 1)).created[0])

    assert names(services, RegisterQuery(unit_id=renamed)) == ["Lý Thị An"]
    assert names(services, RegisterQuery(unit_id=below)) == ["Lý Thị An"]


def test_orders(services: Services, recipients: dict[str, RecipientId]) -> None:
    entered(services, recipients)

    assert names(services, RegisterQuery(order=RegisterOrder.LATEST))[0] == "Lý Thị Ân"
    by_book = services.register_pages.found(RegisterQuery(order=RegisterOrder.GOLDEN_BOOK)).ids
    assert [row.entry.golden_book for row in services.register_pages.rows(by_book)] == [
        *("8", "9", "10", "11", "12"),
        None,
    ]


def test_what_has_gone_to_the_trash_is_neither_found_nor_read(
    services: Services, recipients: dict[str, RecipientId]
) -> None:
    entered(services, recipients)
    ids = services.register_pages.found(RegisterQuery("my")).ids
    services.register.delete(ids)

    assert services.register_pages.rows(ids) == ()
    assert not services.register_pages.found(RegisterQuery("my")).ids


def test_the_past_of_a_recipient_tells_corrections_and_refusals(services: Services) -> None:
    held = sitting(services, [GIAY_KHEN, GIAY_KHEN])
    (number,) = services.decisions.draft_from_tally(held.meeting).created
    decision_id = DecisionId(number)
    services.decisions.move(decision_id, DecisionState.TO_SIGN)
    services.decisions.sign(decision_id, "5/QĐ-SNV", date(2024, 6, 20))
    line = services.decisions.get(decision_id).lines[0]
    assert line.id is not None and line.nomination_id is not None
    by = By(date(2024, 6, 20), "Sai họ tên", "6/QĐ-SNV")
    services.corrections.correct(decision_id, {line.id: {CorrectedField.NAME: "Người Thứ Nhất"}}, by)
    recipient_id = services.nominations.get(line.nomination_id).recipient_id
    assert recipient_id is not None

    past = services.register_pages.past(recipient_id)

    (entry,) = past.entries
    assert entry.id is not None
    assert [(one.was, one.reads) for one in past.corrections[entry.id]] == [("Người Thứ 0", "Người Thứ Nhất")]
    assert past.refused == ()


def test_a_refused_line_is_told_with_its_meeting(services: Services) -> None:
    held = sitting(services, [GIAY_KHEN])
    services.ties.make(held.lines)
    services.verdicts.decide(held.meeting, [LineVerdict(held.lines[0], Verdict.REFUSED, "Không đủ tín nhiệm")])
    services.verdicts.conclude(held.meeting)
    recipient_id = services.nominations.get(held.lines[0]).recipient_id
    assert recipient_id is not None

    (refused,) = services.register_pages.past(recipient_id).refused

    assert (refused.meeting, refused.year, refused.nomination.state_reason) == (
        "Họp xét khen thưởng",
        2024,
        "Không đủ tín nhiệm",
    )
