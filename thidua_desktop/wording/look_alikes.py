"""Why two recipients may be one, or may not, in words."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.domain.look_alikes import AlikeReason

_R = AlikeReason

REASONS = {
    _R.SAME_ID_NUMBER: "cùng số CCCD",
    _R.SAME_NAME: "cùng tên",
    _R.TONE_PLACE: "tên chỉ khác chỗ đặt dấu thanh (Thuý – Thúy)",
    _R.I_AND_Y: "tên chỉ khác i và y (Lý – Lí)",
    _R.DIACRITICS: "tên giống nhau khi bỏ dấu",
    _R.ABBREVIATED: "một tên viết tắt",
    _R.TRANSPOSED: "cùng các chữ, khác thứ tự",
    _R.NEAR_NAME: "tên khác một chữ cái",
    _R.SAME_BIRTH_DAY: "cùng ngày sinh",
    _R.SAME_BIRTH_YEAR: "cùng năm sinh",
    _R.SAME_UNIT: "cùng đơn vị",
    _R.UNIT_WITHIN: "đơn vị này thuộc đơn vị kia",
    _R.SAME_POSITION: "cùng chức vụ",
    _R.OTHER_ID_NUMBER: "khác số CCCD",
    _R.OTHER_BIRTH: "khác ngày sinh",
    _R.OTHER_UNIT: "khác đơn vị",
    _R.OTHER_GENDER: "khác giới tính",
}


def reasons(given: Iterable[AlikeReason]) -> str:
    """What speaks for it and against it: ``cùng tên, cùng ngày sinh; nhưng khác đơn vị``."""
    found = list(given)
    apart = (_R.OTHER_ID_NUMBER, _R.OTHER_BIRTH, _R.OTHER_UNIT, _R.OTHER_GENDER)
    for_it = ", ".join(REASONS[one] for one in found if one not in apart)
    against = ", ".join(REASONS[one] for one in found if one in apart)
    return f"{for_it}; nhưng {against}" if against else for_it
