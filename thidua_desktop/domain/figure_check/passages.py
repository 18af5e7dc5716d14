"""What the text of a report claims, passage by passage, under the headings that it stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.figure_check import claims as keys
from thidua_desktop.domain.figure_check.claims import Claim, Key, Where
from thidua_desktop.domain.figure_check.clauses import Clause, Said, Spot, clauses, said, sentences, words_of
from thidua_desktop.domain.figure_check.lexicon import Lexicon, Word
from thidua_desktop.domain.figure_check.material import Passage

_PERSONAL = frozenset({"who", "sex", "ethnic", "class", "enterprise"})
"""What is true of the one number that it stands behind, not of those before it in a list."""
_NOT_CLAIMED = frozenset({"up", "down"})
_LEVELS = (
    (re.compile(r"(?:phần|phụ lục|chương)\b.*", re.IGNORECASE), 0.0),
    (re.compile(r"[IVXL]+\s*[.)/-]*"), 1.0),
    (re.compile(r"\(?\d+\s*[.)/-]*"), 2.0),
    (re.compile(r"\(?\d+\.\d+\s*[.)/-]*"), 3.0),
    (re.compile(r"\(?\d+(?:\.\d+){2,}\s*[.)/-]*"), 3.5),
    (re.compile(r"\(?[a-zđ]\s*[.)]+"), 4.0),
    (re.compile(r"[-–—*•●]"), 5.0),
)
_DEEPEST = 6.0
_ATTACHED = re.compile(r"\(\s*(?:ban hành )?kèm theo", re.IGNORECASE)
_TITLE = 0.5
_LEAD_IN = 4.5
"""A line that ends with a colon stands above the dashes that follow it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A number of a sentence with what it counts."""

    spot: Spot
    key: Key
    clause: int
    """Which clause of the sentence."""
    text: str
    """The clause."""

    @property
    def said(self) -> str:
        """The number with the words around it, as the clerk will look for it."""
        begin = min((word.start for word in self.spot.before[-6:]), default=self.spot.quantity.start)
        end = max((word.end for word in self.spot.after[:8]), default=self.spot.quantity.end)
        return squeeze(self.text[begin:end]).strip(" ,;:(.")


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with its numbers."""

    text: str
    numbers: tuple[Placed, ...]


@dataclass(slots=True)
class PassageReader:
    """Reads one report from its beginning; headings are remembered for what stands below them."""

    lexicon: Lexicon
    own: frozenset[str] = frozenset()
    """Tokens of the time that the report is of."""
    where: Where = Where.TEXT
    _scope: list[tuple[float, Said]] = field(default_factory=list)
    _begun: bool = False
    _sheet: str | None = None
    _titles: bool = False
    """The passage before was a line of a title."""

    def read(self, passage: Passage) -> tuple[ReadSentence, ...]:
        """The sentences of a passage with their numbers."""
        level = _level(passage)
        if passage.place.sheet != self._sheet:  # each sheet has headings of its own
            self._sheet, self._scope, self._begun = passage.place.sheet, [], True
        if level is not None:
            self._begun = True
            self._scope = [entry for entry in self._scope if entry[0] < level]
        else:
            self._scope = [entry for entry in self._scope if entry[0] < _LEAD_IN]
        found = tuple(self._sentences(passage))
        if self._begun:
            self._remember(passage, level, any(sentence.numbers for sentence in found))
        return found

    def scope(self) -> Said:
        """What the headings above the present place say."""
        around = Said()
        for _, part in self._scope:
            around = Said(keys.over(part.tokens, around.tokens), around.names | part.names, around.words | part.words)
        return around

    def passed_table(self) -> None:
        """What follows is no longer part of the title above the table."""
        self._titles = False

    def begin_annex(self) -> None:
        """An annex has headings of its own."""
        self.where, self._scope, self._begun = Where.ANNEX, [], True

    def _remember(self, passage: Passage, level: float | None, counts: bool) -> None:
        if _ATTACHED.match(passage.text):
            return
        lead_in, titles = passage.text.rstrip().endswith(":"), self._titles
        self._titles = False
        if level is None:
            if counts or not (lead_in or passage.bold or passage.centered):
                return
            level = _LEAD_IN if lead_in else _TITLE
            self._titles = not lead_in
            kept = _LEAD_IN if titles else level  # a title may have several lines
            self._scope = [entry for entry in self._scope if entry[0] < kept]
        text = re.split(r"\d", passage.text)[0] if counts else passage.text
        self._scope.append((level, said(words_of(text, self.lexicon, self.own), opens=True)))

    def _sentences(self, passage: Passage) -> Iterator[ReadSentence]:
        scope = self.scope()
        around, last = scope, Said()
        for sentence in sentences(passage.text):
            parts = list(clauses(sentence, self.lexicon, self.own))
            goes_on = any("among" in spot.signs() for part in parts[:1] for spot in part.spots[:1])
            resolver = _Resolver(around, last if goes_on else Said())
            numbers = tuple(resolver.numbers(parts))
            last = resolver.carried
            yield ReadSentence(sentence, numbers)
            named = said([word for part in parts for word in _all_words(part)], opens=True).names
            around = Said(around.tokens, around.names | named, around.words)


@dataclass(slots=True)
class _Resolver:
    """Finds out what each number of one sentence counts."""

    around: Said
    carried: Said
    """What the last number left for the next one: its tokens, the names and words before it."""
    heads: Said = field(default_factory=Said)
    """Names in front of a colon: they are above all that follows."""
    whole: Said | None = None
    """What the number left of which the ones now told are parts."""

    def numbers(self, parts: Sequence[Clause]) -> Iterator[Placed]:
        for number, part in enumerate(parts):
            yield from self._clause(number, part)

    def _clause(self, number: int, part: Clause) -> Iterator[Placed]:
        shared = _said_for_all(part.spots)
        outer: dict[int, Said] = {}
        depth = 0
        for at, spot in enumerate(part.spots):
            if spot.depth > depth:
                outer.update(dict.fromkeys(range(depth, spot.depth), self.carried))
            elif spot.depth < depth:
                self.carried = outer.get(spot.depth, self.carried)
            depth = spot.depth
            yield Placed(spot, self._key(spot, shared[at], opens=part.opens and at == 0), number, part.text)
        if depth:
            self.carried = outer.get(0, self.carried)

    def _key(self, spot: Spot, shared: Said, *, opens: bool) -> Key:
        signs = spot.signs()
        if "parts" in signs:
            self.whole = self.carried
        elif _NOT_CLAIMED & signs and self.whole is not None:
            self.carried, self.whole = self.whole, None
        before = self._before(spot, opens=opens)
        behind = said(spot.after) | shared
        names = before.names or self.carried.names
        words = before.words if before.names else before.words | self.carried.words
        carried = self.carried.tokens
        if spot.after and keys.dimensions(spot.after[0].tokens or ()) & {"award", "form"}:
            carried -= keys.of(carried, "who")  # "tặng 10 Giấy khen": the awards themselves are counted
        tokens = keys.over(before.tokens | behind.tokens, carried)
        if not (_NOT_CLAIMED & signs or spot.quantity.percent):
            self.carried = Said(tokens, names, words)
        inside = tokens | names | words | behind.names | behind.words | self.heads.names | self.heads.words
        return keys.settled(keys.over(inside, self.around.tokens) | keys.under(self.around.names | self.around.words))

    def _before(self, spot: Spot, *, opens: bool) -> Said:
        """What stands before a number, back to the one before it or to the beginning of the sentence."""
        colon = max((at for at, word in enumerate(spot.before) if word.text == ":"), default=-1)
        if colon >= 0:
            head = said(spot.before[:colon], opens=opens)
            self.heads = Said(names=head.names, words=head.words)
        return said(spot.before, opens=opens)


def _said_for_all(spots: Sequence[Spot]) -> list[Said]:
    """For each number what stands behind a later one and means both: "12 tập thể và 33 cá nhân được tặng …"."""
    shared = [Said() for _ in spots]
    for at in range(len(spots) - 2, -1, -1):
        here, following = said(spots[at].after), spots[at + 1]
        bare = not here.names and not here.words and keys.dimensions(here.tokens) == {"who"}
        joined = following.depth == spots[at].depth and following.signs() <= {"and"}
        if bare and joined and said(following.before).empty:
            behind = said(following.after) | shared[at + 1]
            tokens = frozenset(token for token in behind.tokens if keys.dimension(token) not in _PERSONAL)
            shared[at] = Said(tokens, behind.names, behind.words)
    return shared


def claims_of(sentence: ReadSentence, passage: Passage, where: Where) -> Iterator[Claim]:
    """The numbers of a sentence that can be held against others: neither rates nor differences."""
    for number in sentence.numbers:
        quantity = number.spot.quantity
        in_bracket = quantity.of is not None and not number.spot.after
        if quantity.percent or quantity.digits or in_bracket or number.spot.signs() & _NOT_CLAIMED:
            continue
        if not keys.counts(number.key | said(number.spot.after).tokens) or _is_name(number.spot):
            continue
        yield Claim(number.key, quantity.value, passage.place, where, number.said)


def _is_name(spot: Spot) -> bool:
    """ "Xã Hòa Bình 70", "Hội Nông dân 4", "phiên họp 3": a number at the end of a name, nothing counted behind it."""
    if not spot.before or any(word.text[0].isalnum() for word in spot.after):
        return False
    last = spot.before[-1]
    if last.tokens is None:
        return last.text[0].isalpha()
    former = spot.before[-2] if len(spot.before) > 1 else None
    return last.text[0].isupper() and former is not None and former.tokens is None and former.text[0].isupper()


def _all_words(part: Clause) -> list[Word]:
    return [word for spot in part.spots for word in (*spot.before, *spot.after)] + list(part.tail)


def _level(passage: Passage) -> float | None:
    label = passage.label.strip()
    if not label:
        opening = passage.text.strip()
        return 0.0 if _LEVELS[0][0].match(opening) and len(opening) < 200 and passage.centered else None
    return next((level for shape, level in _LEVELS if shape.fullmatch(label)), _DEEPEST)
