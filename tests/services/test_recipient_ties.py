"""Lines tied to recipients: certain ones at once, the others by the clerk, all of it in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.conftest import TODAY
from tests.services.test_undo import content
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId, UnitId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.recipient_matching import Certainty, RecipientLine
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.recipient_ties import Intake, Tie
from thidua_desktop.services.recipients import RecipientNumberTaken
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store

PERSON = RecipientKind.PERSON
ROUND = RoundId(1)
LDTT = "lao_dong_tien_tien"


def line(name: str, unit: str | None = "Sở Nội vụ", birth: str | None = None, number: str | None = None) -> Nomination:
    return Nomination(ROUND, PERSON, name, LDTT, birth=birth, id_number=number, unit=unit)


@pytest.fixture
def office(services: Services) -> Services:
    """A unit that was renamed, two persons of it, a round with four lines."""
    old = UnitId(services.units.save(Unit("Ban Tổ chức chính quyền")).created[0])
    services.units.rename(old, "Sở Nội vụ", date(2004, 1, 1))
    services.recipients.save_many(
        [
            Recipient(PERSON, "Lê Thị Thúy", birth="1980-05-17", unit_id=old),
            Recipient(PERSON, "Nguyễn Văn An", id_number="001075000001"),
        ]
    )
    services.nominations.save_round(Round("Đợt 1", 2024))
    services.nominations.save_many(
        [
            line("Lê Thị Thuý", birth="1980"),
            line("Nguyễn Văn An", "Sở khác", number="001075000001"),
            line("Lê Thị Thuý"),
            line("Trần Bình", birth="1990"),
        ]
    )
    return services


def tied(services: Services) -> list[RecipientId | None]:
    return [each.recipient_id for each in services.nominations.of_round(ROUND)]


def test_what_seems_to_be_meant(office: Services) -> None:
    found = office.ties.proposals(ROUND)
    assert [each.match.certainty for each in found] == [
        Certainty.CERTAIN,
        Certainty.CERTAIN,
        Certainty.PROBABLE,
        Certainty.NONE,
    ]
    assert [each.unit.unit_id for each in found] == [2, None, 2, 2]


def test_a_round_is_tied_in_one_step_and_untied_in_one(store: Store, office: Services) -> None:
    before = content(store)
    changes = office.ties.tie_round(ROUND)
    assert changes.params == {"tied": 4, "left": 1}
    assert tied(office) == [1, 2, None, 3]
    assert [each.unit_id for each in office.nominations.of_round(ROUND)] == [2, None, 2, 2]
    assert [each.unit for each in office.nominations.of_round(ROUND)] == [
        "Sở Nội vụ",
        "Sở khác",
        "Sở Nội vụ",
        "Sở Nội vụ",
    ]
    assert office.recipients.get(RecipientId(3)).birth == "1990"
    assert [each.nomination.id for each in office.ties.proposals(ROUND)] == [3]
    office.undo.undo()
    assert content(store) == before


def test_the_clerk_ties_what_is_open(office: Services) -> None:
    office.ties.tie([Tie(NominationId(3), RecipientId(1), UnitId(2)), Tie(NominationId(4), None, None)])
    assert tied(office) == [None, None, 1, None]
    with pytest.raises(RecordMissing):
        office.ties.tie([Tie(NominationId(1), RecipientId(1), None), Tie(NominationId(2), RecipientId(9), None)])
    assert tied(office) == [None, None, 1, None]


def test_the_clerk_says_that_it_is_somebody_new(office: Services) -> None:
    changes = office.ties.make([NominationId(3)])
    assert changes.created == (3,)
    assert tied(office) == [None, None, 3, None]
    with pytest.raises(RecipientNumberTaken):
        office.ties.make([NominationId(2)])


def test_one_list_makes_each_recipient_once(store: Store, office: Services) -> None:
    told = RecipientLine(PERSON, "Vũ Hoa", birth="1985", unit_id=UnitId(2), ethnic_group="Mèo")
    with store.write("recipient.save_many", count=1) as work:
        intake = Intake(work, TODAY)
        first = intake.find_or_make(told)
        again = intake.find_or_make(replace(told, name="VŨ HOA"))
        doubtful = intake.find_or_make(replace(told, birth=None))
    assert first == again
    assert doubtful is None
    assert office.recipients.get(first or RecipientId(0)).ethnic_group == "HMông"


def test_lines_that_are_tied_stay_so_and_what_was_chosen_is_done(store: Store, office: Services) -> None:
    lines = office.nominations.of_round(ROUND)
    with store.write("nomination.save_many", count=1) as work:
        done = Intake(work, TODAY).tied(
            [replace(lines[0], recipient_id=RecipientId(2)), lines[2], lines[3]],
            make_missing=False,
            chosen={1: RecipientId(1)},
        )
    assert [each.recipient_id for each in done] == [2, 1, None]
