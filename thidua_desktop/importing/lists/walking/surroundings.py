"""What stands around the rows of a table: its title, its heading, the groups and the sender above them."""

from __future__ import annotations

import re

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.around import Around
from thidua_desktop.importing.lists.above.groups import Groups
from thidua_desktop.importing.lists.above.senders import Sender
from thidua_desktop.importing.lists.above.titles import Title
from thidua_desktop.importing.lists.headings.habits import Habits
from thidua_desktop.importing.lists.headings.tables import Header
from thidua_desktop.importing.lists.meanings.awards import AwardReader
from thidua_desktop.importing.lists.meanings.lines import Sheet
from thidua_desktop.importing.lists.meanings.units_in_posts import PLACED
from thidua_desktop.importing.lists.meanings.verdicts import heads_the_refused

_F = ListField
_PRAISE = re.compile(r"bang khen|giay khen|bk|gk")


def surroundings(
    sheet: Sheet, title: Title, habits: Habits | None, groups: Groups, *, sender: Sender | None, awards: AwardReader
) -> Around:
    """What the rows below may be told by; ``habits`` is None above the first table."""
    header = habits.header if habits is not None else None
    return Around(
        title=title.text,
        kind=_kind(title, header),
        award=(header.award if header else None) or title.award or sheet_award(sheet, awards),
        occasion=groups.occasion or title.occasion,
        groups=groups.texts,
        group_kind=groups.kind,
        group_award=groups.award,
        group_unit=groups.unit,
        sender=sender,
        has_posts=header is not None and header.has(_F.POSITION, _F.POSITION_AND_UNIT),
        units_in_posts=header is not None and not header.has(*PLACED),
        bare_names=habits is not None and habits.bare_names,
        posts_in_brackets=header is not None and header.posts_in_brackets,
        refused=groups.refused or (title.text if title.text and heads_the_refused(title.text) else None),
    )


def _kind(title: Title, header: Header | None) -> RecipientKind | None:
    """Of whom title and name heading speak; "Họ và tên" in a list of households is the head of one."""
    of_heading = header.kind if header else None
    if title.kind is RecipientKind.HOUSEHOLD and of_heading is RecipientKind.PERSON:
        return title.kind
    return of_heading or title.kind


def sheet_award(sheet: Sheet, awards: AwardReader) -> str | None:
    """The award by which a worksheet is called, as in workbooks with a sheet for each."""
    name = sheet.name
    named = name is not None and (awards.award_id(name, None) is not None or _PRAISE.fullmatch(fold(name)) is not None)
    return name if named else None
