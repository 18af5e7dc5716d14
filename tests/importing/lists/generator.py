"""Lists of random layout with the rows that they hold: for each seed one list, always the same.

A list is drawn in two steps. First who is in it and where each thing is said (award in a column, in group headings, in
the title …), then how it is laid out. What comes out is neutral data as in ``unseen.jsonl``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.importing.lists import words
from thidua_desktop.common.vietnamese import fold

Cells = list[Any]


@dataclass
class Entry:
    """A recipient with all that a list may say about it."""

    kind: str
    name: str
    gender: str | None = None
    birth: tuple[int, int, int] = (0, 0, 0)
    id_number: str = ""
    position: str = ""
    department: str = ""
    unit: str = ""
    award: str = ""
    award_words: str = ""
    citation: str = ""
    note: str = ""
    others: dict[str, str] = field(default_factory=dict)


@dataclass
class Plan:
    """Where a list says what, and how it looks."""

    kinds: tuple[str, ...]
    award_in: str
    """column, group, title, marks."""
    unit_in: str
    """column, department too, group, sender, with post, in name, nowhere."""
    kind_in: str
    """group, column, nowhere."""
    post_in: str
    """column, with unit, in name, nowhere."""
    birth_in: str
    """column, year, parts, by sex, nowhere."""
    id_in: str
    gender_in: str
    citation: bool
    note: bool
    other: str
    groups: tuple[str, ...] = ()
    """What the group headings say, outermost first."""


@dataclass
class Made:
    """A list as neutral data and the rows that are in it."""

    name: str
    spec: dict[str, Any]
    expected: list[dict[str, Any]]
    plan: Plan


def make(seed: int) -> Made:
    """The list of a seed."""
    draw = Random(seed)
    plan = _plan(draw)
    entries = _entries(draw, plan)
    from tests.importing.lists import generator_layout

    return generator_layout.lay_out(draw, plan, entries, f"{seed}")


def _plan(draw: Random) -> Plan:
    kinds = draw.choice([("person",)] * 4 + [("collective",)] + [("collective", "person")] * 4 + [("household",)])
    people = "person" in kinds
    award_in = draw.choice(["column"] * 4 + ["group", "group", "title", "marks"])
    unit_in = draw.choice(
        ["column"] * 4 + ["department too", "group", "group", "sender", "with post", "in name", "nowhere"]
    )
    post_in = draw.choice(["column"] * 4 + ["nowhere", "in name"])
    if not people:
        unit_in = draw.choice(["column", "nowhere", "group"])
        post_in = "nowhere"
    if unit_in == "with post":
        post_in = "with unit"
    if unit_in == "in name":
        post_in = "in name"
    if unit_in == "nowhere" and post_in == "in name":
        post_in = "column"
    mixed = len(kinds) > 1
    kind_in = draw.choice(["group", "group", "column", "nowhere"]) if mixed else "nowhere"
    if unit_in == "in name" and mixed:
        kind_in = "group"
    if award_in in ("title", "marks") and mixed and kind_in == "nowhere":
        award_in = "column"
    if award_in == "title" and mixed:
        award_in = "column"
    groups = [said for said, place in (("award", award_in), ("unit", unit_in), ("kind", kind_in)) if place == "group"]
    draw.shuffle(groups)
    if "unit" in groups and draw.random() < 0.6:
        groups.sort(key=lambda said: said == "unit")
    return Plan(
        kinds,
        award_in,
        unit_in,
        kind_in,
        post_in,
        draw.choice(["column", "column", "year", "parts", "by sex", "nowhere"]) if people else "nowhere",
        draw.choice(["column", "column", "nowhere"]) if people else "nowhere",
        draw.choice(["column", "nowhere", "address"]) if people else "nowhere",
        draw.random() < 0.4,
        draw.random() < 0.4,
        draw.choice([*words.HEADINGS["other"], *[""] * 8]),
        tuple(groups),
    )


def _entries(draw: Random, plan: Plan) -> list[Entry]:
    units = [_unit(draw) for _ in range(draw.choice([1, 2, 3, 4]))]
    sender = _unit(draw)
    awards = {kind: _awards(draw, kind, plan) for kind in plan.kinds}
    made: list[Entry] = []
    names: set[str] = set()
    for kind in plan.kinds:
        for _ in range(draw.randint(2, 7)):
            entry = _entry(draw, kind, plan)
            if entry.name in names:
                continue
            names.add(entry.name)
            entry.unit = sender if plan.unit_in == "sender" else draw.choice(units)
            entry.award, entry.award_words = draw.choice(awards[kind])
            made.append(entry)
    return made


def _awards(draw: Random, kind: str, plan: Plan) -> list[tuple[str, str]]:
    known = words.COLLECTIVE_AWARDS if kind == "collective" else words.PERSON_AWARDS
    if kind == "household":
        known = {award: known[award] for award in ("giay_khen_xa", "bang_khen_bo_tinh")}
    if plan.award_in == "group" and len(plan.kinds) > 1 and "kind" not in plan.groups[: plan.groups.index("award")]:
        known = {award: known[award] for award in ("giay_khen_xa", "bang_khen_bo_tinh")}
    most = 1 if plan.award_in == "title" else draw.randint(1, 3)
    chosen = draw.sample(sorted(known), min(most, len(known)))
    return [(award, draw.choice(known[award])) for award in chosen]


def _entry(draw: Random, kind: str, plan: Plan) -> Entry:
    citation, note = draw.choice(words.CITATIONS), draw.choice(["", "", "Mới", "Đủ hồ sơ", "Nghỉ hưu 01/2026"])
    others = {plan.other: draw.choice(words.OTHER_VALUES[plan.other])} if plan.other else {}
    if kind == "collective":
        return Entry(kind, _unit(draw), citation=citation, note=note, others=others)
    name, gender = _name(draw)
    if kind == "household":
        whose = draw.choice(
            ["Hộ ông ", "Gia đình ông ", "Hộ gia đình ông "] if gender == "male" else ["Hộ bà ", "Gia đình bà "]
        )
        return Entry(kind, whose + name, citation=citation, note=note, others=others)
    year, month, day = draw.randint(1962, 2001), draw.randint(1, 12), draw.randint(1, 28)
    place = draw.choice(["001", "010", "011", "012", "014", "038", "040", "079", "092", "008"])
    sex = ("0" if year < 2000 else "2") if gender == "male" else ("1" if year < 2000 else "3")
    number = f"{place}{sex}{year % 100:02d}{draw.randint(0, 999999):06d}"
    post = draw.choice(words.POSTS)
    if plan.post_in in ("in name", "with unit") and post in words.LOOSE_POSTS:
        post = "Chuyên viên"
    return Entry(
        kind, name, gender, (year, month, day), number, post, draw.choice(words.DEPARTMENTS),
        citation=citation, note=note, others=others,
    )  # fmt: skip


def _name(draw: Random) -> tuple[str, str]:
    if draw.random() < 0.06:
        return draw.choice(words.WHOLE_NAMES)
    gender = draw.choice(["male", "female"])
    middle = draw.choice(words.MIDDLE[gender])
    return f"{draw.choice(words.FAMILIES)} {middle} {draw.choice(words.GIVEN[gender])}", gender


def _unit(draw: Random) -> str:
    return draw.choice(words.UNITS).format(c=draw.choice(words.COMMUNE))


def without_diacritics(text: str) -> str:
    """A text as it is typed without diacritics, its capitals kept."""
    return "".join((fold(sign).upper() if sign.isupper() else fold(sign)) or sign for sign in text)
