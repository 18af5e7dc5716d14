"""What is said of statutory forms: which model serves a period, what does not agree in it, what is wrong in a file."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "form.folder_refused": "Không ghi được thư mục biểu mẫu riêng “{path}”. Chưa có gì thay đổi; hãy kiểm tra xem thư mục chứa tệp dữ liệu có bị chặn ghi không rồi làm lại.",
    "form.not_read": "Biểu mẫu riêng “{path}” có {count} chỗ sai nên chưa dùng. Các biểu khác vẫn lập được; hãy sửa những chỗ được nêu rồi bấm Đọc lại.",
    "form.unknown": "Không có biểu nào mang mã “{form}”. Chưa lập biểu nào; hãy chọn một biểu trong danh sách.",
    "form.unreachable": "Không đọc được biểu mẫu riêng “{path}”. Các biểu khác vẫn lập được; hãy mở tệp bằng Notepad, lưu lại với mã hóa UTF-8, rồi bấm Đọc lại.",
}

FINDINGS: dict[str, str] = {
    "form.condition_foreign": "Tệp “{name}” dòng {line}: không đếm “{subject}” theo “{value}” được. Chỗ này dùng được: {known}.",
    "form.ended": "Biểu {form} ({citation}) hết hiệu lực sau ngày {until}; chương trình chưa có mẫu nào cho kỳ này nên dùng tạm mẫu ấy. Hãy đối chiếu với mẫu mới ({replaced_by}) trước khi gửi.",
    "form.hand_missing": "Còn {count} ô chương trình không có số liệu, đang để trống (…). Hãy nhập số vào các ô ấy, hoặc ghi tay trên biểu.",
    "form.line_twice": "Tệp “{name}” dòng {line}: mã “{value}” đã dùng cho một dòng hoặc cột ở trên; hãy đặt mã khác.",
    "form.model_note": "Lưu ý về biểu {form}: “{note}”",
    "form.model_unsure": "Biểu {form} lập theo mẫu chưa đối chiếu được với văn bản gốc; hãy đối chiếu với mẫu của cơ quan nhận trước khi gửi.",
    "form.not_yet": "Biểu {form} ({citation}) chỉ có hiệu lực từ ngày {since}; chương trình không có mẫu nào sớm hơn nên dùng mẫu ấy cho kỳ này. Hãy đối chiếu với mẫu của kỳ báo cáo trước khi gửi.",
    "form.part_exceeds": "Dòng “{line}”, cột {at}: {said} lớn hơn {other} của dòng chứa nó. Hãy xem lại các cột {places}.",
    "form.part_exceeds_across": "Cột “{line}”, dòng {at}: {said} lớn hơn {other} của cột chứa nó. Hãy xem lại các dòng {places}.",
    "form.parts_disagree": "Dòng “{line}”, cột {at}: các dòng chia ra cộng được {said}, dòng này là {other}. Có mục chưa ghi đủ thông tin để chia, hoặc số nhập tay chưa khớp; lệch ở các cột {places}.",
    "form.parts_disagree_across": "Cột “{line}”, dòng {at}: các cột chia ra cộng được {said}, cột này là {other}. Lệch ở các dòng {places}.",
    "form.parts_incomplete": "Dòng “{line}”, cột {at}: các phần cộng được {said}, nhưng tệp dữ liệu có {other}. Có mục chưa ghi đủ thông tin để xếp vào một phần; lệch ở các cột {places}.",
    "form.share_of_two": 'Tệp “{name}” dòng {line}: “{key}” cần đúng hai mã, phần và tổng, chẳng hạn ["6", "3"].',
    "form.small_print": "Biểu {form} có {count} cột số liệu nên chữ in vừa một khổ giấy chỉ còn khoảng {size} điểm, khó đọc. Hãy dùng tệp Excel, hoặc in trên khổ giấy lớn hơn.",
    "form.sum_circular": "Tệp “{name}” dòng {line}: “{value}” là tổng của chính nó; hãy xem lại các mã trong sum và less.",
    "form.unknown_line": "Tệp “{name}” dòng {line}: công thức nhắc đến mã “{value}” mà biểu không có dòng hay cột nào như vậy; hãy xem lại.",
    "form.without_lines": "Tệp “{name}” dòng {line}: biểu chưa có dòng hoặc cột số liệu nào; hãy khai báo row và column.",
}
