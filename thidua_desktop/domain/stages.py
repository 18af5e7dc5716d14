"""The stages of long work that are told while it goes on."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """What ``common.progress`` counts; ``wording.labels`` has the words."""

    COPYING = "copying"
    """Pages of the office file."""
    COMPARING = "comparing"
    """Rows of a copy and its original."""
    READING = "reading"
    """A document that is to be imported."""
    MATCHING = "matching"
    """Rows of a list that are looked up in the office's records."""
    JUDGING = "judging"
    """Nominations that are checked against the law."""
    KEEPING = "keeping"
    """Records of an import."""
    REVERSING = "reversing"
    """Rows of an operation that is taken back."""
    COUNTING = "counting"
    """Records that figures are counted from."""
    SAMPLE = "sample"
    """Parts of the sample office."""
    WRITING = "writing"
    """Papers of a meeting or decision."""
    REGISTER_LINES = "register_lines"
    """Entries of the register that are made ready to be looked through."""
    REGISTER_ORDERS = "register_orders"
    """Orders in which the register can be shown."""
    REGISTER_WORDS = "register_words"
    """Entries of the register whose words are put where the search finds them."""
    REGISTER_COUNTS = "register_counts"
    """Entries of the register that are noted under what very many have."""
