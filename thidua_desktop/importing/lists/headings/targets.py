"""Columns that no nomination has: ethnic group and address of people, decisions of former awards."""

from __future__ import annotations

import re
from collections.abc import Mapping

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.importing.lists.meanings.former import year_in

_F = ListField

_PEOPLE = (
    (_F.ETHNIC_GROUP, r"(?:thanh phan )?dan toc"),
    (_F.ADDRESS, r"dia chi(?: .*)?|noi o(?: .*)?|cho o(?: .*)?|que quan|noi cu tru|thuong tru"),
)
_HISTORY = (
    (_F.DECISION, r"(?:(?:quyet dinh|qd) )?so\b.*\bngay\b.*\b(?:qd|quyet dinh)?.*|quyet dinh \(?so.*ngay.*"),
    (_F.DECIDED_ON, r".*\b(?:ngay (?:qd|quyet dinh|ky|ban hanh|cap|khen|chap nhan)|ngay, ?thang(?:, ?nam)? (?:qd|quyet "
                    r"dinh|khen).*)|ngay thang|ngay|quyet dinh – ngay.*"),
    (_F.DECIDED_BY, r".*\b(?:co quan|cap|noi|don vi|nguoi) (?:ra |ban hanh|ky |tang|khen|quyet dinh|qd).*|nguoi ky|"
                    r"cap quyet dinh|cap khen.*|cap do"),
    (_F.DECISION, r".*\b(?:so quyet dinh|so qd|quyet dinh(?: so)?|qd so|so van ban).*|qd"),
    (_F.AWARD_YEAR, r"nam(?: (?:khen|duoc khen|dat|cong nhan|thanh tich).*)?|nam hoc"),
    (_F.CITATION, r"(?:noi dung|ly do|thanh tich).*"),
    (_F.AWARD, r".*\b(?:danh hieu|hinh thuc|loai thanh tich|ten thanh tich|khen thuong)\b.*|da (?:dat|duoc khen).*"),
)  # fmt: skip
_LEVEL = re.compile(r"cap (?:khen|quyet dinh|trao).*")
_RULES = {ListTarget.PEOPLE: _PEOPLE, ListTarget.AWARD_HISTORY: _HISTORY}
_COMPILED = {target: tuple((field, re.compile(rule)) for field, rule in rules) for target, rules in _RULES.items()}
_MEANT_OTHERWISE = {
    ListTarget.PEOPLE: (_F.OTHER, _F.UNIT, _F.DEPARTMENT),
    ListTarget.AWARD_HISTORY: (_F.OTHER, _F.UNIT, _F.DEPARTMENT, _F.BIRTH_YEAR, _F.AWARD_CODE),
}


def fields_for(
    target: ListTarget, fields: Mapping[int, ListField], headings: Mapping[int, str]
) -> Mapping[int, ListField]:
    """The fields of a table's columns; those that a nomination has no use for by what the target makes of them."""
    rules = _COMPILED.get(target)
    if rules is None:
        return fields
    found = dict(fields)
    awards = [column for column in fields if fields[column] is _F.AWARD]
    levels = [column for column in awards if _LEVEL.fullmatch(fold(headings[column]))]
    if target is ListTarget.AWARD_HISTORY and len(levels) < len(awards):
        found |= dict.fromkeys(levels[:1], _F.DECIDED_BY)  # "Cấp khen" beside "Danh hiệu"
    for column in sorted(fields):
        if fields[column] not in _MEANT_OTHERWISE[target]:
            continue
        words = re.sub(r"\([^()]*\)", " ", fold(headings[column])).strip(" .:;*")
        meant = next((field for field, rule in rules if rule.fullmatch(words)), None)
        by_year = meant is _F.AWARD and year_in(headings[column]) is not None
        if meant is not None and (by_year or meant not in found.values()):
            found[column] = meant
    return found
