"""The office's own commemoration days and chains of steps, and reminders that were put off."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.holidays import Commemoration
from thidua_desktop.domain.ids import ChainId, CommemorationId
from thidua_desktop.domain.planner import Chain, ChainStep, StepDays
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class CommemorationRepository(Repository):
    """Table ``commemorations``."""

    table = "commemorations"
    kind = Kind.COMMEMORATION

    def get(self, commemoration_id: CommemorationId) -> Commemoration:
        """One day.

        Raises:
            RecordMissing: no such day.
        """
        return _commemoration(self._one(commemoration_id))

    def all(self) -> tuple[Commemoration, ...]:
        """All days in the order of the year, lunar ones last."""
        return tuple(_commemoration(row) for row in self._where("TRUE", order="lunar, month, day, id"))

    def save(self, commemoration: Commemoration) -> CommemorationId:
        """Keep a day; gives its id."""
        row = {
            "month": commemoration.month,
            "day": commemoration.day,
            "lunar": int(commemoration.lunar),
            "year": commemoration.year,
            "since": commemoration.since,
            "name": rows.text(commemoration.name),
        }
        if commemoration.id is None:
            return CommemorationId(self._insert(row))
        self._update(commemoration.id, row)
        return commemoration.id

    def remove(self, commemoration_id: CommemorationId) -> None:
        """Take a day away."""
        self._remove(commemoration_id)


class ChainRepository(Repository):
    """Table ``planner_chains``."""

    table = "planner_chains"
    kind = Kind.CHAIN

    def get(self, chain_id: ChainId) -> Chain:
        """One chain.

        Raises:
            RecordMissing: no such chain.
        """
        return _chain(self._one(chain_id))

    def all(self) -> tuple[Chain, ...]:
        """The office's chains in alphabetical order."""
        return tuple(sorted((_chain(row) for row in self._where("TRUE")), key=lambda chain: sort_key(chain.name)))

    def save(self, chain: Chain) -> ChainId:
        """Keep a chain; gives its id."""
        steps = [{**asdict(step), "text": rows.text(step.text)} for step in chain.steps]
        row = {
            "name": rows.text(chain.name),
            "steps": json.dumps(steps, ensure_ascii=False),
            "citation": rows.optional(chain.citation),
        }
        if chain.id is None:
            return ChainId(self._insert(row))
        self._update(chain.id, row)
        return chain.id

    def remove(self, chain_id: ChainId) -> None:
        """Take a chain away."""
        self._remove(chain_id)


class ReminderDelayRepository(Repository):
    """Table ``reminder_delays``: until when a reminder is quiet."""

    table = "reminder_delays"
    kind = Kind.REMINDER

    def all(self) -> dict[str, date]:
        """The day on which each reminder that was put off comes again."""
        return {row["reminder"]: date.fromisoformat(row["until"]) for row in self._where("TRUE")}

    def put_off(self, reminder: str, until: date) -> None:
        """Keep a reminder quiet until a day."""
        found = self._where("reminder = ?", (reminder,))
        if found:
            self._update(found[0]["id"], {"until": until.isoformat()})
        else:
            self._insert({"reminder": rows.text(reminder), "until": until.isoformat()})


@rows.reading
def _commemoration(row: Row) -> Commemoration:
    return Commemoration(
        month=row["month"],
        day=row["day"],
        since=row["since"],
        name=row["name"],
        lunar=bool(row["lunar"]),
        year=row["year"],
        id=CommemorationId(row["id"]),
    )


@rows.reading
def _chain(row: Row) -> Chain:
    steps = tuple(ChainStep(**{**step, "kind": StepDays(step["kind"])}) for step in json.loads(row["steps"]))
    return Chain(row["name"], steps, citation=row["citation"], id=ChainId(row["id"]))
