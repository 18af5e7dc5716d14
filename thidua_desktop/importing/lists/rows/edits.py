"""The clerk's corrections laid over a row, read by the same rules as the cells of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.identity import check_id_number
from thidua_desktop.domain.lists import ListField, ListRow
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.importing.lists.meanings import values
from thidua_desktop.importing.lists.meanings.awards import AwardReader
from thidua_desktop.importing.lists.meanings.vocabulary import kind_of_value, occasion_in

_F = ListField
_GENDERS = {"male": "male", "nam": "male", "female": "female", "nu": "female"}
_ONLY_CELLS = (_F.ETHNIC_GROUP, _F.ADDRESS, _F.DECISION, _F.DECIDED_ON, _F.DECIDED_BY, _F.AWARD_YEAR)
_CHECKED_TOGETHER = (_F.ID_NUMBER, _F.BIRTH, _F.GENDER, _F.KIND)


@dataclass(frozen=True, slots=True)
class Edited:
    """A row with its corrections, and what has to be said about them."""

    row: ListRow
    findings: tuple[Finding, ...] = ()
    checked: frozenset[ListField] = frozenset()
    """Fields whose former findings no longer hold."""


def laid_over(row: ListRow, edits: Mapping[ListField, str], awards: AwardReader) -> Edited:
    """The row with the texts that the clerk has typed instead of what was read; an empty text empties the value."""
    findings: list[Finding] = []
    for field, text in edits.items():
        row = _EDITS.get(field, _text(field))(row, squeeze(text), findings)
    checked = set(edits)
    if checked & set(_CHECKED_TOGETHER):
        checked.update(_CHECKED_TOGETHER)
        found = check_id_number(row.id_number or "", gender=row.gender, birth=row.birth)
        findings += [replace(finding, severity=Severity.WARNING, source=row.source) for finding in found]
    if checked & {_F.AWARD, _F.KIND}:
        checked |= {_F.AWARD}
        row = _awarded(row, edits.get(_F.AWARD), awards, findings)
    return Edited(row, tuple(findings), frozenset(checked))


def _text(field: ListField) -> Callable[[ListRow, str, list[Finding]], ListRow]:
    def laid(row: ListRow, text: str, _findings: list[Finding]) -> ListRow:
        kept = text or None
        match field:
            case _F.HONORIFIC:
                return row._replace(honorific=kept)
            case _F.POSITION:
                return row._replace(position=kept)
            case _F.UNIT:
                return row._replace(unit=kept)
            case _F.CITATION:
                return row._replace(citation=kept)
            case _F.NOTE:
                return row._replace(note=kept)
            case _ if field in _ONLY_CELLS:
                others = tuple(cell for cell in row.cells if cell[0] is not field)
                return row._replace(cells=((field, text), *others))
        return row

    return laid


def _name(row: ListRow, text: str, _findings: list[Finding]) -> ListRow:
    return row._replace(name=text)


def _kind(row: ListRow, text: str, _findings: list[Finding]) -> ListRow:
    known = next((kind for kind in RecipientKind if kind.value == text), None) or kind_of_value(text)
    return row._replace(kind=known or row.kind)


def _gender(row: ListRow, text: str, _findings: list[Finding]) -> ListRow:
    return row._replace(gender=_GENDERS.get(fold(text)))


def _birth(row: ListRow, text: str, findings: list[Finding]) -> ListRow:
    value = values.read_birth(text)
    if value.lost:
        findings.append(Finding("list.birth_not_read", params={"text": text}, source=row.source))
    return row._replace(birth=value.text)


def _id_number(row: ListRow, text: str, findings: list[Finding]) -> ListRow:
    value = values.read_id_number(text) if text else values.Value(None)
    if value.lost:
        findings.append(Finding("list.id_number_lost", params={"text": text, "name": row.name}, source=row.source))
    return row._replace(id_number=value.text)


def _occasion(row: ListRow, text: str, _findings: list[Finding]) -> ListRow:
    known = next((occasion for occasion in Occasion if occasion.value == text), None)
    return row._replace(occasion=known or occasion_in(text))


def _award(row: ListRow, text: str, _findings: list[Finding]) -> ListRow:
    return row._replace(award=text or None, award_id=None)


def _awarded(row: ListRow, text: str | None, awards: AwardReader, findings: list[Finding]) -> ListRow:
    """The award by its id or its name; an award for others than such a recipient is said."""
    if text is not None:
        written = squeeze(text)
        by_id = next((award for award in awards.catalogue if award.id == written), None)
        found = by_id.id if by_id is not None else awards.award_id(written, row.kind)
        row = row._replace(award=by_id.name if by_id is not None else written or None, award_id=found)
    elif row.award is not None and row.award_id is None:
        row = row._replace(award_id=awards.award_id(row.award, row.kind))
    if row.award_id is not None and not awards.fits(row.award_id, row.kind):
        params = {"award": row.award or "", "name": row.name}
        findings.append(Finding("list.award_not_for_kind", params=params, source=row.source))
        row = row._replace(award_id=None)
    return row


_EDITS: Mapping[ListField, Callable[[ListRow, str, list[Finding]], ListRow]] = {
    _F.NAME: _name,
    _F.KIND: _kind,
    _F.GENDER: _gender,
    _F.BIRTH: _birth,
    _F.ID_NUMBER: _id_number,
    _F.OCCASION: _occasion,
    _F.AWARD: _award,
}
