"""Bonuses that go with decisions: reckoned by the rulebook of the day, or typed by the clerk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.bonuses import Payee, PayList, pay_list
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.domain.funds import MOST, AmountTooLarge
from thidua_desktop.domain.ids import DecisionId, DecisionLineId
from thidua_desktop.services.decision_lines import whole
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

_DECISION = frozenset({Kind.DECISION})


class BonusNegative(AppError):
    """A bonus below 0."""

    code = "decision.bonus_negative"


class BonusOfOtherDecision(AppError):
    """A line stands in another decision."""

    code = "decision.bonus_of_other"


class PayListService:
    """The pay lists of decisions."""

    def __init__(self, store: Store, rulebooks: RulebookService, today: Callable[[], date]) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._today = today

    def of(self, decision_id: DecisionId) -> PayList:
        """What a decision pays, by unit, reckoned on the day of signing; on today while it is a draft.

        Raises:
            RecordMissing: no such decision, or in the trash.
            RulebookMissing: no rulebook covers the day.
        """
        with self._store.read() as work:
            decision = whole(work, work.decision.decisions.get(decision_id))
        day = decision.signed_on or self._today()
        payees = (
            Payee(line.name, _under(line), line.award_id, RecipientKind(line.kind), line.bonus)
            for line in decision.lines
        )
        return pay_list(payees, self._rulebooks.on(day), day)

    def set_bonus(self, decision_id: DecisionId, amounts: Mapping[DecisionLineId, int | None]) -> Changes:
        """Keep bonuses in đồng in the place of those of the rulebook; None takes the rulebook's again.

        Raises:
            BonusNegative, AmountTooLarge, BonusOfOtherDecision: it cannot be kept so; nothing has changed.
            RecordMissing: no such decision or line.
        """
        if any(amount is not None and amount < 0 for amount in amounts.values()):
            raise BonusNegative
        if any(amount is not None and amount > MOST for amount in amounts.values()):
            raise AmountTooLarge(most=MOST)
        with self._store.read() as work:
            title = brief(work.decision.decisions.get(decision_id).title)
        with self._store.write("decision.set_bonus", title=title, count=len(amounts)) as work:
            for line in [work.decision.lines.get(line_id) for line_id in amounts]:
                if line.decision_id != decision_id or line.id is None:
                    raise BonusOfOtherDecision(name=brief(line.name))
                work.decision.lines.save(replace(line, bonus=amounts[line.id]))
        return Changes("decision.set_bonus", _DECISION)


def _under(line: DecisionLine) -> str:
    """The unit that a line stands under; a collective of no unit stands for itself."""
    return line.unit or (line.name if line.kind == RecipientKind.COLLECTIVE else "")
