"""What a sentence above pasted rows says of them: "Khoa Mẫu gửi danh sách đề nghị Lao động tiên tiến năm 2025:"."""

from __future__ import annotations

import re
from dataclasses import replace

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.importing.lists.awards import award_phrase
from thidua_desktop.importing.lists.lines import Sheet
from thidua_desktop.importing.lists.senders import Sender, sender_of
from thidua_desktop.importing.lists.titles import Title
from thidua_desktop.importing.lists.vocabulary import is_unit, only_kind

_SENDS = re.compile(r"(?P<unit>[^:;]{4,100}?),? (?:xin |kính )?(?:gửi|trình|đề nghị|báo cáo|lập) ", re.IGNORECASE)


def told_above(sheet: Sheet, title: Title) -> tuple[Title, Sender | None]:
    """The title with the award that the lines above rows without a heading name, and who sends them."""
    first = next((at for at, line in enumerate(sheet.lines) if line.is_row and len(line.cells) > 1), 0)
    above = sheet.lines[:first]
    sender = sender_of(above)
    for line in above:
        text = squeeze(line.text)
        award = award_phrase(text) if text.endswith(":") else None
        if award is None:
            continue
        if title.award is None:
            title = replace(title, text=title.text or text, kind=title.kind or only_kind(text), award=award)
        sends = _SENDS.match(text)
        if sender is None and sends is not None and is_unit(sends["unit"]):
            sender = Sender(sends["unit"].strip(), said=False)
    return title, sender
