"""Provinces and ethnic groups, read once from the data that ship with the program."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.ethnic_groups import EthnicGroup, EthnicGroups
from thidua_desktop.domain.provinces import Province, ProvinceChange, ProvinceMap

_PROVINCES = "places/provinces.toml"
_ETHNIC_GROUPS = "places/ethnic-groups.toml"


class _Province(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    name: str
    type: str
    first_day: date | None = None
    last_day: date | None = None
    cccd: str | None = None
    aliases: tuple[str, ...] = ()


class _Change(msgspec.Struct, forbid_unknown_fields=True):
    day: date
    before: tuple[str, ...]
    after: str
    citation: str


class _Map(msgspec.Struct, forbid_unknown_fields=True):
    province: tuple[_Province, ...]
    change: tuple[_Change, ...]


class _Group(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    name: str
    aliases: tuple[str, ...] = ()


class _Groups(msgspec.Struct, forbid_unknown_fields=True):
    group: tuple[_Group, ...]


@lru_cache(maxsize=1)
def province_map() -> ProvinceMap:
    """The provinces before and since 01/7/2025, and what became of whom."""
    written = msgspec.toml.decode(resource(_PROVINCES).read_bytes(), type=_Map)
    return ProvinceMap(
        (
            Province(each.code, each.name, each.type, each.first_day, each.last_day, each.cccd, each.aliases)
            for each in written.province
        ),
        (ProvinceChange(each.day, each.before, each.after, each.citation) for each in written.change),
    )


@lru_cache(maxsize=1)
def ethnic_groups() -> EthnicGroups:
    """The ethnic groups of the list of 1979, found by name, alias or code."""
    written = msgspec.toml.decode(resource(_ETHNIC_GROUPS).read_bytes(), type=_Groups)
    return EthnicGroups(EthnicGroup(each.code, each.name, each.aliases) for each in written.group)
