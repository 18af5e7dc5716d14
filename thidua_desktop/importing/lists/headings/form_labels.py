"""Labels of a form and what stands behind them: "Họ và tên: Lê Văn An", "Năm sinh | 1980", several in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.groups import label_cell
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.posts import tidy

_F = ListField
_NO_LABEL = (_F.ORDINAL, _F.AWARD_MARK, _F.MALE, _F.FEMALE, _F.KIND)
_LABEL = re.compile(r"(?:^|(?<=[.;,|])|(?<=\s[-–—•]))\s*(?P<words>[^.;,:|\d][^.;:|]{0,50})$")
_SPOKEN = re.compile(r"(?:ong|ba|anh|chi|dong chi)(?: ?[/(,] ?(?:ong|ba|chi)\)?)?")
_LONGEST = 1500
_LONGEST_LABEL = 60


def labels_in(line: Line) -> list[tuple[ListField, str]]:
    """What the labels of a line ask, and the answers; empty where the line has none."""
    cells = [line.cells[at] for at in sorted(line.cells)]
    if len(cells) > 1 and label_cell(cells[0]) is not None:
        cells = cells[1:]
    found: list[tuple[ListField, str]] = []
    at = 0
    while at < len(cells):
        bare = cells[at].rstrip(" :.")
        known = _asked(bare) if ":" not in bare and at + 1 < len(cells) else None
        if known is not None and _asked(cells[at + 1]) is None and not pairs_in(cells[at + 1]):
            pairs = [(_of_name(known, bare, cells[at + 1]), _answer(cells[at + 1]))]
            at += 1
        else:
            pairs = pairs_in(cells[at])
        if not pairs:
            return []  # a cell that belongs to no label: a row of a table
        found += pairs
        at += 1
    return found


def pairs_in(text: str) -> list[tuple[ListField, str]]:
    """The labels of a text, each with what stands behind its colon; empty where it does not begin with one."""
    if ":" not in text or len(text) > _LONGEST:
        return []
    first, *others = squeeze(text).split(":")
    known = _asked(first)
    if known is None:
        return []
    found: list[tuple[ListField, str]] = []
    label = first
    for order, part in enumerate(others):
        following = _LABEL.search(part) if order + 1 < len(others) else None
        asked = _asked(following["words"].strip(" -–•")) if following is not None else None
        if following is None or asked is None:
            value = part if order + 1 == len(others) else f"{part}:{':'.join(others[order + 1 :])}"
            return [*found, (_of_name(known, label, value), _answer(value))]
        value = part[: following.start("words")].rstrip(" ,;.|-–•")
        found.append((_of_name(known, label, value), _answer(value)))
        known, label = asked, following["words"]
    return found


def names_somebody_by_label(text: str) -> bool:
    """Whether a cell holds a label and the name of a person behind it, which no heading does."""
    label, colon, value = text.partition(":")
    return bool(colon) and is_personal_name(tidy(value)) and _asked(label) in (_F.NAME, _F.GIVEN_NAME, _F.HONORIFIC)


def _answer(value: str) -> str:
    """What stands behind a label; a day is not begun by an ordinal ("01/02/1980")."""
    words = squeeze(value)
    return words.strip(" .;,") if words[:1].isdigit() else tidy(words)


def _of_name(known: ListField, label: str, value: str) -> ListField:
    """ "Ông (bà): Lê Văn An" asks for the name, "Danh xưng: Ông" does not."""
    if known is _F.GIVEN_NAME:
        return _F.NAME
    spoken = known is _F.HONORIFIC and _SPOKEN.fullmatch(fold(label).strip()) is not None
    return _F.NAME if spoken and is_personal_name(tidy(value)) else known


def _asked(label: str) -> ListField | None:
    words = tidy(label)
    if not words or len(words) > _LONGEST_LABEL:
        return None
    known = field_of(words)
    if known is None and _SPOKEN.fullmatch(fold(words)):
        known = _F.HONORIFIC
    return None if known in _NO_LABEL else known


def is_labelled(text: str) -> bool:
    """Whether a text begins with a label of a form that asks for no name: it names nobody."""
    pairs: Sequence[tuple[ListField, str]] = () if addressed(text) else pairs_in(text)
    return bool(pairs) and pairs[0][0] not in (_F.NAME, _F.UNIT, _F.DEPARTMENT, _F.AWARD, _F.HONORIFIC)
