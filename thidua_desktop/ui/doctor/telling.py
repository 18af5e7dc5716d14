"""What the import doctor says of a draft as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.judgements import Tally
from thidua_desktop.domain.list_doctor import Counts, DoctorDraft, DoctorRow, Sureness
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.services.old_decisions import OldDraft
from thidua_desktop.wording import formats, labels, messages

_NOUNS = {
    ListTarget.NOMINATIONS: "đề nghị",
    ListTarget.PEOPLE: "người nhận",
    ListTarget.AWARD_HISTORY: "mục khen thưởng",
}


def targets() -> tuple[tuple[ListTarget, str], ...]:
    """What lists are read for, with their names."""
    return tuple((target, labels.of(target)) for target in ListTarget)


def rounds(services: Services, draft: DoctorDraft) -> tuple[RoundRow, ...]:
    """The rounds that nominations can go into: those of the year of the draft's round."""
    year = services.today().year
    if draft.round_id is not None:
        year = services.nominations.get_round(draft.round_id).year
    return services.nominations.rounds(year)


def summary(counts: Counts, found: Tally) -> str:
    """How many lines came in, how many will be stored, how many need the clerk, how many are not eligible."""
    parts = [
        f"{formats.whole(counts.rows + counts.lines_left)} dòng trong tệp",
        f"{formats.whole(counts.rows)} dòng danh sách",
        f"sẽ lưu {formats.whole(counts.taken - counts.faulty)}",
    ]
    if counts.doubtful:
        parts.append(f"{formats.whole(counts.doubtful)} cần xem lại")
    if counts.faulty:
        parts.append(f"{formats.whole(counts.faulty)} chưa lưu được")
    if counts.left_out:
        parts.append(f"{formats.whole(counts.left_out)} đã bỏ")
    if found.not_met:
        parts.append(f"{formats.whole(found.not_met)} không đủ điều kiện")
    return "  ·  ".join(parts)


def keep(target: ListTarget, number: int) -> str:
    """The words on the button; a number of 0 is not told."""
    return f"Lưu tất cả {formats.whole(number)} {_NOUNS[target]}" if number else "Lưu tất cả"


def why_not(refused: Finding | None, counts: Counts) -> str:
    """Why a draft cannot be stored yet, and what to do."""
    if refused is not None:
        return messages.finding(refused)
    if not counts.taken:
        return "Chưa có dòng nào để lưu. Hãy lấy lại dòng đã bỏ, hoặc chọn lại nội dung các cột."
    return (
        f"Còn {formats.whole(counts.faulty)} dòng chưa lưu được (tô đỏ). Chưa lưu gì; "
        "hãy sửa những ô đỏ, hoặc bỏ các dòng đó (phím Delete) rồi lưu lại."
    )


def already(draft: DoctorDraft) -> str:
    """That a file with the same content was stored before."""
    former = draft.already[0]
    return (
        f"Danh sách này đã được lưu từ tệp “{former.file_name}” ({formats.whole(former.read_rows)} dòng). "
        "Lưu nữa sẽ có hai lần cùng một danh sách."
    )


def layout(draft: DoctorDraft, unit: str) -> str:
    """That the columns were understood as agreed before; empty where they were not."""
    if draft.layout is None:
        return ""
    whose = f"mẫu của “{unit}”" if unit else "mẫu danh sách này"
    return f"Đã nhận ra {whose}: các cột được hiểu như lần trước."


def kept(draft: DoctorDraft, number: int, round_name: str) -> str:
    """What was stored."""
    name = f" từ “{draft.name}”" if draft.name else ""
    where = f" vào đợt “{round_name}”" if round_name else ""
    return f"Đã lưu {formats.whole(number)} {_NOUNS[draft.target]}{name}{where}."


def kept_old(draft: OldDraft) -> str:
    """What was stored of a list of decisions of earlier years."""
    name = f" từ “{draft.doctor.name}”" if draft.doctor.name else ""
    rest = f" và {formats.whole(len(draft.left))} mục vào Sổ khen thưởng" if draft.left else ""
    count, lines = formats.whole(len(draft.decisions)), formats.whole(len(draft.rows))
    return f"Đã ghi {count} quyết định với {lines} dòng{rest}{name}."


def losses(found: Sequence[Finding]) -> str:
    """What the copy of a workbook will not have, before it is written."""
    return "\n".join(
        ["Tệp gốc vẫn nguyên. Bản trả đơn vị có khác:", *(f"– {messages.finding(each)}" for each in found)]
    )


def possible(row: DoctorRow | None) -> dict[str, bool]:
    """Which questions can be asked about a row."""
    if row is None:
        return {"unit": False, "person": False, "award": False}
    sure = row.recipient.sure
    return {
        "unit": bool(row.row.unit),
        "person": bool(row.recipient.others or row.recipient.recipient_id is not None) or sure is Sureness.CHOSEN,
        "award": bool(row.row.award),
    }
