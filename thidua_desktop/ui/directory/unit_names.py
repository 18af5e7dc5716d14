"""Units as they are chosen in fields: a name for each that no other one has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.unit_tree import UnitTree


class UnitNotKnown(AppError):
    """The text names no unit, or several; the former value stays."""

    code = "entry.unit_not_known"


class UnitNames:
    """The units of a day by names to choose from; two of one name are told apart by what they belong to."""

    def __init__(self, tree: UnitTree, day: date, *, without: Iterable[UnitId] = ()) -> None:
        self._tree, self._day = tree, day
        left_out = frozenset(without)
        nodes = [node for node in tree.rows_on(day) if node.unit.id is not None and node.unit.id not in left_out]
        times = Counter(fold(node.unit.name) for node in nodes)
        self._ids: dict[str, UnitId] = {}
        for node in nodes:
            assert node.unit.id is not None
            alone = times[fold(node.unit.name)] == 1
            self._ids[node.unit.name if alone else self._placed(node.unit.id)] = node.unit.id
        self._names = {unit_id: name for name, unit_id in self._ids.items()}
        self._left_out = left_out

    def texts(self) -> list[str]:
        """All names, in the office's own order."""
        return list(self._ids)

    def text(self, unit_id: UnitId | None) -> str:
        """The name of a unit; one that has ended keeps the name that it had."""
        if unit_id is None:
            return ""
        return self._names.get(unit_id) or self._tree.name(unit_id)

    def read(self, text: str) -> UnitId | None:
        """The unit that a text names; None for no text.

        Raises:
            UnitNotKnown: none, or more than one.
        """
        written = squeeze(text)
        if not written:
            return None
        folded = fold(written)
        found = [unit_id for name, unit_id in self._ids.items() if fold(name) == folded]
        if len(found) == 1:
            return found[0]
        meant = self._tree.find(written, self._day).unit_id
        if meant is None or meant in self._left_out:
            raise UnitNotKnown(text=written)
        return meant

    def _placed(self, unit_id: UnitId) -> str:
        path = self._tree.path(unit_id, self._day)
        return f"{path[-1].name} ({path[-2].name})" if len(path) > 1 else path[-1].name
