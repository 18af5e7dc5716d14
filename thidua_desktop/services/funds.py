"""Quỹ thi đua, khen thưởng: its book of a year, what signed decisions still have to be paid, what the law says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.funds import FundBook, FundEntry, FundKind, book
from thidua_desktop.domain.ids import DecisionId, FundEntryId
from thidua_desktop.domain.rulebooks import Principle, RulebookMissing
from thidua_desktop.reports.model import Format
from thidua_desktop.services.pay_lists import PayListService
from thidua_desktop.services.report_files import write_report
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import register_papers as words

__all__ = ["Format", "FundService", "FundYear", "UnpaidDecision"]

_FUND = frozenset({Kind.FUND})
_PAID = frozenset({DecisionState.SIGNED, DecisionState.ISSUED, DecisionState.CORRECTED})
_OF_FUND = "fund_"
"""How the principles of the rulebooks begin that speak of the fund."""


class PayListOpen(AppError):
    """A decision is not paid as long as an amount is open."""

    code = "fund.pay_list_open"


class AlreadyPaid(AppError):
    """The fund has paid the decision."""

    code = "fund.already_paid"


class NothingToPay(AppError):
    """The decision is a draft, or pays nothing."""

    code = "fund.nothing_to_pay"


@dataclass(frozen=True, slots=True)
class UnpaidDecision:
    """A signed decision that the fund has not paid: its sum in đồng, and how many amounts are still open."""

    decision: Decision
    total: int
    open_lines: int


@dataclass(frozen=True, slots=True)
class FundYear:
    """The fund of a year, what is still to be paid, and the sentences of the law about it."""

    book: FundBook
    unpaid: tuple[UnpaidDecision, ...]
    rules: tuple[Principle, ...]

    @property
    def after_all(self) -> int:
        """What is left once everything that is known has been paid."""
        return self.book.balance - sum(one.total for one in self.unpaid)


class FundService:
    """Keeps the fund's book."""

    def __init__(
        self, store: Store, rulebooks: RulebookService, pay_lists: PayListService, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._pay_lists = pay_lists
        self._today = today

    def of_year(self, year: int) -> FundYear:
        """The fund of a year."""
        with self._store.read() as work:
            entries = work.decision.fund.of(year=year)
            paid = {one.decision_id for one in work.decision.fund.of() if one.decision_id is not None}
            decisions = [one for one in work.decision.decisions.of(year=year) if one.state in _PAID]
        waiting = [one for one in decisions if one.id not in paid and not one.historical and one.corrects is None]
        unpaid = [each for each in map(self._unpaid, waiting) if each.total or each.open_lines]
        return FundYear(book(year, entries), tuple(unpaid), self._rules(year))

    def years(self) -> tuple[int, ...]:
        """The years that the book has entries of, the latest first."""
        with self._store.read() as work:
            return tuple(sorted({one.year for one in work.decision.fund.of()}, reverse=True))

    def save(self, entry: FundEntry) -> Changes:
        """Keep an entry, a new one when it has no id.

        Raises:
            FundTextMissing, FundAmountNegative, FundOtherYear: it cannot be kept so.
            RecordMissing: it is not there any more.
        """
        kept = replace(entry, text=squeeze(entry.text), note=entry.note.strip())
        kept.check()
        with self._store.write("fund.save", text=brief(kept.text)) as work:
            number = work.decision.fund.save(kept)
        return Changes("fund.save", _FUND, (number,) if entry.id is None else ())

    def remove(self, entry_ids: Iterable[FundEntryId]) -> Changes:
        """Take entries out of the book; the history keeps them.

        Raises:
            RecordMissing: one of them is not there.
        """
        going = tuple(entry_ids)
        with self._store.write("fund.remove", count=len(going)) as work:
            for entry_id in going:
                work.decision.fund.get(entry_id)
            work.decision.fund.remove(going)
        return Changes("fund.remove", _FUND)

    def pay(self, decision_ids: Sequence[DecisionId], day: date) -> Changes:
        """Book the bonuses of signed decisions as paid on a day, each with the sum of its pay list as it is now.

        Raises:
            NothingToPay, PayListOpen, AlreadyPaid: one of them cannot be paid; none is booked.
            RecordMissing, RulebookMissing: no such decision, or no rulebook for its day.
        """
        with self._store.write("fund.pay", count=len(decision_ids)) as work:
            paid = {one.decision_id for one in work.decision.fund.of()}
            entries = []
            for decision_id in dict.fromkeys(decision_ids):
                decision = work.decision.decisions.get(decision_id)
                due = self._unpaid(decision)
                if decision.state not in _PAID or not (due.total or due.open_lines):
                    raise NothingToPay(title=brief(decision.title))
                if due.open_lines:
                    raise PayListOpen(title=brief(decision.title), count=due.open_lines)
                if decision_id in paid:
                    raise AlreadyPaid(number=decision.number or "")
                text = words.fund_paid(decision.number or "")
                entries.append(FundEntry(day.year, day, FundKind.EXPENSE, text, due.total, decision_id))
            created = work.decision.fund.add_many(entries)
        return Changes("fund.pay", _FUND, created)

    def write(self, year: int, out: Path, format: Format) -> Path:
        """Write the fund's sheet of a year (PDF, Word, as a workbook).

        Raises:
            GlyphMissing, FileTrouble: a former file is what it was.
        """
        from thidua_desktop.reports.councils.fund_sheet import fund_sheet

        with self._store.read() as work:
            office = work.office.get()
            entries = work.decision.fund.of(year=year)
        return write_report(fund_sheet(office, book(year, entries), day=self._today()), out, format)

    def _unpaid(self, decision: Decision) -> UnpaidDecision:
        if decision.id is None:
            return UnpaidDecision(decision, 0, 0)
        try:
            pay = self._pay_lists.of(decision.id)
        except RulebookMissing:
            return UnpaidDecision(decision, 0, 0)
        return UnpaidDecision(decision, pay.total, len(pay.open_lines))

    def _rules(self, year: int) -> tuple[Principle, ...]:
        """What the law of the year says of the fund: that of today in this year, of its last day in others."""
        today = self._today()
        try:
            rulebook = self._rulebooks.on(today if today.year == year else date(year, 12, 31))
        except RulebookMissing:
            return ()
        return tuple(one for one in rulebook.principles if one.id.startswith(_OF_FUND))
