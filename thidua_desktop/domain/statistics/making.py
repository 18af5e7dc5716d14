"""From what is kept to what is counted: places as of a day, traits of a recipient on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.statistics.facts import Place, Traits, yes_no
from thidua_desktop.domain.statistics.questions import NOT_APPLICABLE, UNKNOWN
from thidua_desktop.domain.statistics.workers import NOBODY, Standing, WorkerTable
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit, UnitKind

_DAY = timedelta(days=1)
_SAY_NOTHING = frozenset({None, UnitKind.OTHER, UnitKind.DIVISION})
"""Kinds of units that do not tell whether they are, or belong to, an enterprise."""


@dataclass(frozen=True, slots=True)
class PostThen:
    """A post as it is looked at for one day."""

    title: str
    group: str | None
    unit: str
    since: date | None
    until: date | None

    def held_on(self, day: date) -> bool:
        """Whether it was held on a day, as far as anybody knows."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def dated(self) -> bool:
        """Whether anybody knows when."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of a recipient and of its line: the line's own words first."""

    kind: str
    gender: str | None = None
    ethnic_group: str | None = None
    classes: tuple[str, ...] = ()
    enterprise: bool | None = None
    position: str | None = None
    unit_text: str | None = None
    posts: tuple[PostThen, ...] = ()


class Places:
    """Units as of a day, and the units above them that a report lists. Built once for many questions."""

    def __init__(self, tree: UnitTree) -> None:
        self._tree = tree
        edges = {edge for unit in tree.units.values() for edge in _edges(unit)}
        edges.update(event.happened_on for event in tree.events)
        self._edges = sorted(edges)
        self._known: dict[tuple[int, int], Place] = {}
        self._roots: dict[int, frozenset[int]] = {}

    def at(self, unit_id: int | None, day: date) -> Place:
        """The unit that a record names, as it was on a day; where it had several forebears then, itself.

        Above it stands the unit right below the province, or below the office that keeps the file; that one itself
        where nothing stands between.
        """
        if unit_id is None or unit_id not in self._tree.units:
            return Place()
        epoch = bisect_right(self._edges, day)
        key = (unit_id, epoch)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._at(UnitId(unit_id), day, epoch)
        return found

    def _at(self, unit_id: UnitId, day: date, epoch: int) -> Place:
        then = self._tree.at(unit_id, day)
        own = then[0] if len(then) == 1 else unit_id
        path = self._tree.path(own, day)
        head = path[0]
        skipped = len(path) > 1 and (head.kind is UnitKind.PROVINCE or self._root_of_all(head, day, epoch))
        return Place(own, (path[1] if skipped else head).id)

    def _root_of_all(self, unit: Unit, day: date, epoch: int) -> bool:
        """Whether every unit of the day stands below this one: the office itself."""
        if epoch not in self._roots:
            self._roots[epoch] = frozenset(node.unit.id for node in self._tree.on(day) if node.unit.id is not None)
        return self._roots[epoch] == {unit.id}

    def unit(self, unit_id: int | None) -> Unit | None:
        """A unit by its number."""
        return self._tree.units.get(UnitId(unit_id)) if unit_id is not None else None


def _edges(unit: Unit) -> Iterable[date]:
    """The days on which something is another than the day before."""
    if unit.valid_from is not None:
        yield unit.valid_from
    if unit.valid_to is not None and unit.valid_to < date.max:
        yield unit.valid_to + _DAY


class FactMaker:
    """Knows the catalogue, the ethnic groups, the units and the table of posts; gives values of dimensions."""

    def __init__(
        self,
        *,
        places: Places,
        awards: Iterable[Award],
        ethnic_code: Callable[[str], str | None],
        workers: WorkerTable,
    ) -> None:
        self.places = places
        self._awards: Mapping[str, Award] = {award.id: award for award in awards}
        self._ethnic_code = ethnic_code
        self._workers = workers
        self._ethnic: dict[str, str] = {}
        self._alike: dict[tuple[Known, int | None, int], Traits] = {}

    def group(self, award_id: str) -> str:
        """The group of an award in the catalogue."""
        found = self._awards.get(award_id)
        return UNKNOWN if found is None else found.kind

    def level(self, award_id: str) -> str:
        """The level of an award in the catalogue."""
        found = self._awards.get(award_id)
        return UNKNOWN if found is None else found.level

    def traits(self, known: Known, unit_id: int | None, day: date) -> Traits:
        """The values of a recipient on a day."""
        if known.posts:
            return self._traits(known, unit_id, day)
        key = (known, unit_id, self._workers.epoch(day))  # without posts most lines of a list have the same
        found = self._alike.get(key)
        if found is None:
            found = self._alike[key] = self._traits(known, unit_id, day)
        return found

    def _traits(self, known: Known, unit_id: int | None, day: date) -> Traits:
        unit = self.places.unit(unit_id)
        enterprise = _enterprise(known, unit)
        if known.kind != RecipientKind.PERSON:
            nobody = (NOT_APPLICABLE, NOT_APPLICABLE, NOBODY.worker, NOBODY.leader)
            return Traits(known.kind, *nobody, enterprise=yes_no(enterprise))
        judged = self._workers.judge(_standing(known, unit, day), day)
        return Traits(
            known.kind,
            sex=known.gender or UNKNOWN,
            ethnic=self.ethnic(known.ethnic_group),
            worker=judged.worker,
            leader=judged.leader,
            enterprise=yes_no(enterprise),
        )

    def ethnic(self, name: str | None) -> str:
        """The code of an ethnic group by its name."""
        if not name:
            return UNKNOWN
        if name not in self._ethnic:
            self._ethnic[name] = self._ethnic_code(name) or UNKNOWN
        return self._ethnic[name]


def _enterprise(known: Known, unit: Unit | None) -> bool | None:
    """What was said; else what the unit is. A person in a room of something unknown is of nothing known."""
    if known.enterprise is not None:
        return known.enterprise
    if unit is None or unit.kind in _SAY_NOTHING:
        return None
    return unit.kind is UnitKind.ENTERPRISE


def _standing(known: Known, unit: Unit | None, day: date) -> Standing:
    titles = [known.position] if known.position else []
    groups: tuple[str, ...] = ()
    if known.posts:
        held = sorted((post for post in known.posts if post.held_on(day)), key=lambda post: not post.dated)
        titles += [squeeze(f"{post.title} {post.unit}") for post in held]
        groups = tuple(post.group for post in held if post.group)
    return Standing(
        titles=tuple(titles),
        groups=groups,
        classes=known.classes,
        unit_kind=unit.kind.value if unit is not None and unit.kind is not None else None,
        unit_names=tuple(name for name in (unit.name if unit is not None else "", known.unit_text) if name),
        enterprise=known.enterprise,
    )


def reason_text(*written: str | None) -> str:
    """The first reason that somebody gave, in one spelling: blanks squeezed, a capital, no full stop."""
    for text in written:
        said = squeeze(text or "").rstrip(".; ")
        if said:
            return said[0].upper() + said[1:]
    return UNKNOWN


def within_year(day: date | None, year: int) -> date:
    """A day within a year: what belongs to the year is counted in it even where its papers came before or after it.
    Its last day where there is none."""
    if day is None:
        return date(year, 12, 31)
    return min(max(day, date(year, 1, 1)), date(year, 12, 31))
