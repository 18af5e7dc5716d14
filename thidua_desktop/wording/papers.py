"""Fixed phrases of papers (NĐ 30/2020/NĐ-CP and office practice), shared by the PDF, Word and Excel writers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.wording import formats, labels

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
"""Quốc hiệu."""
MOTTO = "Độc lập - Tự do - Hạnh phúc"
"""Tiêu ngữ: plain hyphens with a space at each side."""
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
"""Tiêu đề of Party documents, in the place of Quốc hiệu and Tiêu ngữ."""
NUMBER = "Số:"
END = "./."
RECIPIENTS = "Nơi nhận:"

COMPILER = "NGƯỜI LẬP BIỂU"
SECTION_HEAD = "LÃNH ĐẠO PHÒNG"
HEAD_OF_UNIT = "THỦ TRƯỞNG ĐƠN VỊ"
PEOPLES_COMMITTEE = "Ủy ban nhân dân"
KEPT_COPY = "Lưu: VT"
PLAN_KIND = "KẾ HOẠCH"
PLAN_WORK = "NỘI DUNG, THỜI GIAN THỰC HIỆN"
PLAN_DUTIES = "TỔ CHỨC THỰC HIỆN"
NO_TASKS = "Kế hoạch chưa có nhiệm vụ nào."
SIGN_AND_NAME = "(Ký, họ tên)"

ANNEX = "Phụ lục"
ANNEX_POINTER = "Danh mục nhiệm vụ, phân công và thời gian thực hiện tại Phụ lục kèm theo Kế hoạch này."
"""What the text says of its annex where it does not name it itself: the decree wants a pointer to each."""

_TITLE_WORDS = ("kế hoạch", "chương trình", "hướng dẫn", "chỉ thị", "quyết định", "thông báo", "đề án", "phương án")


_DRAFTED_BY = re.compile(r"\([^()]+\)")


def recipient_lines(recipients: Sequence[str]) -> list[str]:
    """The list below "Nơi nhận:": a hyphen before each, a semicolon after it, a full stop after the last.

    The mark of who drafted the paper ("(Vượng/D/2024)", box 12) follows the list as it is.
    """
    bare = [recipient.strip().lstrip("-").strip().rstrip(";.").strip() for recipient in recipients]
    kept = [recipient for recipient in bare if recipient]
    drafted = kept.pop() if len(kept) > 1 and _DRAFTED_BY.fullmatch(kept[-1]) else ""
    lines = [f"- {text}{'.' if order == len(kept) else ';'}" for order, text in enumerate(kept, start=1)]
    return [*lines, drafted] if drafted else lines


def kind_and_subject(title: str) -> tuple[str, str]:
    """A title as two statements: tên loại in capitals and trích yếu ("KẾ HOẠCH", "Công tác thi đua … năm 2026").

    A title that does not name its kind is that of a kế hoạch.
    """
    words = title.split()
    kind = next((kind for kind in _TITLE_WORDS if fold(title).startswith(fold(kind))), None)
    if kind is None:
        return PLAN_KIND, " ".join(words)
    size = len(kind.split())
    subject = " ".join(words[size:]).lstrip("-–: ")
    return " ".join(words[:size]).rstrip(":").upper(), subject[:1].upper() + subject[1:]


def head_of(issuer: str) -> tuple[str, ...]:
    """The signature block of an issuer whose signer is not known (NĐ 30/2020, Điều 13): TM. for a collective."""
    if fold(issuer).startswith(fold(PEOPLES_COMMITTEE)):
        return f"TM. {PEOPLES_COMMITTEE}".upper(), "CHỦ TỊCH"
    return (HEAD_OF_UNIT,)


_ABBREVIATIONS = ("UBND", "HĐND", "TĐKT")
_KINDS = (
    "UBND",
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "hội đồng",
    "văn phòng",
    "ban",
    "sở",
    "phòng",
    "bộ",
    "cục",
    "vụ",
)
_PLACES = ("tỉnh", "thành phố", "thị xã", "huyện", "quận", "xã", "phường", "đặc khu")
_PAIRS = [place.split() for place in _PLACES if " " in place]


def in_text(name: str) -> str:
    """An agency's name as running text writes it: "BAN THI ĐUA - KHEN THƯỞNG" → "Ban Thi đua - Khen thưởng".

    A name that is not all in capitals, or of a kind that is not known, is left as it was typed (NĐ 30/2020, annex II:
    capitals for the kind and for each field; every syllable of a place).
    """
    if not name.isupper():
        return name
    words = [word if word in _ABBREVIATIONS else word.lower() for word in name.split()]
    text = " ".join(words)
    kind = next((kind for kind in _KINDS if text.startswith(f"{kind} ")), None)
    if kind is None:
        return name
    starts = {0, len(kind.split())} | {at + 1 for at, word in enumerate(words) if word in ("-", "và")}
    place = next((at for at in range(1, len(words)) if words[at] in _PLACES or words[at : at + 2] in _PAIRS), None)
    if place is not None:
        after = place + (2 if words[place : place + 2] in _PAIRS else 1)
        starts = {at for at in starts if at < place} | set(range(after, len(words)))
    written = " ".join(word[:1].upper() + word[1:] if at in starts else word for at, word in enumerate(words))
    return written.replace("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh")


def superior_line(name: str) -> str:
    """The cơ quan chủ quản of a letterhead in capitals, "Ủy ban nhân dân" short as the decree allows (box 2)."""
    return name.upper().replace(PEOPLES_COMMITTEE.upper(), "UBND")


def blank_number(code: str) -> str:
    """A number left to the pen: blanks before the code."""
    return f"      {code}" if code.startswith("/") else code


def partly_dated(place: str, day: str, month: str, year: str) -> str:
    """A date line with blanks for what is not written yet: ``Tây Ninh, ngày      tháng 01 năm 2026``."""
    written = f"ngày {day or '    '} tháng {month or '    '} năm {year or '     '}"
    return f"{place}, {written}" if place else written


def title_of_plan(title: str) -> str:
    """A plan's title in capitals, with its kind in front: "KẾ HOẠCH CÔNG TÁC THI ĐUA …"."""
    named = any(fold(title).startswith(fold(kind)) for kind in _TITLE_WORDS)
    return (title if named else f"Kế hoạch {title}").upper()


def annex(ordinal: int | None) -> str:
    """``Phụ lục``, or with its Roman number where there are several (NĐ 30/2020, annex I)."""
    return f"{ANNEX} {formats.roman(ordinal)}" if ordinal is not None else ANNEX


def attached_to(number: str | None, day: date | None, issuer: str | None) -> str:
    """``(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của …)``, dots for the pen where it lacks."""
    written = formats.long_day(day) if day is not None else "ngày …… tháng …… năm ………"
    code = number or "………/KH-………"
    return f"(Kèm theo Kế hoạch số {code} {written} của {issuer or '………………………………'})"


def plan_opening(issuer: str | None, year: int) -> str:
    """The sentence before the first heading of a plan that was written in the program."""
    who = f"{issuer} ban hành" if issuer else "Ban hành"
    return f"{who} Kế hoạch công tác thi đua, khen thưởng năm {year} như sau:"


def plan_ending(year: int) -> str:
    """The last sentence of a plan that was written in the program."""
    return (
        f"Các cơ quan, đơn vị được giao nhiệm vụ tại Kế hoạch này tổ chức thực hiện đúng thời gian; trong quá trình "
        f"thực hiện nếu có vướng mắc, kịp thời phản ánh để xem xét, điều chỉnh. Trên đây là Kế hoạch năm {year}"
    )


def quarter_in_text(quarter: int | None, year: int) -> str:
    """``Quý I năm 2026``, ``Cả năm 2026``: a heading in running text."""
    return f"{labels.quarter(quarter)} năm {year}" if quarter is not None else f"Cả năm {year}"


WALL_REST = "Việc ghi không hết trong ô ngày"
WALL_MORE = "… và {count} việc nữa, xem danh sách"


def wall_title(office: str, when: str) -> str:
    """``LỊCH CÔNG VIỆC THÁNG 6 NĂM 2026 - SỞ NỘI VỤ``."""
    return f"LỊCH CÔNG VIỆC {when}{f' - {office.upper()}' if office else ''}"


def in_month(month: int, year: int) -> str:
    """``Trong tháng 6 năm 2026 (chưa định ngày)``."""
    return f"Trong tháng {month} năm {year} (chưa định ngày)"


def quarter_of_year(quarter: int | None, year: int) -> str:
    """``QUÝ I NĂM 2026``, or ``CẢ NĂM 2026`` for what has no quarter."""
    if quarter is None:
        return f"CẢ NĂM {year}"
    return f"{labels.quarter(quarter)} năm {year}".upper()


def time_of(year: int, quarter: int | None, month: int | None, due: date | None) -> str:
    """When something is due, as exactly as it is known: ``15/6/2026``, ``Tháng 6/2026``, ``Quý II/2026`` …"""
    if due is not None:
        return formats.day_in_text(due)
    if month is not None:
        return f"Tháng {month}/{year}"
    if quarter is not None:
        return f"{labels.quarter(quarter)}/{year}"
    return f"Năm {year}"
