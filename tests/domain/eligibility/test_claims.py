"""A round's lines as claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.eligibility.files import CO_BT, CO_CP, COLLECTIVE, prepared, said
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.check import check
from thidua_desktop.domain.eligibility.claims import also_nominated, claim_of
from thidua_desktop.domain.eligibility.verdicts import Claim, Verdict
from thidua_desktop.domain.evidence import ClusterRank
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import Nomination, Occasion

DAY = date(2022, 12, 10)
FLAG = Nomination(RoundId(1), RecipientKind.COLLECTIVE, "Phòng Tổng hợp", CO_BT)


def test_a_line_as_a_claim() -> None:
    line = replace(FLAG, occasion=Occasion.SUDDEN, citation="Cứu người ngày 12/9")
    assert claim_of(line, year=2022, day=DAY) == Claim(
        CO_BT, RecipientKind.COLLECTIVE, 2022, DAY, Occasion.SUDDEN, achievement="Cứu người ngày 12/9"
    )


def test_two_flags_for_one_collective_in_a_round() -> None:
    """TT 12/2019 Điều 8.3: no flag of the province for a collective that is proposed for the Government's."""
    both = (FLAG, replace(FLAG, award_id=CO_CP), replace(FLAG, name="Phòng Kế toán"))
    beside = also_nominated(both)
    assert beside == ((CO_CP,), (CO_BT,), ())
    file = replace(
        COLLECTIVE,
        ranks=(ClusterRank(2022, "bo_tinh", 1),),
        confirmations=said("hoan_thanh_vuot_chi_tieu", "nhan_to_moi_mo_hinh_moi"),
    )
    claims = [claim_of(FLAG, year=2022, day=DAY, also=also) for also in (beside[0], beside[2])]
    verdicts = [check(claim, file, prepared(DAY)).verdict for claim in claims]
    assert verdicts == [Verdict.NOT_MET, Verdict.MET]
