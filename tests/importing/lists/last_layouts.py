"""A third set of layouts made after the reader: associations, companies, police, sentences over several lines."""

from __future__ import annotations

from tests.importing.lists.make import Layout, Looks, collective, person, text, word, workbook

LAST = (
    Layout(
        "party/mass org list",
        workbook(
            (
                ("LIÊN ĐOÀN LAO ĐỘNG TỈNH",),
                ("DANH SÁCH ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA UBND TỈNH",),
                ("Có thành tích xuất sắc trong phong trào thi đua",),
                ("TT", "HỌ TÊN, CHỨC VỤ", "ĐƠN VỊ", "THÀNH TÍCH"),
                ("I", "Tập thể: 1", None, None),
                (1, "Công đoàn cơ sở Trường Mẫu", "Trường Mẫu", "Dẫn đầu"),
                ("II", "Cá nhân: 2", None, None),
                (1, "Ông Nguyễn Văn Mẫu, Chủ tịch CĐCS", "Trường Mẫu", "Xuất sắc"),
                (2, "Bà Trần Thị Thử\nỦy viên BCH", "Sở Mẫu", "Xuất sắc"),
            )
        ),
        (
            collective("Công đoàn cơ sở Trường Mẫu", award_id="bang_khen_bo_tinh"),
            person("Nguyễn Văn Mẫu", unit="Trường Mẫu", award_id="bang_khen_bo_tinh", position="Chủ tịch CĐCS"),
            person("Trần Thị Thử", unit="Sở Mẫu", position="Ủy viên BCH"),
        ),
    ),
    Layout(
        "company",
        workbook(
            (
                ("CÔNG TY CỔ PHẦN MẪU",),
                (),
                ("LIST - Danh sách CBCNV đề nghị khen thưởng",),
                (
                    "No.",
                    "Mã NV",
                    "Họ tên NV",
                    "Bộ phận",
                    "Vị trí",
                    "Hình thức khen thưởng",
                    "Lý do khen thưởng",
                    "Mức thưởng (đồng)",
                ),
                (
                    1,
                    "NV001",
                    "Nguyễn Văn Mẫu",
                    "Phân xưởng 1",
                    "Tổ trưởng",
                    "Giấy khen của Giám đốc công ty",
                    "Sáng kiến",
                    500000,
                ),
                (2, "NV002", "Trần Thị Thử", "Phòng KCS", "Nhân viên", "LĐTT", "Năng suất", 300000),
                (None, None, "TỔNG CỘNG", None, None, None, None, 800000),
            )
        ),
        (
            person(
                "Nguyễn Văn Mẫu", position="Tổ trưởng", unit="Phân xưởng 1, Công ty Cổ phần Mẫu", citation="Sáng kiến"
            ),
            person("Trần Thị Thử", unit="Phòng KCS, Công ty Cổ phần Mẫu", award_id="lao_dong_tien_tien"),
        ),
    ),
    Layout(
        "docx annex with party of 2 tables same header",
        word(
            "PHỤ LỤC I",
            "DANH SÁCH TẬP THỂ ĐƯỢC TẶNG CỜ THI ĐUA CỦA CHÍNH PHỦ",
            (("STT", "TÊN TẬP THỂ"), ("1", "Trường THPT Mẫu, tỉnh Hồng Sơn;"), ("2", "Cục Thuế tỉnh Hồng Sơn.")),
            "PHỤ LỤC II",
            "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG DANH HIỆU CHIẾN SĨ THI ĐUA TOÀN QUỐC",
            (("STT", "HỌ VÀ TÊN", "CHỨC VỤ, ĐƠN VỊ"), ("1", "Ông Nguyễn Văn Mẫu", "Giám đốc Sở Mẫu tỉnh Hồng Sơn")),
        ),
        (
            collective("Trường THPT Mẫu, tỉnh Hồng Sơn", award_id="co_thi_dua_chinh_phu"),
            collective("Cục Thuế tỉnh Hồng Sơn", award_id="co_thi_dua_chinh_phu"),
            person(
                "Nguyễn Văn Mẫu",
                position="Giám đốc",
                unit="Sở Mẫu tỉnh Hồng Sơn",
                award_id="chien_si_thi_dua_toan_quoc",
            ),
        ),
    ),
    Layout(
        "txt wrapped",
        text("""
DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG THƯỞNG HUÂN CHƯƠNG LAO ĐỘNG HẠNG NHÌ
(Kèm theo Quyết định số 12/QĐ-CTN)
1. Ông Nguyễn Văn Mẫu, nguyên Phó Chủ tịch Ủy ban nhân dân
tỉnh Hồng Sơn;
2. Bà Trần Thị Thử, Giám đốc Sở Mẫu,
tỉnh Hồng Sơn,
Đã có thành tích xuất sắc trong công tác, góp phần vào sự nghiệp xây dựng Chủ nghĩa xã hội./.
"""),
        (
            person(
                "Nguyễn Văn Mẫu",
                position="nguyên Phó Chủ tịch",
                unit="Ủy ban nhân dân tỉnh Hồng Sơn",
                award_id="huan_chuong_lao_dong_nhi",
            ),
            person(
                "Trần Thị Thử", position="Giám đốc", unit="Sở Mẫu, tỉnh Hồng Sơn", award_id="huan_chuong_lao_dong_nhi"
            ),
        ),
    ),
    Layout(
        "police, capitals header, unit rows without numbers and merged",
        workbook(
            (
                ("CÔNG AN TỈNH HỒNG SƠN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG ĐỘT XUẤT",),
                ("STT", "CẤP BẬC, HỌ TÊN", "NĂM SINH", "CHỨC VỤ", "HÌNH THỨC KT", "GHI CHÚ"),
                ("CÔNG AN XÃ YÊN KHÊ",),
                (1, "Thiếu tá Nguyễn Văn Mẫu", 1984, "Trưởng Công an xã", "BK của Chủ tịch UBND tỉnh", None),
                (2, "Đại úy Lò Văn Ví", 1990, "Cán bộ", "GK của Chủ tịch UBND xã", None),
                ("PHÒNG CẢNH SÁT GIAO THÔNG",),
                (3, "Trung tá Vàng A Thử", 1979, "Phó Trưởng phòng", "BK của Chủ tịch UBND tỉnh", "Trình cấp trên"),
            ),
            Looks(merges=("A4:F4", "A7:F7")),
        ),
        (
            person(
                "Nguyễn Văn Mẫu",
                honorific="Thiếu tá",
                unit="Công an xã Yên Khê",
                award_id="bang_khen_bo_tinh",
                occasion="sudden",
            ),
            person("Lò Văn Ví", award_id="giay_khen_xa", birth="1990"),
            person("Vàng A Thử", unit="PHÒNG CẢNH SÁT GIAO THÔNG", honorific="Trung tá"),
        ),
    ),
    Layout(
        "kind blank, list of units",
        workbook(
            (
                ("DANH SÁCH ĐƠN VỊ ĐỀ NGHỊ TẶNG CỜ THI ĐUA CỦA UBND TỈNH",),
                ("STT", "Đơn vị", "Cụm thi đua", "Điểm", "Xếp hạng"),
                (1, "Sở Mẫu", "Cụm 1", 98.5, 1),
                (2, "UBND xã Yên Khê", "Cụm 2", 97, 1),
                (3, "Hội Nông dân tỉnh", "Cụm 3", 96, 2),
            )
        ),
        (
            collective("Sở Mẫu", award_id="co_thi_dua_bo_tinh"),
            collective("UBND xã Yên Khê", award_id="co_thi_dua_bo_tinh"),
            collective("Hội Nông dân tỉnh", award_id="co_thi_dua_bo_tinh"),
        ),
    ),
    Layout(
        "clipboard no heading with kinds",
        text(
            "I\tTập thể\t\t\n1\tPhòng Mẫu\tSở Mẫu\tTTLĐTT\n2\tPhòng Thử\tSở Mẫu\tTTLĐXS\n"
            "II\tCá nhân\t\t\n1\tÔng Nguyễn Văn Mẫu\tSở Mẫu\tLĐTT\n2\tBà Trần Thị Thử\tSở Mẫu\tCSTĐCS"
        ),
        (
            collective("Phòng Mẫu", unit="Sở Mẫu", award_id="tap_the_lao_dong_tien_tien"),
            collective("Phòng Thử", unit="Sở Mẫu", award_id="tap_the_lao_dong_xuat_sac"),
            person("Nguyễn Văn Mẫu", unit="Sở Mẫu", award_id="lao_dong_tien_tien"),
            person("Trần Thị Thử", award_id="chien_si_thi_dua_co_so"),
        ),
    ),
    Layout(
        "xls style header no merges two-row",
        workbook(
            (
                ("DANH SÁCH TRÍCH NGANG",),
                ("TT", "Họ và tên", "Năm sinh", None, "Chức vụ", "Đơn vị", "Đề nghị khen thưởng"),
                (None, None, "Nam", "Nữ", None, None, None),
                (1, "Nguyễn Văn Mẫu", 1980, None, "Chuyên viên", "Sở Mẫu", "Bằng khen Bộ trưởng Bộ Nội vụ"),
                (2, "Trần Thị Thử", None, 1985, "Chuyên viên", "Sở Mẫu", "Chiến sĩ thi đua cấp tỉnh"),
            )
        ),
        (
            person("Nguyễn Văn Mẫu", gender="male", birth="1980", award_id="bang_khen_bo_tinh"),
            person("Trần Thị Thử", gender="female", birth="1985", award_id="chien_si_thi_dua_bo_tinh"),
        ),
    ),
)
