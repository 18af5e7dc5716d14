"""The register: entries one by one and ten thousand at a time; what is found in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.test_undo import content
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import AwardRecordId, RecipientId
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RecordState, RecordYearImpossible, RegisterEntry
from thidua_desktop.services.awards import AwardUnknown
from thidua_desktop.services.container import Services
from thidua_desktop.services.register import RecordNameMissing
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store

LDTT, CSTD = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
ENTRY = RegisterEntry(
    RecipientId(1),
    LDTT,
    2023,
    "Lê  Thị Thuý",
    decided_on=date(2023, 12, 20),
    decision="1234/QĐ-SNV",
    decided_by="Giám đốc Sở Nội vụ",
    occasion=Occasion.MERIT,
    counted_from=2022,
    counted_to=2023,
    achievement="Hoàn thành tốt nhiệm vụ",
    position="Chuyên viên",
    unit="Sở Nội vụ",
    golden_book="12",
    state=RecordState.CORRECTED,
    note="Đính chính tên",
)


@pytest.fixture
def office(services: Services) -> Services:
    services.recipients.save_many([Recipient(RecipientKind.PERSON, name) for name in ("Lê Thị Thúy", "Vũ Bình")])
    return services


def test_an_entry_is_kept_as_the_decision_has_it(office: Services) -> None:
    made = AwardRecordId(office.register.save(ENTRY).created[0])
    assert office.register.get(made) == replace(ENTRY, name="Lê Thị Thuý", id=made)
    office.register.save(replace(office.register.get(made), state=RecordState.WITHDRAWN))
    (row,) = [row for row in office.recipients.rows() if row.recipient.id == 1]
    assert (row.awards, row.last_award_year) == (0, None)


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        (replace(ENTRY, name=" "), RecordNameMissing),
        (replace(ENTRY, award_id="khong_co"), AwardUnknown),
        (replace(ENTRY, year=99), RecordYearImpossible),
        (replace(ENTRY, recipient_id=RecipientId(9)), RecordMissing),
    ],
)
def test_what_cannot_be_kept(office: Services, entry: RegisterEntry, error: type[AppError]) -> None:
    for keep in (office.register.save, lambda one: office.register.add_many([ENTRY, one])):
        with pytest.raises(error):
            keep(entry)
    assert office.register.search() == ()


def test_what_is_found(office: Services) -> None:
    other = RecipientId(2)
    entries = [
        ENTRY,
        replace(ENTRY, award_id=CSTD, year=2024, decided_on=None),
        replace(ENTRY, recipient_id=other, year=2024, name="Vũ Bình", decision="99/QĐ"),
    ]
    created = office.register.add_many(entries).created
    assert len(created) == 3
    register = office.register
    assert [entry.year for entry in register.search("thuy")] == [2024, 2023]
    assert [entry.name for entry in register.search("99/")] == ["Vũ Bình"]
    assert [entry.award_id for entry in register.search(award_id=CSTD)] == [CSTD]
    assert {entry.recipient_id for entry in register.search(year=2024)} == {1, 2}
    assert [entry.award_id for entry in register.search("thuy", year=2024, award_id=CSTD)] == [CSTD]
    assert len(register.search(limit=2)) == 2
    assert register.search("không ai") == ()


def test_entries_in_the_trash_are_not_found(office: Services) -> None:
    (made,) = office.register.add_many([ENTRY]).created
    office.register.delete([AwardRecordId(made)])
    assert office.register.search() == office.register.of_recipient(RecipientId(1)) == ()
    office.register.restore([AwardRecordId(made)])
    assert len(office.register.search()) == 1


def test_many_are_one_operation_and_numbers_go_on(store: Store, office: Services) -> None:
    before = content(store)
    many = [replace(ENTRY, year=1950 + at % 70) for at in range(60)]
    created = office.register.add_many(many).created
    assert created == tuple(range(created[0], created[0] + 60))
    assert len(office.history.changes(office.history.recent(1)[0].id)) == 60
    office.undo.undo()
    assert content(store) == before
    assert office.register.save(ENTRY).created[0] > created[-1]
    assert office.register.add_many([]).created == ()
