"""Whether a line below a heading is a group heading: "I | TẬP THỂ", the name of a unit over its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import Agreed
from thidua_desktop.importing.lists.above.groups import is_unit_line, label_cell, labelled, names_group, without_label
from thidua_desktop.importing.lists.above.pasted_titles import opens_list
from thidua_desktop.importing.lists.headings.agreed import heading_at
from thidua_desktop.importing.lists.headings.habits import Habits, is_ordinal, number_of
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_full_name, is_personal_name
from thidua_desktop.importing.lists.meanings.verdicts import heads_the_refused
from thidua_desktop.importing.lists.meanings.vocabulary import is_household, is_unit
from thidua_desktop.importing.lists.rows.ticks import sums_in

_LABEL_AND_WORDS = 2
_FEW_WORDS = 2
"""Of a heading without number or bold letters: "Cá nhân"."""
_LONGEST_GROUP = 160
_FIRST_LABELS = ("a", "A", "I")


@dataclass(frozen=True, slots=True)
class Spot:
    """A line and what is known where it stands."""

    lines: Sequence[Line]
    at: int
    habits: Habits
    agreed: Agreed
    kind: RecipientKind | None = None
    """Of the group headings above."""
    styles: tuple[str, ...] = ()
    """How the group headings above are numbered, outermost first."""
    below_group: bool = False
    """The line above is a group heading."""

    @property
    def next_row(self) -> Line | None:
        """The next row with text."""
        return next((later for later in self._below() if later.is_row and later.cells), None)

    @property
    def next_named(self) -> Line | None:
        """The next row that has a name."""
        return next((later for later in self._below() if later.is_row and self.habits.named(later)), None)

    def _below(self) -> Iterator[Line]:
        """The lines below, without a copy of them: the spot of every row is asked."""
        return (self.lines[later] for later in range(self.at + 1, len(self.lines)))


def heads_beside(line: Line) -> bool:
    """Whether a paragraph after a table is the group heading of the next one."""
    label = labelled(line.text)
    marked = label.style or line.block.bold or line.text.isupper() or len(label.rest.split()) <= _FEW_WORDS
    marked = marked or heads_the_refused(label.rest)
    if len(line.text) >= _LONGEST_GROUP:
        return False
    return (bool(marked) and names_group(label.rest)) or (opens_list(line.text) and award_phrase(line.text) is not None)


def is_group(line: Line, spot: Spot) -> bool:
    """Whether a line names the kind, the award or the unit of the rows below it, and nobody by itself."""
    if is_unit_line(line) and spot.at + 1 < len(spot.lines) and heading_at(spot.lines, spot.at + 1, spot.agreed):
        return True
    ordinal = spot.habits.ordinal(line)
    cells = [line.cells[column] for column in sorted(line.cells)]
    if not cells:
        return False
    label = label_cell(cells[0]) if len(cells) > 1 else None
    words = cells[1] if label is not None else labelled(cells[0]).rest
    style = label.style if label is not None else labelled(cells[0]).style
    others = [text for text in cells[2 if label is not None else 1 :] if not text.isdigit()]
    if not words or others:
        return False
    words = without_label(words)
    if names_group(words):
        return not (style == "arabic" and is_ordinal(ordinal) and addressed(words))
    if style in ("roman", "capital", "below", "small") and not addressed(words):
        return not (style == "small" and is_personal_name(words)) and not _heads_nothing(spot, style, words)
    if style in ("arabic", "deep") or is_ordinal(ordinal):
        return _is_numbered_unit(line, spot, words)
    return _is_unnumbered(line, spot, words)


def _heads_nothing(spot: Spot, style: str, words: str) -> bool:
    """Whether "a | Phòng Mẫu" is one of the collectives themselves: "b | …" or another part follows at once."""
    of_collectives = spot.kind is RecipientKind.COLLECTIVE
    if not is_unit(words) or not (of_collectives or (style == "small" and spot.kind is None)):
        return False
    after = spot.next_row
    if after is None or not spot.habits.named(after):
        return True
    cells = [after.cells[column] for column in sorted(after.cells)]
    label = label_cell(cells[0]) if len(cells) > 1 else labelled(cells[0])
    outer = spot.styles[: spot.styles.index(style)] if style in spot.styles else spot.styles
    if label is not None and label.style == "arabic" and not _is_of_kind(after):
        return False  # rows are numbered so too
    return label is not None and label.style in (style, *outer)


def _is_unnumbered(line: Line, spot: Spot, words: str) -> bool:
    """A lone cell without a number: the name of a unit over its rows, or the rest of the row above."""
    habits = spot.habits
    column = next(iter(line.cells))
    if len(line.cells) != 1 or column > habits.names()[0] or addressed(words) or words[:1].islower():
        return False
    if is_household(words) or (is_personal_name(words) and not words.isupper()):
        return False
    wide = max(line.widths.values()) > 1
    if spot.kind is RecipientKind.COLLECTIVE and is_unit(words) and not (wide or line.block.bold):
        return False
    if habits.ordinals:
        after = spot.next_row
        restarts = after is not None and number_of(habits.ordinal(after)) == "1"
        return wide or line.block.bold or line.block.centered or words.isupper() or is_unit(words) or restarts
    return wide or (habits.fullness > 1 and (is_unit(words) or words.isupper() or line.block.bold))


def _is_numbered_unit(line: Line, spot: Spot, words: str) -> bool:
    """ "1 | Sở Mẫu" over "1.1" or over people who are counted again from 1 or not at all."""
    habits = spot.habits
    if len(line.cells) - len(sums_in(line, habits.header)) > 2 or line.below:
        return False  # what is merged over it from above belongs to a row
    if is_over_others(line, spot):
        return True
    if not is_unit(words) or _ends_group(spot):
        return False
    if _breaks_count(line, spot):
        return True
    after = spot.next_named
    plain = after is not None and not habits.ordinal(after) and bool(set(after.cells) - set(line.cells))
    if plain and not habits.ordinals and habits.is_numbered(line):
        return True  # "1 | Phòng Mẫu" over fuller rows that have no numbers
    if habits.fullness <= 2 or after is None:
        return False
    if _opens(after):
        return True
    if len(line.cells) == 1 < len(after.cells) and not (
        habits.ordinals or labelled(after.cells[min(after.cells)]).style
    ):
        return True  # "1. Trạm Mẫu" over rows that have no numbers
    if len(after.cells) <= 2:
        return False
    number, following = number_of(habits.ordinal(line)), habits.ordinal(after).strip("(). ")
    if not number and len(line.cells) == 1 and min(line.cells) < min(habits.names()) and habits.is_numbered(after):
        return True  # "2. Hội Nông dân" in the column of the ordinals
    goes_on = bool(number) and number_of(following) == f"{habits.count + 1}" != number
    return goes_on or following in ("1", "01", "") or bool(re.fullmatch(r"\d+\.\d+", following))


def is_over_others(line: Line, spot: Spot) -> bool:
    """Whether "1 | Ga Mẫu" stands over the persons 1.1, 1.2 …, hence is where they work, whatever it is called."""
    number, after = number_of(spot.habits.ordinal(line)), spot.next_named
    if not number or after is None or number_of(spot.habits.ordinal(after).strip("(). ").removesuffix(".1")) != number:
        return False
    if not spot.habits.ordinal(after).strip("(). ").endswith(".1"):
        return False
    names = [line.cells[at] for at in spot.habits.names() if at in line.cells]
    return bool(names) and not addressed(names[0]) and not is_full_name(names[0]) and not is_household(names[0])


def _breaks_count(line: Line, spot: Spot) -> bool:
    """Whether the number of a line is none of the rows': the line below takes it again, begins anew or goes on."""
    after, number = spot.next_row, number_of(spot.habits.ordinal(line))
    if after is None or not number or not spot.habits.named(after) or _is_of_kind(after):
        return False
    following, expected = number_of(spot.habits.ordinal(after)), f"{spot.habits.count + 1}"
    first = spot.below_group and number == "1" and following == "2"
    return following in (number, "1") or (following == expected != number and not first)


def _ends_group(spot: Spot) -> bool:
    """Whether another part follows at once ("II. Cá nhân"), so that a line can have no rows of its own."""
    after = spot.next_row
    cells = [after.cells[column] for column in sorted(after.cells)] if after is not None else []
    if not cells or len(cells) > _LABEL_AND_WORDS:
        return False
    label = label_cell(cells[0]) if len(cells) > 1 else labelled(cells[0])
    if not names_group(cells[1] if len(cells) > 1 else labelled(cells[0]).rest):
        return False
    typed = label.typed.strip(".):") if label is not None else ""
    return typed not in _FIRST_LABELS if typed else spot.kind is not None


def _is_of_kind(line: Line) -> bool:
    """Whether a line is a heading itself: "2 | Cá nhân"."""
    cells = [line.cells[at] for at in sorted(line.cells)]
    return len(cells) == 2 and names_group(cells[1])


def _opens(line: Line) -> bool:
    """Whether a line is the first of the headings inside a group: "a) Tập thể"."""
    cells = [line.cells[at] for at in sorted(line.cells)]
    label = label_cell(cells[0]) if len(cells) == 2 else None
    return label is not None and label.typed.strip(".):") in _FIRST_LABELS and names_group(cells[1])
