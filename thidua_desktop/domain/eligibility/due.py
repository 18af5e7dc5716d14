"""Who could have which award, this year or next: the list that saves the clerk from looking through every file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.check import check
from thidua_desktop.domain.eligibility.prepared import PreparedEvidence, PreparedRulebook
from thidua_desktop.domain.eligibility.verdicts import Assessment, Claim, Verdict
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.nominations import Occasion


@dataclass(frozen=True, slots=True)
class Due:
    """An award that a recipient can have in a year; ``sure`` is False where something has to be asked for first."""

    evidence: Evidence
    award_id: str
    year: int
    sure: bool
    assessment: Assessment


def due(
    recipients: Iterable[Evidence],
    book: PreparedRulebook,
    *,
    year: int,
    day: date,
    occasion: Occasion = Occasion.MERIT,
    awards: Collection[str] | None = None,
) -> Iterator[Due]:
    """The awards that recipients meet the standards of in a year, and those that they can reach in the year after.

    What only a person can confirm, and awards that the recipient has already for the year, are left out. "Next year"
    assumes that this year's results are as good as the last. ``awards`` leaves out all others.
    """
    asked_for: dict[RecipientKind, tuple[str, ...]] = {}
    for evidence in recipients:
        kind = evidence.kind
        if not _something_known(evidence):
            continue
        if kind not in asked_for:
            asked_for[kind] = tuple(one for one in _checkable(book, kind, occasion) if awards is None or one in awards)
        file = PreparedEvidence(evidence)
        for award_id in asked_for[kind]:
            if (award_id, year) not in file.by_year:
                found = _due(check(Claim(award_id, kind, year, day, occasion), file, book), evidence, year)
                if found is not None:
                    yield found


_SAYS_NOTHING = frozenset({"key", "kind", "name", "unit", "gender", "later_retirement"})
_KNOWN_BY = tuple(name for name in Evidence.__slots__ if name not in _SAYS_NOTHING)


def _something_known(evidence: Evidence) -> bool:
    """Whether a file has anything that a finding could rest on; most of a large directory has nothing."""
    return any(getattr(evidence, name) for name in _KNOWN_BY)


def _checkable(book: PreparedRulebook, kind: RecipientKind, occasion: Occasion) -> Iterator[str]:
    """The awards that can go to a kind of recipient and of which a record can say whether they are due."""
    for award_id, law in book.book.awards.items():
        fits = law.exists is not False and (law.recipients is None or kind in law.recipients)
        asked = book.asked(Claim(award_id, kind, 0, date.min, occasion)) if fits else None
        occasions = not law.occasions or occasion in law.occasions
        if asked is not None and occasions and any(not path.by_hand for path in asked.paths):
            yield award_id


def _due(assessment: Assessment, evidence: Evidence, year: int) -> Due | None:
    standards = _standards(assessment)
    award = assessment.claim.award_id
    if standards is Verdict.MET:
        if assessment.verdict is Verdict.NOT_MET:
            return None
        return Due(evidence, award, year, assessment.verdict is Verdict.MET, assessment)
    if assessment.earliest == year + 1 and _within_reach(assessment):
        return Due(evidence, award, year + 1, False, assessment)
    return None


def _within_reach(assessment: Assessment) -> bool:
    """Whether something of the way is done and nothing of it unknown: an empty file is not due for everything."""
    own = [one for one in assessment.findings if assessment.path is not None and one.rule in assessment.path.rules]
    return any(one.used for one in own) and all(one.verdict is not Verdict.CANNOT_TELL for one in own)


def _standards(assessment: Assessment) -> Verdict:
    """The verdict of the way to the award, general rules aside."""
    path = assessment.path
    if path is None:
        return Verdict.NOT_MET
    verdicts = {one.verdict for one in assessment.findings if one.rule in path.rules}
    for verdict in (Verdict.NOT_MET, Verdict.CANNOT_TELL):
        if verdict in verdicts:
            return verdict
    return Verdict.MET
