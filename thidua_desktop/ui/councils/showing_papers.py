"""One paper of a meeting, shown as the very PDF that is printed."""

from __future__ import annotations

from functools import partial

from thidua_desktop.domain.papers import PaperKind, PaperRef
from thidua_desktop.services.meeting_papers import Format
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.wording import labels


def show_paper(deeds: Deeds, facts: Facts | None, kind: PaperKind, key: str = "") -> None:
    """Make a paper and show it; what it still lacks is told instead."""
    if facts is not None:
        work = partial(deeds.services.meeting_papers.write, facts.id, PaperRef(kind, key))
        deeds.printing.show(f"{labels.of(kind)} – {facts.meeting.name}", lambda out: work(out, Format.PDF))
