"""Award texts as units type them → entries of the catalogue, only where a text leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.pasting import award_names
from thidua_desktop.importing.lists.meanings.givers import ends_with_form, giver_before
from thidua_desktop.importing.lists.meanings.short_awards import is_short_award, short_award
from thidua_desktop.importing.lists.meanings.wordings import title_and_praise, with_bracket

_PROVINCE = (
    r"(?:chu tich )?(?:ubnd|uy ban nhan dan)? ?(?:cap )?(?:tinh|thanh pho)\b|\bbo truong|\bcua bo\b(?! chi huy)|"
    r"\bbo, ban, nganh|cap bo|\bbo/tinh"
)
_RANKS = (("nhat", r"(?:hang )?(?:nhat|i|1)"), ("nhi", r"(?:hang )?(?:nhi|ii|2)"), ("ba", r"(?:hang )?(?:ba|iii|3)"))
_ORDERS = (
    ("huan_chuong_lao_dong", r"(?:huan chuong lao dong|hcld|hc lao dong|hc ld)"),
    ("huan_chuong_bao_ve_to_quoc", r"(?:huan chuong bao ve to quoc|hcbvtq)"),
    ("huan_chuong_chien_cong", r"(?:huan chuong chien cong|hccc)"),
    ("huan_chuong_doc_lap", r"(?:huan chuong doc lap|hcdl)"),
    ("huan_chuong_quan_cong", r"(?:huan chuong quan cong|hcqc)"),
    ("huy_chuong_chien_si_ve_vang", r"(?:huy chuong chien si ve vang|hccsvv)"),
)

_RULES: tuple[tuple[str, str], ...] = (
    ("chien_si_thi_dua_toan_quoc", r"(?:chien si thi dua|cstd) ?(?:toan quoc|tq)\b"),
    ("chien_si_thi_dua_bo_tinh",
     r"(?:chien si thi dua|cstd) ?(?:cap )?(?:bo|tinh|thanh pho|nganh)\b|cstd (?:bo/tinh|bo, ban, nganh, tinh)|"
     r"cstdct\b"),
    ("chien_si_thi_dua_co_so", r"(?:chien si thi dua|cstd) ?(?:cap )?(?:co so|cs)\b"),
    ("chien_si_tien_tien", r"chien si tien tien|^cstt$"),
    ("tap_the_lao_dong_xuat_sac", r"tap the lao dong xuat sac|\btt ?ldxs\b|tap the ldxs"),
    ("tap_the_lao_dong_tien_tien", r"tap the lao dong tien tien|\bttldtt\b|tap the ldtt"),
    ("lao_dong_tien_tien", r"(?<!tap the )lao dong tien tien|(?<!tap the )\bldtt\b"),
    ("don_vi_quyet_thang", r"don vi quyet thang|\bdvqt\b"),
    ("don_vi_tien_tien", r"don vi tien tien|\bdvtt\b"),
    ("thon_to_dan_pho_van_hoa",
     r"(?<!nha )\b(?:to dan pho|tdp|thon|lang|ap|ban|buon|xom|khom|khu dan cu|kdc|khoi pho|khu pho)"
     r"(?:[,/]? ?(?:lang|ap|ban|buon|xom|to dan pho|khu pho|khu dan cu))* van hoa\b"),
    ("gia_dinh_van_hoa", r"gia dinh van hoa|\bgdvh\b"),
    ("co_thi_dua_chinh_phu", r"co (?:thi dua|td) ?(?:cua )?(?:chinh phu|cp)\b|^co tdcp$"),
    ("co_thi_dua_bo_tinh", rf"co (?:thi dua|td) ?(?:cua |cap )?(?:{_PROVINCE}|bo\b|nganh\b)"),
    ("bang_khen_thu_tuong", r"(?:bang khen|\bbk\b) ?(?:cua )?(?:thu tuong|ttg|ttcp)\b|\bbk(?:ttg|ttcp|cp)\b"),
    ("bang_khen_bo_tinh", rf"(?:bang khen|\bbk\b) ?(?:cua )?(?:{_PROVINCE})"),
    ("giay_khen_xa", r"(?:giay khen|\bgk\b) ?(?:cua )?(?:chu tich )?(?:ubnd|uy ban nhan dan)? ?(?:cap )?(?:xa|"
                     r"phuong|dac khu|thi tran)\b"),
    ("giay_khen_huyen", r"(?:giay khen|\bgk\b) ?(?:cua )?(?:chu tich )?(?:ubnd|uy ban nhan dan)? ?(?:cap )?(?:huyen|"
                        r"quan|thi xa)\b"),
    ("giay_khen_doanh_nghiep",
     r"(?:giay khen|\bgk\b) ?(?:cua )?(?:tong giam doc|chu tich (?:hdqt|hdtv|hoi dong quan tri|hoi dong thanh vien)|"
     r"(?:giam doc )?(?:cong ty|tong cong ty|doanh nghiep|hop tac xa|htx))\b"),
    ("giay_khen_so", r"(?:giay khen|\bgk\b) ?(?:cua )?(?:giam doc )?so\b"),
    ("ky_niem_chuong_bo_tinh",
     r"(?:ky niem chuong|\bknc\b)(?!.*\b(?:quoc hoi|ubtvqh|dai bieu)\b).*\b(?:su nghiep|nganh|bo|tinh|thanh pho|hoi|"
     r"dang|doan)\b"),
    ("anh_hung_lao_dong", r"anh hung lao dong|^ahld$"),
    ("nha_giao_uu_tu", r"nha giao uu tu|^ngut$"),
    ("nha_giao_nhan_dan", r"nha giao nhan dan|^ngnd$"),
    ("thay_thuoc_uu_tu", r"thay thuoc uu tu|^ttut$"),
    ("thay_thuoc_nhan_dan", r"thay thuoc nhan dan|^ttnd$"),
    ("ba_me_viet_nam_anh_hung", r"ba me viet nam anh hung|^bmvnah$"),
)  # fmt: skip

_COMPILED = tuple((award, re.compile(rule)) for award, rule in _RULES) + tuple(
    (f"{award}_{rank}", re.compile(rf"{words},? {step}(?!\w)")) for award, words in _ORDERS for rank, step in _RANKS
)
_PRAISES = re.compile(r"(?:bang|giay) khen\b")
_IS_PRAISE = re.compile(r"(?:de nghi |xet |tang )*(?:bang khen|giay khen|bk|gk)(?!\w)")
_TITLES = frozenset(
    ("gia_dinh_van_hoa", "thon_to_dan_pho_van_hoa", "lao_dong_tien_tien", "chien_si_thi_dua_co_so",
     "chien_si_tien_tien", "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac", "don_vi_tien_tien",
     "don_vi_quyet_thang", "nha_giao_uu_tu", "nha_giao_nhan_dan", "thay_thuoc_uu_tu", "thay_thuoc_nhan_dan")
)  # fmt: skip
_TALKS_OF_AWARD = re.compile(
    r"bang khen|giay khen|co thi dua|chien si thi dua|chien si tien tien|lao dong tien tien|lao dong xuat sac|huan "
    r"chuong|"
    r"huy chuong|ky niem chuong|\bknc\b|\bcstd|\bldtt\b|\bldxs\b|\bttld|danh hieu|quyet thang|don vi tien tien|huy "
    r"hieu|"
    r"gia dinh van hoa|^bk$|^gk$|^bk |^gk |^tang thuong|giai thuong|anh hung|uu tu|nghe nhan|thay thuoc nhan dan|"
    r"nha giao nhan dan"
)
_AWARD_BEGINS = re.compile(
    r"\b(?:bang khen|giay khen|co thi dua|chien s[iy] thi dua|chien s[iy] tien tien|"
    r"tap the lao dong (?:tien tien|xuat sac)|lao dong tien tien|"
    r"huan chuong|huy chuong|huy hieu|ky niem chuong|knc|cstd|ttld|ldtt|cstt|tt ldxs|don vi "
    r"quyet thang|"
    r"cstd\w{1,4}|cstt\w{1,2}|ttld\w{1,3}|(?:tt|tap the) ld\w{1,3}|bktt\w{1,2}|bkcp|"
    r"lao dong (?:tt|xs)|dvqt|dvtt|co td|hcld|"
    r"don vi tien tien|gia dinh van hoa|giai thuong|anh hung|"
    r"(?:thon|lang|ap|buon|xom|khom|to dan pho|tdp|khoi pho|khu pho|khu dan cu|kdc)"
    r"(?:[,/] ?(?:thon|lang|ap|ban|buon|xom|khom|to dan pho|khu pho|khu dan cu))* van hoa(?! (?:xa|phuong|the thao))|"
    r"nha giao (?:uu tu|nhan dan)|thay thuoc (?:uu tu|nhan dan)|"
    r"nghe nhan|nghe si|ba me viet nam anh hung|bk|gk)\b"
)
_AWARD_ENDS = re.compile(
    r"\s(?:cho|doi voi|kem theo|nam(?: hoc)? \d+|giai doan|gom|vi|de nghi|da co|trong|nhan dip|co thanh tich|dot|dip|"
    r"ve thanh tich|nhan (?:ngay|ky|su kien|le)|ky niem (?:\d+|ngay|nhan|lan|tron)|chao mung|huong ung|"
    r"tai (?:hoi nghi|dai hoi|le)|thang \d{1,2}|quy (?:[1-4]|i{1,3}|iv)|lan thu|nhiem ky)\b|"
    r"[(;:]| - |, gom|\.$"
)
_OPEN_LIST = re.compile(
    r"^(?:bang khen|giay khen|co thi dua)(?:,| va|/| &|;)? ?(?:cac )?(?:danh hieu|hinh thuc)(?: thi dua)?$"
)
"""Names a sort of awards and no single one: "BẰNG KHEN, DANH HIỆU THI ĐUA"."""
_VERB = re.compile(r"\b(?:de nghi|de xuat|trinh|duoc xet|xet|tang|truy tang|cong nhan|suy ton|dang ky|khen thuong)\b")
"""Says that what follows is asked for."""
_OF_THE_STATE = frozenset(
    (
        "bang_khen_bo_tinh",
        "giay_khen_xa",
        "giay_khen_huyen",
        "giay_khen_so",
        "co_thi_dua_bo_tinh",
        "chien_si_thi_dua_bo_tinh",
    )
)
"""Given by those who head a ministry, a province, a commune or a department."""
_CALLED_BY_LEVEL = re.compile(
    r"\b(?:tinh|thanh|huyen|quan|thi|thi xa|xa|phuong) (?:doan|uy(?! ban)|hoi(?! dong)|doi)(?!\w)|"
    r"\bquan (?:khu|chung|doan|doi)\b|\bbo (?:tu lenh|doi|chi huy)\b|\bso chi huy\b"
)
_COMMITTEE = re.compile(r"\bubnd\b|\buy ban nhan dan\b")
"""Before the name of a place that sounds like such a body: "UBND xã Đội Bình"."""
_WHOLE_TITLE = re.compile(
    r"(?:tap the )?lao dong (?:tien tien|xuat sac)|chien si (?:thi dua (?:cap )?(?:co so|toan quoc)|tien tien)|"
    r"don vi (?:quyet thang|tien tien)|gia dinh van hoa|ldtt|cstdcs|cstt|ttldxs|ttldtt|dvqt|dvtt"
)
_PLACE_BEHIND = re.compile(
    r"[\"”]? (?:cac|cua|khoi|toan|truong|phong|so|xa|phuong|cong ty|benh vien|trung tam|co quan|don vi|"
    r"thon|xom|ap|buon|lang|khom|to dan pho|tdp|khu|tai|dia ban)\b"
)
_MEDAL = re.compile(r"ky niem chuong|knc|huy hieu|huy chuong")
_NAMED_FOR = re.compile(r"\svi (?!(?:da|co|dat|nhung|nhieu|thanh tich|cong lao|dong gop)\b)")
"""Behind a medal "vì" begins its name (vì sự nghiệp …) unless it tells what was done."""
_QUOTED = re.compile('"[^"]*"|“[^”]*”')
_FORMS = (("bang_khen", r"bang khen|\bbk\b"), ("giay_khen", r"giay khen|\bgk\b"), ("co_thi_dua", r"co thi dua"))
_LONG = {
    "ld": "lao dong",
    "td": "thi dua",
    "hc": "huan chuong",
    "bk": "bang khen",
    "gk": "giay khen",
    "cstd": "chien si thi dua",
    "tt ldtt": "tap the lao dong tien tien",
}
_SHORT = re.compile(r"\b(?:tt ldtt|ld|td|hc|bk|gk|cstd)\b")
_BEFORE = re.compile(
    r"^(?:de nghi|xet|tang|truy tang|cong nhan|danh hieu|hinh thuc|thi dua|khen thuong|dat|thuong|:|-|\d{1,2}[.)])\s*"
)
_AFTER = re.compile(
    r"\s*(?:,? ?(?:nam|nam hoc|giai doan) ?:?\s*20\d\d(?:\s*[-–]\s*20\d\d)?|\(.*\)|[.;:,*]+|vì .*|cho .*|gom.*)\s*$"
)


_WRITTEN_OUT = (
    (re.compile(r"\bl\. ?dong\b"), "lao dong"),
    *(
        (re.compile(rf"\b((?:bang|giay) khen (?:cua )?){short}\b\.?"), rf"\1{full}")
        for short, full in (("tgd", "tong giam doc"), ("gd", "giam doc"), ("ct", "chu tich"), ("ht", "hieu truong"))
    ),
    (re.compile(r"\bcty\b"), "cong ty"),
    (re.compile(r"\bct (?=ubnd|uy ban|tinh\b|xa\b|phuong\b)"), "chu tich "),
    (re.compile(r"\bttld\b|\btt (?=lao dong)"), "tap the lao dong "),
    (re.compile(r"\b(lao dong )(?:lao dong )+"), r"\1"),
    (re.compile(r"(?<=\blao dong )tt\b"), "tien tien"),
    (re.compile(r"(?<=\blao dong )xs\b"), "xuat sac"),
)
"""Short forms that depend on the words beside them: "TT" is "tập thể" before "lao động" and "tiên tiến" behind it."""


_SPELT = (
    (re.compile(r"\bchien sy\b"), "chien si"),
    (re.compile(r"\bki niem\b"), "ky niem"),
    (re.compile(r"\bb ?[./] ?khen\b|\bbkhen\b"), "bang khen"),
    (re.compile(r"\bg ?[./] ?khen\b|\bgkhen\b"), "giay khen"),
    (re.compile(r"\b(gd|vh|vhtt|tt|kh|nn|tn|ld)&(?=(?:dt|cn|tt|ptnt|mt|dl|xh)(?!\w))"), r"\1"),
    (re.compile(r"[\"“”«»]"), ""),
)
"""Other spellings of the same words, and the quotation marks around titles."""
_PARTS = re.compile(
    r"\s*[;\n+&]\s*|\s*,\s*|\s+/\s+|/(?=[^\W\d_])|\s+(?:và|kèm|kèm theo|đồng thời)\s+|\s+[-–•]\s+", re.IGNORECASE
)
_ITEM = re.compile(r"^(?:[-–—+*•]|\d{1,2}[.)]|[a-hđ][.)])\s*")
_MOST_AWARDS = 6
"""Of one recipient in one list."""
_MOST_WORDS = 16
"""Of two awards that stand side by side."""


def spelt(text: str) -> str:
    """A text folded, its variants of spelling as the catalogue has them ("chiến sỹ", "B.khen")."""
    words = fold(squeeze(text))
    for variant, usual in _SPELT:
        words = variant.sub(usual, words)
    return words


def speaks_of_award(text: str) -> bool:
    """Whether a text names an award or a kind of it."""
    words = spelt(text).strip(" .:;")
    return _TALKS_OF_AWARD.search(words) is not None or _AWARD_BEGINS.match(words) is not None or is_short_award(words)


def award_phrase(text: str) -> str | None:
    """The award as a heading or title names it, without what stands before and after; None where none is named."""
    words = squeeze(text)
    bare = "".join(fold(letter) or " " for letter in words)  # letter for letter, so that places stay the same
    if len(bare) != len(words):
        return words if speaks_of_award(words) else None
    begin = _asked_for(bare)
    if begin is None:
        return words if is_short_award(bare) else None
    hidden = _QUOTED.sub(lambda seen: "_" * len(seen.group()), bare)  # nothing ends inside of "Vì sự nghiệp …"
    if _MEDAL.match(begin.group()) and (named := _NAMED_FOR.match(hidden, begin.end())):
        hidden = hidden[: named.start()] + "_" * len(named.group()) + hidden[named.end() :]
    end = _AWARD_ENDS.search(hidden, begin.end())
    phrase = words[begin.start() : end.start() if end else len(words)].strip(" .:;,–-")
    phrase = phrase if _paired(phrase) else phrase.strip('"“”')
    if _PRAISES.match(begin.group()) and ends_with_form(words[begin.end() :]):
        phrase = words[begin.start() : begin.end()]
    giver = giver_before(words[: begin.start()]) if fold(phrase) in ("bang khen", "giay khen", "co thi dua") else None
    if giver is not None:
        return f"{phrase} của {giver}"
    return None if _OPEN_LIST.search(fold(phrase)) else _without_place(phrase) or None


def _asked_for(bare: str) -> re.Match[str] | None:
    """Where the award begins that a text asks for: one behind "đề nghị tặng" goes before one that says who they are.

    "Lao động tiên tiến đề nghị tặng Giấy khen" asks for the Giấy khen, "Danh sách đề nghị LĐTT, CSTĐCS" for its first.
    """
    first = _AWARD_BEGINS.search(bare)
    if first is None or _VERB.search(bare, 0, first.start()):
        return first
    verb = _VERB.search(bare, first.end())
    return (_AWARD_BEGINS.search(bare, verb.end()) if verb else None) or first


def _without_place(phrase: str) -> str:
    """ "CHIẾN SĨ THI ĐUA CƠ SỞ CÁC TRƯỜNG XÃ MẪU" without whose it is; a form of praise keeps who gives it."""
    bare = fold(phrase)
    title = _WHOLE_TITLE.match(bare)
    if title is None or len(bare) != len(phrase) or not _PLACE_BEHIND.match(bare, title.end()):
        return phrase
    return phrase[: title.end()].strip()


def _paired(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


@dataclass(frozen=True)
class AwardReader:
    """Finds entries of a catalogue."""

    catalogue: tuple[Award, ...] = ()
    _seen: dict[tuple[str, RecipientKind | None, str | None], str | None] = field(default_factory=dict, repr=False)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return award_names(self.catalogue)

    @cached_property
    def _by_id(self) -> Mapping[str, Award]:
        return {award.id: award for award in self.catalogue}

    def award_id(self, text: str | None, kind: RecipientKind | None, around: str | None = None) -> str | None:
        """The entry that a text means for a kind of recipient, None where that is not certain.

        Args:
            text: as typed ("CSTĐCS", "Tặng Bằng khen của Chủ tịch UBND tỉnh").
            kind: "LĐTT" means another title for a collective than for a person.
            around: the title or heading above the row, which settles "Bằng khen" alone where it says whose it is.
        """
        if not text or not self.catalogue:
            return None
        key = (text, kind, around)
        if key not in self._seen:
            found = self._certain(text, kind)
            if found is None and around and around != text and self.form(text) == self.form(around) is not None:
                found = self._certain(around, kind)
            self._seen[key] = found
        return self._seen[key]

    def several(self, text: str, kind: RecipientKind | None, around: str | None = None) -> tuple[str, ...]:
        """The awards of a cell that names more than one ("LĐTT, CSTĐCS"); empty where any part leaves a doubt."""
        if not text:
            return ()
        parts = [_ITEM.sub("", part).strip(" .:") for part in _PARTS.split(_ITEM.sub("", text))]
        parts = [part for part in parts if part]
        if self._are_several(parts, kind, around):
            return tuple(parts)
        if (pair := title_and_praise(text)) is not None and self._are_several(pair, kind, around):
            return pair
        if (pair := with_bracket(text)) is not None and all(self.award_id(part, kind, around) for part in pair):
            return pair
        if self.award_id(text, kind, around) is not None:
            return ()
        if len(parts) == 1:
            parts = self._side_by_side(parts[0], kind, around)
        if not 2 <= len(parts) <= _MOST_AWARDS:
            return ()
        found = [self.award_id(part, kind, around) for part in parts]
        return tuple(parts) if None not in found and len(set(found)) == len(found) else ()

    def _are_several(self, parts: Sequence[str], kind: RecipientKind | None, around: str | None) -> bool:
        """Whether each part is an award of its own; one may be a form of praise that leaves open who gives it."""
        if not 2 <= len(parts) <= _MOST_AWARDS:
            return False
        found = [self.award_id(part, kind, around) for part in parts]
        known = [award for award in found if award is not None]
        doubtful = [part for award, part in zip(found, parts, strict=True) if award is None]
        praised = len(doubtful) <= 1 and all(_IS_PRAISE.match(spelt(part)) for part in doubtful)
        return praised and len(set(known)) == len(known) > 0

    def _side_by_side(self, text: str, kind: RecipientKind | None, around: str | None) -> list[str]:
        """Two awards with only a blank or a line end between them ("LĐTT CSTĐCS")."""
        words = text.split()
        if len(words) > _MOST_WORDS:
            return []
        pairs = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
        return next((list(pair) for pair in pairs if all(self.award_id(part, kind, around) for part in pair)), [])

    def called(self, award_id: str) -> str:
        """What offices call an entry."""
        return self._by_id[award_id].usual

    def fits(self, award_id: str, kind: RecipientKind) -> bool:
        """Whether the award can go to a recipient of this kind."""
        award = self._by_id.get(award_id)
        return award is not None and kind in award.recipients

    def _certain(self, text: str, kind: RecipientKind | None) -> str | None:
        found = self._named(text, kind)
        return None if found in _OF_THE_STATE and _of_another_body(text) else found

    def _named(self, text: str, kind: RecipientKind | None) -> str | None:
        words = _written_out(text)
        stripped = _stripped(words)
        for spelling in (_stripped(spelt(text)), stripped):
            if spelling in self._names:
                return self._for_kind(self._names[spelling], kind)
        found = {award for award, rule in _COMPILED if rule.search(words) and award in self._by_id}
        if _PRAISES.match(stripped):
            found -= _TITLES  # "Giấy khen “Gia đình văn hóa”" praises by a paper, it is not the title
        if not found:
            short = short_award(spelt(text)) or short_award(stripped)
            found = {short} if short is not None and short in self._by_id else set()
        return self._for_kind(found.pop(), kind) if len(found) == 1 else None

    def _for_kind(self, award_id: str, kind: RecipientKind | None) -> str:
        collective = "tap_the_lao_dong_tien_tien"
        if award_id == "lao_dong_tien_tien" and kind is RecipientKind.COLLECTIVE and collective in self._by_id:
            return collective
        return award_id

    def form(self, text: str) -> str | None:
        """The one form of praise that a text names ("bang_khen"), whoever gives it; None for none or several."""
        words = fold(text)
        found = [form for form, rule in _FORMS if re.search(rule, words)]
        return found[0] if len(found) == 1 else None


def _of_another_body(text: str) -> bool:
    """Whether a text names a body of the party, the young or the army that is called after its level: "Huyện đoàn"."""
    words = spelt(text)
    return _CALLED_BY_LEVEL.search(words) is not None and _COMMITTEE.search(words) is None


def _written_out(text: str) -> str:
    """A text folded, its short forms in full."""
    words = _SHORT.sub(lambda seen: _LONG[seen.group()], spelt(text))
    for short, full in _WRITTEN_OUT:
        words = squeeze(short.sub(full, words))
    return words


def _stripped(words: str) -> str:
    """The words without "đề nghị tặng" before and a year after."""
    for pattern in (_BEFORE, _AFTER):
        while (shorter := pattern.sub("", words).strip()) != words and shorter:
            words = shorter
    return words


def code_names(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Code → award, from the sheets in which forms explain their codes; a code with two meanings has none."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for code, name in pairs:
        if found.setdefault(code, name) != name:
            doubtful.add(code)
    return {code: name for code, name in found.items() if code not in doubtful}
