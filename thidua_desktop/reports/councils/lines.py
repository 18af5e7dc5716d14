"""Cells about one line that several council papers share: the recipient, the post, the year of birth."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.nominations import Nomination

_MALE, _FEMALE = "male", "female"
_YEAR = 4


def recipient(line: Nomination) -> str:
    """The name as it is printed, with Ông / Bà before it."""
    name = without_id_numbers(line.name)
    return f"{line.honorific} {name}" if line.honorific else name


def post_and_unit(line: Nomination) -> str:
    """Chức vụ, đơn vị; the unit is not said twice where the post names it, or where it is the recipient itself."""
    unit = line.unit or ""
    return joined(line.position or "", "" if fold(unit) == fold(line.name) else unit)


def joined(post: str, unit: str) -> str:
    """Post and unit with a comma between; one of them where the other is empty or says the same."""
    if unit and fold(unit) in fold(post):
        unit = ""
    return without_id_numbers(", ".join(part.strip() for part in (post, unit) if part.strip()))


def birth_years(line: Nomination) -> tuple[str, str, str]:
    """The year of birth of a man, of a woman, and of a person of whom the list does not say it."""
    year = (line.birth or "")[:_YEAR] if line.kind is RecipientKind.PERSON else ""
    return (
        year if line.gender == _MALE else "",
        year if line.gender == _FEMALE else "",
        year if line.gender not in (_MALE, _FEMALE) else "",
    )


def on_lines(parts: Iterable[str]) -> str:
    """What is there, each on a line of its own."""
    return "\n".join(part for part in parts if part)
