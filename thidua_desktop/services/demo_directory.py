"""A directory for the sample office: invented units, people and what is known of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import (
    Clearance,
    Cleared,
    ClusterRank,
    Initiative,
    MemberFigures,
    Rating,
    Reach,
    Spell,
    YearRating,
)
from thidua_desktop.domain.facts import Fact, KeptFact
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.services.container import Services

_DATA = "demo/directory.toml"
_GENDERS = {"Ông": "male", "Bà": "female"}
_MERGED_ON = date(2025, 3, 1)
_CHOSEN = "Nguyễn Thị Thu Hà"
_COLLECTIVE = "Phòng Thi đua - Khen thưởng"


def build(services: Services) -> None:
    """Fill the directory of an office file; one that holds recipients stays as it is."""
    if services.recipients.rows():
        return
    sample = tomllib.loads(resource(_DATA).read_text(encoding="utf-8"))
    units = _units(services, sample)
    known = _recipients(services, sample, units)
    _awards(services, sample, known)
    _facts(services, known)
    services.recipients.save_posts(known[_CHOSEN], _posts(known[_CHOSEN]))


def _units(services: Services, sample: Mapping[str, Any]) -> Mapping[str, UnitId]:
    """The units, of which two have since become one, and a spelling that was learned."""
    ids: dict[str, UnitId] = {unit.name: unit.id for unit in services.units.all() if unit.id is not None}
    for name, short, kind, parent, since, until in map(_fields, sample["units"]):
        unit = Unit(
            name,
            short or None,
            ids.get(parent),
            date.fromisoformat(since) if since else None,
            date.fromisoformat(until) if until else None,
            ids.get(name),
            UnitKind(kind),
        )
        created = services.units.save(unit).created
        ids[name] = UnitId(created[0]) if created else ids[name]
    finance = ids["Sở Tài chính"]
    services.units.merge([ids["Sở Kế hoạch và Đầu tư"]], finance, _MERGED_ON, decision="Nghị quyết 18/NQ-HĐND")
    services.units.learn(ids["Sở Giáo dục và Đào tạo"], "Sở GD-ĐT")
    services.units.learn(ids["Sở Giáo dục và Đào tạo"], "Sở Giáo dục & Đào tạo Hồng Sơn")
    return ids


def _recipients(
    services: Services, sample: Mapping[str, Any], units: Mapping[str, UnitId]
) -> Mapping[str, RecipientId]:
    made = [
        *(_person(line, units) for line in map(_fields, sample["persons"])),
        *(
            Recipient(RecipientKind.COLLECTIVE, name, unit_id=units[unit], founded=int(founded))
            for name, unit, founded in map(_fields, sample["collectives"])
        ),
        *(
            Recipient(RecipientKind.HOUSEHOLD, name, birth=birth, address=address, unit_id=units[unit])
            for name, birth, address, unit in map(_fields, sample["households"])
        ),
    ]
    created = services.recipients.save_many(made).created
    return {one.name: RecipientId(number) for one, number in zip(made, created, strict=True)}


def _person(line: list[str], units: Mapping[str, UnitId]) -> Recipient:
    name, birth, number, group, post, unit, classes = line
    title, _, rest = name.partition(" ")
    return Recipient(
        RecipientKind.PERSON,
        rest,
        honorific=title,
        gender=_GENDERS[title],
        birth=birth or None,
        id_number=number or None,
        ethnic_group=group or None,
        position=post or None,
        unit_id=units[unit],
        classes=tuple(classes.split()),
        awards_known_from=2020 if rest == _CHOSEN else None,
    )


def _awards(services: Services, sample: Mapping[str, Any], known: Mapping[str, RecipientId]) -> None:
    entries, tree = [], services.units.tree()
    for name, award, year, decision, day in map(_fields, sample["awards"]):
        decided = date.fromisoformat(day)
        unit_id = services.recipients.get(known[name]).unit_id
        then = tree.at(unit_id, decided) if unit_id is not None else ()
        entry = RegisterEntry(known[name], award, int(year), name, decided_on=decided, decision=decision)
        entries.append(replace(entry, unit_id=then[0], unit=tree.name(then[0])) if len(then) == 1 else entry)
    services.register.add_many(entries)


def _facts(services: Services, known: Mapping[str, RecipientId]) -> None:
    of_person: list[Fact] = [
        YearRating(2022, Rating.WELL, "01/TB-SNV"),
        YearRating(2023, Rating.EXCELLENT, "01/TB-SNV"),
        YearRating(2024, Rating.EXCELLENT, "02/TB-SNV"),
        YearRating(2025, Rating.WELL),
        Initiative(2023, Reach.UNIT, "Số hóa hồ sơ khen thưởng", "345/QĐ-SNV", used_for=("chien_si_thi_dua_co_so",)),
        Initiative(2024, Reach.PROVINCE, "Kho dữ liệu khen thưởng dùng chung của tỉnh", "120/QĐ-HĐSK"),
        Spell("sector", date(2009, 9, 1)),
        Clearance(Cleared.DISCIPLINE, date(2025, 12, 31), "Công văn 12/SNV-TCCB"),
    ]
    of_collective: list[Fact] = [
        YearRating(2024, Rating.EXCELLENT, "02/TB-SNV"),
        MemberFigures(2024, 12, (("lao_dong_tien_tien", 11), ("chien_si_thi_dua_co_so", 2)), 12, 0),
        ClusterRank(2024, "bo_tinh", 1, "Khối tham mưu tổng hợp"),
    ]
    kept = [KeptFact(known[_CHOSEN], fact) for fact in of_person]
    services.evidence.save_many([*kept, *(KeptFact(known[_COLLECTIVE], fact) for fact in of_collective)])


def _posts(recipient_id: RecipientId) -> list[Post]:
    return [
        Post(recipient_id, "Chuyên viên", unit="Sở Nội vụ", since=date(2009, 9, 1), until=date(2019, 5, 31)),
        Post(recipient_id, "Phó Trưởng phòng", unit=_COLLECTIVE, since=date(2019, 6, 1)),
    ]


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.split("|")]
