"""What surrounds the findings: ways to an award, overrides, lists of who is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.files import (
    BKBT,
    BKTTG,
    COLLECTIVE,
    CSBT,
    CSCS,
    LDTT,
    PERSON,
    held,
    ideas,
    post,
    prepared,
    rated,
    said,
)
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.check import check, check_all, check_best, prepare
from thidua_desktop.domain.eligibility.due import due
from thidua_desktop.domain.eligibility.prepared import PreparedEvidence
from thidua_desktop.domain.eligibility.verdicts import Claim, Override, OverrideReasonMissing, Remark, Verdict
from thidua_desktop.domain.evidence import Confirmation, Discipline, Initiative, Rating, Reach, Sanction, YearRating
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.rules import NoDisciplineInPosts
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.rulebooks import RulebookService

DAY = date(2025, 12, 5)
CLAIM = Claim(BKBT, RecipientKind.PERSON, 2025, DAY)
TWO_TITLES = replace(PERSON, awards=held(CSCS, 2024, 2025))


def test_ways_that_nobody_claimed_do_not_make_it_unclear() -> None:
    found = check(CLAIM, replace(PERSON, initiatives_known_from=None), prepared(DAY))
    assert found.verdict is Verdict.CANNOT_TELL  # neither the ratings nor the initiatives are known
    rated_low = replace(PERSON, ratings=rated(2023, 2025, Rating.DONE))
    found = check(CLAIM, rated_low, prepared(DAY))
    assert found.verdict is Verdict.NOT_MET
    assert "cn_c" in {path.id for path in found.open_paths}
    assert {result.path.id for result in found.others} | {found.path.id if found.path else ""} == {"cn_d1", "cn_d2"}


def test_a_way_counts_once_somebody_confirmed_something_of_it() -> None:
    charity = replace(
        PERSON, confirmations=said("dong_gop_kt_xh_khkt_tu_thien"), ratings=rated(2023, 2025, Rating.DONE)
    )
    found = check(CLAIM, charity, prepared(DAY))
    assert found.verdict is Verdict.MET
    assert found.path is not None
    assert found.path.id == "cn_c"


def test_the_nomination_can_name_its_way() -> None:
    found = check(replace(CLAIM, path="cn_d2"), TWO_TITLES, prepared(DAY))
    assert found.path is not None
    assert found.path.id == "cn_d2"
    assert found.verdict is not Verdict.MET


def test_the_confidence_is_that_of_the_least_sure_rule() -> None:
    assert check(CLAIM, TWO_TITLES, prepared(DAY)).confidence is Confidence.UNSURE  # reading of Điều 74.1d is open
    title = Claim(CSBT, RecipientKind.PERSON, 2024, date(2025, 3, 1))
    file = replace(PERSON, awards=held(CSCS, 2022, 2023, 2024), initiatives=ideas(Reach.UNIT, 2023))
    found = check(title, file, prepared(title.day))
    assert found.verdict is Verdict.NOT_MET
    assert found.confidence is Confidence.SEEN


def test_everything_under_the_newest_law_is_unsure() -> None:
    day = date(2026, 11, 1)
    claim = Claim(CSCS, RecipientKind.PERSON, 2026, day)
    file = replace(PERSON, awards=held(LDTT, 2026), ratings=rated(2026, 2026))
    found = check(claim, file, prepared(day))
    assert found.verdict is Verdict.MET
    assert {finding.rule.basis.confidence for finding in found.findings} == {Confidence.UNSURE}


def test_an_award_that_no_rulebook_knows() -> None:
    found = check(replace(CLAIM, award_id="huan_chuong_mat_trang"), PERSON, prepared(DAY))
    assert found.verdict is Verdict.NOT_MET
    assert found.path is None


def test_an_override_records_who_why_and_when() -> None:
    found = check(CLAIM, PERSON, prepared(DAY))
    own = Override(Verdict.MET, "Trần Thị Bình", "Đã có quyết định giấy, chưa nhập sổ", DAY)
    decided = found.overridden(own)
    assert decided.final is Verdict.MET
    assert decided.verdict is found.verdict
    assert decided.override == own
    assert found.final is found.verdict


@pytest.mark.parametrize("missing", [{"by": " "}, {"reason": ""}])
def test_an_override_without_name_or_reason_is_refused(missing: dict[str, str]) -> None:
    own = replace(Override(Verdict.MET, "Bình", "Vì", DAY), **missing)
    with pytest.raises(OverrideReasonMissing):
        check(CLAIM, PERSON, prepared(DAY)).overridden(own)


def test_the_better_of_two_ratings_of_a_year_counts() -> None:
    file = replace(PERSON, ratings=(YearRating(2025, Rating.EXCELLENT), YearRating(2025, Rating.WELL)))
    assert PreparedEvidence(file).ratings[2025].rating is Rating.EXCELLENT


def test_an_initiative_that_served_a_title_is_named_as_left_out() -> None:
    used = Initiative(2025, Reach.UNIT, "Số hóa hồ sơ", used_for=(CSCS,))
    file = replace(PERSON, ratings=rated(2024, 2025), initiatives=(used,))
    found = check(replace(CLAIM, path="cn_d2"), file, prepared(DAY))
    assert any(used in finding.left_out for finding in found.findings)
    title = Claim(CSCS, RecipientKind.PERSON, 2025, DAY)
    weaker = replace(file, ratings=rated(2025, 2025, Rating.WELL), awards=held(LDTT, 2025))
    assert check(title, weaker, prepared(DAY)).verdict is Verdict.MET, "title to title is not forbidden"


def test_a_movement_way_is_not_asked_of_a_merit_nomination() -> None:
    movement = check(replace(CLAIM, occasion=Occasion.MOVEMENT), TWO_TITLES, prepared(DAY))
    merit = check(CLAIM, TWO_TITLES, prepared(DAY))
    assert movement.path is not None
    assert merit.path is not None
    assert movement.path.id == "cn_a"
    assert merit.path.id == "cn_d1"


def test_who_is_due_this_year_and_next() -> None:
    ready = replace(PERSON, key="1", awards=held(CSCS, 2024, 2025))
    nearly = replace(PERSON, key="2", awards=held(CSCS, 2025), ratings=rated(2023, 2025, Rating.WELL))
    has_it = replace(PERSON, key="3", awards=held(CSCS, 2024, 2025) + held(BKBT, 2025))
    lists = {
        (one.evidence.key, one.award_id): one
        for one in due((ready, nearly, has_it), prepared(date(2026, 1, 10)), year=2025, day=date(2026, 1, 10))
    }
    assert lists["1", BKBT].year == 2025
    assert lists["1", BKBT].sure
    assert ("2", BKBT) not in lists  # 2024 is over without the title, so 2027 at the earliest
    assert ("3", BKBT) not in lists
    titled = replace(PERSON, awards=held(LDTT, 2025) + held(CSCS, 2025), ratings=rated(2025, 2025))
    listed = {one.award_id for one in due((titled,), prepared(date(2026, 1, 10)), year=2025, day=date(2026, 1, 10))}
    assert not listed & {LDTT, CSCS}, "what the recipient has for the year is not due again"
    soon = tuple(due((replace(nearly, awards=held(CSCS, 2024)),), prepared(DAY), year=2025, day=DAY))
    assert [(one.award_id, one.year) for one in soon if one.award_id == BKBT] == [(BKBT, 2026)]


def test_due_names_what_still_has_to_be_asked() -> None:
    ready = replace(PERSON, awards=held(CSCS, 2024, 2025), clearances=())
    (only,) = [one for one in due((ready,), prepared(DAY), year=2025, day=DAY) if one.award_id == BKBT]
    assert not only.sure
    assert only.assessment.asks()


def test_nothing_is_due_while_a_case_is_open() -> None:
    serving = replace(TWO_TITLES, confirmations=(Confirmation("x", True, "y"),))
    assert any(one.award_id == BKBT for one in due((serving,), prepared(DAY), year=2025, day=DAY))


def test_a_round_is_judged_line_by_line() -> None:
    lines = [(CLAIM, TWO_TITLES), (replace(CLAIM, kind=RecipientKind.COLLECTIVE), COLLECTIVE)]
    verdicts = [found.verdict for found in check_all(lines, prepared(DAY))]
    assert verdicts == [Verdict.MET, Verdict.CANNOT_TELL]


def test_an_award_counts_from_the_years_that_its_decision_states() -> None:
    """TT 12/2019 Điều 2.6: the next award counts after the period of the last one, not after its paper."""
    day = date(2022, 12, 1)
    (paper,) = held(BKBT, 2018)
    early = replace(paper, counted_from=2013, counted_to=2016)
    file = replace(PERSON, ratings=rated(2017, 2021), initiatives=ideas(Reach.UNIT, 2017, 2018, 2019, 2020, 2021))
    claim = Claim(BKTTG, RecipientKind.PERSON, 2022, day)
    assert check(claim, replace(file, awards=(early,)), prepared(day)).verdict is Verdict.MET
    assert check(claim, replace(file, awards=(paper,)), prepared(day)).verdict is Verdict.NOT_MET


def test_a_dossier_taken_in_before_the_new_law_is_judged_by_the_old_one() -> None:
    service = RulebookService()
    day = date(2026, 10, 20)
    assert service.on(day).code == "C2"
    assert service.on(day, accepted=date(2026, 9, 25)).code == "C1"
    assert service.on(day, accepted=date(2026, 10, 2)).code == "C2"
    assert prepare(service.on(day), AwardService().catalogue()).book.code == "C2"


def test_years_that_count_after_an_award_nobody_knows_of() -> None:
    """Whether there was a BKTTg before 2015 is not known, so five good years may or may not come after it."""
    file = replace(
        PERSON, awards=held(CSCS, 2021, 2022, 2023), awards_known_from=2015, ratings=rated(2019, 2024, Rating.EXCELLENT)
    )
    day = date(2024, 12, 1)
    found = check(Claim("huan_chuong_lao_dong_ba", RecipientKind.PERSON, 2024, day), file, prepared(day))
    assert found.verdict is Verdict.CANNOT_TELL
    award, run = found.findings[:2]
    assert award.asks[0].names == (BKTTG,)
    assert run.verdict is Verdict.CANNOT_TELL
    assert run.remark is Remark.AWARD_FIRST
    assert run.asks[0].names == (BKTTG,)


def test_a_dismissal_takes_the_whole_award_a_warning_one_class() -> None:
    day = date(2022, 12, 1)
    claim = Claim("huan_chuong_lao_dong_ba", RecipientKind.PERSON, 2022, day, Occasion.CONTRIBUTION)

    def remark(sanction: Sanction) -> Remark | None:
        known = Discipline(sanction, date(2018, 1, 1), date(2018, 6, 1))
        file = replace(PERSON, posts=post("department_head", 2015, 2021), discipline=(known,))
        (finding,) = [
            one
            for one in check(claim, file, prepared(day)).findings
            if isinstance(one.rule.condition, NoDisciplineInPosts)
        ]
        return finding.remark

    assert remark(Sanction.WARNING) is Remark.ONE_CLASS_LOWER
    assert remark(Sanction.DISMISSED) is None


def test_the_more_favourable_of_two_laws_holds_in_a_transition() -> None:
    """Excellent without an initiative: too little by the law of 2003, enough by that of 2022."""
    file = PreparedEvidence(replace(PERSON, awards=held(LDTT, 2023), ratings=rated(2023, 2023)))
    old, new = prepared(date(2023, 12, 1)), prepared(date(2024, 1, 2))
    asked = Claim(CSCS, PERSON.kind, 2023, date(2024, 1, 2))
    assert check_best(asked, file, (old, new))[0] is new
    assert check_best(asked, file, (old,))[1].verdict is Verdict.NOT_MET
    assert check_best(replace(asked, award_id=BKBT), file, (old, new))[0] is old, "equal verdicts leave the old law"
