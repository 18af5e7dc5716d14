"""The list of rules as data."""

from __future__ import annotations

from thidua_desktop.domain.legal import Confidence
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import labels
from thidua_desktop.wording.rulebook_lines import RuleLine
from thidua_desktop.wording.rules import SURE

_TONES = {Confidence.SEEN: Tone.SUCCESS, Confidence.KNOWN: Tone.WARNING, Confidence.UNSURE: Tone.DANGER}


def _tone(line: RuleLine) -> Tone | None:
    return _TONES[line.basis.confidence]


RULE_COLUMNS: tuple[Column[RuleLine], ...] = (
    Column[RuleLine](
        "text", "Quy định", lambda line: line.text, 240, stretch=True, wrap=True, sort_key=lambda line: line.order
    ),
    Column[RuleLine]("citation", "Căn cứ", lambda line: line.basis.citation, 210, wrap=True, most_lines=8),
    Column[RuleLine]("validity", "Hiệu lực", lambda line: line.validity, 100, wrap=True),
    Column[RuleLine](
        "sure",
        "Mức chắc chắn",
        lambda line: SURE[line.basis.confidence],
        116,
        tone=_tone,
        tooltip=lambda line: labels.of(line.basis.confidence),
        by_choice=True,
    ),
)
