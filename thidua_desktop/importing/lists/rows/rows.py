"""From the cells of one line to rows of the draft: who, what post and unit, which award, and what was put right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.identity import check_id_number
from thidua_desktop.domain.lists import ListField, ListRow, Repair, RepairKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.importing.lists.above.around import Around
from thidua_desktop.importing.lists.headings.cell_tests import is_cross
from thidua_desktop.importing.lists.meanings import values
from thidua_desktop.importing.lists.meanings.awards import AwardReader
from thidua_desktop.importing.lists.meanings.former import former_awards
from thidua_desktop.importing.lists.meanings.households import is_couple, with_address
from thidua_desktop.importing.lists.meanings.people import (
    Written,
    addressed,
    is_personal_name,
    names_somebody,
    take_apart,
)
from thidua_desktop.importing.lists.meanings.posts import cut, cut_parts, is_nameless, joined, post_and_unit, tidy
from thidua_desktop.importing.lists.meanings.units_in_posts import with_unit_of_post
from thidua_desktop.importing.lists.meanings.verdicts import agrees
from thidua_desktop.importing.lists.meanings.vocabulary import (
    begins_with_post,
    is_household,
    is_unit,
    kind_of_value,
    kinds_in,
    occasion_in,
)
from thidua_desktop.importing.lists.meanings.wordings import worded
from thidua_desktop.importing.lists.rows.inside import told_inside

_F = ListField
Cells = Mapping[ListField, str]
_LONGEST_NAME = 5
_RANK_OF_ORDER = re.compile(r"(?:hang )?(?:nhat|nhi|ba|i{1,3}|[123])")
"""In a column "Hạng" of a list for orders whose title names the order."""
_OF_A_LEVEL = re.compile(r"Đoàn (?:xã|phường|thị trấn)")
"""A unit that only its level is said of."""
_INNER_UNIT = re.compile(r"(?:phong|khoa|to|doi)\b")
"""Units of one level: that of a row is none of the sender's."""
_ROOM = re.compile(r"P\.\s?(?=[A-ZĐ])")
"""Begins "P. KT", in a column for units a department."""
_OFFICE = re.compile(
    r"(?:phong|ban|van phong|bo phan|to) (?:to chuc|nhan su|hanh chinh|tong hop|ke hoach|thi dua|cong tac chinh tri|"
    r"tchc|tccb|ns\b|hc\b|tdkt)"
)
"""Draws up the lists of the whole house: other departments are no part of it."""
_ONLY_GIVEN = re.compile(r"(?:de nghi )?(?:tang|tang thuong|phong tang|truy tang|truy phong|cong nhan|khen thuong)")
"""How an award is given that the title names, not which."""
_LONGEST_CELL = 200
"""Letters of a name; the longest units of the state have about 120."""
_SHOWN = 60
_PERSONAL = (_F.BIRTH, _F.GENDER, _F.HONORIFIC, _F.RANK, _F.MALE, _F.FEMALE)
"""Columns that are filled in for persons only."""
_FEWEST_DIGITS = 7
"""Of an identity number whose first zeros Excel has dropped; "Số CCCD/Số người" holds both."""
_UNIT_BEHIND = re.compile(r"([^()]+?)\s*\(([^()]+)\)\s*")
_FAMILIES = ("Ông", "Anh", "Chú", "Cô")
"""Forms of address that are families too."""
_MALE, _FEMALE = ("nam", "male", "m", "ong"), ("nu", "female", "f", "ba")


@dataclass(slots=True)
class RowMaker:
    """Makes rows and remembers what has to be said about them."""

    awards: AwardReader
    rows: list[ListRow] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    history: bool = False
    """The list is one of former awards: a cell may hold several, each with its year and decision."""
    sent: Counter[str] = field(default_factory=Counter)
    """How many rows have their unit from the lines above the table."""
    counted: list[str] = field(default_factory=list)
    """What the last line has added to ``sent``."""
    no_occasion: Counter[str] = field(default_factory=Counter)
    """What columns for the occasion say that is none of the law."""

    def say(self, code: str, source: Source, severity: Severity = Severity.WARNING, **params: object) -> None:
        """Add a finding about a line."""
        self.findings.append(Finding(code, severity, params, source))

    def again(self, cells: Cells, source: Source, around: Around, marks: tuple[str, ...] = ()) -> None:
        """Make the rows of the last line once more, as the lines below it have said more."""
        while self.rows and self.rows[-1].source == source:
            self.rows.pop()
        self.findings = [seen for seen in self.findings if seen.source != source]
        self.repairs = [seen for seen in self.repairs if seen.source != source]
        self.sent.subtract(self.counted)
        self.add(cells, source, around, marks)

    def add(self, cells: Cells, source: Source, around: Around, marks: tuple[str, ...] = ()) -> None:
        """Add the row of one line; ``marks`` are the awards that crosses give, one row for each."""
        if self.rows and self.rows[-1].source != source:
            self.counted.clear()
        records: list[Cells] = [*former_awards(cells)] if self.history and not marks else []
        if len(records) > 1:
            name = tidy(cells.get(_F.NAME, ""))
            self.say("list.awards_parted", source, Severity.INFO, text=cells[_F.AWARD], name=name, count=len(records))
        for record in records or [cells]:
            self._add(record, source, around, marks)

    def _add(self, cells: Cells, source: Source, around: Around, marks: tuple[str, ...]) -> None:
        written = squeeze(cells.get(_F.NAME, ""))
        cells = told_inside(cells, self.awards, asked=bool(around.group_award or around.award))
        row = self._row(cells, source, around, marks)
        raw = written if written != row.name else None
        if len(row.name) > _LONGEST_CELL:
            self.say("list.name_long", source, name=f"{row.name[:_SHOWN]}…", count=len(row.name))
        birth, id_number = self._numbers(row, cells, source)
        parted = [part for mark in marks or (cells.get(_F.AWARD),) for part in self._parted(mark, row, around)]
        for award in parted:
            known = self._award_id(row, award, around)
            self.rows.append(row._replace(raw=raw, birth=birth, id_number=id_number, award=award, award_id=known))

    def _parted(self, written: str | None, row: ListRow, around: Around) -> tuple[str | None, ...]:
        """The awards of a row, each on its own where a cell names several."""
        context = around.group_award or around.award
        if not written:
            return (context,)
        if context is not None and _RANK_OF_ORDER.fullmatch(fold(written)):
            return (f"{context} {written if fold(written).startswith('hang') else f'hạng {written}'}",)
        if agrees(written) or (context is not None and (is_cross(written) or _ONLY_GIVEN.fullmatch(fold(written)))):
            return (context,)
        parts = tuple(map(worded, self.awards.several(written, row.kind, context)))
        if parts:
            self.say("list.awards_parted", row.source, Severity.INFO, text=written, name=row.name, count=len(parts))
        if parts or self.awards.award_id(written, row.kind, context) is not None:
            return parts or (written,)
        return (worded(written),)

    def _row(self, cells: Cells, source: Source, around: Around, marks: tuple[str, ...]) -> ListRow:
        written = cells.get(_F.NAME, "")
        kind, sure = self._kind(written, cells, around, marks)
        if not sure:
            self.say("list.kind_unsure", source, name=tidy(written))
        if around.group_kind is not None and kind is not around.group_kind and kind is not RecipientKind.HOUSEHOLD:
            self.say("list.kind_differs", source, name=tidy(written), group=around.groups[-1] if around.groups else "")
        person = kind is RecipientKind.PERSON
        taken = take_apart(written, split=person) if person else _collective(written, kind)
        taken = _called(taken) if person and around.bare_names else taken
        taken = with_address(taken) if kind is RecipientKind.HOUSEHOLD else taken
        if taken.joined:
            self.repairs.append(Repair(RepairKind.BLANKS, squeeze(written), taken.name, source, _F.NAME))
        remark = taken.remark or ""
        placed = is_unit(remark) and not any(map(cells.get, (_F.UNIT, _F.DEPARTMENT, _F.POSITION_AND_UNIT, _F.ADDRESS)))
        if person and not taken.rest and (_is_post(remark, around) or placed):
            taken = replace(taken, rest=tuple(cut(remark)), remark=None)
        told = cells
        if person and not taken.rest and around.units_in_posts and not around.group_unit:
            told = with_unit_of_post(cells, around.sender.unit if around.sender else None)
        position, unit, rest_note = _post_and_unit(told, taken, around, person=person)
        occasion = self._occasion(cells) or (occasion_in(taken.remark) if taken.remark else None)
        citation, note = cells.get(_F.CITATION), cells.get(_F.NOTE)
        if taken.remark and "thanh tich" in fold(taken.remark):
            citation = "; ".join(filter(None, (taken.remark, citation)))
        elif taken.remark:
            note = "; ".join(filter(None, (taken.remark, note)))
        honorific = " ".join(filter(None, (cells.get(_F.HONORIFIC), cells.get(_F.RANK), taken.honorific))) or None
        return ListRow(
            kind=kind,
            name=taken.name,
            source=source,
            honorific=honorific if person else None,
            gender=_gender(cells, honorific) or taken.gender if person else None,
            position=position,
            unit=self._unit(unit, taken.name, kind, (told, around)),
            occasion=occasion or around.occasion,
            citation=citation,
            note="; ".join(filter(None, (note, rest_note))) or None,
            group=around.groups,
            cells=tuple(cells.items()),
        )

    def _occasion(self, cells: Cells) -> Occasion | None:
        """The occasion that a cell names; a text that names none is counted, so that it can be told."""
        written = cells.get(_F.OCCASION, "")
        found = occasion_in(written)
        if written and found is None:
            self.no_occasion[written] += 1
        return found

    def _kind(self, written: str, cells: Cells, around: Around, marks: tuple[str, ...]) -> tuple[RecipientKind, bool]:
        """The kind of recipient, and whether something says so."""
        name = tidy(written)
        said = kind_of_value(cells[_F.KIND]) if cells.get(_F.KIND) else None
        if said is not None:
            return said, True
        if is_household(name) and (around.group_kind is not RecipientKind.PERSON or is_couple(name)):
            return RecipientKind.HOUSEHOLD, True
        if around.lists_households and not is_unit(name):
            return RecipientKind.HOUSEHOLD, True
        personal = any(map(cells.get, _PERSONAL)) or _is_id_number(cells.get(_F.ID_NUMBER, ""))
        if (
            addressed(name)
            or names_somebody(name)
            or (personal and not is_unit(name))
            or _is_somebody(name, personal=personal or begins_with_post(cells.get(_F.POSITION_AND_UNIT, "")))
        ):
            return RecipientKind.PERSON, True
        if around.group_kind is not None:
            mistaken = around.group_kind is RecipientKind.PERSON and is_unit(name) and not is_personal_name(name)
            mistaken = mistaken and not personal and not cells.get(_F.POSITION)
            return (RecipientKind.COLLECTIVE if mistaken else around.group_kind), True
        if is_unit(name):
            return RecipientKind.COLLECTIVE, True
        said_awards = marks or (cells.get(_F.AWARD), around.award)
        of_award = {kind for text in said_awards if text for kind in kinds_in(text)}
        if len(of_award) == 1:
            return of_award.pop(), True
        if around.kind is not None:
            return around.kind, True
        first = take_apart(name, split=True).name
        if is_personal_name(first) or cells.get(_F.POSITION):
            return RecipientKind.PERSON, True
        return RecipientKind.PERSON if len(first.split()) <= 4 else RecipientKind.COLLECTIVE, False

    def _unit(self, unit: str | None, name: str, kind: RecipientKind, place: tuple[Cells, Around]) -> str | None:
        """The unit of a row; a department alone belongs to the unit that stands over the rows or above the table."""
        cells, around = place
        above = around.group_unit or self._of_sender(name, kind, around, instead=not unit)
        alone = bool(cells.get(_F.DEPARTMENT) and not cells.get(_F.UNIT))
        beside = _INNER_UNIT.match(fold(unit or "")) and _INNER_UNIT.match(fold(above or ""))
        sent = around.sender if not around.group_unit else None
        apart = beside is not None or (
            sent is not None and (sent.of_title or _OFFICE.match(fold(sent.unit)) is not None)
        )
        if not unit or not above or not alone or apart or fold(above) in fold(unit):
            return unit or above
        return f"{unit}, {above}"

    def _of_sender(self, name: str, kind: RecipientKind, around: Around, *, instead: bool) -> str | None:
        """The unit that the lines above the table name; ``instead``: the row says none, which is counted."""
        sender = around.sender
        if sender is None or not sender.is_of(kind, name, unsaid=instead) or fold(name) == fold(sender.unit):
            return None
        if instead:
            self.sent[sender.unit] += 1
            self.counted.append(sender.unit)
        return sender.unit

    def _numbers(self, row: ListRow, cells: Cells, source: Source) -> tuple[str | None, str | None]:
        """Birth and identity number, put right; collectives have neither."""
        if row.kind is RecipientKind.COLLECTIVE:
            return None, None
        birth = self._birth(cells, source)
        id_number = None
        if text := cells.get(_F.ID_NUMBER):
            value = values.read_id_number(text)
            id_number = value.text
            if value.lost:
                # Nobody can know the digits: the line waits until the unit has told them.
                self.say("list.id_number_lost", source, Severity.BLOCKING, text=text, name=row.name)
            elif value.repaired and value.text is not None:
                self.repairs.append(Repair(RepairKind.ID_NUMBER, text, value.text, source, _F.ID_NUMBER))
        for finding in check_id_number(id_number or "", gender=row.gender, birth=birth):
            # A wrong number holds up one line, not the reading of the list.
            self.findings.append(replace(finding, severity=Severity.WARNING, source=source))
        return birth, id_number

    def _birth(self, cells: Cells, source: Source) -> str | None:
        parts = [cells.get(part, "") for part in (_F.BIRTH_DAY, _F.BIRTH_MONTH, _F.BIRTH_YEAR)]
        text = cells.get(_F.BIRTH) or next(
            (cells[sex] for sex in (_F.MALE, _F.FEMALE) if any(sign.isdigit() for sign in cells.get(sex, ""))), ""
        )
        if any(parts):
            value, text = values.joined_birth(*parts), "/".join(filter(None, parts))
        elif text:
            value = values.read_birth(text)
        else:
            return None
        if value.lost:
            self.say("list.birth_not_read", source, text=text)
        elif value.repaired and value.text is not None:
            self.repairs.append(Repair(RepairKind.BIRTH, text, value.text, source, _F.BIRTH))
        return value.text

    def _award_id(self, row: ListRow, award: str | None, around: Around) -> str | None:
        contexts = [text for text in (around.group_award, around.award) if text]
        found = next(
            (known for text in (*contexts, None) if (known := self.awards.award_id(award, row.kind, text))), None
        )
        if found is not None and not self.awards.fits(found, row.kind):
            self.say("list.award_not_for_kind", row.source, award=award or "", name=row.name)
            found = None
        return found


def _is_somebody(name: str, *, personal: bool) -> bool:
    """Whether a name that begins like a unit is that of a person: "Ban Ngọc Xuân" with a birth, or a post behind it."""
    first, *behind = cut_parts(name) or [name]
    named = 2 <= len(first.split()) <= _LONGEST_NAME and all(word[:1].isupper() for word in first.split())
    return named and is_unit(first) and (personal or any(map(begins_with_post, behind[:1])))


def _called(taken: Written) -> Written:
    """ "Ông Văn Tùng" among names without any form of address is somebody of the family Ông."""
    words, family = taken.name.split(), taken.honorific or ""
    if family.capitalize() not in _FAMILIES or len(words) != len(("middle", "given")):
        return taken  # "Ông Nguyễn Văn A" has a family already
    return replace(taken, name=f"{family} {taken.name}", honorific=None, gender=None)


def _is_id_number(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _FEWEST_DIGITS


def _is_post(remark: str, around: Around) -> bool:
    """Whether what stands in brackets behind a name is a post."""
    return not around.has_posts and (begins_with_post(remark) or (around.posts_in_brackets and bool(remark)))


def _gender(cells: Cells, honorific: str | None) -> str | None:
    said = fold(cells.get(_F.GENDER, "")).strip(" .")
    if said in (*_MALE, *_FEMALE):
        return "male" if said in _MALE else "female"
    if cells.get(_F.MALE) and not cells.get(_F.FEMALE):
        return "male"
    if cells.get(_F.FEMALE) and not cells.get(_F.MALE):
        return "female"
    first = (honorific or "").split(" ")[0]
    return {"Ông": "male", "Bà": "female"}.get(first)


def _collective(written: str, kind: RecipientKind) -> Written:
    """A collective keeps its commas; only brackets at the end of a household's or a unit's name are a remark."""
    taken = take_apart(written, split=False, remarks=kind is RecipientKind.HOUSEHOLD)
    if taken.honorific is None:
        return taken
    return Written(tidy(written), remark=taken.remark)


def _post_and_unit(
    cells: Cells, taken: Written, around: Around, *, person: bool
) -> tuple[str | None, str | None, str | None]:
    """Post, unit, and what had no place."""
    position = cells.get(_F.POSITION)
    unit = ", ".join(filter(None, (cells.get(_F.DEPARTMENT), cells.get(_F.UNIT)))) or None
    unit = unit or (cells.get(_F.ADDRESS) if not cells.get(_F.POSITION_AND_UNIT) else None)
    if both := cells.get(_F.POSITION_AND_UNIT):
        post, place = _split(both, sure=True) if person or begins_with_post(both) else (None, both.strip(" ,"))
        run_on = place is not None and place not in cut_parts(both)
        if post and run_on and (around.group_unit or around.sender) and _OF_A_LEVEL.fullmatch(place or ""):
            post, place = both.strip(" ,;."), None  # "Bí thư Đoàn xã": which commune is said elsewhere
        position, unit = position or post, unit or place or cells.get(_F.ADDRESS)
    room = _ROOM.match(unit or "") is not None and is_unit(unit or "")
    if person and unit and not position and not around.has_posts and begins_with_post(unit) and not room:
        position, unit = _split(unit)
    if taken.rest:
        post, place = post_and_unit(taken.rest)
        own = any(part.text == place for part in taken.rest)  # "Chánh Văn phòng, Văn phòng"
        apart = bool(unit) or (bool(around.group_unit or around.sender) and is_nameless(place or "") and not own)
        if apart and place and not position and fold(place) not in fold(unit or ""):
            post, place = joined(taken.rest), None  # "Bí thư Đảng ủy" where the unit is said elsewhere
        left = [text for text, used in ((post, position), (place, unit)) if used and text and fold(text) != fold(used)]
        return position or post, unit or place, "; ".join(left) or None
    return position, unit, None


def _split(text: str, *, sure: bool = False) -> tuple[str | None, str | None]:
    bracket = _UNIT_BEHIND.fullmatch(text) if sure else None
    return post_and_unit(cut(f"{bracket[1]}, {bracket[2]}" if bracket else text), sure=sure)
