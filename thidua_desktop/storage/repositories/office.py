"""The office that keeps the file: a single row."""

from __future__ import annotations

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.units import Office
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class OfficeRepository(Repository):
    """Row 1 of ``office``; missing until the office has been described for the first time."""

    table = "office"
    kind = Kind.OFFICE

    def get(self) -> Office:
        """The office; empty fields before the first ``save``."""
        found = self._where("id = 1")
        return _office(found[0]) if found else Office()

    def save(self, office: Office) -> None:
        """Keep the description of the office."""
        row = _row(office)
        if self._where("id = 1"):
            self._update(1, row)
        else:
            self._insert({"id": 1, **row})


def _row(office: Office) -> Row:
    return {
        "name": rows.text(office.name),
        "superior": rows.text(office.superior),
        "place": rows.text(office.place),
        "code": rows.text(office.code),
        "signer_posts": rows.array(office.signer_posts),
        "signer_name": rows.text(office.signer_name),
        "compiler_name": rows.text(office.compiler_name),
    }


@rows.reading
def _office(row: Row) -> Office:
    return Office(
        name=row["name"],
        superior=row["superior"],
        place=row["place"],
        code=row["code"],
        signer_posts=rows.texts(row["signer_posts"]),
        signer_name=row["signer_name"],
        compiler_name=row["compiler_name"],
    )
