"""What a confirmation says of the one who holds the awards."""

from __future__ import annotations

from thidua_desktop.common.vietnamese import fold

_PARTS = 3
_FEMALE = "female"


def details(birth: str | None, gender: str | None, id_number: str, post: str) -> tuple[str, ...]:
    """Lines such as ``Sinh ngày 17/5/1980`` and ``Chức vụ, đơn vị: …``; what is not known is left out."""
    found = []
    if birth:
        found.append(_born(birth))
    if gender:
        found.append(f"Giới tính: {'Nữ' if gender == _FEMALE else 'Nam'}")
    if id_number:
        found.append(f"Số định danh cá nhân (CCCD): {id_number}")
    if post:
        found.append(f"Chức vụ, đơn vị công tác: {post}")
    return tuple(found)


def post(position: str, unit: str) -> str:
    """Post and unit; the unit is not said twice."""
    if unit and fold(unit) in fold(position):
        unit = ""
    return ", ".join(part for part in (position, unit) if part)


def _born(birth: str) -> str:
    parts = birth.split("-")
    if len(parts) == _PARTS:
        return f"Sinh ngày {int(parts[2]):02}/{int(parts[1]):02}/{parts[0]}"
    return f"Sinh năm {parts[0]}" if len(parts) == 1 else f"Sinh tháng {int(parts[1]):02}/{parts[0]}"
