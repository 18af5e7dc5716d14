"""Earlier values that are not to be offered any more while one types: slips of the pen that somebody else keeps."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

_PRESET = frozenset({Kind.PRESET})


class OfferedWordsService:
    """Keeps for the office what its tables leave out when they offer earlier values; the values themselves stay."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def forgotten(self) -> Mapping[str, frozenset[str]]:
        """What is left out, by the titles of the columns that it stood in."""
        with self._store.read() as work:
            return {column: frozenset(texts) for column, texts in work.presets.forgotten().items()}

    def forget(self, column: str, text: str) -> Changes:
        """Offer a value no more in a column."""
        with self._store.write("words.forget", text=brief(text)) as work:
            left_out = work.presets.forgotten().get(column, ())
            work.presets.keep_forgotten(column, tuple(dict.fromkeys((*left_out, nfc(text)))))
        return Changes("words.forget", _PRESET)

    def restore(self, column: str) -> Changes:
        """Offer again everything that was left out in a column."""
        with self._store.read() as work:
            count = len(work.presets.forgotten().get(column, ()))
        with self._store.write("words.restore", count=count) as work:
            work.presets.keep_forgotten(column, ())
        return Changes("words.restore", _PRESET)
