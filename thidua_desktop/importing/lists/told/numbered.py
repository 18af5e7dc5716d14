"""Lists without a table: numbered lines under headings, items with dashes, "gồm: 1. …; 2. …" inside an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.lists import Account, LineRole, ListField
from thidua_desktop.importing.lists.above.around import Around
from thidua_desktop.importing.lists.above.groups import Group, Groups, Label, group_of, labelled, names_group
from thidua_desktop.importing.lists.above.pasted_titles import (
    is_talk,
    leads_over,
    names_more,
    opens_list,
    plain_sentence,
)
from thidua_desktop.importing.lists.above.senders import Sender
from thidua_desktop.importing.lists.above.titles import Title
from thidua_desktop.importing.lists.headings.form_labels import is_labelled
from thidua_desktop.importing.lists.headings.headings import heads_ordinals
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line, Sheet, in_one_run
from thidua_desktop.importing.lists.meanings.people import addressed, is_full_name, is_personal_name, take_apart
from thidua_desktop.importing.lists.meanings.posts import tidy
from thidua_desktop.importing.lists.meanings.vocabulary import is_footer, is_household, is_total, is_unit, kinds_in
from thidua_desktop.importing.lists.rows.notes_below import is_dated_award, tells_of_somebody, told
from thidua_desktop.importing.lists.rows.rows import RowMaker
from thidua_desktop.importing.lists.told.labels_below import labels_below
from thidua_desktop.importing.lists.told.sentences import Told, told_by_labels, told_in
from thidua_desktop.importing.lists.told.unit_lines import heads_persons, names_with_award

_ITEMS = ("arabic", "dash", "small", "deep")
_HEADS = ("roman", "capital", "below")
_INSIDE = re.compile(r"(?:(?<=[;:.,])|(?<=\./\.))\s+(?=\d{1,3}[.)]\s*[^\W\d_])")
_OPENS = re.compile(r"(?:gom|gom co|sau day|nhu sau|co ten sau|duoi day|cu the)(?: .{0,40})?:")
_FOR_SOMEBODY = re.compile(r"\b(?:cho|doi voi) (?:cac |\d+ )")
_NOT_BELOW = re.compile(r"^dieu \d+|^can cu|^xet |^theo de nghi|^quyet dinh ?:?$|^kinh gui")
_PRAISE = re.compile(r"(?:vi )?(?:da )?co (?:nhieu )?thanh tich|da co\b|vi da\b|co qua trinh")
"""Begins the sentence that says why all of the above are praised."""
_FEWEST, _MOSTLY = 2, 0.8
_LONGEST_ITEM = 400
_LOOK_AHEAD = 2
_FEW_CELLS = 3
"""Of a line that is laid out as a row of a table."""


def is_item(line: Line) -> bool:
    """Whether a line is a paragraph numbered or marked as an item."""
    return not line.is_row and labelled(line.text).style in ("arabic", "dash")


def listed(line: Line, groups: Groups) -> str | None:
    """The recipient that a paragraph between tables names under a heading of an award or a kind; None for text."""
    if not is_item(line) or not (groups.award or groups.kind) or len(line.text) > _LONGEST_ITEM:
        return None
    words = labelled(line.text).rest
    bare = tidy(words)
    if names_group(words) or not bare or is_total(bare) or is_footer(bare):
        return None
    named = addressed(bare) or is_household(bare) or (is_unit(bare) and bare[:1].isupper())
    return words if named or (groups.kind is not None and is_personal_name(_first(bare))) else None


@dataclass(slots=True)
class NumberedWalk:
    """What is known while paragraphs are read as items."""

    sheet: Sheet
    title: Title
    maker: RowMaker
    sender: Sender | None = None
    """Named above the first item, or below the last."""
    accounts: list[Account] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    groups: Groups = field(default_factory=Groups)
    open: bool = False
    """Items may come: a heading of recipients or "gồm:" has been read."""
    closed: bool = False
    style: str = ""
    """How the items of the present group are numbered."""
    last: str = ""
    ordinal: str = ""
    """The number of the last item, as typed."""
    said: dict[ListField, str] = field(default_factory=dict)
    """What labelled lines below the last item have said."""
    plain: bool = False
    """Nearly all lines are items with a name."""
    below: Sequence[Line] = ()
    """The lines behind the one that is read."""
    numbered: bool = False
    """The recipients are numbered or marked, so that other lines are none."""

    def read(self) -> None:
        """Give every line its role and make the rows."""
        title = self.title.text or ""
        self.numbered = any(map(is_item, self.sheet.lines))
        opens = fold(title).startswith(("danh sach", "phu luc"))
        self.plain = not title and self._names_only()
        self.open = self.plain
        for at, line in enumerate(self.sheet.lines):
            self.below = self.sheet.lines[at + 1 : at + 1 + _LOOK_AHEAD]
            if opens and line.text and title.startswith(squeeze(line.text)):
                self.open, opens = True, False  # above its title stands the letterhead, not the list
            self.accounts.append(Account(line.block.source, self._take(line)))

    def _names_only(self) -> bool:
        """Whether nearly all lines are items that name somebody, as in a list pasted without its title."""
        texts = [line.text for line in self.sheet.lines if line.text]
        labels = [label for text in texts if (label := labelled(text)).style in ("arabic", "dash")]
        named = sum(is_full_name(_first(label.rest)) or addressed(label.rest) for label in labels)
        awarded = sum(names_with_award(labelled(text).rest) for text in texts)
        listed = len(labels) >= _FEWEST and named >= _MOSTLY * len(texts)
        return listed or (awarded >= _FEWEST and awarded >= _MOSTLY * len(texts))

    def _take(self, line: Line) -> LineRole:
        text = in_one_run(line)
        if not tidy(text):
            return LineRole.BLANK
        if line.is_row and len(line.cells) > _FEW_CELLS:
            return self._text(text)  # a row of a table whose heading says nothing of recipients
        if line.is_row and heads_ordinals(line.cells[min(line.cells)]):
            return self._text(text)  # the heading itself is nobody
        pieces = _INSIDE.split(text)
        if len(pieces) > 1 and self._introduces(pieces[0]):
            return self._inline(pieces, line)
        label = labelled(text)
        if self.last and label.style in ("", "dash") and self._is_note(label.rest):
            return self._note(label.rest, line)
        if self.last and (said := labels_below(label, self.ordinal, bool(self.said), self.below)):
            return self._below(said)
        if not line.is_row and not addressed(label.rest) and (told := told_in(text)) is not None:
            return self._sentence(told, line)
        if is_total(label.rest) or (self.maker.rows and is_footer(text)):
            self.closed = self.closed or not is_total(label.rest)
            self.texts.append(text)
            return LineRole.FOOTER if self.maker.rows else LineRole.TITLE
        if len(kinds_in(text)) > 1 and self.title.text and text in self.title.text:
            return self._text(text)
        if self._is_heading(label) or ((self.open or self.plain) and heads_persons(label, self.below, self.groups)):
            return self._enter(label, line)
        if self._introduces(text):
            self._article(text)
            return LineRole.TITLE
        if _NOT_BELOW.search(fold(text)):
            self.open = False
            return self._text(text)
        if self.numbered and not label.style and self._above_all(text):
            return self._text(text)
        if self.open and not self.closed and len(text) < _LONGEST_ITEM:
            return self._item(label, line)
        return self._text(text)

    def _is_note(self, words: str) -> bool:
        """Whether a line below a numbered person tells of him: "Đã được tặng …", "Năm 2023: Chiến sĩ thi đua cơ sở"."""
        below = self.style in ("arabic", "deep") and not words.isupper()
        return tells_of_somebody(words) or (below and is_dated_award(words))

    def _note(self, text: str, line: Line) -> LineRole:
        why, words = told(text)
        row = self.maker.rows[-1]
        if why and not row.citation:
            self.maker.rows[-1] = row._replace(citation=why)
        else:
            self.maker.rows[-1] = row._replace(note="; ".join(filter(None, (row.note, words))))
        self.maker.say("list.note_below", line.block.source, Severity.INFO, text=words, name=row.name)
        return LineRole.CONTINUATION

    def _below(self, said: dict[ListField, str]) -> LineRole:
        """A labelled line below a recipient: the row is made once more with what it says."""
        self.said |= said
        self.maker.again({**self.said, ListField.NAME: self.last}, self.maker.rows[-1].source, self._around())
        return LineRole.CONTINUATION

    def _above_all(self, text: str) -> bool:
        """Whether a line without a number stands between the title and the first recipient, as the sender does."""
        if self.last or self.groups.kind is not None:
            return False
        if not self.groups.stack:
            return True
        return text.isupper() and all(account.role is not LineRole.ROW for account in self.accounts)

    def _text(self, text: str) -> LineRole:
        self.texts.append(text)
        return LineRole.FOOTER if self.maker.rows else LineRole.TITLE

    def _introduces(self, text: str) -> bool:
        words = fold(text)
        if words.endswith(":") and _FOR_SOMEBODY.search(words) and award_phrase(text):
            return True
        following = [labelled(line.text).rest for line in self.below if line.text]
        awarded = any(map(names_with_award, following))
        if not self.open and opens_list(text) and (awarded or any(map(is_item, self.below))):
            return True
        if not self.open and awarded and leads_over(text) and not names_with_award(text):
            return True
        return bool(_OPENS.search(words)) and bool(kinds_in(text) or "khen" in words or "danh hieu" in words)

    def _article(self, text: str) -> None:
        """ "Điều 1. Tặng Bằng khen … cho 05 tập thể, gồm:" says the award of the items."""
        self.texts.append(text)
        group = group_of("", "article", plain_sentence(text))
        self.groups.stack.clear()
        self.groups.enter(Group(text, "article", group.kind, group.award, None, group.occasion))
        self.open, self.closed, self.style = True, False, ""

    def _is_heading(self, label: Label) -> bool:
        words = label.rest
        if self.open and self.groups.award and names_more(words):
            return True
        if names_group(words) and not self._kind_with_item(words):
            return bool(label.style) or words.endswith(":") or words.isupper() or len(words.split()) <= 6
        if label.style in _HEADS and self.open:
            return not self._recipient(words)
        return bool(self._kind_with_item(words)) and label.style != "arabic"

    def _kind_with_item(self, words: str) -> tuple[str, str] | None:
        """ "Cá nhân: Ông …": a heading and its only item in one line."""
        head, colon, item = words.partition(":")
        if colon and item.strip() and names_group(head) and self._recipient(item.strip()):
            return head, item.strip()
        return None

    def _enter(self, label: Label, line: Line) -> LineRole:
        both = self._kind_with_item(label.rest)
        head = both[0] if both else label.rest
        self.groups.enter(group_of(label.typed, label.style or "bare", head))
        self.open, self.closed, self.style, self.last = True, False, "", ""
        if both:
            self._add(both[1], line)
            return LineRole.ROW
        return LineRole.GROUP

    def _item(self, label: Label, line: Line) -> LineRole:
        named = label.style in _ITEMS and bool(tidy(label.rest))
        words = label.rest if named else in_one_run(line)
        if is_labelled(words) and self.groups.stack:
            return self._left(line)
        if cells := told_by_labels(words):
            self.maker.add(cells, line.block.source, self._around())
            self.last, self.style = words, label.style
            return LineRole.ROW
        if not named and (_PRAISE.match(fold(words)) or is_talk(words)):
            return self._text(line.text)
        if self.last and not named and self.style and (words[:1].islower() or self._cut(words)):
            return self._join(words, line)
        if not named and self.style in ("arabic", "dash"):
            return self._text(line.text)
        if self._recipient(words) or (named and (self.groups.stack or self.plain) and is_personal_name(_first(words))):
            self._add(words, line)
            self.style, self.ordinal = label.style, label.typed
            return LineRole.ROW
        if named and self.groups.kind is not None:
            self._add(words, line)
            self.style, self.ordinal = label.style, label.typed
            return LineRole.ROW
        return self._left(line) if named and self.groups.stack else self._text(line.text)

    def _left(self, line: Line) -> LineRole:
        self.maker.say("list.text_left", line.block.source, text=line.text[:120])
        return LineRole.LEFT_OUT

    def _cut(self, words: str) -> bool:
        """The item before ends without a sign and this line does not begin like an item."""
        return not self.last.rstrip().endswith((";", ".", "./.")) and not self._recipient(words)

    def _recipient(self, words: str) -> bool:
        bare = tidy(words)
        return bool(bare) and (
            addressed(bare)
            or is_household(bare)
            or (is_unit(bare) and bare[:1].isupper())
            or (self._kind() is not None and is_personal_name(_first(bare)))
            or names_with_award(bare)
        )

    def _kind(self) -> RecipientKind | None:
        return self.groups.kind or self.title.kind

    def _join(self, words: str, line: Line) -> LineRole:
        whole = squeeze(f"{self.last} {words}")
        self.maker.again({ListField.NAME: whole}, self.maker.rows[-1].source, self._around())
        self.last = whole
        self.maker.say("list.row_joined", line.block.source, Severity.INFO, text=words, name=self.maker.rows[-1].name)
        return LineRole.CONTINUATION

    def _inline(self, pieces: list[str], line: Line) -> LineRole:
        self._article(pieces[0])
        for piece in pieces[1:]:
            self._add(labelled(piece).rest, line)
        return LineRole.ROW

    def _sentence(self, told: Told, line: Line) -> LineRole:
        """A sentence that names award and recipients."""
        self._article(told.head)
        for name in told.names:
            self._add(name, line, told.why)
        self.open = False
        return LineRole.ROW

    def _add(self, words: str, line: Line, why: str | None = None) -> None:
        if (refused := self.groups.refused) is not None:
            self.maker.say("list.not_proposed", line.block.source, name=_first(words), text=refused)
            return
        cells = {ListField.NAME: words} | ({ListField.CITATION: why} if why else {})
        self.maker.add(cells, line.block.source, self._around())
        self.last, self.said = words, {}

    def _around(self) -> Around:
        groups = self.groups
        return Around(
            title=self.title.text,
            kind=self.title.kind,
            award=self.title.award,
            occasion=groups.occasion or self.title.occasion,
            groups=tuple(group.text for group in groups.stack if group.style != "article"),
            group_kind=groups.kind,
            group_award=groups.award,
            group_unit=groups.unit,
            sender=self.sender,
        )


def _first(words: str) -> str:
    return take_apart(words, split=True).name
