"""Which column of a heading holds what, where several could: each field once, the names, this year's awards."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.titles import lists_collectives
from thidua_desktop.importing.lists.headings.stacks import SEXES, field_of_stack
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import only_kind

_F = ListField
_ENOUGH = 4
_NAMES = (_F.NAME, _F.GIVEN_NAME)
_COUNTS = re.compile(r"(?:tong )?so (?!hieu|dinh danh|cccd|tt)|ty le|tong|cong|so luong|%")
_LEVELS = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        r"tinh|thanh pho|tong cong ty|tap doan|(?<!can )bo(?! (?:phan|mon))|chu quan|cap tren",
        r"huyen|(?<!co )(?<!chu )quan(?! (?:ly|nhan|doi))|thi xa|thanh uy",
        r"(?<!hop tac )xa|phuong|dac khu|thi tran|don vi|co quan|cong ty|truong|so|chi nhanh|nha may|xi nghiep|"
        r"benh vien|trung tam|dang bo|lien doi|trung doan",
        r"phan xuong|xuong|to san xuat|thon|buon|lang|xom|ap|khom|to dan pho|tdp|khu pho|khu dan cu|"
        r"chi (?:doan|doi|hoi|bo)|tieu doan|tram|phong|khoa|doi|bo phan|khoi",
        r"(?<!hop )to(?! (?:dan pho|chuc|san xuat))|lop|nhom|ca|kip|to hoi|phan hoi|phan doi|dai doi",
    )
)
"""Words for places and units, those that lie inside of the former further down."""
_STAGES = (
    re.compile(r"\bdang ky\b|\btu (?:nhan|danh gia|xep|xet|de nghi|binh)\b|\bca nhan (?:tu|de nghi|nhan)\b"),
    re.compile(r"\b(?:to|khoa|phong|bo phan|doi|nhom|tap the|lop|chi bo)\b.*\b(?:de nghi|binh|xet|xep|suy ton)\b|"
               r"^(?:binh xet|de nghi) (?:cua )?(?:to|khoa|phong|bo phan|doi|nhom|tap the|lop)\b"),
    re.compile(r"\bde nghi\b|\bbinh xet\b|\btrinh\b|\bxet tang\b"),
    re.compile(r"\b(?:hoi dong|hd|hdtdkt|cap tren|thong qua|duyet|cong nhan|chinh thuc)\b|^ket qua\b"),
)  # fmt: skip
"""What the headings of award columns say of the way of a proposal, in its order."""
_DUTY = re.compile(
    r"(?:nhiem vu|cong viec|cong tac|phan cong|mon|day|giang day|chuyen mon|kiem nhiem|vai tro|linh vuc|trach nhiem)\b|"
    r".*\b(?:duoc giao|dam nhan|dam nhiem|phu trach|phan cong)\b"
)
_ADDRESS = re.compile(r"\b(?:dia chi|tru so|noi o|cho o|cu tru|thuong tru|tam tru|ho khau|hktt|dia ban)\b")
_CAREER = re.compile(r"\bqua trinh (?:cong tac|hoat dong|hoc tap|dao tao|lam viec|tham gia)\b|\bly lich\b")
_AT_WORK = re.compile(r"\b(?:cong tac|lam viec|co quan|dvct|noi ct)\b")
_PLACE = re.compile(
    r"(?:ten )?(?:xa|phuong|dac khu|huyen|quan|thi tran|thon|xom|ap|ban|buon|khom|to dan pho|tdp|khu pho|khu dan cu|"
    r"tinh)"
    r"(?: ?[/,;&–-] ?(?:xa|phuong|dac khu|thi tran|thon|xom|ap|ban|buon|khom|to dan pho|tdp|khu pho|khu dan cu))*"
)
_POST = re.compile(r".*\b(?:chuc vu|chuc danh|cuong vi|chuc)\b")
_ONCE = frozenset(_F) - {
    *(_F.OTHER, _F.NAME, _F.FAMILY_NAME, _F.AWARD, _F.AWARD_MARK, _F.NOTE, _F.CITATION, _F.ORDINAL, _F.POSITION),
    _F.KIND,
}
_OF_PERSONS = re.compile(r"\bho\b.*\bten\b|\bhoten\b|ca nhan")
_YEAR = re.compile(r"20\d\d")
_PROPOSED = re.compile(r"\b(?:de nghi|dang ky|xet tang|(?<!qua )(?<!cong )trinh(?! do))\b")


def twin_of(columns: Sequence[int], stacks: Mapping[int, tuple[str, ...]]) -> int | None:
    """Where a heading of at least two columns begins again word for word: two halves of a list side by side."""
    words = [fold(" ".join(stacks[column])) for column in columns]
    half = len(words) // 2
    if half < 2 or len(words) % 2 or words[:half] != words[half:]:
        return None
    return columns[half] if any(field_of_stack(stacks[column]) in _NAMES for column in columns[:half]) else None


def with_name(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """The column behind the ordinals holds the names where no heading says so and three others are known."""
    ordinals = [column for column, found in fields.items() if found is _F.ORDINAL]
    known = sum(found is not _F.OTHER for found in fields.values())
    behind = sorted(column for column in fields if ordinals and column > ordinals[0])[:1]
    if known < _ENOUGH or not behind or field_of_stack(stacks[behind[0]]) is not None:
        return dict(fields)
    if any(found in (*_NAMES, _F.FAMILY_NAME) for found in fields.values()):
        return dict(fields)
    return {**fields, behind[0]: _F.NAME}


def both_sexes(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Names stand below "Ông" and "Bà" side by side, where no other column is for names."""
    sexes = [at for at in sorted(fields) if fold(stacks[at][-1]).strip(" .:") in ("ong", "ba")]
    named = any(found in (*_NAMES, _F.FAMILY_NAME) for at, found in fields.items() if at not in sexes)
    if named or len(sexes) != len(("ong", "ba")):
        return dict(fields)
    return {**fields, **dict.fromkeys(sexes, _F.NAME)}


def one_number(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Of an old and a new identity number the new one."""
    numbers = [column for column, found in fields.items() if found is _F.ID_NUMBER]
    new = [column for column in numbers if re.search(r"cccd|can cuoc|dinh danh", fold(" ".join(stacks[column])))]
    old = {column: _F.OTHER for column in numbers if len(new) == 1 and column not in new}
    return {**fields, **old}


def this_year(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Of several award columns those of former years are no part of a nomination."""
    words = {at: fold(" ".join(stacks[at])) for at, found in fields.items() if found in (_F.AWARD, _F.AWARD_MARK)}
    years = {at: max(map(int, found)) for at, text in words.items() if (found := _YEAR.findall(text))}
    meant = {at for at, text in words.items() if _PROPOSED.search(text)}
    if not meant and len(years) == len(words):
        meant = {at for at in years if years[at] == max(years.values())}
    former = {at for at in words.keys() - meant if at in years or "cac nam" in words[at]} if meant else set()
    return {at: _F.OTHER if at in former else found for at, found in fields.items()}


def settled(
    fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]], above: Sequence[Line] = ()
) -> dict[int, ListField]:
    """Each field once; a unit or form of address is the name where no other column can be.

    ``above``: the lines over the heading, whose title tells a list of collectives from a table of numbers.
    """
    kept: dict[int, ListField] = {}
    fields = _by_level(_homes(_last_stage(fields, stacks), stacks), stacks)
    has_unit = _F.UNIT in fields.values()
    for column in sorted(fields):
        found = fields[column]
        repeated = found in _ONCE and found in kept.values()
        kept[column] = _second(found, kept, has_unit=has_unit) if repeated else found
    if not any(found in _NAMES for found in kept.values()):
        _promote(kept, stacks, above)
    if _F.NAME in kept.values() and _F.GIVEN_NAME in kept.values():
        kept |= {at: _F.FAMILY_NAME for at, found in kept.items() if found is _F.NAME}
    if _F.BIRTH_MONTH in kept.values() and _F.BIRTH in kept.values():
        kept[_column(kept, _F.BIRTH)] = _F.BIRTH_YEAR
    if {_F.BIRTH_DAY, _F.BIRTH_MONTH} <= set(kept.values()):
        kept |= {at: _F.BIRTH_YEAR for at in kept if stacks[at][-1].casefold() == "năm"}
    if _F.BIRTH_YEAR not in kept.values():
        kept |= {at: _F.OTHER for at, found in kept.items() if found in (_F.BIRTH_DAY, _F.BIRTH_MONTH)}
    if _F.ADDRESS in kept.values() and not {_F.UNIT, _F.DEPARTMENT, _F.POSITION_AND_UNIT} & set(kept.values()):
        kept[_column(kept, _F.ADDRESS)] = _F.UNIT  # nothing else says where somebody belongs
    return kept | _duties(kept, stacks) | _careers(kept, stacks)


def _careers(kept: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Where somebody has worked is no reason where another column says what he has done."""
    told = {at: fold(" ".join(stacks[at])) for at, found in kept.items() if found is _F.CITATION}
    careers = [at for at, words in told.items() if _CAREER.search(words) and "thanh tich" not in words]
    return dict.fromkeys(careers, _F.OTHER) if len(careers) < len(told) else {}


def is_address(heading: str) -> bool:
    """Whether a heading asks where somebody lives, not where he works."""
    words = fold(heading)
    return _ADDRESS.search(words) is not None and not _AT_WORK.search(words)


def _homes(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> Mapping[int, ListField]:
    """Where somebody lives is no part of where he works: "Địa chỉ", "Xã/phường" beside "Đơn vị công tác"."""
    words = {at: fold(" ".join(stacks[at])) for at, found in fields.items() if found in (_F.UNIT, _F.DEPARTMENT)}
    homes = {at for at, text in words.items() if _ADDRESS.search(text) and not _AT_WORK.search(text)}
    work = [at for at, text in words.items() if at not in homes and _AT_WORK.search(text)]
    homes |= {at for at, text in words.items() if work and _PLACE.fullmatch(text)}
    beside = words.keys() - homes or _F.POSITION_AND_UNIT in fields.values()
    return {at: _F.ADDRESS if at in homes and beside else found for at, found in fields.items()}


def _duties(kept: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """What somebody has to do is no post where another column says that: "Chức vụ | Nhiệm vụ được giao"."""
    posts = [at for at, found in kept.items() if found is _F.POSITION]
    words = {at: fold(" ".join(stacks[at])) for at in posts}
    duties = [at for at in posts if _DUTY.match(words[at]) and not _POST.match(words[at])]
    return dict.fromkeys(duties, _F.OTHER) if len(duties) < len(posts) else {}


def _last_stage(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> Mapping[int, ListField]:
    """Of what somebody registered, the group proposed and the council agreed to, the last is the proposal."""
    awards = {at: _stage(" ".join(stacks[at])) for at, found in fields.items() if found is _F.AWARD}
    staged = {at: step for at, step in awards.items() if step}
    if len(set(staged.values())) < len(("registered", "proposed")):
        return fields
    last = max(staged.values())
    return {at: _F.OTHER if 0 < awards.get(at, 0) < last else found for at, found in fields.items()}


def _stage(heading: str) -> int:
    """How far a proposal has come where a heading says so: registered or by oneself, the group, the unit, the end."""
    words = fold(heading)
    return next((step for step, stage in enumerate(_STAGES, start=1) if stage.search(words)), 0)


def _by_level(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> Mapping[int, ListField]:
    """Of two unit columns the inner one is the department where its heading says so: "Phân xưởng | Chi nhánh"."""
    units = [column for column in sorted(fields) if fields[column] is _F.UNIT]
    named = any(found in _NAMES for found in fields.values())
    if len(units) != len(("inner", "outer")) or _F.DEPARTMENT in fields.values() or not named:
        return fields
    first, second = (_level(stacks[column][-1]) for column in units)
    if not first or not second or first == second:
        return fields
    return {**fields, units[0] if first > second else units[1]: _F.DEPARTMENT}


def _level(heading: str) -> int:
    """How far inside of others the units lie that a heading asks for; 0 where it does not say."""
    words = fold(heading)
    return next((step for step, level in enumerate(_LEVELS, start=1) if level.search(words)), 0)


def one_name(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Of several name columns the one for persons; "Tên đơn vị" beside it is the unit."""
    names = [column for column, found in fields.items() if found is _F.NAME]
    words = {column: fold(" ".join(stacks[column])).replace("_", " ") for column in names}
    if len(names) == len(SEXES) // 2 and all(fold(stacks[column][-1]) in SEXES for column in names):
        return dict(fields)
    chosen = next((column for column in names if _OF_PERSONS.search(words[column])), names[0] if names else None)
    kinds = [only_kind(words[column]) for column in names]
    if len(names) > 1 and None not in kinds and len(set(kinds)) == len(kinds):
        return dict(fields)  # collectives and persons have columns of their own
    others = {column: _F.UNIT if "don vi" in words[column] else _F.OTHER for column in names if column != chosen}
    return {**fields, **others}


def _promote(kept: dict[int, ListField], stacks: Mapping[int, tuple[str, ...]], above: Sequence[Line]) -> None:
    counts = sum(_COUNTS.match(fold(stacks[at][-1])) is not None for at in kept)
    awarded = any(found is _F.AWARD for found in kept.values())
    statistics = not awarded and counts > 1 and counts * 2 >= len(kept) - 1  # "Đơn vị | Số tập thể | Số cá nhân"
    for stand_in in (_F.HONORIFIC, _F.UNIT, _F.DEPARTMENT):
        if stand_in in kept.values():
            called = fold(stacks[_column(kept, stand_in)][-1]).startswith("ten ")
            if statistics and not called and not lists_collectives(above):
                return
            kept[_column(kept, stand_in)] = _F.NAME
            inner = next((at for at, found in kept.items() if found is _F.DEPARTMENT), None)
            if inner is not None and _ADDRESS.search(fold(stacks[inner][-1])):
                kept[inner] = _F.UNIT  # "Tên doanh nghiệp | Địa chỉ trụ sở": no part of the sender
            return


def _column(kept: Mapping[int, ListField], wanted: ListField) -> int:
    return next(at for at, found in kept.items() if found is wanted)


def _second(found: ListField, kept: Mapping[int, ListField], *, has_unit: bool) -> ListField:
    if found is _F.UNIT and _F.DEPARTMENT not in kept.values():
        return _F.DEPARTMENT
    if found is _F.DEPARTMENT and not has_unit:
        return _F.UNIT  # "Đội" and "Phòng", both below the sender
    return _F.OTHER
