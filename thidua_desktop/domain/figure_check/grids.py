"""Tables of a report: headings, rows and numbers, and what each number counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.figure_check import claims as keys
from thidua_desktop.domain.figure_check.claims import Claim, Where
from thidua_desktop.domain.figure_check.clauses import Said, said, words_of
from thidua_desktop.domain.figure_check.lexicon import Lexicon
from thidua_desktop.domain.figure_check.material import Grid, GridRow
from thidua_desktop.domain.figure_check.quantities import Quantity, amount

_ORDINAL_HEAD = re.compile(r"(?:s[ốô]\s*)?tt|stt|mã số|tt\.?|số thứ tự", re.IGNORECASE)
_ORDINAL = re.compile(r"[IVXLC]+|\d{1,3}(?:\.\d{1,2})*|[a-zđ]|[A-ZĐ]|[-+*–]", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:\W*(?:tổng(?: số| cộng| cộng chung)?|cộng|toàn (?:tỉnh|ngành|đơn vị|cơ quan))\b)", re.IGNORECASE
)
_EMPTY = frozenset({"", "-", "–", "—", "0", "x"})
_PARTLY = re.compile(r"\W*(?:trong đó|riêng|gồm)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the body."""

    label: str
    """Its ordinal: "1", "I", "-", or nothing."""
    head: str
    """What it is called."""
    numbers: tuple[Quantity | None, ...]
    """One for each numeric column; None for what is empty or no number."""
    place: Source
    total: bool
    partly: bool
    """"Trong đó": a part of what stands above, no row beside it."""

    @property
    def group(self) -> bool:
        """A heading within the table: no numbers at all."""
        return all(number is None for number in self.numbers)


@dataclass(frozen=True)
class Read:
    """A table as far as it has numbers."""

    heads: tuple[str, ...]
    """For each numeric column the headings above it, the topmost first, in one line."""
    lines: tuple[Line, ...]

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The numeric columns that are sums."""
        return tuple(at for at, head in enumerate(self.heads) if is_total(head.rpartition(" / ")[2] or head))


def is_total(text: str) -> bool:
    """Whether a heading or the name of a row says "Tổng số", "Cộng"."""
    return _TOTAL.match(text) is not None


def read(grid: Grid) -> Read | None:
    """The numbers of a table with their headings; None for one that has none, as a letterhead or signatures."""
    rows = [(row, row.texts()) for row in grid.rows]
    width = max((len(texts) for _, texts in rows), default=0)
    if width < 2 or len(rows) < 2:
        return None
    rows = [(row, texts + [""] * (width - len(texts))) for row, texts in rows if any(text.strip() for text in texts)]
    body = _body_start(rows)
    if body == 0 or body >= len(rows):
        return None
    heads = _heads([row for row, _ in rows[:body]], width)
    inner = [(row, texts) for row, texts in rows[body:] if not _is_letter_row(texts)]
    columns = [at for at in range(width) if _is_numeric(at, heads[at], inner)]
    if not columns or not inner:
        return None
    lines = tuple(_line(row, texts, columns) for row, texts in inner)
    return Read(tuple(heads[at] for at in columns), lines)


def claims_of(found: Read, lexicon: Lexicon, own: frozenset[str], around: Said, where: Where) -> Iterator[Claim]:
    """What the cells of a table count, by the names of row and column, the group above and the table's title."""
    columns = [said(words_of(head, lexicon, own), opens=True) for head in found.heads]
    rate = [is_rate(head) for head in found.heads]
    group = Said()
    for line in found.lines:
        named = said(words_of(line.head, lexicon, own), opens=True)
        if line.group or re.fullmatch(r"[IVXLC]+|[A-ZĐ]", line.label):
            group = named
        elif line.total:
            group = Said()
        above = Said() if line.total or named is group else group
        for at, number in enumerate(line.numbers):
            if number is None or number.percent or number.digits or number.value < 0 or rate[at]:
                continue
            # An award may say whom it is for; a column "Cá nhân" says it of the number itself.
            tokens = keys.over(keys.over(keys.over(columns[at].tokens, named.tokens), above.tokens), around.tokens)
            unknown = frozenset[str]().union(*(part.names | part.words for part in (named, columns[at], above)))
            unknown |= keys.under(around.names | around.words | (keys.of(around.tokens, "topic") - tokens))
            if keys.counts(tokens) or (line.total and keys.of(tokens, "topic")):
                text = squeeze(f"{line.head or line.label} – {found.heads[at]}")
                yield Claim(keys.settled(tokens | unknown), number.value, line.place, where, text)


def is_rate(head: str) -> bool:
    """Whether a column holds rates or differences, not counts."""
    return re.search(r"%|tỷ lệ|tỉ lệ|tăng|giảm|so sánh|chênh lệch|\+/-|so với", head, re.IGNORECASE) is not None


def _body_start(rows: Sequence[tuple[GridRow, list[str]]]) -> int:
    marked = 0
    while marked < len(rows) and rows[marked][0].heading:
        marked += 1
    start = marked
    while start < len(rows) and not _has_numbers(rows[start][1]):
        start += 1
    if marked:
        return marked
    while start > 1 and _is_group_row(rows[start - 1][0]):
        start -= 1
    return start


def _is_group_row(row: GridRow) -> bool:
    return sum(bool(cell.text.strip()) for cell in row.cells) <= 2


def _has_numbers(texts: Sequence[str]) -> bool:
    """Whether a row has a number behind its name; the row of letters and column numbers below the headings has not."""
    return any(amount(text) is not None for text in texts[1:]) and not _is_letter_row(texts)


def _is_letter_row(texts: Sequence[str]) -> bool:
    """The row "A, B, 1, 2, 3 = 4 + 5" below the headings."""
    filled = [text.strip().strip("()") for text in texts if text.strip()]
    letters = [text for text in filled if re.fullmatch(r"[A-ZĐ]", text)]
    numbers = [text for text in filled if re.match(r"\d{1,3}(?:\s*=.*)?$", text)]
    running = [int(found.group()) for text in numbers if (found := re.match(r"\d+", text))]
    if len(letters) + len(numbers) < len(filled) or len(numbers) < 2:
        return False
    return all(after == before + 1 for before, after in pairwise(running)) and (bool(letters) or running[0] == 1)


def _heads(rows: Sequence[GridRow], width: int) -> list[str]:
    """For each column its headings from above, "group / column"; a cell merged downwards counts once."""
    heads: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        at = 0
        for cell in row.cells:
            text = squeeze(cell.text)
            for column in range(at, min(at + cell.columns, width)):
                if text and text not in heads[column]:
                    heads[column].append(text)
            at += cell.columns
    return [" / ".join(parts) for parts in heads]


def _is_numeric(at: int, head: str, rows: Sequence[tuple[GridRow, list[str]]]) -> bool:
    if _ORDINAL_HEAD.fullmatch(head.rpartition(" / ")[2].strip(" .")):
        return False
    texts = [texts[at].strip() for _, texts in rows if sum(bool(text.strip()) for text in texts) > 2]
    filled = [text for text in texts if text not in _EMPTY or text == "0"]
    numbers = [text for text in filled if amount(text) is not None]
    if at == 0 and head == "":
        return False
    return bool(numbers) and len(numbers) >= 0.8 * len(filled)


def _line(row: GridRow, texts: Sequence[str], columns: Sequence[int]) -> Line:
    first = columns[0]
    named = [squeeze(text) for text in texts[:first] if text.strip()]
    label = ""
    if len(named) > 1 and _ORDINAL.fullmatch(named[0].strip(".)")):
        label = named.pop(0).strip(".)")
    head = max(named, key=len, default="")
    opening = re.match(r"([IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[a-zđA-Z])[.)]\s+|([-+–*])\s*", head)
    if not label and opening:
        label, head = (opening[1] or opening[2]), head[opening.end() :]
    numbers = tuple(amount(texts[at]) for at in columns)
    partly = label in ("-", "+", "–", "*") or bool(_PARTLY.match(head))
    return Line(label, head, numbers, row.place, is_total(head) or (not head and is_total(label)), partly)
