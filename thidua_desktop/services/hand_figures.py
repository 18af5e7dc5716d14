"""Figures of forms that the program cannot count: typed in, for one period each."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.reported import HandFigure
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["HandFigureService"]

_FIGURE = frozenset({Kind.FIGURE})
Place = tuple[str, str]
"""Code of the row, code of the column."""


class HandFigureService:
    """Reads and keeps figures entered by hand."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def figures(self, form: str, period: Period) -> Mapping[Place, HandFigure]:
        """The figures of a form for a period, by row and column."""
        with self._store.read() as work:
            return _there(work, form, period)

    def set(self, form: str, period: Period, values: Mapping[Place, int | Decimal | None], note: str = "") -> Changes:
        """Set figures of a form, as they are typed or pasted; None empties one. Others stay.

        Args:
            form: its code, as ``0604.N``.
            period: the one that is reported on.
            values: by row and column.
            note: kept with the figures that have another value now; where it is empty, their notes stay.

        Raises:
            HandFigureImpossible: one of them is no figure that a form can hold; nothing has changed.
        """
        with self._store.write("hand_figure.set", form=form, count=len(values)) as work:
            there, created = _there(work, form, period), []
            for place, value in values.items():
                figure = there.get(place)
                if value is None:
                    work.report.figures.remove([figure.id] if figure is not None and figure.id is not None else [])
                    continue
                number = Decimal(value)
                if figure is not None and figure.value == number and note in ("", figure.note):
                    continue
                kept_note = note or (figure.note if figure is not None else "")
                number_id = None if figure is None else figure.id
                kept = HandFigure(form, period.first, period.last, *place, number, kept_note, number_id)
                kept.check()
                made = work.report.figures.save(kept)
                created += [made] if figure is None else []
        return Changes("hand_figure.set", _FIGURE, tuple(created))


def _there(work: Work, form: str, period: Period) -> dict[Place, HandFigure]:
    days = {"first_day": period.first.isoformat(), "last_day": period.last.isoformat()}
    return {(one.row, one.column): one for one in work.report.figures.of(form=form, **days)}
