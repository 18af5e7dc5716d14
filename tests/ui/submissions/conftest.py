"""A round in which one unit has sent two lines, another one nothing; today is 20/06/2024."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.submissions import Receipt
from thidua_desktop.services.container import Services

HEALTH, POLICE = SubmissionId(1), SubmissionId(2)
AN, BINH, CHI = NominationId(1), NominationId(2), NominationId(3)


@pytest.fixture
def round_id(services: Services) -> RoundId:
    round_id = RoundId(services.nominations.save_round(Round("Cuối năm", 2024, closes=date(2024, 6, 15))).created[0])
    person, award = RecipientKind.PERSON, "bang_khen_bo_tinh"
    units = ("Sở Y tế", "Sở Y tế", "Sở Tài chính")
    services.nominations.save_many(
        [
            Nomination(round_id, person, name, award, unit=unit)
            for name, unit in zip(("An", "Bình", "Chi"), units, strict=True)
        ]
    )
    services.submissions.expect(round_id, [], ["Sở Y tế", "Công an tỉnh"])
    services.submissions.receive(HEALTH, Receipt(date(2024, 6, 18), "45/TTr-SYT", date(2024, 6, 14)))
    return round_id
