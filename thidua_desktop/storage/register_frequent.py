"""The beginnings of words that very many lines of the register have, and which lines these are, a bit for each entry.

Through ``register_words`` SQLite counts fifteen million lines a second: a tenth of a second for a letter that every
line of a province has, each time that it is typed. Bits are counted a hundred times as fast. Only what is frequent has
them: of what is rare there is little to count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from thidua_desktop.common.progress import current
from thidua_desktop.domain.stages import Stage
from thidua_desktop.storage import register_words
from thidua_desktop.storage.database import Database

FREQUENT = "register_frequent"
_LEAST = 20_000
"""Lines below which nothing takes long to count."""
_SHARE = 50
"""A beginning is frequent that one of so many lines has."""
_SAMPLE = 2_000
"""Lines that are looked at to find out which are frequent; whichever is missed is only counted more slowly."""
_LONGEST = 7
"""Letters of the longest syllables."""
_CHUNK = 8_192
"""Entries whose bits are kept together: a kilobyte, three to a page of the file."""
_GROWN = 2
"""Which are frequent is found out anew when there are so many times as many lines."""

_DIGITS = tuple(bytes(48 + (byte >> bit & 1) for byte in range(256)) for bit in range(8))
"""For each bit of a byte: the byte as the digit 0 or 1."""
_CHUNK_OF_LINES = """SELECT id, name, said, unit, decision, purpose FROM register_lines
    WHERE id >= ? AND id < ?"""

Lines = Iterable[tuple[int, str]]
"""The numbers of entries and all that their lines are found by."""
Bits = Mapping[tuple[str, int], int]
"""By beginning and chunk."""


def choose(db: Database, lines: str, total: int) -> None:
    """Find out anew which beginnings are frequent, and which lines have them.

    Args:
        db: where they are.
        lines: an SQL statement that gives ``Lines``, with ``WHERE`` at its end.
        total: how many lines there are.
    """
    db.execute(f"DELETE FROM {FREQUENT}")
    frequent = _frequent(db, lines, total) if total >= _LEAST else []
    # How many lines there were, and which are frequent, is kept where the bits of nothing would be.
    put = f"INSERT INTO {FREQUENT} (beginning, chunk, bits) VALUES ('', ?, CAST(? AS BLOB))"
    db.execute(put, (total, " ".join(frequent)))
    if frequent:
        _keep_all(db, frequent)


def _frequent(db: Database, lines: str, total: int) -> list[str]:
    seen, counted = Counter[str](), 0
    for _, tokens in db.execute(f"{lines} l.id % {max(1, total // _SAMPLE)} = 0"):
        seen.update(_beginnings_of(tokens))
        counted += 1
    return sorted(one for one, count in seen.items() if count * _SHARE >= counted)


def _keep_all(db: Database, frequent: Sequence[str]) -> None:
    """The bits of every line, chunk by chunk: a row of bits for each line, turned into a column for each beginning."""
    bits_of = _BitsOfWords(frequent)
    has: dict[int, int] = {}
    for number, words in db.execute("SELECT id, words FROM register_values WHERE words <> ''"):
        bits = 0
        for word in words.split():
            bits |= bits_of[word]
        has[number] = bits
    get = has.get
    width, last = len(frequent) // 8 + 1, db.execute("SELECT max(id) FROM register_lines").fetchone()[0]
    for chunk in range(last // _CHUNK + 1):
        current().step(chunk * _CHUNK, last, Stage.REGISTER_COUNTS)
        rows = bytearray(_CHUNK * width)
        first = chunk * _CHUNK
        for number, name, said, unit, decision, purpose in db.execute(_CHUNK_OF_LINES, (first, first + _CHUNK)):
            bits = get(name, 0) | get(said, 0) | get(unit, 0) | get(decision, 0) | get(purpose, 0)
            at = (number - first) * width
            rows[at : at + width] = bits.to_bytes(width, "little")
        db.conn.executemany(
            f"INSERT INTO {FREQUENT} (beginning, chunk, bits) VALUES (?, ?, ?)",
            ((one, chunk, _column(rows, at, width)) for at, one in enumerate(frequent)),
        )


class _BitsOfWords(dict[str, int]):
    """Which of the frequent beginnings a word has; the words of names come again and again."""

    def __init__(self, frequent: Sequence[str]) -> None:
        super().__init__()
        self._places = {one: at for at, one in enumerate(frequent)}

    def __missing__(self, word: str) -> int:
        bits = 0
        for one in self._places.keys() & _beginnings((word,)):
            bits |= 1 << self._places[one]
        self[word] = bits
        return bits


def _column(rows: bytearray, at: int, width: int) -> bytes:
    """One bit of each row; in steps that Python takes for all of them at once."""
    digits = rows[at >> 3 :: width].translate(_DIGITS[at & 7])
    return int(digits[::-1], 2).to_bytes(_CHUNK // 8, "little")


def has_grown(db: Database, total: int) -> bool:
    """Whether there are so many more lines than when it was chosen that others may be frequent."""
    if total < _LEAST:
        return False
    chosen = db.execute(f"SELECT max(chunk) FROM {FREQUENT} WHERE beginning = ''").fetchone()[0]
    return chosen is None or max(chosen, _LEAST // _GROWN) * _GROWN <= total


def bits_of(db: Database, lines: Lines) -> Bits:
    """Which bits some lines have: their entries in each chunk of each frequent beginning."""
    (listed,) = db.execute(f"SELECT CAST(bits AS TEXT) FROM {FREQUENT} WHERE beginning = ''").fetchone() or ("",)
    known, found = frozenset(listed.split()), defaultdict[tuple[str, int], int](int)
    for number, tokens in lines if known else ():
        chunk, at = divmod(number, _CHUNK)
        for one in _beginnings_of(tokens) & known:
            found[one, chunk] |= 1 << at
    return found


def change(db: Database, before: Bits, after: Bits) -> None:
    """Let lines that had some bits have others."""
    for one, chunk in {*before, *after}:
        had, has = before.get((one, chunk), 0), after.get((one, chunk), 0)
        if had == has:
            continue
        row = db.execute(f"SELECT bits FROM {FREQUENT} WHERE beginning = ? AND chunk = ?", (one, chunk)).fetchone()
        bits = int.from_bytes(row[0], "little") if row is not None else 0
        put = f"""INSERT INTO {FREQUENT} (beginning, chunk, bits) VALUES (?, ?, ?)
            ON CONFLICT (beginning, chunk) DO UPDATE SET bits = excluded.bits"""
        db.execute(put, (one, chunk, (bits & ~had | has).to_bytes(_CHUNK // 8, "little")))


def count(db: Database, words: Sequence[str]) -> int | None:
    """How many lines have words with all of these beginnings; None where none of these is frequent."""
    bits, rare = -1, []
    for word in words:
        found = _bits(db, word)
        if found is None:
            rare.append(word)
        else:
            bits &= found
    if bits == -1:
        return None
    if not rare:
        return bits.bit_count()
    has, turned = bits.to_bytes(bits.bit_length() // 8 + 1, "little"), register_words.TURNED
    total, size = 0, len(has) * 8
    asked = "SELECT rowid FROM register_words WHERE register_words MATCH ?"
    for (place,) in db.execute(asked, (register_words.question(rare),)):
        number = turned - (place & turned)
        if number < size and has[number >> 3] >> (number & 7) & 1:
            total += 1
    return total


def _bits(db: Database, beginning: str) -> int | None:
    found = db.execute(
        f"SELECT chunk, bits FROM {FREQUENT} WHERE beginning = ? ORDER BY chunk", (beginning,)
    ).fetchall()
    if not found:
        return None
    bits = bytearray((found[-1][0] + 1) * _CHUNK // 8)
    for chunk, some in found:
        bits[chunk * _CHUNK // 8 : (chunk + 1) * _CHUNK // 8] = some
    return int.from_bytes(bits, "little")


def _beginnings_of(tokens: str) -> set[str]:
    """Of all words of a line, whatever they stand in."""
    return _beginnings({token[1:] for token in tokens.split()})


def _beginnings(words: Iterable[str]) -> set[str]:
    return set().union(*map(_of_word, words))


@lru_cache(maxsize=4096)
def _of_word(word: str) -> tuple[str, ...]:
    return tuple(word[:length] for length in range(1, min(len(word), _LONGEST) + 1))
