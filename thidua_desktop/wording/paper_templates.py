"""The office's Word templates in words: the papers, the parts of a file, what each field holds."""

from __future__ import annotations

from enum import Enum

from thidua_desktop.domain.paper_templates import TemplateField, TemplateKind, TemplatePart

_KINDS: dict[Enum, str] = {
    TemplateKind.DECISION: "Quyết định khen thưởng",
    TemplateKind.PROPOSAL: "Tờ trình",
    TemplateKind.MINUTES: "Biên bản họp Hội đồng",
    TemplateKind.INVITATION: "Giấy mời họp",
    TemplateKind.NOTICE: "Thông báo kết quả",
    TemplateKind.CONFIRMATION: "Giấy xác nhận",
}
_PARTS: dict[Enum, str] = {
    TemplatePart.BODY: "thân văn bản",
    TemplatePart.HEADER: "đầu trang",
    TemplatePart.FOOTER: "chân trang",
    TemplatePart.FOOTNOTES: "chú thích cuối trang",
}
OF_KIND: dict[type[Enum], dict[Enum, str]] = {TemplateKind: _KINDS, TemplatePart: _PARTS}

FIELDS = {
    "co_quan_chu_quan": "Tên cơ quan chủ quản (trống nếu không có)",
    "co_quan": "Tên cơ quan ban hành, chữ in hoa",
    "so_ky_hieu": "Số, ký hiệu; để khoảng trống khi chưa có số",
    "dia_danh_ngay_thang": "Địa danh, ngày tháng năm",
    "trich_yeu": "Trích yếu",
    "chuc_vu_nguoi_ky": "Quyền hạn, chức vụ người ký (có thể nhiều dòng)",
    "nguoi_ky": "Họ tên người ký",
    "noi_nhan": "Các dòng Nơi nhận",
    "tham_quyen": "Người có thẩm quyền quyết định, chữ in hoa",
    "can_cu": "Các căn cứ",
    "cac_dieu": "Các điều của quyết định",
    "dieu": "Điều 1., Điều 2., …",
    "noi_dung": "Nội dung",
    "chi_tiet": "Các dòng dưới điều",
    "ten_danh_sach": "Tên danh sách kèm theo",
    "kem_theo": "(Kèm theo Quyết định, Tờ trình số …)",
    "danh_sach": "Danh sách kèm theo; trống khi tên đã ghi trong văn bản",
    "nhom": "Dòng tên nhóm (I. TẬP THỂ …); trống ở dòng thường",
    "stt": "Số thứ tự",
    "ten": "Họ và tên; tên tập thể, hộ gia đình",
    "chuc_vu_don_vi": "Chức vụ, đơn vị công tác",
    "so_vang": "Số sổ vàng",
    "tong_danh_sach": "Danh sách gồm: …",
    "kinh_gui": "Nơi nhận tờ trình khi chỉ có một nơi",
    "kinh_gui_nhieu": "Các nơi nhận tờ trình khi có từ hai nơi",
    "bat_dau": "Thời gian bắt đầu: …",
    "dia_diem": "Địa điểm: …",
    "co_mat": "Có mặt …/… thành viên",
    "thanh_phan": "Các thành viên có mặt",
    "vang_mat": "Vắng mặt: … thành viên (trống nếu đủ)",
    "nguoi_vang": "Các thành viên vắng mặt",
    "chu_tri": "Chủ trì: …",
    "thu_ky": "Thư ký: …",
    "khong_tham_gia": "Thành viên không tham gia bỏ phiếu",
    "bieu_quyet": "Câu mở đầu bảng kết quả bỏ phiếu",
    "ket_qua": "Kết quả của từng trường hợp",
    "danh_hieu": "Danh hiệu, hình thức khen thưởng",
    "so_phieu": "Số phiếu đồng ý",
    "ty_le": "Tỷ lệ (%)",
    "ket_luan": "Kết luận",
    "ly_do": "Lý do",
    "ket_thuc": "Câu kết thúc",
    "thu_ky_ky": "Họ tên thư ký ký biên bản",
    "chu_toa_ky": "Họ tên chủ tọa ký biên bản",
    "cac_thu": "Các giấy mời, mỗi người một giấy",
    "loi_moi": "Câu mời, có tên người được mời",
    "cuoc_hop": "Tới dự: …",
    "thoi_gian": "Thời gian",
    "ghi_chu": "Các câu dặn thêm",
    "de_nghi": "Câu đề nghị dự họp",
    "kem_giay_moi": "(Kèm theo Giấy mời số …)",
    "chuong_trinh": "Chương trình họp",
    "nguoi_thuc_hien": "Người thực hiện",
    "con_nua": "Có nội dung khi sau giấy này còn giấy khác",
    "mo_dau": "Câu mở đầu",
    "tong": "Tổng số trường hợp",
    "xac_nhan": "Câu xác nhận, có tên người được xác nhận",
    "da_duoc": "Đã được khen thưởng … lần",
    "khen_thuong": "Các lần khen thưởng",
    "nam": "Năm",
    "quyet_dinh": "Số, ngày quyết định; cơ quan quyết định",
    "muc_dich": "Câu nêu lý do cấp giấy",
}
"""What a field holds, by its name."""

ABOUT = (
    "Văn bản xuất ra Word theo mẫu của cơ quan nếu có; bản PDF luôn theo mẫu gốc. Mẫu của cơ quan nằm cạnh "
    "tệp dữ liệu, mọi người mở tệp này dùng chung."
)
RULES = (
    "Viết {{ tên_trường }} ở chỗ muốn điền, ví dụ {{ trich_yeu }}; viết {{ tên_trường | hoa }} để in hoa.",
    "Danh sách lặp theo đoạn: {%p for dong in can_cu %} ở một đoạn riêng, {{ dong }} ở đoạn sau, {%p endfor %} ở đoạn "
    "cuối.",
    "Danh sách lặp theo dòng bảng: {%tr for dong in danh_sach %} ở một dòng riêng, {{ dong.ten }} ở dòng sau, "
    "{%tr endfor %} ở dòng cuối.",
    "Chỉ in khi có: {%p if danh_sach %} … {%p endif %}; trong một câu: {% if so_vang %} … {% endif %}.",
    "Các phần khác của mẫu (phông chữ, lề, câu chữ, biểu trưng) sửa tự do như mọi văn bản Word.",
)


def field_tag(field: TemplateField, owner: TemplateField | None) -> str:
    """How a field is written in a template."""
    if field.many:
        return f"for dong in {f'muc.{field.name}' if owner is not None else field.name}"
    return f"{{{{ dong.{field.name} }}}}" if owner is not None else f"{{{{ {field.name} }}}}"
