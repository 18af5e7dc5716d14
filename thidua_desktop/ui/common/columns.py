"""Tables as data: what a column shows, how it is sorted and edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from thidua_desktop.common.records import dataclass
from thidua_desktop.ui.common.theme import Tone

R = TypeVar("R")
MAX_LINES = 3

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignHCenter


class Editor(Enum):
    """What opens in a cell that is edited."""

    TEXT = auto()
    """One line; earlier values are offered when the column has ``choices``."""
    LONG_TEXT = auto()
    """Several lines."""
    CHOICE = auto()
    """One of the column's ``choices`` and nothing else."""
    SEVERAL = auto()
    """Names parted by ``;``, each completed from the column's ``choices``."""
    DAY = auto()
    """A day, typed or picked from a calendar."""


def no_choices() -> Sequence[str]:
    """The choices of a column that offers none."""
    return ()


# Without slots: ``Column[Task](…)`` sets ``__orig_class__`` on the instance.
@dataclass(frozen=True)
class Column(Generic[R]):
    """One column over rows of type ``R``.

    ``text`` is what the cell says and what is copied; ``sort_key`` orders rows (the text in Vietnamese order without
    it). ``edit`` makes the new row from what was typed and raises an ``AppError`` when it cannot; without it the column
    is read-only. ``chip`` gives the state to draw as a chip.
    """

    key: str
    title: str
    text: Callable[[R], str]
    width: int = 120
    stretch: bool = False
    """Takes the space that is left over."""
    align: Qt.AlignmentFlag = LEFT
    wrap: bool = False
    """Long text runs over up to ``most_lines`` lines."""
    most_lines: int = MAX_LINES
    sort_key: Callable[[R], Any] | None = None
    edit: Callable[[R, str], R] | None = None
    edit_text: Callable[[R], str] | None = None
    """What stands in the field that opens, where it is not what the cell shows."""
    editor: Editor = Editor.TEXT
    choices: Callable[[], Sequence[str]] = no_choices
    earlier: bool = False
    """Offers what the other rows say while one types (``TEXT``, ``SEVERAL``); what is wrong there can be forgotten."""
    chip: Callable[[R], Enum | None] | None = None
    tone: Callable[[R], Tone | None] | None = None
    """Colour of the text, where it says more than the text alone."""
    ground: Callable[[R], Tone | None] | None = None
    """Colour behind the text, for a cell that has to be looked at; the tool tip says why."""
    mark: Callable[[R], Tone | None] | None = None
    """A corner in this colour, for a cell whose value was changed on the way; the tool tip says how."""
    tooltip: Callable[[R], str] | None = None
    hidden: bool = False
    """Not shown until the clerk asks for it."""
    by_choice: bool = False
    """Filtered by choosing among what its cells say; columns with the editor ``CHOICE`` always are."""
    frozen: bool = False
    """Stays in place when the table is scrolled sideways, with all columns before it."""
    other_titles: tuple[str, ...] = ()
    """What offices write above such a column in their own lists, for a block that is pasted with its heads."""
