"""How the parts of the list of decisions look: the card of each, a pane with its head."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.decisions import Decision
from thidua_desktop.ui.common.cards import Card
from thidua_desktop.ui.decisions.header import number_in_words


def card_of(decision: Decision) -> Card:
    """A decision in the list at the left: subject, number, state, how many lines."""
    counts = f"{len(decision.lines)} dòng" if decision.corrects is None else "về quyết định khác"
    return Card(decision.id or 0, decision.title, number_in_words(decision), counts, chip=decision.state)


def framed(head: QWidget | QHBoxLayout, body: QWidget) -> QFrame:
    """A part of the page with something above it."""
    made = QFrame()
    made.setProperty("role", "pane")
    inner = QVBoxLayout(made)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    if isinstance(head, QWidget):
        inner.addWidget(head)
    else:
        inner.addLayout(head)
    inner.addWidget(body, stretch=1)
    return made
