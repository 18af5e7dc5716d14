"""What is said of the Word templates that an office edits."""

from __future__ import annotations

_AT = "{part}, đoạn {number} (“{text}”)"

ERRORS: dict[str, str] = {
    "template.missing": "Không mở được mẫu “{path}”. Văn bản chưa được ghi; hãy đóng tệp ở Word nếu đang mở, hoặc chọn Lấy lại mẫu gốc.",
    "template.not_word": "Mẫu “{path}” không phải văn bản Word (.docx) đọc được. Văn bản chưa được ghi; hãy mở mẫu bằng Word và lưu lại dạng .docx, hoặc chọn Lấy lại mẫu gốc.",
    "template.too_large": "Mẫu “{path}” quá lớn nên không được dùng. Văn bản chưa được ghi; hãy bỏ bớt ảnh trong mẫu rồi lưu lại, hoặc chọn Lấy lại mẫu gốc.",
    "template.macros": "Mẫu “{path}” có macro nên không được dùng. Văn bản chưa được ghi; hãy mở bằng Word, lưu lại dạng .docx (không có macro), hoặc chọn Lấy lại mẫu gốc.",
    "template.linked": "Mẫu “{path}” lấy ảnh hoặc nội dung từ tệp khác hoặc từ trang mạng nên không được dùng. Văn bản chưa được ghi; hãy chép hẳn nội dung ấy vào mẫu, hoặc sao mẫu sang văn bản mới.",
    "template.faulty": "Mẫu “{kind}” chưa dùng được. {fault} Văn bản chưa được ghi; hãy sửa chỗ ấy trong mẫu, hoặc chọn Lấy lại mẫu gốc.",
    "template.endless": "Mẫu này tạo ra văn bản dài quá mức. Văn bản chưa được ghi; hãy xem lại các khối lặp trong mẫu, hoặc chọn Lấy lại mẫu gốc.",
}

FINDINGS: dict[str, str] = {
    "template.field_unknown": f"Không có trường “{{field}}”: {_AT}. Hãy xem danh sách trường của mẫu này.",
    "template.field_unknown_near": f"Không có trường “{{field}}”: {_AT}. Có phải là “{{near}}” không?",
    "template.is_list": f"“{{field}}” là danh sách nên phải đặt trong khối lặp: {_AT}.",
    "template.not_a_list": f"“{{field}}” không phải danh sách nên không lặp được: {_AT}.",
    "template.name_taken": f"Không đặt tên dòng lặp là “{{field}}” được vì trùng tên đã có: {_AT}.",
    "template.list_in_list": f"Không đặt khối lặp “{{field}}” bên trong khối lặp này được: {_AT}.",
    "template.tag_unreadable": f"Chỗ điền “{{tag}}” viết chưa đúng cách: {_AT}.",
    "template.mark_open": f"Chỗ điền thiếu dấu mở hoặc dấu đóng ngoặc nhọn: {_AT}.",
    "template.block_open": f"Khối “{{tag}}” chưa có chỗ kết thúc: {_AT}.",
    "template.end_alone": f"Chỗ “{{tag}}” không có khối nào đang mở: {_AT}.",
    "template.end_elsewhere": f"Khối “{{begin}}” và chỗ “{{tag}}” không cùng một đoạn, bảng hoặc ô: {_AT}.",
    "template.not_alone": f"Chỗ điền “{{tag}}” phải đứng một mình trong đoạn hoặc dòng bảng: {_AT}.",
    "template.not_in_row": f"Chỗ điền “{{tag}}” chỉ dùng trong bảng: {_AT}.",
    "template.hidden": "Có chỗ điền nằm ở nơi không nhìn thấy trong {part} (đoạn đã xóa khi bật theo dõi thay đổi, mã trường). Hãy chọn Chấp nhận mọi thay đổi trong Word rồi lưu lại.",
    "template.too_many_tags": "Mẫu có hơn {most} chỗ điền. Hãy bỏ bớt.",
    "template.refused": "Chỗ điền “{tag}” không dùng được. Hãy xóa đi, hoặc chọn trong danh sách trường của mẫu này.",
    "template.field_left_out": "Mẫu không dùng trường “{field}”; văn bản in ra sẽ thiếu nội dung này.",
}
