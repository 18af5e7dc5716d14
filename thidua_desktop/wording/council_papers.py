"""Fixed phrases of the council's papers (document-forms §2.5-2.9): lists, ballots, minutes, results, decisions."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.domain.award_lists import Counts
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.wording import papers

LIST_TITLE = "DANH SÁCH ĐỀ NGHỊ XÉT KHEN THƯỞNG"
NO_LINES = "Chưa có trường hợp nào trong danh sách"
NO_UNIT = "Chưa ghi đơn vị"

ORDINAL = "STT"
NAME = "Họ và tên cá nhân; tên tập thể, hộ gia đình"
BORN = "Năm sinh"
MALE, FEMALE = "Nam", "Nữ"
POST = "Chức vụ, đơn vị công tác"
AWARD = "Danh hiệu, hình thức đề nghị"
SUMMARY = "Tóm tắt thành tích, căn cứ"
NOTE = "Ghi chú"

_COUNTED = {
    RecipientKind.COLLECTIVE: "tập thể",
    RecipientKind.PERSON: "cá nhân",
    RecipientKind.HOUSEHOLD: "hộ gia đình",
}


def counted(counts: Counts) -> str:
    """``03 tập thể, 05 cá nhân``: at least two digits, kinds of which there are none left out."""
    numbers = {
        RecipientKind.COLLECTIVE: counts.collectives,
        RecipientKind.PERSON: counts.persons,
        RecipientKind.HOUSEHOLD: counts.households,
    }
    return enumerated(f"{numbers[kind]:02d} {word}" for kind, word in _COUNTED.items() if numbers[kind])


def enumerated(parts: Iterable[str]) -> str:
    """Parts with commas between."""
    return ", ".join(parts)


def list_end(counts: Counts) -> str:
    """``Danh sách gồm: 03 tập thể, 05 cá nhân./.``"""
    return f"Danh sách gồm: {counted(counts)}{papers.END}"


def group(mark: str, name: str, counts: Counts) -> str:
    """The heading of a group: ``I. CHIẾN SĨ THI ĐUA CƠ SỞ: 05 cá nhân``."""
    return f"{mark} {name}: {counted(counts)}"


def kind_group(mark: str, kind: str, count: int) -> str:
    """The heading of the lines of one kind: ``a) Tập thể: 02``."""
    return f"{mark} {kind}: {count:02d}"


def asked(award: str) -> str:
    """What the unit asked for, where the office has put another award."""
    return f"Đơn vị đề nghị: {award}"


def born(year: str) -> str:
    """The year below a name, where the list does not say whether it is a man's or a woman's."""
    return f"(sinh năm {year})"
