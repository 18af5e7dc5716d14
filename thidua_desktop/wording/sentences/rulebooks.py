"""What is said of rulebooks, the office's own ones above all."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "rulebook.folder_refused": "Không ghi được thư mục quy định riêng “{path}”. Chưa có gì thay đổi; hãy kiểm tra xem thư mục chứa tệp dữ liệu có bị chặn ghi không rồi làm lại.",
    "rulebook.none_for_day": "Chương trình chưa có bộ quy định cho ngày {day}. Chưa có gì thay đổi; hãy xem lại ngày đã ghi của đợt xét, phiên họp hoặc quyết định.",
    "rulebook.not_read": "Bộ quy định riêng “{path}” có {count} chỗ sai nên chưa dùng. Chương trình vẫn xét theo luật; hãy sửa những chỗ được nêu rồi bấm Đọc lại trong cửa sổ Bộ quy định.",
    "rulebook.unreachable": "Không đọc được bộ quy định riêng “{path}”. Chương trình vẫn xét theo luật; hãy mở tệp bằng Notepad, lưu lại với mã hóa UTF-8, rồi bấm Đọc lại trong cửa sổ Bộ quy định.",
}

FINDINGS: dict[str, str] = {
    "rulebook.award_twice": "Tệp “{name}” dòng {line}: mục “{value}” đã có ở trên; hãy gộp hai chỗ làm một.",
    "rulebook.days_reversed": "Tệp “{name}” dòng {line}: ngày hết hiệu lực đứng trước ngày có hiệu lực; hãy sửa lại valid_from hoặc valid_to.",
    "rulebook.key_missing": "Tệp “{name}” dòng {line}: thiếu khóa “{missing}”; hãy ghi thêm.",
    "rulebook.not_toml": "Tệp “{name}” dòng {line}: viết sai cú pháp TOML (thường do thiếu dấu ngoặc kép, dấu bằng hoặc dấu ngoặc vuông); hãy sửa dòng này.",
    "rulebook.share_unreadable": 'Tệp “{name}” dòng {line}: “{key}” ghi “{value}”; hãy ghi một phần không quá 1, chẳng hạn "2/3".',
    "rulebook.number_range": "Tệp “{name}” dòng {line}: “{key}” ghi {value} là số không hợp lý; hãy sửa lại.",
    "rulebook.unknown_key": "Tệp “{name}” dòng {line}: không có khóa nào tên “{key}”; hãy xem lại chính tả. Chỗ này dùng được: {known}.",
    "rulebook.unknown_name": "Tệp “{name}” dòng {line}: “{key}” nhắc đến “{value}” mà danh mục không có; hãy xem lại mã, hoặc khai báo tên ấy trong tệp.",
    "rulebook.unknown_rule": "Tệp “{name}” dòng {line}: không có loại quy tắc “{value}”. Dùng được: {known}.",
    "rulebook.unknown_value": "Tệp “{name}” dòng {line}: “{key}” ghi “{value}” mà chương trình không hiểu. Dùng được: {known}.",
    "rulebook.wrong_type": "Tệp “{name}” dòng {line}: giá trị của “{key}” không đúng dạng; cần {wanted}.",
}
