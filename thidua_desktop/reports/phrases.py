"""Where a name of an agency or a title may be broken: between phrases, never inside "KHEN / THƯỞNG".

The decree only says that long names are set on several lines (NĐ 30/2020/NĐ-CP, annex I); offices break them where a
reader would pause: "HỘI ĐỒNG / THI ĐUA - KHEN THƯỞNG", "SỞ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold

_PHRASES = """
6 tháng|an ninh|an toàn|anh hùng|ban chấp hành|ban chỉ đạo|ban quản lý|ban thường vụ|bưu chính|bảng theo dõi
bảo hiểm xã hội|bảo trợ|bảo vệ|bệnh viện|bồi dưỡng|chi cục|chuyên đề|chuyển đổi số|chính quyền|chính sách|chính trị
chấp hành|chất lượng|chủ tịch|cuối năm|cán bộ|công an|công chức|công nghệ|công thương|công ty|công tác|công đoàn
công đoàn cơ sở|cơ quan|cơ sở|cải cách|cục thuế|cựu chiến binh|danh hiệu|danh mục|du lịch|dân tộc|giai đoạn|giao thông
giao thông vận tải|giám sát|giám đốc|giáo dục|hiệu trưởng|huân chương|hành chính|hành chính công|hình thức|hòa bình
hướng dẫn|hệ thống|hội liên hiệp phụ nữ|hội nghị|hội nông dân|hội đồng|hội đồng nhân dân|hợp tác|khen thưởng|kho bạc
khoa học|khu công nghiệp|khu kinh tế|kinh tế|kiểm lâm|kiểm tra|kế hoạch|kỷ niệm|kỹ thuật|lao động|liên đoàn lao động
lâm nghiệp|lãnh đạo|lịch công tác|môi trường|mầm non|mặt trận tổ quốc|mặt trận tổ quốc việt nam|nghiệp vụ|ngoại vụ
ngân hàng|người có công|nhiệm vụ|nhà máy|nhà nước|nhân dân|nông dân|nông lâm sản|nông nghiệp|nông thôn|nông thôn mới
năm học|nội dung|nội vụ|phong trào|phát thanh|phát triển|phát triển nông thôn|phát động|phó chủ tịch|phó giám đốc
phó trưởng ban|phó trưởng phòng|phổ thông|phụ nữ|phụ trách|phục vụ|quân sự|quản lý|quốc gia|quốc hội|quốc phòng
sáng tạo|sơ kết|sự nghiệp|thanh niên|thanh tra|theo dõi|thi hành án|thi đua|thi đua - khen thưởng|thi đua khen thưởng
thiếu nhi|thành lập|thông tin|thư viện|thương mại|thắng lợi|thể dục|thể thao|thống kê|thủ trưởng|thủ tục|thủy lợi
thủy sản|thực hiện|tiến độ|tiểu học|trao tặng|triển khai|trung cấp|trung học|trung tâm|trung ương|truyền hình
truyền thông|trên địa bàn|trường học|trưởng ban|trưởng phòng|tuyên giáo|tuyên truyền|tài chính|tài nguyên|tòa án
tôn giáo|tư pháp|tập huấn|tập thể|tổ chức|tổng công ty|tổng kết|viện kiểm sát|việt nam|văn bản|văn hóa|văn phòng
vật tư|vệ sinh|xây dựng|xã hội|y tế|yêu nước|đa khoa|điển hình tiên tiến|đoàn thanh niên|đoàn thể|đài phát thanh
đào tạo|đô thị|đơn vị|đường bộ|đại học|đại hội|đảng bộ|đảng ủy|đầu năm|đặc khu|địa bàn|địa phương|đổi mới|ủy ban
ủy ban nhân dân
"""

_PLACES = "thành phố|tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"
"""After one of these a proper name follows, which stays with it."""
_HEADS = "và|của|tại|trên|về|cho|với|trong|do|từ|đến|các|năm|quý|tháng"
"""Words that open a phrase: a line may well begin with one and must not end with it."""
_LONE = "sở|ban|phòng|cục|vụ|trường|cụm|khối|hội|đoàn|chuyên|tm.|kt.|tl.|tuq.|q."
"""One-word kinds of agencies and marks of authority: they stay with what follows."""

_NEVER, _INSIDE, _NAME, _AFTER_KIND, _DASH, _BETWEEN, _COMMA, _WELCOME = 10_000, 900, 300, 120, 80, 20, 12, 4
_NUMBER = "so"
_LINE = 30
"""What one more line costs: less than a break inside a phrase, more than one between phrases."""
_UNEVEN = 60
"""What it costs that one line takes all the words."""


def broken(text: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The lines that a name is set in, best breaks first, then the most even lengths.

    Args:
        text: one statement; its own line breaks stay.
        fits: whether a piece fits on one line.

    A single word that does not fit stands on a line of its own all the same.
    """
    return tuple(line for part in text.split("\n") if part.strip() for line in _lines(part.split(), fits))


def _lines(words: list[str], fits: Callable[[str], bool]) -> list[str]:
    if fits(" ".join(words)):
        return [" ".join(words)]
    costs = gap_costs(tuple(words))
    longest = len(" ".join(words))
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(words) + 1):
        choices: list[tuple[float, list[str]]] = []
        for start in range(end - 1, -1, -1):
            line = " ".join(words[start:end])
            if not fits(line) and end - start > 1:
                break
            uneven = (len(line) / longest) ** 2 * _UNEVEN
            gap = costs[start - 1] if start else 0
            choices.append((best[start][0] + gap + _LINE + uneven, [*best[start][1], line]))
        best.append(min(choices, key=lambda choice: choice[0]))
    return best[-1][1]


@lru_cache(maxsize=1024)
def gap_costs(words: tuple[str, ...]) -> tuple[int, ...]:
    """How much it costs to break after each word but the last."""
    bare = [fold(word.strip(',;:()“”"')) or fold(word) for word in words]
    owner = _owners(bare)
    return tuple(_gap(words, bare, owner, at) for at in range(len(words) - 1))


def _gap(words: tuple[str, ...], bare: list[str], owner: list[int | None], at: int) -> int:
    here, after = bare[at], bare[at + 1]
    if after in _DASHES:
        return _NEVER  # a dash never opens a line
    if owner[at] is not None and owner[at] == owner[at + 1]:
        return _INSIDE
    if _in_date(bare, at):
        return _INSIDE
    if here in _DASHES:
        return _DASH
    if words[at][-1] in ",;:":
        return _COMMA
    if owner[at] is None and here in _FOLDED_HEADS:
        return _INSIDE
    if owner[at] is None and here in _FOLDED_LONE:
        return _AFTER_KIND
    opens = words[at + 1].startswith("(") or (owner[at + 1] is None and after in _FOLDED_HEADS)
    if opens or (owner[at + 1] == at + 1 and _place_length(bare, at + 1)):
        return _WELCOME
    return _NAME if owner[at] is None and owner[at + 1] is None else _BETWEEN


def _in_date(bare: list[str], at: int) -> bool:
    """Before the numbers of days and papers: "ngày 06 tháng 02 năm 2025", "số 05/QĐ-UBND" stay together."""
    here, after = bare[at], bare[at + 1]
    if here == _NUMBER:
        return after[:1].isdecimal()
    if here in _DATE_WORDS:
        return _is_number(after)
    return _is_number(here) and after in _DATE_WORDS and at > 0 and bare[at - 1] in _DATE_WORDS


def _is_number(word: str) -> bool:
    """A number, or the dots that wait for one."""
    return word.isdecimal() or not any(map(str.isalnum, word))


def _owners(bare: list[str]) -> list[int | None]:
    """For each word where its phrase begins, the longest phrase first; None for words that no phrase knows."""
    owner: list[int | None] = [None] * len(bare)
    at = 0
    while at < len(bare):
        length = next((size for size in range(_LONGEST, 1, -1) if tuple(bare[at : at + size]) in _KNOWN), 1)
        if length > 1:
            owner[at : at + length] = [at] * length
        at += length
    _bind_places(bare, owner)
    return owner


def _bind_places(bare: list[str], owner: list[int | None]) -> None:
    """The words after "tỉnh", "phường" … up to the next known phrase are a proper name: one piece with its kind."""
    for at in range(len(bare)):
        size = _place_length(bare, at)
        if not size or owner[at] is not None:
            continue
        end = at + size
        while end < len(bare) and owner[end] is None and bare[end] not in _FOLDED_HEADS:
            if _place_length(bare, end):
                break
            end += 1
        owner[at:end] = [at] * (end - at)


def _place_length(bare: list[str], at: int) -> int:
    return next((len(place) for place in _FOLDED_PLACES if tuple(bare[at : at + len(place)]) == place), 0)


_DASHES = ("-", "–")
_DATE_WORDS = ("ngay", "thang", "nam")
_FOLDED_HEADS = frozenset(map(fold, _HEADS.split("|")))
_FOLDED_LONE = frozenset(map(fold, _LONE.split("|")))
_FOLDED_PLACES = tuple(tuple(fold(place).split()) for place in _PLACES.split("|"))
_KNOWN = frozenset(tuple(fold(phrase).split()) for phrase in _PHRASES.replace("\n", "|").split("|") if phrase)
_LONGEST = max(map(len, _KNOWN))
