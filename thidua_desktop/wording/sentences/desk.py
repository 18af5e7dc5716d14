"""What is said of work anywhere in the window: typing into a table, undoing, the trash."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "entry.birth_not_read": "“{text}” không phải là năm sinh hoặc ngày sinh. Ô giữ nguyên như cũ; hãy gõ dạng 1980 hoặc 17/5/1980.",
    "entry.block_not_read": "Dòng {line} của khối, cột “{column}”: không nhận “{text}”. Chưa dán gì, bảng giữ nguyên; hãy sửa ô đó rồi dán lại.",
    "entry.day_not_there": "Tháng {month} không có ngày {day}. Ô giữ nguyên như cũ; hãy gõ lại ngày.",
    "entry.day_not_read": "“{text}” không phải là một ngày. Ô giữ nguyên như cũ; hãy gõ ngày dạng 15/6/2026 hoặc 15/6.",
    "entry.empty": "Ô này không được để trống. Ô giữ nguyên như cũ; hãy gõ lại nội dung.",
    "entry.masked_number": "“{text}” chỉ còn các chữ số cuối, không phải số CCCD đầy đủ. Ô giữ nguyên như cũ; hãy gõ đủ 12 chữ số.",
    "entry.counted": "Ô này không gõ được vì số liệu {origin}. Ô giữ nguyên như cũ; muốn đổi, hãy sửa ở nơi số liệu được lấy ra.",
    "entry.not_read": "Ô này không nhận “{text}”. Ô giữ nguyên như cũ; hãy chọn trong danh sách hoặc gõ lại cho đúng.",
    "entry.unit_not_known": "Danh bạ chưa có đơn vị “{text}”, hoặc có nhiều đơn vị cùng tên. Ô giữ nguyên như cũ; hãy chọn trong danh sách hoặc thêm đơn vị trước.",
    "undo.nothing": "Không còn việc nào để hoàn tác. Dữ liệu giữ nguyên; hãy mở Nhật ký thay đổi để xem các việc đã làm.",
    "undo.changed_since": "{kind} này đã được sửa hoặc dùng ở việc làm sau đó nên không hoàn tác riêng việc này được. Dữ liệu giữ nguyên; hãy hoàn tác các việc làm sau trước, hoặc sửa trực tiếp.",
    "redo.nothing": "Không có việc nào vừa hoàn tác để làm lại. Dữ liệu giữ nguyên; hãy mở Nhật ký thay đổi để xem các việc đã làm.",
    "record.missing": "{kind} này không còn ở chỗ cũ: có thể vừa được chuyển vào thùng rác. Chưa có gì thay đổi; hãy mở lại danh sách, hoặc lấy lại từ thùng rác.",
    "work.cancelled": "Đã dừng theo yêu cầu. Dữ liệu giữ nguyên như trước khi bắt đầu.",
}

OPERATIONS: dict[str, str] = {
    "office.save": "sửa thông tin cơ quan",
    "trash.restore": "lấy lại {count} mục từ thùng rác",
    "undo": "hoàn tác việc {of}",
    "undo.back_to": "quay về lúc vừa {to}, bỏ {count} việc làm sau đó",
    "redo": "làm lại việc {of}",
}
