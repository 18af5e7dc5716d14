"""Which lines come before the council: those that are ready, and those that an earlier meeting held."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.ticking import Choice, TickList
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.wording import labels


class BringDialog(Form):
    """Lines to tick; ``lines()`` gives what was ticked."""

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__("Trình đề nghị ra phiên họp", yes="Trình Hội đồng", parent=parent)
        found = facts.candidates
        choices = [_choice(facts, one, held=False) for one in found.ready]
        choices += [_choice(facts, one, held=True) for one in found.held]
        self.choices = TickList("Đề nghị có thể trình", choices, hint="Tìm tên, đơn vị, danh hiệu (không cần dấu)")
        about = f"{len(found.ready)} đề nghị đủ điều kiện, {len(found.held)} đề nghị phiên họp trước đã hoãn."
        self.content.addWidget(label(about, "strong", wrap=True))
        self.content.addWidget(self.choices, stretch=1)
        if found.others:
            self.content.addWidget(label(others(found.others), "muted", wrap=True))
        self.setMinimumSize(640, 520)
        self.choices.changed.connect(self._check)
        self._check()
        self.choices.list.setFocus()

    def lines(self) -> tuple[NominationId, ...]:
        """The lines that come before the council."""
        return tuple(self.choices.ticked())

    def _check(self) -> None:
        count = len(self.lines())
        self.yes.setText(f"Trình {count} đề nghị" if count else "Trình Hội đồng")
        self.yes.setEnabled(bool(count))


def others(counts: Mapping[NominationState, int]) -> str:
    """What of the rounds cannot come before the council, by state."""
    said = ", ".join(f"{number} “{labels.of(state)}”" for state, number in counts.items())
    return f"Không đưa ra danh sách này: {said}."


def _choice(facts: Facts, line: Nomination, *, held: bool) -> Choice:
    name = f"{line.honorific} {line.name}" if line.honorific else line.name
    said = ("Đã hoãn ở phiên họp trước" if held else "", facts.award(line.award_id), line.unit or "")
    return Choice(line.id, name, " · ".join(part for part in said if part), ticked=not held)
