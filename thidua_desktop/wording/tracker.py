"""The columns of the tracker (document-forms §3.3), shared by the one who writes it and the one who reads it back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.wording import labels

SHEET = "Theo dõi"
BASE_SHEET = "thidua-goc"
"""A very hidden sheet: the values as they were sent out, for the comparison when the file comes back."""
BASE_MARK = "thidua-tracker"
BASE_VERSION = 1

TITLE = "BẢNG THEO DÕI TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH"
SUMMARY = "TỔNG HỢP"
TOTAL = "Tổng cộng"


class Key(StrEnum):
    """The columns, in order; the last three are hidden."""

    ORDINAL = "ordinal"
    TEXT = "text"
    ASSIGNED_BY = "assigned_by"
    LEAD = "lead"
    COORDINATE = "coordinate"
    PRODUCT = "product"
    STARTS = "starts"
    DUE = "due"
    PROGRESS = "progress"
    COMPLETED_ON = "completed_on"
    STATE = "state"
    STANDING = "standing"
    DELAY_REASON = "delay_reason"
    NOTE = "note"
    ID = "id"
    DEADLINE = "deadline"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class TrackerColumn:
    """One column; ``width`` in characters of Times New Roman 12."""

    key: Key
    heading: str
    width: float
    group: str | None = None
    hidden: bool = False


COLUMNS = (
    TrackerColumn(Key.ORDINAL, "STT", 6),
    TrackerColumn(Key.TEXT, "Nội dung nhiệm vụ", 44),
    TrackerColumn(Key.ASSIGNED_BY, "Văn bản giao (số, ngày)", 20),
    TrackerColumn(Key.LEAD, "Đơn vị chủ trì", 18),
    TrackerColumn(Key.COORDINATE, "Đơn vị phối hợp", 18),
    TrackerColumn(Key.PRODUCT, "Sản phẩm", 20),
    TrackerColumn(Key.STARTS, "Bắt đầu", 12, "Thời gian"),
    TrackerColumn(Key.DUE, "Hạn hoàn thành", 12, "Thời gian"),
    TrackerColumn(Key.PROGRESS, "%", 8, "Kết quả"),
    TrackerColumn(Key.COMPLETED_ON, "Ngày hoàn thành", 12, "Kết quả"),
    TrackerColumn(Key.STATE, "Tình trạng (chọn)", 15, "Tình trạng"),
    TrackerColumn(Key.STANDING, "Đánh giá (tự tính)", 16, "Tình trạng"),
    TrackerColumn(Key.DELAY_REASON, "Khó khăn, lý do chậm", 24),
    TrackerColumn(Key.NOTE, "Ghi chú", 14),
    TrackerColumn(Key.ID, "Mã", 8, hidden=True),
    TrackerColumn(Key.DEADLINE, "Hạn tính", 12, hidden=True),
    TrackerColumn(Key.PERIOD, "Kỳ", 20, hidden=True),
)

INDEX = {column.key: at for at, column in enumerate(COLUMNS)}
VISIBLE = tuple(column for column in COLUMNS if not column.hidden)

BASE_FIELDS = (
    Key.TEXT,
    Key.ASSIGNED_BY,
    Key.LEAD,
    Key.COORDINATE,
    Key.PRODUCT,
    Key.STARTS,
    Key.DUE,
    Key.STATE,
    Key.PROGRESS,
    Key.COMPLETED_ON,
    Key.DELAY_REASON,
    Key.NOTE,
)
"""What the hidden sheet keeps of each task after its identifier, in this order."""

STATES = tuple(labels.of(state) for state in TaskState)
"""What the drop-down list offers."""

OTHER_HEADINGS: dict[Key, tuple[str, ...]] = {
    Key.ORDINAL: ("TT", "Số TT"),
    Key.TEXT: ("Nội dung", "Nhiệm vụ", "Nội dung công việc"),
    Key.LEAD: ("Chủ trì", "Cơ quan chủ trì"),
    Key.COORDINATE: ("Phối hợp", "Cơ quan phối hợp"),
    Key.DUE: ("Hạn", "Thời hạn"),
    Key.PROGRESS: ("Tiến độ", "Tiến độ (%)", "Tỷ lệ", "Kết quả (%)"),
    Key.STATE: ("Tình trạng", "Trạng thái", "Trạng thái (chọn)"),
    Key.STANDING: ("Đánh giá",),
    Key.DELAY_REASON: ("Lý do chậm", "Khó khăn", "Khó khăn, vướng mắc"),
}
"""Headings that people write instead."""


def row_hash(values: Sequence[str]) -> str:
    """The mark of one hidden row, over the letters and digits of its other cells.

    A row that somebody has changed is not believed; blanks and signs that programs rewrite on saving do not matter.
    """
    bare = ("".join(filter(str.isalnum, fold(value))) for value in values)
    return hashlib.sha256("|".join(bare).encode()).hexdigest()[:16]
