"""What happens to units, in sentences: before it is kept, and afterwards in the unit's history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.unit_events import UnitEvent, UnitEventKind
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.wording import formats

_KEPT = "Khen thưởng, người nhận có trước ngày đó giữ nguyên tên cũ và vẫn tra được từ đơn vị mới."


def listed(names: Sequence[str]) -> str:
    """``“A”, “B” và “C”``."""
    quoted = [f"“{name}”" for name in names]
    return f"{', '.join(quoted[:-1])} và {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)


def will_rename(name: str, new: str, day: date) -> str:
    """What a rename will do."""
    return f"Từ ngày {formats.day(day)}, “{name}” mang tên “{new}”; đến hết {_before(day)} vẫn là “{name}”. {_KEPT}"


def will_move(name: str, parent: str | None, day: date) -> str:
    """What a move to another parent will do; None: to the top."""
    where = f"trực thuộc “{parent}”" if parent else "đứng ở cấp cao nhất, không thuộc đơn vị nào"
    return f"Từ ngày {formats.day(day)}, “{name}” và các đơn vị bên trong {where}. {_KEPT}"


def will_merge(names: Sequence[str], into: str, day: date, *, goes_on: bool) -> str:
    """What a merger will do; ``goes_on``: the one that the others go into is there already."""
    others = [name for name in names if not (goes_on and name == into)]
    how = f"nhập vào “{into}”; “{into}” tiếp tục hoạt động" if goes_on else f"sáp nhập thành đơn vị mới “{into}”"
    last = f"{listed(others)} còn đến hết {_before(day)}"
    return f"Từ ngày {formats.day(day)}, {listed(others)} {how}. {last}, đơn vị bên trong chuyển sang “{into}”. {_KEPT}"


def will_split(name: str, parts: Sequence[str], day: date, *, goes_on: bool) -> str:
    """What a split will do; ``goes_on``: the unit stays beside the parts that leave it."""
    if goes_on:
        return f"Từ ngày {formats.day(day)}, {listed(parts)} tách khỏi “{name}”; “{name}” tiếp tục hoạt động. {_KEPT}"
    ends = f"“{name}” còn đến hết {_before(day)}"
    return f"Từ ngày {formats.day(day)}, “{name}” tách thành {listed(parts)}. {ends}. {_KEPT}"


def will_dissolve(name: str, day: date) -> str:
    """What dissolving will do."""
    return f"“{name}” còn đến hết {_before(day)}, từ ngày {formats.day(day)} không còn trong danh bạ. {_KEPT}"


def will_correct(old: date, new: date) -> str:
    """What another day of an event will do."""
    if old == new:
        return f"Ngày giữ nguyên {formats.day(old)}; chỉ văn bản và ghi chú thay đổi."
    return (
        f"Việc này chuyển từ ngày {formats.day(old)} sang ngày {formats.day(new)}: đơn vị trước đó còn đến hết "
        f"{_before(new)}, đơn vị sau đó có từ {formats.day(new)}."
    )


def happened(event: UnitEvent, tree: UnitTree) -> str:
    """An event of the past, without its day."""
    before, after = _names(event.before, tree), _names(event.after, tree)
    match event.kind:
        case UnitEventKind.RENAME:
            said = f"Đổi tên từ {listed(before)} thành {listed(after)}"
        case UnitEventKind.MERGE:
            gone = [name for unit, name in zip(event.before, before, strict=True) if unit not in event.after]
            how = "nhập vào" if set(event.before) & set(event.after) else "sáp nhập thành"
            said = f"{listed(gone)} {how} {listed(after)}"
        case UnitEventKind.SPLIT:
            made = [name for unit, name in zip(event.after, after, strict=True) if unit not in event.before]
            stays = bool(set(event.before) & set(event.after))
            said = (
                f"{listed(made)} tách khỏi {listed(before)}" if stays else f"{listed(before)} tách thành {listed(made)}"
            )
        case UnitEventKind.MOVE:
            parents = [parent for unit in event.after if (parent := tree.unit(unit).parent_id) is not None]
            where = listed(_names(parents, tree)) if parents else "cấp cao nhất"
            said = f"{listed(after)} chuyển về {where}"
        case UnitEventKind.DISSOLVE:
            said = f"Giải thể {listed(before)}"
    tail = [part for part in (event.decision, event.note) if part]
    return f"{said} ({'; '.join(tail)})" if tail else said


def _before(day: date) -> str:
    return formats.day(day - timedelta(days=1))


def _names(units: Sequence[UnitId], tree: UnitTree) -> list[str]:
    return [tree.name(unit) for unit in units]
