"""The tờ trình of selected lines, as the very PDF or for Word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from thidua_desktop.services.sent_up import SentUpRow
from thidua_desktop.services.sent_up_papers import Format
from thidua_desktop.ui.decisions.deeds import DecisionDeeds


class SentUpPapers:
    """Gives the letter that goes with lines to a higher level."""

    def __init__(self, deeds: DecisionDeeds) -> None:
        self._deeds = deeds

    def letter(self, rows: Sequence[SentUpRow], *, word: bool) -> None:
        """The letter for these lines."""
        ids = [one.sent.id for one in rows if one.sent.id is not None]
        work = partial(self._deeds.services.sent_up_papers.letter, ids)
        self._deeds.give("Tờ trình khen thưởng", work, Format.DOCX if word else Format.PDF)
