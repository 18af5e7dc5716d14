"""The award that only the name of a file tells: "DS Lao dong tien tien 2025 - MN Hoa Sen.xlsx"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.lists import ListRow
from thidua_desktop.importing.lists.awards import AwardReader, award_phrase

_ENDING = re.compile(r"\.\w{1,5}$")
_SIGNS = re.compile(r"[_.]+|(?<=\w)-(?=\w)")


def with_award_of(
    name: str, rows: Sequence[ListRow], awards: AwardReader
) -> tuple[tuple[ListRow, ...], tuple[Finding, ...]]:
    """The rows with the award by which their file is called, where nothing inside it names one, and what is said of it.

    Args:
        name: of the file, with its ending; empty for the clipboard.
        rows: of the whole list. One row with an award, and the name of the file is not asked.
        awards: the catalogue; a name that is none of its awards beyond doubt is not taken.
    """
    if not name or not rows or any(row.award is not None for row in rows):
        return tuple(rows), ()
    phrase = award_phrase(squeeze(_SIGNS.sub(" ", _ENDING.sub("", name))))
    known = {kind: awards.award_id(phrase, kind) for kind in {row.kind for row in rows}}
    fitting = {kind: award for kind, award in known.items() if award is not None and awards.fits(award, kind)}
    count = sum(row.kind in fitting for row in rows)
    if phrase is None or not count:
        return tuple(rows), ()
    names = {kind: awards.called(award) for kind, award in fitting.items()}
    filled = (
        row._replace(award=names[row.kind], award_id=fitting[row.kind]) if row.kind in fitting else row for row in rows
    )
    return tuple(filled), (Finding("list.award_of_file_name", params={"award": phrase, "count": count}),)
