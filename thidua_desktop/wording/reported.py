"""What movements are called by."""

from __future__ import annotations

from enum import Enum

from thidua_desktop.domain.movements import LaunchLevel, MovementLength, MovementMethod, MovementScope

OF_KIND: dict[type[Enum], dict[Enum, str]] = {
    MovementScope: {
        MovementScope.NATION: "Toàn quốc",
        MovementScope.BRANCH: "Bộ, ngành, địa phương",
        MovementScope.CLUSTER: "Cụm, khối thi đua",
        MovementScope.OFFICE: "Cơ quan, đơn vị",
    },
    LaunchLevel: {
        LaunchLevel.CENTRAL: "Trung ương",
        LaunchLevel.BRANCH: "Bộ, ngành, tỉnh",
        LaunchLevel.OFFICE: "Cơ quan, đơn vị",
    },
    MovementMethod: {
        MovementMethod.TOPICAL: "Theo chuyên đề",
        MovementMethod.STANDING: "Thường xuyên",
    },
    MovementLength: {
        MovementLength.UNDER_ONE: "Dưới 1 năm",
        MovementLength.ONE: "1 năm",
        MovementLength.TO_THREE: "Trên 1 năm đến dưới 3 năm",
        MovementLength.TO_FIVE: "Từ 3 năm đến dưới 5 năm",
        MovementLength.FROM_FIVE: "Từ 5 năm trở lên",
    },
}
"""A table for each enumeration, as ``labels.of`` wants them."""
