"""Quỹ thi đua, khen thưởng: its book of a year, what signed decisions still have to be paid, what the law says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.funds import FundBalance, FundBook, FundEntry, FundKind, around, book
from thidua_desktop.domain.ids import DecisionId, FundEntryId
from thidua_desktop.domain.issuers import is_own, signs_here
from thidua_desktop.domain.rulebooks import Principle, RulebookMissing
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
    """A signed decision that has not been paid: its sum in đồng, and how many amounts are still open."""

    decision: Decision
    total: int
    open_lines: int
    carried_from: int | None = None
    """The year that it comes from, where that is an earlier one."""
    payers: tuple[str, ...] = ()
    """Whose fund pays it where it is not this office's, by name."""


@dataclass(frozen=True, slots=True)
class FundYear:
    """The fund of a year, what is still to be paid, and the sentences of the law about it."""

    book: FundBook
    unpaid: tuple[UnpaidDecision, ...]
    """What this office still has to pay, of earlier years too."""
    rules: tuple[Principle, ...]
    elsewhere: tuple[UnpaidDecision, ...] = ()
    """What the funds of others pay by the law ("cấp nào khen, cấp đó chi"); it takes nothing out of this one."""

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
        """The fund of a year.

        What was not paid in the year before, or in an earlier one that has a book, is still to be paid in this one.
        """
        with self._store.read() as work:
            entries = work.decision.fund.of()
            office = work.office.get()
            decisions = work.decision.decisions.of()
        paid = {one.decision_id for one in entries if one.decision_id is not None}
        years = {one.year for one in entries if one.year < year} | {year - 1, year}
        waiting = [one for one in decisions if one.year in years and _is_due(one) and one.id not in paid]
        due = [replace(each, carried_from=_earlier(each.decision, year)) for each in map(self._unpaid, waiting)]
        known = [(each, self._payers(each.decision, office.name)) for each in due if each.total or each.open_lines]
        return FundYear(
            book(year, entries),
            tuple(each for each, payers in known if not payers),
            self._rules(year),
            tuple(replace(each, payers=payers) for each, payers in known if payers and each.carried_from is None),
        )

    def around(self, decision_id: DecisionId) -> FundBalance | None:
        """The balance before and after a decision is paid, of the year in which it was; else as the fund stands now.

        None where no fund is kept for the year, or where the fund of another body pays.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        with self._store.read() as work:
            decision = work.decision.decisions.get(decision_id)
            entries = work.decision.fund.of()
            office = work.office.get()
        paid = next((one for one in entries if one.decision_id == decision_id), None)
        if paid is not None:
            return around(book(paid.year, entries), decision_id)
        year = max((decision.signed_on or self._today()).year, self._today().year)
        fund = next((made for each in (year, decision.year) if (made := book(each, entries)).entries), None)
        if fund is None or decision.historical or self._payers(decision, office.name):
            return None
        due = self._unpaid(decision)
        return FundBalance(fund.year, fund.balance, None if due.open_lines else fund.balance - due.total)

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

    def _payers(self, decision: Decision, office: str) -> tuple[str, ...]:
        """The names of those whose fund pays a decision; none where it is this office's."""
        try:
            rulebook = self._rulebooks.on(decision.signed_on or self._today())
        except RulebookMissing:
            return ()
        bodies = rulebook.vocabulary.bodies
        signer = fold(decision.signed_by)
        named = (code for code, name in bodies.items() if signer and fold(name) == signer)
        body = decision.authority or next(named, "")
        if not body:
            return () if signs_here(decision.signed_by, office) else (decision.signed_by,)
        paying = rulebook.paid_by(body)
        return () if any(is_own(each, office) for each in paying) else tuple(bodies.get(each, each) for each in paying)

    def _rules(self, year: int) -> tuple[Principle, ...]:
        """What the law of the year says of the fund: that of today in this year, of its last day in others."""
        today = self._today()
        try:
            rulebook = self._rulebooks.on(today if today.year == year else date(year, 12, 31))
        except RulebookMissing:
            return ()
        return tuple(one for one in rulebook.principles if one.id.startswith(_OF_FUND))


def _is_due(decision: Decision) -> bool:
    return decision.state in _PAID and not decision.historical and decision.corrects is None


def _earlier(decision: Decision, year: int) -> int | None:
    return decision.year if decision.year < year else None
