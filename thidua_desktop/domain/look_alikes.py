"""Recipients that may be one and the same: how alike two are, for which reasons, and who is to be compared at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from thidua_desktop.common.progress import current
from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.identity import birth_year, tidy_id_number
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.name_forms import NameForm, WordForm, name_form, one_vowel
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.stages import Stage
from thidua_desktop.domain.unit_names import spelled_out


class AlikeReason(StrEnum):
    """What speaks for one recipient, or against it."""

    SAME_ID_NUMBER = "same_id_number"
    SAME_NAME = "same_name"
    TONE_PLACE = "tone_place"
    """Thuý and Thúy."""
    I_AND_Y = "i_and_y"
    """Lý and Lí."""
    DIACRITICS = "diacritics"
    """Marks are missing in one of the names, đ for d included."""
    ABBREVIATED = "abbreviated"
    """Nguyễn V. An; for collectives abbreviations such as UBND."""
    TRANSPOSED = "transposed"
    """The same words in another order."""
    NEAR_NAME = "near_name"
    """A letter or a mark differs."""
    SAME_BIRTH_DAY = "same_birth_day"
    SAME_BIRTH_YEAR = "same_birth_year"
    SAME_UNIT = "same_unit"
    UNIT_WITHIN = "unit_within"
    """One unit stands below the other: lists often name the superior only."""
    SAME_POSITION = "same_position"
    OTHER_ID_NUMBER = "other_id_number"
    OTHER_BIRTH = "other_birth"
    OTHER_UNIT = "other_unit"
    OTHER_GENDER = "other_gender"


_R = AlikeReason

POINTS = {
    _R.SAME_ID_NUMBER: 60,
    _R.SAME_NAME: 50,
    _R.TONE_PLACE: 50,
    _R.I_AND_Y: 48,
    _R.DIACRITICS: 40,
    _R.TRANSPOSED: 35,
    _R.ABBREVIATED: 35,
    _R.NEAR_NAME: 25,
    _R.SAME_BIRTH_DAY: 35,
    _R.SAME_BIRTH_YEAR: 20,
    _R.SAME_UNIT: 15,
    _R.UNIT_WITHIN: 10,
    _R.SAME_POSITION: 5,
    _R.OTHER_ID_NUMBER: -60,
    _R.OTHER_BIRTH: -40,
    _R.OTHER_UNIT: -5,
    _R.OTHER_GENDER: -20,
}
"""What each reason weighs; a hundred and more is as good as certain, a collective's name weighs more (below)."""

NAME_REASONS = frozenset(
    {_R.SAME_NAME, _R.TONE_PLACE, _R.I_AND_Y, _R.DIACRITICS, _R.ABBREVIATED, _R.TRANSPOSED, _R.NEAR_NAME}
)
LEAST = 60
"""From this score on two recipients are shown to the clerk."""
_COLLECTIVE_EXTRA = 20
_NEAR_LETTERS = 1
_FEWEST_LETTERS = 6
_LARGE_BLOCK = 300
_STEP = 2_000
_HOUSEHOLD = re.compile(r"(?i)^(?:hộ\s+|gia\s+đình\s+)+(?:(?:ông|bà|anh|chị)\s+)*(?=\S)")


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two recipients that may be one; ``score`` from 0 to 100."""

    first: RecipientId
    second: RecipientId
    score: int
    reasons: tuple[AlikeReason, ...]


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a recipient, prepared once."""

    kind: RecipientKind
    form: NameForm
    bare: str
    spelled: str
    """For collectives: the name with its abbreviations spelled out."""
    birth: str | None
    year: int | None
    number: str
    unit: UnitId | None
    position: str
    gender: str | None
    above: frozenset[UnitId] = frozenset()
    """The superiors of the unit."""


@dataclass(frozen=True, slots=True)
class UnitPlaces:
    """What has to be known of units to compare their people."""

    number: Callable[[UnitId], UnitId] = lambda unit_id: unit_id
    """One number for a unit under all of its names."""
    above: Callable[[UnitId], frozenset[UnitId]] = lambda _unit_id: frozenset()
    """The numbers of its superiors."""


ANYWHERE = UnitPlaces()
"""Units of which nothing is known: each is its own."""


def traits(recipient: Recipient, places: UnitPlaces = ANYWHERE) -> Traits:
    """What is compared of a recipient."""
    collective = recipient.kind is RecipientKind.COLLECTIVE
    name = _HOUSEHOLD.sub("", squeeze(recipient.name)) if recipient.kind is RecipientKind.HOUSEHOLD else recipient.name
    form = name_form(name)
    return Traits(
        kind=recipient.kind,
        form=form,
        bare=form.bare,
        spelled=spelled_out(name) if collective else "",
        birth=recipient.birth,
        year=birth_year(recipient.birth),
        number=tidy_id_number(recipient.id_number or ""),
        unit=None if recipient.unit_id is None else places.number(recipient.unit_id),
        position=fold(recipient.position or ""),
        gender=recipient.gender,
        above=frozenset() if recipient.unit_id is None else places.above(recipient.unit_id),
    )


def compare(first: Traits, second: Traits) -> tuple[int, tuple[AlikeReason, ...]]:
    """How alike two are, 0 to 100, and why; nothing where neither name nor number speaks for it."""
    if first.kind is not second.kind:
        return 0, ()
    name = _name_reason(first, second)
    number = bool(first.number) and first.number == second.number
    if name is None and not number:
        return 0, ()
    reasons = [_R.SAME_ID_NUMBER] if number else []
    reasons += [name] if name is not None else []
    reasons += _circumstances(first, second)
    extra = _COLLECTIVE_EXTRA if first.kind is RecipientKind.COLLECTIVE and name is not _R.NEAR_NAME else 0
    return max(0, min(100, sum(POINTS[reason] for reason in reasons) + extra)), tuple(reasons)


def _circumstances(first: Traits, second: Traits) -> Iterator[AlikeReason]:
    if first.number and second.number and first.number != second.number and len(first.number) == len(second.number):
        yield _R.OTHER_ID_NUMBER
    birth = _birth_reason(first, second)
    if birth is not None:
        yield birth
    if first.unit is not None and second.unit is not None:
        within = first.unit in second.above or second.unit in first.above
        yield _R.SAME_UNIT if first.unit == second.unit else _R.UNIT_WITHIN if within else _R.OTHER_UNIT
    if first.position and first.position == second.position:
        yield _R.SAME_POSITION
    if first.gender and second.gender and first.gender != second.gender:
        yield _R.OTHER_GENDER


def _birth_reason(first: Traits, second: Traits) -> AlikeReason | None:
    if not first.birth or not second.birth:
        return None
    if first.birth == second.birth:
        return _R.SAME_BIRTH_DAY if len(first.birth) == len("1980-05-17") else _R.SAME_BIRTH_YEAR
    shorter = min(len(first.birth), len(second.birth))
    return _R.SAME_BIRTH_YEAR if first.birth[:shorter] == second.birth[:shorter] else _R.OTHER_BIRTH


def _name_reason(first: Traits, second: Traits) -> AlikeReason | None:
    mine, theirs = first.form, second.form
    if mine.written == theirs.written:
        return _R.SAME_NAME
    if mine.toned == theirs.toned:
        return _R.TONE_PLACE
    if mine.one_vowel == theirs.one_vowel:
        return _R.I_AND_Y
    if first.spelled and first.spelled == second.spelled and first.bare != second.bare:
        return _R.ABBREVIATED
    if first.bare == second.bare:
        return _R.DIACRITICS if _only_missing_marks(mine, theirs) else _R.NEAR_NAME
    if _abbreviates(mine, theirs) or _abbreviates(theirs, mine):
        return _R.ABBREVIATED
    if len(mine.words) == len(theirs.words) and sorted(first.bare.split()) == sorted(second.bare.split()):
        return _R.TRANSPOSED
    return _R.NEAR_NAME if _near(first.bare, second.bare) else None


def _only_missing_marks(first: NameForm, second: NameForm) -> bool:
    return all(_fits(mine, other) for mine, other in zip(first.words, second.words, strict=True))


def _fits(mine: WordForm, other: WordForm) -> bool:
    """As ``WordForm.fits``, with i and y for one letter: "Mi" may be "Mỹ"."""
    alike = one_vowel(mine.bare) == one_vowel(other.bare) and (mine.is_bare or other.is_bare)
    return alike or (one_vowel(mine.letters), mine.tone) == (one_vowel(other.letters), other.tone)


def _abbreviates(short: NameForm, long: NameForm) -> bool:
    """Whether a name is another one with words cut to their first letter: the tên is always whole."""
    if len(short.words) != len(long.words) or len(short.words) < 2:
        return False
    pairs = list(zip(short.words, long.words, strict=True))
    if not pairs[-1][0].fits(pairs[-1][1]):
        return False
    cut = [mine for mine, whole in pairs[:-1] if len(mine.bare) == 1 < len(whole.bare)]
    return bool(cut) and all(
        mine.fits(whole) or (len(mine.bare) == 1 and whole.bare.startswith(mine.bare)) for mine, whole in pairs[:-1]
    )


@lru_cache(maxsize=4096)
def _near(first: str, second: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # not when the program starts

    if min(len(first), len(second)) < _FEWEST_LETTERS or re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    return Levenshtein.distance(first, second, score_cutoff=_NEAR_LETTERS) <= _NEAR_LETTERS


def keys(one: Traits) -> Iterator[tuple[str, ...]]:
    """The groups that a recipient belongs to: only those who share one are compared."""
    kind = one.kind.value
    if one.number:
        yield "number", kind, one.number
    words, named = _named(one.kind, one.bare)
    yield from named
    if one.spelled:
        yield "spelled", kind, one.spelled
    if one.birth is not None and words:
        yield (
            ("birth", kind, one.birth, words[0][:1])
            if len(one.birth) > 4
            else ("year", kind, one.birth, words[0], words[-1])
        )
    if one.unit is not None and words:
        yield "unit", kind, str(one.unit), words[0][:1], words[-1][:1]


@lru_cache(maxsize=65536)
def _named(kind: RecipientKind, bare: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The words of a name and the groups that it alone tells: among many thousand people names come again."""
    words = tuple(bare.split())
    name = ("name", kind.value, *sorted(words))
    if len(words) < 2 or kind is RecipientKind.COLLECTIVE:
        return words, (name,)
    return words, (name, ("initials", kind.value, *(word[:1] for word in words[:-1]), words[-1]))


def look_alikes(
    known: Sequence[tuple[RecipientId, Traits]],
    *,
    least: int = LEAST,
    apart: Collection[tuple[RecipientId, RecipientId]] = frozenset(),
) -> tuple[LookAlike, ...]:
    """Every two recipients that are alike enough, the most alike first.

    Only recipients that share a number, the words of their names, initials and tên, a birth, or a unit and initials
    are compared, and of these only those whose births and numbers leave room for the score, so that the time grows with
    the number of recipients and not with its square.

    Args:
        known: recipients with their traits.
        least: the lowest score that is told.
        apart: pairs, the lower number first, of which the clerk has said that they are two.

    Raises:
        Cancelled: somebody has asked for the end.
    """
    by_place = [one for _, one in known]
    found: list[LookAlike] = []
    pairs = _pairs(by_place, least)
    for done, (first, second) in enumerate(pairs):
        if done % _STEP == 0:
            current().step(done, len(pairs), Stage.MATCHING)
        one, other = sorted((known[first][0], known[second][0]))
        if (one, other) in apart:
            continue
        score, reasons = compare(by_place[first], by_place[second])
        if score >= least:
            found.append(LookAlike(one, other, score, reasons))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.first, pair.second)))


def _pairs(known: Sequence[Traits], least: int) -> Collection[tuple[int, int]]:
    """The places of those that are to be compared, each pair once."""
    blocks: dict[tuple[str, ...], list[int]] = {}
    for place, one in enumerate(known):
        for key in keys(one):
            blocks.setdefault(key, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for done, (key, places) in enumerate(blocks.items()):
        if done % _STEP == 0:
            current().step(0, 0, Stage.MATCHING)
        if key[0] == "number":
            pairs.update(combinations(places, 2))
        else:
            pairs.update(pair for pair in _within(places, known, least) if not _ruled_out(pair, known, least))
    return pairs


def _within(places: Sequence[int], known: Sequence[Traits], least: int) -> Iterator[tuple[int, int]]:
    """The pairs of a block that no birth keeps apart."""
    if least <= _MOST_WITH_OTHER_BIRTH:
        parts: Iterable[Sequence[int]] = [places]
        open_: Sequence[int] = ()
    else:
        by_year: dict[int, list[int]] = {}
        for place in places:
            year = known[place].year
            if year is not None:
                by_year.setdefault(year, []).append(place)
        parts, open_ = by_year.values(), [place for place in places if known[place].year is None]
    for part in parts:
        for block in (part,) if len(part) <= _LARGE_BLOCK else _by_unit(part, known):
            yield from combinations(block, 2)
    # Whose birth nobody knows may be anybody; with a very common name they have to be of one unit.
    for block in (places,) if len(places) <= _LARGE_BLOCK else _by_unit(places, known):
        for place in open_ if len(block) == len(places) else _among(open_, block):
            others = (other for other in block if other > place or known[other].year is not None)
            yield from ((min(place, other), max(place, other)) for other in others)


def _among(places: Sequence[int], block: Sequence[int]) -> list[int]:
    members = frozenset(block)
    return [place for place in places if place in members]


def _by_unit(places: Sequence[int], known: Sequence[Traits]) -> Iterator[list[int]]:
    """A very common name: its bearers are compared within a unit, where they can be alike."""
    parts: dict[UnitId, list[int]] = {}
    for place in places:
        unit = known[place].unit
        if unit is not None:
            parts.setdefault(unit, []).append(place)
    return (part for part in parts.values() if len(part) <= _LARGE_BLOCK)


def _ruled_out(pair: tuple[int, int], known: Sequence[Traits], least: int) -> bool:
    """Whether two persons have numbers, or days of birth, that leave no room for the score."""
    first, second = known[pair[0]], known[pair[1]]
    if first.kind is RecipientKind.COLLECTIVE:
        return False
    numbers = bool(first.number) and bool(second.number) and len(first.number) == len(second.number)
    if numbers and first.number != second.number and least > _MOST_WITH_OTHER_NUMBER:
        return True
    one_number = bool(first.number) and first.number == second.number
    apart = not one_number and _birth_reason(first, second) is _R.OTHER_BIRTH
    return apart and least > _MOST_WITH_OTHER_BIRTH


def _most(*reasons: AlikeReason, against: AlikeReason) -> int:
    best = max(POINTS[reason] for reason in NAME_REASONS) + POINTS[_R.SAME_UNIT] + POINTS[_R.SAME_POSITION]
    return best + sum(POINTS[reason] for reason in reasons) + POINTS[against]


_MOST_WITH_OTHER_BIRTH = _most(against=_R.OTHER_BIRTH) + _COLLECTIVE_EXTRA
"""What two can reach who have no number in common and were born on other days."""
_MOST_WITH_OTHER_NUMBER = _most(_R.SAME_BIRTH_DAY, against=_R.OTHER_ID_NUMBER)
"""What two persons can reach who have other numbers."""
