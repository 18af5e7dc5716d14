"""The words of which lists are made up: invented people, units, posts, awards and the ways to write a heading."""

from __future__ import annotations

FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Lò", "Quàng",
    "Vàng",
    "Giàng", "Thào", "Sùng", "Bàn", "Triệu", "Nông", "Ma", "Hà", "Tòng", "Cà", "Lường", "Đoàn", "Phó", "Tô", "Đào",
    "Mùa",
    "Hạng", "Chẩu", "Đồng", "Thạch", "Kim", "Sơn", "Phùng", "Doãn", "Tống", "Khổng", "Ban", "Chu", "Cao", "Mai", "Xa",
)  # fmt: skip
MIDDLE = {
    "male": ("Văn", "Đức", "Minh", "Quốc", "Xuân", "Thanh", "A", "Mí", "Hữu", "Đình", "Bá", "Công", "Trung", "Hải"),
    "female": ("Thị", "Thị Thu", "Thị Mỹ", "Thanh", "Ngọc", "Thị Kim", "Thị Bích", "Hồng", "Thúy", "Thị Ngọc"),
}
GIVEN = {
    "male": ("An", "Bình", "Cường", "Dũng", "Giang", "Hùng", "Khánh", "Long", "Nam", "Phúc", "Quân", "Sơn", "Tỉnh",
             "Trưởng", "Vinh", "Bản", "Hội", "Ban", "Sở", "Đội", "Thôn", "Phương", "Tuấn Anh", "Páo", "Chứ"),
    "female": ("Ánh", "Bích", "Chi", "Dung", "Giang", "Hà", "Hoa", "Lan", "Mai", "Ngân", "Nữ", "Oanh", "Phương",
    "Quỳnh",
               "Thảo", "Trang", "Vân", "Xuân", "Yến", "Dợ", "Mỷ", "Ơn", "Thuý", "Sen"),
}  # fmt: skip
WHOLE_NAMES = (
    ("Y Moan Ênuôl", "male"), ("H'Hen Niê", "female"), ("Lê Na", "female"), ("Sùng A Páo", "male"),
    ("Nguyễn Hoàng Thị Bảo Ngọc", "female"), ("Tôn Nữ Thị Ninh Giang", "female"), ("K'Brể", "male"),
)  # fmt: skip

COMMUNE = ("Yên Khê", "Bắc Sơn", "Tả Van", "Nậm Cắn", "Đồng Mít", "Xuân Trường", "Phong Thổ", "Đoàn Kết", "Phòng Sơn")
UNITS = (
    "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công",
    "Công an xã {c}", "Ban Chỉ huy Quân sự xã {c}", "Trạm Y tế xã {c}", "Hội Cựu chiến binh xã {c}",
    "Ủy ban MTTQ Việt Nam xã {c}", "Đoàn TNCS Hồ Chí Minh xã {c}", "Trường Mầm non Hoa Sen", "Trường Tiểu học {c}",
    "Trường THCS {c}", "Trường PTDTBT TH&THCS {c}", "UBND xã {c}", "Đảng ủy xã {c}", "Chi bộ thôn {c}",
    "Sở Văn hóa, Thể thao và Du lịch", "Sở Nông nghiệp và Môi trường", "Sở Nội vụ", "Trung tâm Y tế khu vực {c}",
    "Bệnh viện Đa khoa tỉnh", "Chi cục Kiểm lâm", "Hạt Kiểm lâm {c}", "Ban Quản lý dự án đầu tư xây dựng",
    "Trung tâm Văn hóa, Thông tin và Truyền thông", "Công ty TNHH {c}", "Hợp tác xã Nông nghiệp {c}", "Thanh tra tỉnh",
    "Kho bạc Nhà nước khu vực X", "Viễn thông Hồng Sơn", "Bảo hiểm xã hội cơ sở {c}", "Vườn Quốc gia {c}",
    "Đồn Biên phòng {c}", "Tòa án nhân dân khu vực 2", "Viện Kiểm sát nhân dân tỉnh", "Thi hành án dân sự tỉnh",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ủy ban Kiểm tra Đảng ủy", "Liên đoàn Lao động tỉnh", "VP HĐND và UBND",
    "Bưu điện {c}", "Điện lực {c}", "Ngân hàng CSXH chi nhánh {c}", "Tổ Toán - Tin", "Khoa Nội - Nhi",
    "Phòng Tổ chức - Hành chính", "Phòng TC-HC", "Đội Quản lý thị trường số 4", "Thuế cơ sở 3 tỉnh Hồng Sơn",
    "TTYT {c}", "THCS {c}", "MN {c}", "Tổ dân phố số 5", "Thôn {c}", "Bản {c}", "Câu lạc bộ Hưu trí",
)  # fmt: skip
DEPARTMENTS = (
    "Phòng Tổ chức - Hành chính", "Khoa Nội", "Tổ Toán - Tin", "Phòng Kế hoạch, Tài chính", "Văn phòng", "Khoa HSTC-CĐ",
    "Tổ Văn phòng", "Đội Cảnh sát 113", "Phòng Nghiệp vụ 2", "Ban Giám hiệu", "Tổ 4+5", "Tổ Sử - Địa - GDCD",
)  # fmt: skip
POSTS = (
    "Chuyên viên", "Trưởng phòng", "Phó Trưởng phòng", "Giám đốc", "Phó Giám đốc", "Hiệu trưởng", "Phó Hiệu trưởng",
    "Giáo viên", "Tổ trưởng chuyên môn", "Kế toán", "Văn thư", "Văn thư - Thủ quỹ", "Nhân viên y tế", "Bác sĩ",
    "Điều dưỡng",
    "Điều dưỡng trưởng", "Bí thư Đảng ủy", "Phó Bí thư Thường trực Đảng ủy", "Chủ tịch", "Phó Chủ tịch",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng", "Công chức Tư pháp - Hộ tịch", "Chỉ huy trưởng", "Trưởng trạm", "Kế toán trưởng", "Lái xe",
    "Hộ lý", "Cấp dưỡng", "Nhân viên nấu ăn", "Tổng phụ trách Đội", "Người hoạt động không chuyên trách",
    "Bí thư chi bộ",
    "Trưởng thôn", "Đội trưởng", "Công an viên", "Chấp hành viên", "Thủ kho", "Giáo viên Tiếng Anh",
    "Chuyên viên chính",
    "Chuyên viên Phòng Kế hoạch", "GV", "P. Hiệu trưởng", "Cán bộ không chuyên trách", "Thẩm tra viên", "Kiểm lâm viên",
    "Trợ lý Tham mưu", "Phụ trách Kế toán", "Tổ phó", "UVBTV, Trưởng ban", "Nhân viên", "Bí thư Đoàn",
)  # fmt: skip
LOOSE_POSTS = frozenset(("Hộ lý", "Cấp dưỡng", "Thủ kho", "UVBTV, Trưởng ban", "Chuyên viên Phòng Kế hoạch"))
"""Not sure to be a post where no heading says so."""

PERSON_AWARDS = {
    "lao_dong_tien_tien": ("Lao động tiên tiến", "LĐTT", "LAO ĐỘNG TIÊN TIẾN", "Danh hiệu LĐTT", "Lao động TT"),
    "chien_si_thi_dua_co_so": ("Chiến sĩ thi đua cơ sở", "CSTĐCS", "Chiến sỹ thi đua cơ sở", "CSTĐ cơ sở",
    "CSTĐ cấp CS"),
    "chien_si_thi_dua_bo_tinh": ("Chiến sĩ thi đua cấp tỉnh", "CSTĐ tỉnh", "CSTĐ cấp tỉnh"),
    "bang_khen_bo_tinh": (
        "Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen UBND tỉnh", "BK UBND tỉnh", "BK của CT UBND tỉnh",
        "BẰNG KHEN UBND TỈNH",
    ),
    "giay_khen_xa": ("Giấy khen của Chủ tịch UBND xã", "Giấy khen UBND xã", "GK UBND xã", "GK của Chủ tịch UBND xã"),
    "bang_khen_thu_tuong": ("Bằng khen của Thủ tướng Chính phủ", "BK Thủ tướng", "BKTTCP"),
}  # fmt: skip
COLLECTIVE_AWARDS = {
    "tap_the_lao_dong_tien_tien": ("Tập thể lao động tiên tiến", "TTLĐTT", "Tập thể LĐTT",
    "TẬP THỂ LAO ĐỘNG TIÊN TIẾN"),
    "tap_the_lao_dong_xuat_sac": ("Tập thể lao động xuất sắc", "TTLĐXS", "Tập thể LĐXS"),
    "co_thi_dua_bo_tinh": ("Cờ thi đua của UBND tỉnh", "Cờ thi đua cấp tỉnh"),
    "bang_khen_bo_tinh": PERSON_AWARDS["bang_khen_bo_tinh"],
    "giay_khen_xa": PERSON_AWARDS["giay_khen_xa"],
}  # fmt: skip
CITATIONS = (
    "Hoàn thành xuất sắc nhiệm vụ năm 2025", "Có sáng kiến cấp cơ sở được công nhận", "Đạt giải Nhất hội thi cấp tỉnh",
    "Chủ trì đề tài: Số hóa hồ sơ, giảm 30% thời gian", "Vận động nhân dân hiến 1.200 m2 đất làm đường",
    "Có thành tích xuất sắc trong công tác năm 2025",
)  # fmt: skip

HEADINGS = {
    "ordinal": ("STT", "TT", "Số TT", "Stt", "STT.", "S.TT", "Số thứ tự"),
    "name": (
        "Họ và tên", "Họ tên", "HỌ VÀ TÊN", "Họ, tên", "Họ và tên cán bộ", "Họ và tên người được đề nghị",
        "Họ, chữ đệm và tên", "Tên cá nhân", "Cá nhân", "Họ và tên (chữ in hoa)", "Họ & tên", "Full name / Họ và tên",
        "Họ và tên người được khen", "Họ tên cá nhân", "Họ tên CBCCVC", "Họ và tên CB, GV, NV", "Đồng chí",
    ),
    "name of all": (
        "Họ và tên/Tên tập thể", "Tên tập thể, cá nhân", "Tập thể, cá nhân đề nghị", "Tên đơn vị, cá nhân",
        "Tập thể/Cá nhân",
        "Họ tên cá nhân, tên tập thể", "Tên tập thể/cá nhân/hộ gia đình", "Đối tượng khen thưởng", "Đối tượng đề nghị",
    ),
    "name of collective": ("Tên tập thể", "Tập thể", "Tên đơn vị", "Tên tập thể đề nghị khen", "Tên tổ chức, đơn vị"),
    "birth": ("Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh", "NTNS", "Ngày tháng năm sinh", "Sinh ngày"),
    "id": ("Số CCCD", "CCCD", "Số căn cước công dân", "Số định danh cá nhân", "CCCD/Số định danh", "Căn cước", "Số CC"),
    "gender": ("Giới tính", "Nam/Nữ", "Giới", "Phái"),
    "position": ("Chức vụ", "Chức danh", "Chức vụ, chức danh", "Chức vụ/nghề nghiệp", "Nhiệm vụ được giao",
    "Vị trí công tác",
                 "Chức vụ (chức danh)", "CHỨC VỤ", "Chức vụ hiện nay", "Chức vụ công tác", "Vị trí việc làm"),
    "unit": ("Đơn vị", "Đơn vị công tác", "Nơi công tác", "Cơ quan, đơn vị", "Tên cơ quan, đơn vị",
    "Cơ quan/đơn vị công tác",
             "Đơn vị đang công tác", "ĐƠN VỊ CÔNG TÁC", "Cơ quan công tác", "Thuộc đơn vị", "ĐV công tác"),
    "department": ("Phòng/Khoa", "Khoa, phòng", "Tổ chuyên môn", "Bộ phận", "Tổ", "Phòng ban", "Phòng, ban, tổ"),
    "post and unit": ("Chức vụ, đơn vị công tác", "Chức vụ, nơi công tác", "Chức vụ và đơn vị", "Chức danh, đơn vị",
                      "Chức vụ - Đơn vị công tác", "Chức vụ/Đơn vị"),
    "award": ("Danh hiệu đề nghị", "Hình thức khen thưởng", "Danh hiệu thi đua", "Danh hiệu/Hình thức",
    "Đề nghị khen thưởng",
              "Hình thức đề nghị khen", "Danh hiệu, hình thức khen thưởng", "Khen thưởng", "Đăng ký danh hiệu",
              "Đề nghị",
              "Hình thức KT đề nghị", "DHTĐ/HTKT", "Mức khen", "Nội dung đề nghị", "Đề nghị tặng"),
    "citation": ("Tóm tắt thành tích", "Thành tích", "Thành tích đạt được", "Tóm tắt thành tích nổi bật",
    "Nội dung thành tích",
                 "Trích ngang thành tích", "Lý do đề nghị khen"),
    "note": ("Ghi chú", "Ghi chú khác", "GHI CHÚ", "Note"),
    "kind": ("Phân loại khen thưởng", "Đối tượng", "Loại đối tượng", "Phân loại", "Loại (TT/CN)"),
    "household": ("Họ và tên chủ hộ", "Tên hộ gia đình", "Hộ gia đình", "Tên chủ hộ"),
    "other": ("Dân tộc", "Trình độ", "Ngày vào Đảng", "Số phiếu", "Tỷ lệ %", "Xếp loại", "Danh hiệu đã đạt năm 2024",
              "Số sáng kiến", "Điện thoại", "Thâm niên", "Đảng viên", "Kết quả xếp loại", "Ngày cấp CCCD"),
}  # fmt: skip
OTHER_VALUES = {
    "Dân tộc": ("Kinh", "Thái", "Mông"), "Trình độ": ("Đại học", "Thạc sĩ",
    "Cao đẳng"), "Ngày vào Đảng": ("03/02/2005", ""),
    "Số phiếu": ("9/9", "8/9"), "Tỷ lệ %": ("100", "95,5"), "Xếp loại": ("HTXSNV", "HTTNV"),
    "Danh hiệu đã đạt năm 2024": ("LĐTT", "CSTĐCS", ""), "Số sáng kiến": ("1", "0"), "Điện thoại": ("0912345678",
    "0987654321"),
    "Thâm niên": ("5 năm", "12 năm"), "Đảng viên": ("x", ""), "Kết quả xếp loại": ("Xuất sắc", "Tốt"),
    "Ngày cấp CCCD": ("10/05/2021", "12/08/2022"),
}  # fmt: skip
