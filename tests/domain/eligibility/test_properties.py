"""What has to hold for any file of any recipient under any rulebook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.eligibility.cases import EVERY
from tests.domain.eligibility.files import prepared
from tests.domain.eligibility.worked import Worked
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.check import check
from thidua_desktop.domain.eligibility.verdicts import Assessment, Claim, RuleFinding, Verdict
from thidua_desktop.domain.evidence import (
    AwardRecord,
    Clearance,
    Cleared,
    ClusterRank,
    Confirmation,
    Discipline,
    Evidence,
    Initiative,
    MemberFigures,
    PostHeld,
    Rating,
    Reach,
    Sanction,
    Spell,
    YearRating,
)
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.rulebooks import shipped

DAYS = (date(2022, 12, 1), date(2024, 12, 1), date(2025, 12, 1), date(2026, 11, 1))
AWARDS = [award.id for award in AwardService().catalogue()]
QUESTIONS = sorted({code for book in shipped() for code in book.vocabulary.questions})
VOCABULARY = shipped()[0].vocabulary
YEARS = st.integers(2005, 2026)
SOME_DAYS = st.dates(date(2000, 1, 1), date(2026, 12, 31))


def few(records: st.SearchStrategy, most: int = 8) -> st.SearchStrategy:
    return st.lists(records, max_size=most).map(tuple)


def stretch(kind: type, codes: list[str]) -> st.SearchStrategy:
    return st.builds(kind, st.sampled_from(codes), SOME_DAYS, st.none())


AWARD_RECORDS = st.builds(
    AwardRecord, st.sampled_from(AWARDS), YEARS, occasion=st.sampled_from([Occasion.MERIT, Occasion.SUDDEN, None])
)
RATINGS = st.builds(YearRating, YEARS, st.sampled_from(Rating))
INITIATIVES = st.builds(
    Initiative, YEARS, st.sampled_from(Reach), st.just("Giải pháp"), used_for=st.sampled_from([(), (AWARDS[0],)])
)
CONFIRMATIONS = st.builds(Confirmation, st.sampled_from(QUESTIONS), st.booleans(), st.just("Tờ trình"))
MEMBERS = st.builds(
    MemberFigures,
    YEARS,
    st.integers(1, 60),
    st.lists(st.tuples(st.sampled_from(["lao_dong_tien_tien", "chien_si_thi_dua_co_so"]), st.integers(0, 60))).map(
        tuple
    ),
    st.none() | st.integers(0, 60),
    st.none() | st.integers(0, 3),
)
FILES = st.builds(
    Evidence,
    key=st.just("x"),
    kind=st.sampled_from(RecipientKind),
    name=st.just("Nguyễn Văn An"),
    awards=few(AWARD_RECORDS, 12),
    ratings=few(RATINGS, 14),
    initiatives=few(INITIATIVES),
    spells=few(stretch(Spell, sorted(VOCABULARY.spells)), 3),
    posts=few(stretch(PostHeld, sorted(VOCABULARY.posts)), 3),
    discipline=few(st.builds(Discipline, st.sampled_from(Sanction), SOME_DAYS, st.none()), 1),
    clearances=few(st.builds(Clearance, st.sampled_from(Cleared), SOME_DAYS, st.just("Tờ trình")), 2),
    members=few(MEMBERS, 2),
    ranks=few(st.builds(ClusterRank, YEARS, st.sampled_from(["bo_tinh", "movement"]), st.integers(1, 3)), 2),
    confirmations=few(CONFIRMATIONS),
    classes=st.frozensets(st.sampled_from(sorted(VOCABULARY.classes)), max_size=2),
    founded=st.none() | st.integers(1945, 2026),
    awards_known_from=st.none() | st.sampled_from([0, 2015, 2024]),
    initiatives_known_from=st.none() | st.just(0),
)
CLAIMS = st.tuples(st.sampled_from(AWARDS), st.sampled_from(DAYS), st.sampled_from(Occasion), st.integers(0, 1))

ORDINARY = settings(max_examples=60, deadline=None)


def judged(file: Evidence, asked: tuple[str, date, Occasion, int]) -> Assessment:
    award, day, occasion, back = asked
    return check(Claim(award, file.kind, day.year - back, day, occasion), file, prepared(day))


def every(finding: RuleFinding) -> list[RuleFinding]:
    return [finding, *(inner for option in finding.options for inner in every(option))]


@ORDINARY
@given(FILES, CLAIMS)
def test_met_names_its_evidence_and_cannot_tell_says_what_to_ask(
    file: Evidence, asked: tuple[str, date, Occasion, int]
) -> None:
    found = judged(file, asked)
    for finding in (one for outer in found.findings for one in every(outer)):
        if finding.verdict is Verdict.MET:
            assert finding.used
        elif finding.verdict is Verdict.CANNOT_TELL:
            assert finding.asks
        else:
            assert finding.earliest is None or finding.earliest > found.claim.year
        assert finding.rule.basis.citation
    if found.verdict is Verdict.MET:
        assert found.findings
        assert all(finding.verdict is Verdict.MET for finding in found.findings)
    if found.verdict is Verdict.CANNOT_TELL:
        assert found.asks()


@ORDINARY
@given(st.sampled_from(EVERY))
def test_an_empty_file_never_meets_anything(case: Worked) -> None:
    empty = Evidence("x", case.evidence.kind, "Nguyễn Văn An")
    assert check(case.claim, empty, prepared(case.claim.day)).verdict is not Verdict.MET


@ORDINARY
@given(st.sampled_from([case for case in EVERY if case.verdict is Verdict.MET]), RATINGS, INITIATIVES, SOME_DAYS)
def test_more_good_evidence_never_takes_away(case: Worked, rating: YearRating, idea: Initiative, since: date) -> None:
    file = case.evidence
    more = replace(
        file,
        ratings=(*file.ratings, replace(rating, rating=Rating.EXCELLENT)),
        initiatives=(*file.initiatives, replace(idea, used_for=())),
        spells=(*file.spells, Spell("service", since)),
        clearances=(*file.clearances, Clearance(Cleared.CASES, date(2030, 1, 1), "Tờ trình")),
    )
    assert check(case.claim, more, prepared(case.claim.day)).verdict is Verdict.MET


@ORDINARY
@given(st.sampled_from(EVERY), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(case: Worked, chance: Random) -> None:
    file = case.evidence
    mixed = {
        name: tuple(chance.sample(getattr(file, name), len(getattr(file, name))))
        for name in ("awards", "ratings", "initiatives", "spells", "posts", "clearances")
    }
    assert check(case.claim, replace(file, **mixed), prepared(case.claim.day)).verdict is case.verdict


@ORDINARY
@given(st.sampled_from(EVERY), st.dates(date(2015, 1, 1), date(2026, 12, 31)))
def test_a_discipline_in_force_never_helps(case: Worked, since: date) -> None:
    worth = {Verdict.NOT_MET: 0, Verdict.CANNOT_TELL: 1, Verdict.MET: 2}
    file = case.evidence
    serving = replace(file, discipline=(*file.discipline, Discipline(Sanction.WARNING, since)))
    assert worth[check(case.claim, serving, prepared(case.claim.day)).verdict] <= worth[case.verdict]
