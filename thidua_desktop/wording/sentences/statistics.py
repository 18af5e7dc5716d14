"""Sentences about periods, figures and their tables."""

ERRORS: dict[str, str] = {
    "period.reversed": "Ngày cuối của kỳ báo cáo ({last}) đứng trước ngày đầu ({first}). Hãy chọn lại hai ngày.",
    "period.unreadable": "“{written}” không phải là kỳ báo cáo. Hãy ghi dạng 2026-01-01..2026-12-31.",
    "question.unreadable": "Không đọc được câu hỏi số liệu “{written}”. Chưa có gì được tính; hãy ghi như “awards|2026-01-01..2026-12-31|kind=person”, hoặc gắn lại ô của sổ mẫu với số liệu cần lấy.",
    "question.foreign": "Câu hỏi số liệu “{written}” hỏi điều mà loại số liệu này không có. Hãy bỏ bớt điều kiện hoặc chọn loại số liệu khác.",
}
