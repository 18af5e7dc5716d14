"""Sentences about periods, figures and their tables."""

ERRORS: dict[str, str] = {
    "period.reversed": "Ngày cuối của kỳ báo cáo ({last}) sớm hơn ngày đầu ({first}). Chưa tính gì; hãy chọn lại hai ngày.",
    "period.unreadable": "“{written}” không phải là kỳ báo cáo. Chưa tính gì; hãy ghi ngày đầu, ngày cuối dạng 2026-01-01..2026-12-31.",
    "question.unreadable": "Không đọc được câu hỏi số liệu “{written}”. Chưa tính gì; hãy ghi như “awards|2026-01-01..2026-12-31|kind=person”, hoặc gắn lại ô của sổ mẫu với số liệu cần lấy.",
    "question.foreign": "Câu hỏi số liệu “{written}” hỏi điều mà loại số liệu này không có. Chưa tính gì; hãy bỏ bớt điều kiện hoặc chọn loại số liệu khác.",
}
