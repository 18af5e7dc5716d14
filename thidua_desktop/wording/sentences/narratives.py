"""What is said of reports in words and of the check of their figures."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "report_text.unreadable": "Tệp lời văn báo cáo “{path}” không đọc được. Chưa lập báo cáo; hãy xem tệp có đúng các mục như lời văn của chương trình không, hoặc đổi tên tệp để dùng lời văn của chương trình.",
    "report_text.misspelt": "Tệp lời văn báo cáo “{path}” viết sai ở dòng {line} (thường do thiếu dấu ngoặc kép, dấu bằng hoặc dấu ngoặc vuông). Chưa lập báo cáo; hãy sửa dòng ấy, hoặc đổi tên tệp để dùng lời văn của chương trình.",
    "report_text.wrong": "Lời văn báo cáo có chỗ “{text}” mà chương trình không hiểu. Chưa lập báo cáo; hãy sửa tệp lời văn, hoặc đổi tên tệp để dùng lời văn của chương trình.",
    "report_text.missing": "Tệp lời văn báo cáo thiếu dòng “{text}”. Chưa lập báo cáo; hãy thêm lại dòng này như trong lời văn của chương trình, hoặc đổi tên tệp để dùng lời văn của chương trình.",
}

FINDINGS: dict[str, str] = {
    "narrative.to_fill": "Mục “{section}” còn phải viết thêm: {what}.",
    "narrative.leader_unknown": "{count} cá nhân được khen thưởng chưa rõ là lãnh đạo, quản lý hay người trực tiếp; tỷ lệ trong báo cáo chỉ tính trên số đã rõ.",
    "narrative.sex_unknown": "{count} cá nhân được khen thưởng chưa rõ giới tính; số nữ trong báo cáo có thể thiếu.",
    "narrative.ethnic_unknown": "{count} cá nhân được khen thưởng chưa rõ dân tộc; số người dân tộc thiểu số trong báo cáo có thể thiếu.",
}
