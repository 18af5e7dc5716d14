"""What the cells below a heading tell about columns whose heading says nothing, or that have none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.headings.addresses import holds_addresses
from thidua_desktop.importing.lists.headings.cell_tests import (
    MOSTLY,
    are_capitals,
    are_places,
    is_award,
    is_code,
    is_figure,
    is_id_number,
    is_kind,
    is_no_reason,
    is_occasion,
    is_rank,
    is_reason,
    is_told,
    is_vote,
    is_word,
    may_be_id_number,
    mostly,
    only_crosses,
    ticks_by_rings,
)
from thidua_desktop.importing.lists.headings.headings import field_of, likely_field
from thidua_desktop.importing.lists.headings.settling import is_address
from thidua_desktop.importing.lists.headings.tables import Header, header_at, is_number_row
from thidua_desktop.importing.lists.meanings.awards import AwardReader
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.posts import cut, post_and_unit
from thidua_desktop.importing.lists.meanings.verdicts import agrees, refuses
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_unit
from thidua_desktop.importing.lists.rows.ticks import counted, only_counts

_F = ListField
_KINDS = re.compile(r"(?:la )?(?:ca nhan|tap the|ho(?: gia dinh| gd)?)")
_RANKS = re.compile(r"(?:hang )?(?:nhat|nhi|ba|i{1,3}|[123])")
_OF_RATING = re.compile(r"\b(?:xep loai|xl|phan loai|ket qua|danh gia)\b")
_OF_REASON = re.compile(r"\b(?:noi dung|ly do|thanh tich)\b")
_LEVELS = re.compile(r"(?:cap|muc|co quan|noi)(?: (?:khen|khen thuong|quyet dinh|tang|de nghi|trinh))?")
_GIVING = re.compile(
    r"(?:don vi|co quan|to chuc|cap)(?: ra)? (?:khen(?: thuong)?|tang(?: thuong)?|cong nhan|quyet dinh(?: .*)?)"
)
"""Heads who gives the awards, or who is given one: the cells tell."""
_GIVER = re.compile(
    r"(?:(?:chu tich|giam doc|bo truong|bi thu|hieu truong) )?(?:ubnd|uy ban nhan dan|thu tuong|chinh phu|hdnd|tinh|"
    r"thanh pho|xa|phuong|dac khu|bo|so|tong|dang uy|tinh uy|lien doan|ldld|chu tich|giam doc|hieu truong|bo truong|"
    r"thu truong|cong ty)\b(?! phan\b)"
)
_PAIR = 2
_BARE_FORM = re.compile(r"(?:bang khen|giay khen|co thi dua|bk|gk|co td|ky niem chuong)")
_LIKELY = (
    *(_F.UNIT, _F.DEPARTMENT, _F.POSITION, _F.POSITION_AND_UNIT, _F.AWARD, _F.CITATION, _F.NOTE, _F.GENDER, _F.BIRTH),
    *(_F.ID_NUMBER, _F.HONORIFIC, _F.RANK),
)
"""What a heading of which not all words are known may mean."""
_SAMPLE = 60
_FEWEST_DASHES = 2
_MAY_BE_AWARDS = (_F.CITATION, _F.NOTE, _F.KIND, _F.AWARD_MARK)
_PLACES = (_F.UNIT, _F.DEPARTMENT, _F.POSITION_AND_UNIT)
_POSTS = (_F.POSITION, _F.POSITION_AND_UNIT)
_AWARDS = (_F.AWARD, _F.AWARD_MARK, _F.AWARD_CODE)


def by_content(header: Header, body: Sequence[Line], awards: AwardReader, codes: Mapping[str, str]) -> Header:
    """The heading with columns filled in that only their content explains.

    Columns whose heading is understood stay as they are. A column without any heading right of the names that holds
    single words is the rest of the names, as in lists where "Họ và tên" stands over two columns. A column that is
    headed by a sign which the list explains elsewhere (``codes``) and holds crosses is one of an award.
    """
    rows = [line for line in _of_table(body[:_SAMPLE]) if line.is_row and len(line.cells) > 1]
    rows = [line for line in rows if not header.repeated_by(line) and not is_number_row(line)]
    unheaded = _unheaded(header, rows)
    fields = {**header.fields, **dict.fromkeys(unheaded, _F.OTHER)}
    guessed: set[int] = set()
    counts = counted(header, rows)
    counting = only_counts(header, counts, rows)
    for column, heading in header.headings.items():
        texts, known = _texts(rows, column), set(fields.values())
        beside = _awarded_beside(column, header, rows, awards) if not codes else None
        if beside is not None:
            fields[column], fields[beside] = _F.OTHER, _F.AWARD
        elif fields[column] is _F.OTHER and _KINDS.fullmatch(fold(_last(heading))) and only_crosses(texts):
            fields[column] = _F.KIND
        elif holds_addresses(fields[column], texts, known):
            fields[column] = _F.HONORIFIC
        elif fields[column] in (_F.OTHER, _F.AWARD) and _last(heading) in codes and only_crosses(texts):
            fields[column] = _F.AWARD_MARK
        elif (
            fields[column] is _F.OTHER
            and not known & set(_AWARDS)
            and mostly(lambda text: is_code(text, codes, awards), texts)
        ):
            fields[column] = _F.AWARD_CODE
        elif fields[column] is _F.OTHER and _RANKS.fullmatch(fold(_last(heading))) and only_crosses(texts):
            fields[column] = _F.AWARD_MARK
        elif column in counts:
            fields[column] = _F.OTHER
        elif fields[column] is _F.OTHER and (meant := _against_heading(heading, texts, known, awards)) is not None:
            fields[column] = meant
            guessed.add(column)
        elif fields[column] is _F.OTHER and _says_nothing(heading):
            fields[column] = _meaning(heading, texts, known, awards)
            guessed |= {column} if fields[column] is not _F.OTHER else set()
        elif fields[column] is _F.ID_NUMBER and texts and not any(map(may_be_id_number, texts)):
            fields[column] = _F.OTHER  # "ID" over the numbers of staff
        elif fields[column] is _F.OTHER and fold(_last(heading)) == "nu" and only_crosses(texts):
            fields[column] = _F.FEMALE
        elif (meant := _turned(fields[column], heading, texts, known)) is not None:
            fields[column] = meant
        elif _tells_nothing(fields[column], heading, texts, codes):
            fields[column] = _F.OTHER
        elif _may_be_award(fields[column], known) and mostly(lambda text: is_award(text, awards), texts):
            guessed |= {column} if fields[column] is _F.NOTE else set()
            fields[column] = _F.AWARD
    for column in sorted(unheaded):
        fields[column] = _meaning("", _texts(rows, column), set(fields.values()), awards)
        _part_merged(fields, column, rows)
    _take_levels(header, fields, rows)
    _take_addresses(header, fields, rows)
    _take_family_names(fields, rows)
    return replace(
        header,
        fields=fields,
        headings={**dict.fromkeys(unheaded, ""), **header.headings},
        names_go_on=_names_go_on(header, rows),
        stands_once=_stands_once(header, rows),
        dashed=_dashed(fields, rows),
        ringed=frozenset(
            at for at, held in fields.items() if held is _F.AWARD_MARK and ticks_by_rings(_texts(rows, at), len(rows))
        ),
        only_counts=counting,
        guessed=frozenset(guessed),
        unheaded=frozenset(unheaded),
    )


def _against_heading(
    heading: str, texts: Sequence[str], known: set[ListField], awards: AwardReader
) -> ListField | None:
    """What a column holds whose heading may speak of former years or marks, but need not: "Thành tích đã đạt được"."""
    words = fold(heading)
    if "thanh tich" in words and _F.CITATION not in known and mostly(is_told, texts):
        return _F.CITATION
    of_rating = _OF_RATING.search(words) is not None and not known & set(_AWARDS)
    return _F.AWARD if of_rating and mostly(lambda text: is_award(text, awards), texts) else None


def _turned(field: ListField, heading: str, texts: Sequence[str], known: set[ListField]) -> ListField | None:
    """What a column holds that is headed by a word for something near to it.

    "Loại khen thưởng" over "Đột xuất", "Loại hình" over "Cá nhân", "Nội dung đề nghị" over reasons.
    """
    if field is _F.KIND and _F.OCCASION not in known and mostly(is_occasion, texts):
        return _F.OCCASION
    if field is _F.OCCASION and _F.KIND not in known and mostly(is_kind, texts):
        return _F.KIND
    reasons = field is _F.AWARD and _F.CITATION not in known and _OF_REASON.search(fold(heading)) is not None
    return _F.CITATION if reasons and mostly(is_reason, texts) else None


def _of_table(body: Sequence[Line]) -> Sequence[Line]:
    """The lines before the next heading."""
    nexts = (at for at, line in enumerate(body) if at and line.is_row and header_at(body, at) is not None)
    return body[: next(nexts, len(body))]


def _part_merged(fields: dict[int, ListField], column: int, rows: Sequence[Line]) -> None:
    """ "Chức vụ, đơn vị" over two columns: the post in the first, the unit in the second."""
    posts, units = _texts(rows, column - 1), _texts(rows, column)
    if fields.get(column - 1) is _F.POSITION_AND_UNIT and mostly(begins_with_post, posts) and mostly(is_unit, units):
        fields |= {column - 1: _F.POSITION, column: _F.UNIT}


def _take_addresses(header: Header, fields: dict[int, ListField], rows: Sequence[Line]) -> None:
    """ "Giám đốc Công ty Mẫu" beside "Địa chỉ": the post says where somebody works, the address does not."""
    posts = [at for at, found in fields.items() if found is _F.POSITION]
    units = [at for at, found in fields.items() if found in (_F.UNIT, _F.DEPARTMENT)]
    if len(posts) != 1 or len(units) != 1 or not is_address(header.headings.get(units[0], "")):
        return
    if mostly(lambda text: post_and_unit(cut(text))[1] is not None, _texts(rows, posts[0])):
        fields |= {posts[0]: _F.POSITION_AND_UNIT, units[0]: _F.ADDRESS}


def _take_levels(header: Header, fields: dict[int, ListField], rows: Sequence[Line]) -> None:
    """ "Mức" or "Cấp khen" beside "Bằng khen", "Giấy khen" says whose they are."""
    awards = [at for at, found in fields.items() if found is _F.AWARD]
    bare = len(awards) == 1 and mostly(lambda text: _BARE_FORM.fullmatch(fold(text)) is not None, _texts(rows, *awards))
    places = [at for at in header.headings if fields[at] in (_F.UNIT, _F.DEPARTMENT)]
    for at in places:
        giving = _GIVING.fullmatch(fold(header.headings[at])) is not None and mostly(_is_giver, _texts(rows, at))
        if giving and awards and (bare or len(places) > 1):
            fields |= {at: _F.AWARD} | {other: _F.UNIT for other in places if other != at and len(places) == _PAIR}
            return
    others = [at for at in header.headings if fields[at] is _F.OTHER]
    levels = [at for at in others if _LEVELS.fullmatch(fold(header.headings[at]))]
    if bare and len(levels) == 1 and awards[0] < levels[0] and not mostly(str.isdigit, _texts(rows, *levels)):
        fields[levels[0]] = _F.AWARD


def _is_giver(text: str) -> bool:
    return _GIVER.match(fold(text)) is not None


def _take_family_names(fields: dict[int, ListField], rows: Sequence[Line]) -> None:
    """The column left of lone given names, where it holds words with capitals and nobody says what they are."""
    given = next((at for at, found in fields.items() if found is _F.GIVEN_NAME), None)
    if given is None or _F.FAMILY_NAME in fields.values() or fields.get(given - 1) is not _F.OTHER:
        return
    if mostly(lambda text: len(text.split()) == 1, _texts(rows, given)) and mostly(
        are_capitals, _texts(rows, given - 1)
    ):
        fields[given - 1] = _F.FAMILY_NAME


def _unheaded(header: Header, rows: Sequence[Line]) -> set[int]:
    """Columns in which most rows have something and that no heading stands over."""
    names = header.columns(_F.NAME) or header.columns(_F.GIVEN_NAME)
    named = [line for line in rows if any(at in line.cells for at in names)]
    counts = Counter(at for line in named for at in line.cells if at not in header.fields)
    if header.twin is not None or not names:
        return set()
    goes_on = _names_go_on(header, rows)
    return {at for at, count in counts.items() if count >= MOSTLY * len(named) and at != goes_on}


def _says_nothing(heading: str) -> bool:
    return all(field_of(words) is None for words in (heading, *heading.split(" – ")))


def _texts(rows: Sequence[Line], column: int) -> list[str]:
    return [line.cells[column] for line in rows if column in line.cells]


def _meaning(heading: str, texts: Sequence[str], known: set[ListField], awards: AwardReader) -> ListField:
    tests: tuple[tuple[ListField, tuple[ListField, ...], Callable[[str], bool]], ...] = (
        (_F.AWARD, _AWARDS, lambda text: is_award(text, awards)),
        (_F.ID_NUMBER, (_F.ID_NUMBER,), is_id_number),
        (_F.RANK, (_F.RANK,), is_rank),
        (_F.KIND, (_F.KIND,), is_kind),
        (_F.UNIT, _PLACES, is_unit),
        (_F.POSITION, _POSTS, begins_with_post),
        (_F.GENDER, (_F.GENDER, _F.MALE, _F.FEMALE), lambda text: fold(text) in ("nam", "nu")),
        (_F.CITATION, (_F.CITATION,), is_told),
    )
    for field, instead, fits in tests:
        if not known & set(instead) and mostly(fits, texts):
            return field
    worded = texts and sum(any(map(str.isalpha, text)) for text in texts) >= MOSTLY * len(texts)
    if likely_field(heading) in (_F.OTHER, _F.AWARD):
        return _F.OTHER  # "Tổ xếp loại", "Tổ bình xét danh hiệu"
    if worded and is_unit(heading) and not known & set(_PLACES):
        return _F.UNIT
    return _by_words(heading, texts, known)


def _by_words(heading: str, texts: Sequence[str], known: set[ListField]) -> ListField:
    """What the words of a heading probably mean, where no other column means it and the cells do not speak against."""
    found = likely_field(heading.rpartition(" – ")[2]) or likely_field(heading) or _F.OTHER
    if found in _PLACES and not texts:
        return _F.OTHER
    if found in (_F.UNIT, _F.DEPARTMENT) and _F.UNIT in known:
        return _F.DEPARTMENT if _F.DEPARTMENT not in known and found is _F.DEPARTMENT else _F.OTHER
    digits = found in (_F.UNIT, _F.DEPARTMENT, _F.POSITION, _F.CITATION, _F.AWARD) and mostly(is_figure, texts)
    return found if found in _LIKELY and found not in known and not digits else _F.OTHER


def _last(heading: str) -> str:
    return heading.rpartition(" – ")[2].strip("()[] .")


def _tells_nothing(field: ListField, heading: str, texts: Sequence[str], codes: Mapping[str, str]) -> bool:
    """Whether a column for reasons or awards holds neither: crosses, decisions, marks, votes, places."""
    if field is _F.AWARD:
        return not codes and (mostly(_is_verdict, texts) or are_places(heading, texts))
    return field is _F.CITATION and mostly(is_no_reason, texts)


def _awarded_beside(column: int, header: Header, rows: Sequence[Line], awards: AwardReader) -> int | None:
    """The column in which the awards stand, beside one that was taken for them and holds plain numbers.

    Awards below a heading that speaks of something else, as of what somebody has been given before, are not asked for.
    """
    texts = _texts(rows, column)
    if header.fields[column] is not _F.AWARD or not mostly(str.isdecimal, texts) or only_crosses(texts):
        return None
    others = (at for at in header.headings if at != column and field_of(_last(header.headings[at])) is _F.AWARD)
    return next((at for at in others if mostly(lambda text: is_award(text, awards), _texts(rows, at))), None)


def _is_verdict(text: str) -> bool:
    """Whether a cell says how a council has voted, or what it came to, and names no award."""
    return is_vote(text) or agrees(text) or refuses(text)


def _may_be_award(field: ListField, known: set[ListField]) -> bool:
    return field is _F.AWARD_MARK or (field in _MAY_BE_AWARDS and not known & set(_AWARDS))


def _names_go_on(header: Header, rows: Sequence[Line]) -> int | None:
    """The column without a heading that holds the last word of the names."""
    names = header.columns(_F.NAME)
    if not names or names[0] + 1 in header.fields:
        return None
    beside = names[0] + 1
    named = [line for line in rows if names[0] in line.cells]
    filled = [line.cells[beside] for line in named if beside in line.cells]
    if len(filled) < max(1, MOSTLY * len(named)):
        return None
    return beside if sum(map(is_word, filled)) >= MOSTLY * len(filled) else None


def _stands_once(header: Header, rows: Sequence[Line]) -> frozenset[ListField]:
    """Units and awards that are written only where they change, as in a printed list."""
    names = header.columns(_F.NAME) or header.columns(_F.GIVEN_NAME)
    body = [line for line in rows if any(at in line.cells for at in names)]
    found = set()
    for field in (_F.UNIT, _F.AWARD):
        columns = header.columns(field)
        texts = [line.cells.get(columns[0]) for line in body] if len(columns) == 1 else []
        if texts and _changes_only(texts, leads=columns[0] < min(names)):
            found.add(field)
    return frozenset(found)


def _dashed(fields: Mapping[int, ListField], rows: Sequence[Line]) -> frozenset[int]:
    """The column of units or awards in which a dash says "as above": no cell says what the one above it says."""
    found: set[int] = set()
    for field in (_F.UNIT, _F.DEPARTMENT, _F.AWARD):
        columns = [at for at, held in fields.items() if held is field]
        if len(columns) != 1 or (field is _F.AWARD and _F.AWARD_MARK in fields.values()):
            continue
        at = columns[0]
        told = [line.cells.get(at, "") for line in rows if at in line.cells or at in line.dashes]
        texts = [text for text in told if text]
        again = any(before == after for before, after in pairwise(texts))
        if told and told[0] and len(told) - len(texts) >= _FEWEST_DASHES and not again:
            found.add(at)
    return frozenset(found)


def _changes_only(texts: Sequence[str | None], *, leads: bool) -> bool:
    """Whether a value is written only where it changes; ``leads``: its column stands before the names, as groups do."""
    filled = [text for text in texts if text]
    blank = len(texts) - len(filled)
    enough = blank > 0 if leads else blank > len(filled)
    return bool(texts) and bool(texts[0]) and enough and len(set(filled)) == len(filled)
