"""Danh sách chi tiền thưởng of a decision: by unit, to be signed for, with the sum in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from thidua_desktop.domain.bonuses import PayLine, PayList
from thidua_desktop.domain.funds import FundBalance
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import (
    Align,
    Block,
    Closing,
    Column,
    GroupRow,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
    Table,
)
from thidua_desktop.wording import council_papers, papers
from thidua_desktop.wording import decision_papers as phrases

_CENTER = Align.CENTER
_WITH_SUMS = 2
"""Lines that stand on the page of the sums, at least."""
_COLUMNS = (Column(11, _CENTER), Column(50), Column(37), Column(14, _CENTER), Column(31, Align.RIGHT), Column(22))
"""The amounts have room for thousands of millions in bold: a sum on two lines is read wrongly."""
_HEADS = (
    council_papers.ORDINAL,
    council_papers.CANDIDATE,
    phrases.AWARD,
    phrases.RATE,
    phrases.AMOUNT,
    phrases.RECEIVED,
)


def pay_document(
    office: Office, pay: PayList, awards: Mapping[str, str], *, subject: str, fund: FundBalance | None = None
) -> Report:
    """The pay list. As long as an amount is open it says so and spells out no sum.

    Args:
        subject: which decision it belongs to.
        awards: names by id.
        fund: what the fund that it is paid from has before and after this list; it stands below.
    """
    unsaid = len(pay.open_lines)
    words = phrases.open_amounts(unsaid) if unsaid else phrases.in_words(pay.total, last=fund is None)
    left = (
        (Paragraph(phrases.fund_balance(fund.year, fund.before, fund.after), Align.LEFT),) if fund is not None else ()
    )
    lines = (
        HeadingLine(phrases.PAY_TITLE),
        HeadingLine(subject, Style.REGULAR),
        HeadingLine(phrases.pay_base(pay.day, pay.salary), Style.ITALIC),
    )
    blocks: tuple[Block, ...] = (
        Letterhead(office.name.upper(), papers.superior_line(office.superior), office.place),
        Heading(lines),
        Table(_COLUMNS, (tuple(map(HeadCell, _HEADS)),), _with_sums(tuple(_rows(pay, awards)))),
        Paragraph(words, Align.LEFT, Style.ITALIC, keep=True),
        *left,
        Closing(
            (
                Signature((papers.COMPILER,), office.compiler_name, papers.SIGN_AND_NAME),
                Signature((phrases.ACCOUNTANT,), "", papers.SIGN_AND_NAME),
                Signature(tuple(map(str.upper, office.signer_posts)) or (papers.HEAD_OF_UNIT,), office.signer_name),
            )
        ),
    )
    return Report(phrases.PAY_TITLE, blocks)


def _with_sums(rows: tuple[Row | GroupRow, ...]) -> tuple[Row | GroupRow, ...]:
    """The last lines kept with the sums and the signatures: nobody signs for a page that shows sums alone."""
    lines = [at for at, row in enumerate(rows) if isinstance(row, Row) and not row.bold]
    start = lines[-_WITH_SUMS:][0] if lines else 0
    last = (replace(row, keep=True) if isinstance(row, Row) else row for row in rows[start:])
    return (*rows[:start], *last)


def _rows(pay: PayList, awards: Mapping[str, str]) -> Iterator[Row | GroupRow]:
    numbers = count(1)
    for at, group in enumerate(pay.groups, start=1):
        yield GroupRow(f"{at}. {group.unit or council_papers.NO_UNIT}")
        yield from (_row(next(numbers), line, awards) for line in group.lines)
        yield Row((None, phrases.UNIT_TOTAL, None, None, group.total, None), bold=True)
    yield Row((None, phrases.PAY_TOTAL, None, None, pay.total, None), bold=True)


def _row(number: int, line: PayLine, awards: Mapping[str, str]) -> Row:
    # An amount that the clerk has typed does not follow from the coefficient.
    rate = None if line.typed else line.rate
    name = without_id_numbers(line.name)
    return Row((number, name, awards.get(line.award_id, line.award_id), phrases.rate(rate), line.amount, None))
