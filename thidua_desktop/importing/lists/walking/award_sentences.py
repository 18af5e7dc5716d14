"""Sentences over the tables of a decision: "Điều 2. Tặng Giấy khen … cho 04 cá nhân:" [table] "và 04 hộ gia đình:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.importing.lists.above.groups import Group, Groups, group_of, labelled
from thidua_desktop.importing.lists.above.pasted_titles import leads_over, names_more, plain_sentence
from thidua_desktop.importing.lists.above.titles import Title
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import kinds_in

_ARTICLE = re.compile(r"(?:điều|khoản|mục) \d{1,2} ?[.:)–-]?\s*", re.IGNORECASE)
_GIVES = re.compile(
    r"(?:nay |nhat tri |thong nhat )?(?:(?:de nghi|trinh|de xuat) .{0,120}?)?"
    r"\b(?:(?:truy )?tang(?: thuong)?|khen(?: thuong)?|cong nhan|trao(?: tang)?|bieu duong|tuyen duong)\b"
)
"""Begins a sentence that gives an award, or asks somebody to give it."""
_ARTICLES, _STYLE = "article", "sentence"
_LONGEST = 400


def heads_table(line: Line, lines: Sequence[Line], at: int, groups: Groups) -> Group | None:
    """The heading that a paragraph right above a table makes: a sentence of award, or more recipients of the last one.

    "và 04 hộ gia đình:" names no award and goes on with that of the sentence before.
    """
    if line.is_row or len(line.text) > _LONGEST or not _is_over_table(lines, at):
        return None
    label = labelled(line.text)
    article = _ARTICLE.match(label.rest)
    words = label.rest[article.end() :] if article else label.rest
    said = fold(words)
    if _GIVES.match(said) and kinds_in(words) and (leads_over(line.text) or _counts(said)):
        style = _ARTICLES if article else label.style or _STYLE
        group = group_of(label.typed, style, label.rest)
        return replace(group, award=award_phrase(plain_sentence(words)))
    opened = any(former.award or former.style in (_ARTICLES, _STYLE) for former in groups.stack)
    if opened and names_more(words):
        return group_of(label.typed, label.style, label.rest)
    return None


def end_articles(groups: Groups, group: Group) -> None:
    """Leave what stands above an article: it begins anew, as does a sentence without a number below one."""
    if group.style == _ARTICLES:
        groups.stack.clear()
    elif group.style == _STYLE:
        groups.stack[:] = [former for former in groups.stack if former.style != _ARTICLES]


def without_former(title: Title, former: str | None, groups: Groups) -> Title:
    """The title without the award that only the sentence over the table before has named.

    Args:
        title: of the sheet; where it has no words for an award of its own, the first sentence has given it one.
        former: the award in force above the sentence that has just been entered.
        groups: the headings in force now.
    """
    taken = former is not None and title.award is not None and fold(former) == fold(title.award)
    return replace(title, award=None) if taken and groups.award is None else title


def _is_over_table(lines: Sequence[Line], at: int) -> bool:
    below = next((later for later in lines[at + 1 : at + 4] if any(later.cells.values())), None)
    return below is not None and below.is_row and len(below.cells) > 1


def _counts(said: str) -> bool:
    return re.search(r"\b(?:cho|doi voi) (?:cac |\d{1,3} )", said) is not None
