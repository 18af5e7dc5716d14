"""Group headings: "A. Bằng khen", "I. TẬP THỂ", "a) Cá nhân", the name of a unit over its people; how they nest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.importing.lists.above.pasted_titles import without_courtesy
from thidua_desktop.importing.lists.meanings.awards import award_phrase, speaks_of_award
from thidua_desktop.importing.lists.meanings.capitals import usual_case
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, is_personal_name
from thidua_desktop.importing.lists.meanings.posts import cut_parts
from thidua_desktop.importing.lists.meanings.verdicts import heads_the_refused
from thidua_desktop.importing.lists.meanings.vocabulary import (
    is_household,
    is_unit,
    kinds_in,
    occasion_in,
    only_kind,
    sort_of,
    stated_counts,
)

_LABEL = re.compile(
    r"(?P<roman>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?![^\W\d_]))(?:\.(?P<below>\d{1,2}))?\s*[.)/:\-–]*|"
    r"(?P<capital>[A-HKLMĐ])\s*[.)/:\-–]+|(?P<small>[a-ehđ])\s*[.)]+|"
    r"(?P<deep>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\s*[.)]*|(?P<arabic>\d{1,4})\s*[.)/:\-–]*|(?P<dash>[-–—+*•])"
)
_STYLES = ("below", "roman", "capital", "small", "deep", "arabic", "dash")
_CALLED = re.compile(r"(?:tên )?(?:đơn vị|cơ quan|tổ chức)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_COLLECTIVE = re.compile(r"^tập thể\s+", re.IGNORECASE)
_LONGEST = 220
_OF_LIST = re.compile(r"danh sach (?:de nghi )?(?:cac )?(?:tap the|ca nhan|ho gia dinh)\b")
"""Numbered, one of several lists of a paper: "1. Danh sách tập thể đề nghị tặng …"."""
_NAMED_HOUSEHOLD = re.compile(r"(?i:hộ gia đình)\s+(?:(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ)\s|[A-ZĐ]\S*\s+[A-ZĐÀ-Ỹ])")


@dataclass(frozen=True, slots=True)
class Label:
    """What numbers a line: its style ("roman", "arabic", …; empty for none), as typed, and the words behind it."""

    style: str
    typed: str
    rest: str


def labelled(text: str) -> Label:
    """A line parted into its label and its words. A single capital counts as a label only with a sign behind it."""
    words = squeeze(text)
    seen = _LABEL.match(words)
    if seen is None or not seen.group().strip():
        return Label("", "", words)
    style = next(name for name in _STYLES if seen[name])
    rest = words[seen.end() :]
    glued = rest and not rest[0].isspace() and seen.group()[-1:].isalnum()
    if glued or (style == "roman" and rest and seen.group()[-1:].isalpha() and not rest.startswith(" ")):
        return Label("", "", words)
    return Label(style, seen.group().strip(), rest.strip())


def label_cell(text: str) -> Label | None:
    """The label that fills an ordinal cell; None where the cell holds words."""
    cell = squeeze(text)
    if re.fullmatch(r"[A-ZĐ]", cell) and cell not in "IVX":
        return Label("capital", cell, "")
    if re.fullmatch(r"[a-zđ]", cell):
        return Label("small", cell, "")
    found = labelled(cell)
    return found if found.style and not found.rest else None


@dataclass(frozen=True, slots=True)
class Group:
    """A group heading and what it says about the rows below it."""

    text: str
    style: str
    kind: RecipientKind | None = None
    award: str | None = None
    unit: str | None = None
    occasion: Occasion | None = None
    counts: tuple[tuple[RecipientKind | None, int], ...] = ()
    refused: bool = False
    """Those below are not proposed."""


def group_of(label: str, style: str, words: str) -> Group:
    """The group that a heading makes."""
    words = without_courtesy(words)
    bare = re.sub(r"\s*[:;.]+$", "", words)
    shown = squeeze(f"{label if not label or label[-1:] in '.)/:-–' else label + '.'} {bare}")
    award = award_phrase(bare)
    if heads_the_refused(bare):
        return Group(shown, style, only_kind(bare), refused=True)
    sort = sort_of(bare)
    kind = only_kind(bare) or (sort if sort is not RecipientKind.COLLECTIVE else None)  # people may stand below "Xã"
    unit = None
    named = without_label(bare)
    if award is None and kind is None and sort is None and not kinds_in(bare) and is_unit(named):
        unit = re.sub(r"\s*[:(]\s*\d+.*$", "", named)
        unit = usual_case(unit) if unit.isupper() else unit
    return Group(shown, style, kind, award, unit, occasion_in(bare), stated_counts(bare) or _bare_count(bare, kind))


def without_label(words: str) -> str:
    """ "Đơn vị: Trường Mẫu", "Đơn vị Trường Mẫu" without what it is called by."""
    _, colon, named = words.partition(":")
    if not colon and (seen := _CALLED.match(words)):
        named = words[seen.end() :]
    return named.strip() if is_unit(named.strip()) and named.strip()[:1].isupper() else words


def _bare_count(words: str, kind: RecipientKind | None) -> tuple[tuple[RecipientKind | None, int], ...]:
    """ "TẬP THỂ (05)", "Cá nhân: 12"."""
    seen = re.search(r"[(:]\s*(\d{1,4})\s*\)?$", words)
    return ((kind, int(seen[1])),) if seen and kind is not None else ()


def names_group(words: str) -> bool:
    """Whether words are those of a heading by themselves: a kind of recipient, an award; not somebody's name."""
    if not words or len(words) > _LONGEST or addressed(words):
        return False
    bare = fold(words).strip(" .:;*")
    if heads_the_refused(words):
        return True
    if re.match(
        r"(?:doi voi |danh sach |khen thuong )?(?:cac |\d{1,3} )?(?:tap the|ca nhan|ho gia dinh)\b(?! (?:\d|lao "
        r"dong))[^,]{0,60}$",
        bare,
    ):
        return (
            not _NAMED_HOUSEHOLD.match(squeeze(words))
            and not _is_called(words)
            and not re.match(
                r"tap the (?:lanh dao|can bo|cong doan|giao vien|phong|khoa|to|truong|lop|doi|nhan dan)\b", bare
            )
        )
    if re.fullmatch(r"(?:cac )?(?:to chuc (?:dang|doan|hoi)|(?:dang|doan|hoi) vien)(?: ?[:(] ?\d+ ?\)?)?", bare):
        return True
    head, colon, tail = words.partition(":")
    called = _COLLECTIVE.sub("", head)
    alone = called != head or not kinds_in(head)
    if colon and len(called.split()) > 1 and is_unit(called) and alone and speaks_of_award(tail):
        return False  # "Tổ Văn phòng: TTLĐTT", "Tập thể Chi hội thôn 3: Giấy khen"
    first = next(iter(cut_parts(_IN_BRACKETS.sub(", ", words))), "")  # "Vi Thị Hà (Tổ Văn): CSTĐCS"
    somebody = is_personal_name(words) or is_household(words) or (first != words and is_personal_name(first))
    return speaks_of_award(words) and not somebody and not _named_unit(bare)


def _is_called(words: str) -> bool:
    """ "Tập thể Chi hội thôn 3": one collective by its name, where a heading has their sort only."""
    called = _COLLECTIVE.sub("", squeeze(words))
    own = any(map(str.isdigit, called.partition(":")[0])) or any(word[:1].isupper() for word in called.split()[1:])
    return called != squeeze(words) and is_unit(called) and own and not words.isupper()


def _named_unit(bare: str) -> bool:
    """ "Ban Thi đua ..." and the like are units whose name speaks of awards."""
    return bool(re.match(r"(?:phong|ban|so|hoi dong|cong ty|truong)\b", bare))


def is_heading_line(line: Line) -> bool:
    """Whether a line above a table is a group heading: numbered or bold, and of a kind or an award."""
    label = labelled(line.text)
    marked = bool(label.style or line.block.bold) and names_group(label.rest)
    titled = "danh sach" in fold(label.rest) and not (label.style and _OF_LIST.match(fold(label.rest)))
    return len(line.cells) == 1 and marked and not titled


def is_unit_line(line: Line) -> bool:
    """ "1. Phòng Nội vụ" alone in a line; without a number it would be a letterhead."""
    label = labelled(line.text)
    return len(line.cells) == 1 and bool(label.style) and is_unit(without_label(label.rest))


@dataclass(slots=True)
class Groups:
    """The group headings in force, outermost first."""

    stack: list[Group] = field(default_factory=list)

    def enter(self, group: Group) -> None:
        """Take a heading: one of the same style ends the former of that style and all below it."""
        for at, former in enumerate(self.stack):
            if former.style == group.style and (group.style or _same_sort(former, group)):
                del self.stack[at:]
                break
        self.stack.append(group)

    @property
    def texts(self) -> tuple[str, ...]:
        """The headings in force as written."""
        return tuple(group.text for group in self.stack)

    @property
    def kind(self) -> RecipientKind | None:
        """The kind that the innermost heading with one names."""
        return next((group.kind for group in reversed(self.stack) if group.kind is not None), None)

    @property
    def award(self) -> str | None:
        """The innermost award."""
        return next((group.award for group in reversed(self.stack) if group.award), None)

    @property
    def unit(self) -> str | None:
        """The innermost unit."""
        return next((group.unit for group in reversed(self.stack) if group.unit), None)

    @property
    def refused(self) -> str | None:
        """The heading in force that says that those below it are not proposed."""
        return next((group.text for group in reversed(self.stack) if group.refused), None)

    @property
    def occasion(self) -> Occasion | None:
        """The innermost occasion."""
        return next((group.occasion for group in reversed(self.stack) if group.occasion), None)


def _same_sort(a: Group, b: Group) -> bool:
    """Headings without a label nest by what they name: an award over kinds, a unit over both."""
    return (bool(a.award), a.kind is not None and not a.award, bool(a.unit)) == (
        bool(b.award), b.kind is not None and not b.award, bool(b.unit),
    )  # fmt: skip
