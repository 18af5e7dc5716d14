"""Layouts that were made after the reader and showed what it did not know; each has its rows now."""

from __future__ import annotations

from tests.importing.lists.make import Layout, Looks, collective, household, person, text, word, workbook

MORE = (
    Layout(
        "army list: rank column, unit over rows in the ordinal cell, awards abbreviated",
        workbook(
            (
                ("BỘ CHỈ HUY QUÂN SỰ", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                ("PHÒNG CHÍNH TRỊ", None, None, None, "Độc lập – Tự do – Hạnh phúc"),
                ("DANH SÁCH",),
                ("Quân nhân đề nghị tặng danh hiệu thi đua năm 2025",),
                ("Số TT", "Họ tên", "Cấp bậc", "Chức vụ, đơn vị", "Năm nhập ngũ", "Danh hiệu ĐN"),
                ("1. Tiểu đoàn 1",),
                (1, "Nguyễn Văn Mẫu", "Thượng úy", "Trung đội trưởng, Đại đội 2", 2010, "CSTT"),
                (2, "Lò Văn Ví", "Trung sĩ", "Tiểu đội trưởng, Đại đội 3", 2019, "CSTĐCS"),
                ("2. Tiểu đoàn 2",),
                (1, "Vàng A Thử", "Thiếu tá", "Tiểu đoàn trưởng", 1999, "CSTĐCS"),
                (None, "Cộng: 03 đồng chí"),
            )
        ),
        (
            person("Nguyễn Văn Mẫu", honorific="Thượng úy", award_id="chien_si_tien_tien", unit="Đại đội 2"),
            person("Lò Văn Ví", honorific="Trung sĩ", award_id="chien_si_thi_dua_co_so", unit="Đại đội 3"),
            person("Vàng A Thử", honorific="Thiếu tá", award_id="chien_si_thi_dua_co_so", unit="Tiểu đoàn 2"),
        ),
    ),
    Layout(
        "hospital: award last year and this year under one heading, notes under the table",
        workbook(
            (
                ("SỞ Y TẾ HỒNG SƠN",),
                ("BỆNH VIỆN ĐA KHOA MẪU",),
                ("TỔNG HỢP DANH SÁCH ĐỀ NGHỊ XÉT TẶNG DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG NĂM 2025",),
                ("STT", "Khoa/Phòng", "Họ và tên", "Chức danh", "Danh hiệu thi đua", None, "Ghi chú"),
                (None, None, None, None, "Đã đạt năm 2024", "Đề nghị năm 2025"),
                (1, "Khoa Nội", "BS.CKII Nguyễn Văn Mẫu", "Trưởng khoa", "LĐTT", "CSTĐCS", None),
                (2, "Khoa Nội", "Trần Thị Thử", "Điều dưỡng", None, "LĐTT", "Nghỉ sinh 2 tháng"),
                (3, "Khoa Ngoại", "ThS. Lê Văn Thí", "Phó Trưởng khoa", "CSTĐCS", "Bằng khen của UBND tỉnh", None),
                ("Ghi chú: danh sách đã được công khai.",),
            ),
            Looks(merges=("A3:G3", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:G5")),
        ),
        (
            person(
                "Nguyễn Văn Mẫu",
                unit="Khoa Nội, Bệnh viện Đa khoa Mẫu",
                award_id="chien_si_thi_dua_co_so",
                honorific="BS.CKII",
            ),
            person(
                "Trần Thị Thử",
                unit="Khoa Nội, Bệnh viện Đa khoa Mẫu",
                award_id="lao_dong_tien_tien",
                note="Nghỉ sinh 2 tháng",
            ),
            person("Lê Văn Thí", unit="Khoa Ngoại, Bệnh viện Đa khoa Mẫu", award_id="bang_khen_bo_tinh"),
        ),
    ),
    Layout(
        "commune: households and villages in one list, kinds in bold lines without numbers",
        word(
            "ỦY BAN NHÂN DÂN",
            "XÃ YÊN KHÊ",
            "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ",
            "(Kèm theo Tờ trình số 05/TTr-UBND)",
            (
                ("Số TT", "Tên tập thể, hộ gia đình, cá nhân", "Địa chỉ", "Thành tích đạt được"),
                ("", "Tập thể", "", ""),
                ("1", "Nhân dân thôn Mẫu", "Thôn Mẫu", "Làm đường"),
                ("2", "Chi hội Phụ nữ bản Ví", "Bản Ví", "Thu gom rác"),
                ("", "Hộ gia đình", "", ""),
                ("1", "Hộ ông Vi Văn Thử", "Thôn Mẫu", "Hiến đất"),
                ("", "Cá nhân", "", ""),
                ("1", "Bà Lò Thị Ví", "Bản Ví", "Cứu người đuối nước"),
            ),
            "NGƯỜI LẬP BIỂU",
        ),
        (
            collective("Nhân dân thôn Mẫu", unit="Thôn Mẫu", citation="Làm đường", award_id="giay_khen_xa"),
            collective("Chi hội Phụ nữ bản Ví", award_id="giay_khen_xa"),
            household("Hộ ông Vi Văn Thử", award_id="giay_khen_xa"),
            person("Lò Thị Ví", honorific="Bà", citation="Cứu người đuối nước"),
        ),
    ),
    Layout(
        "letter with dashes, units as sub-headings, award in the sentence",
        text(
            """
Kính gửi: Hội đồng Thi đua - Khen thưởng tỉnh
Sở Mẫu đề nghị Hội đồng xét, trình Chủ tịch UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân có tên sau đây:
* Tập thể:
- Phòng Kế hoạch - Tài chính;
- Trung tâm Mẫu.
* Cá nhân:
- Ông Nguyễn Văn Mẫu - Trưởng phòng Kế hoạch - Tài chính;
- Bà Trần Thị Thử, Viên chức Trung tâm Mẫu.
Sở Mẫu trân trọng đề nghị./.
GIÁM ĐỐC
"""
        ),
        (
            collective("Phòng Kế hoạch - Tài chính"),
            collective("Trung tâm Mẫu"),
            person("Nguyễn Văn Mẫu", honorific="Ông"),
            person("Trần Thị Thử", position="Viên chức", unit="Trung tâm Mẫu"),
        ),
    ),
    Layout(
        "school list without diacritics in headings, gender marks, birth with blanks, CCCD in text",
        workbook(
            (
                ("PHONG GIAO DUC VA DAO TAO",),
                ("DANH SACH GIAO VIEN DE NGHI CONG NHAN LDTT, CSTDCS",),
                ("TT", "Ho va ten giao vien", "Nu", "Ngay thang nam sinh", "So dinh danh", "Truong", "DH de nghi"),
                (1, "Nguyễn Văn Mẫu", None, " 01 / 02 / 1980", "001080012345", "THCS Mẫu", "Lao động tiên tiến"),
                (2, "Trần Thị Thử", "x", "7-5-85", " 038185001234", "THCS Mẫu", "Chiến sĩ thi đua cơ sở"),
                (None,),
                ("Danh sách này có 02 người./.",),
            )
        ),
        (
            person("Nguyễn Văn Mẫu", birth="1980-02-01", unit="THCS Mẫu", award="Lao động tiên tiến"),
            person("Trần Thị Thử", birth="1985-05-07", gender="female", id_number="038185001234", unit="THCS Mẫu"),
        ),
    ),
    Layout(
        "decision annex: two names side by side with unit rows numbered in Roman figures and sub-ordinals",
        workbook(
            (
                ("PHỤ LỤC",),
                ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",),
                ("(Ban hành kèm theo Quyết định số 100/QĐ-UBND)",),
                ("TT", "Họ và tên/Tên đơn vị", "Chức vụ/Địa chỉ"),
                ("I", "Sở Nội vụ", None),
                ("1", "Tập thể", None),
                ("1.1", "Phòng Cải cách hành chính", None),
                ("2", "Cá nhân", None),
                ("2.1", "Ông Nguyễn Văn Mẫu", "Phó Giám đốc"),
                ("2.2", "Bà Trần Thị Thử", "Chuyên viên"),
                ("II", "Sở Tài chính", None),
                ("1", "Cá nhân", None),
                ("1.1", "Ông Lê Văn Thí", "Thanh tra viên"),
            )
        ),
        (
            collective("Phòng Cải cách hành chính", unit="Sở Nội vụ", award_id="bang_khen_bo_tinh"),
            person("Nguyễn Văn Mẫu", unit="Sở Nội vụ", award_id="bang_khen_bo_tinh"),
            person("Trần Thị Thử", unit="Sở Nội vụ", position="Chuyên viên"),
            person("Lê Văn Thí", unit="Sở Tài chính", position="Thanh tra viên"),
        ),
    ),
    Layout(
        "long heading cells with line breaks, a row of letters, empty form lines",
        workbook(
            (
                ("Biểu 02",),
                ("DANH SÁCH ĐỀ NGHỊ TẶNG KỶ NIỆM CHƯƠNG",),
                (
                    *("Số\nthứ tự", "Họ và tên\n(viết in hoa)", "Ngày, tháng,\nnăm sinh", "Chức vụ hoặc\nnghề nghiệp"),
                    *("Đơn vị\ncông tác hiện nay", "Số năm\ncông tác", "Tóm tắt\nthành tích"),
                ),
                ("A", "B", 1, 2, 3, 4, 5),
                (1, "NGUYỄN VĂN MẪU", "12/1975", "Chủ tịch HĐQT", "Công ty CP Mẫu", 25, "Ủng hộ quỹ"),
                (2, "LÒ THỊ VÍ", "1980", "Nông dân", "Bản Ví, xã Yên Khê", None, "Giữ gìn nghề dệt"),
                (3,),
                (4,),
                ("…",),
            )
        ),
        (
            person("NGUYỄN VĂN MẪU", birth="1975-12", unit="Công ty CP Mẫu", citation="Ủng hộ quỹ"),
            person("LÒ THỊ VÍ", birth="1980", position="Nông dân", unit="Bản Ví, xã Yên Khê"),
        ),
    ),
    Layout(
        "mail: bars between cells, no ordinals, collectives and persons mixed",
        text(
            """
Danh sách đề nghị khen đột xuất
| Đối tượng đề nghị | Đơn vị | Hình thức đề nghị |
| --- | --- | --- |
| Đội Cảnh sát PCCC | Công an tỉnh Hồng Sơn | Bằng khen UBND tỉnh |
| Đ/c Trung úy Nguyễn Văn Mẫu | Công an tỉnh Hồng Sơn | Bằng khen Thủ tướng |
| Chị Lò Thị Ví | Bản Ví, xã Yên Khê | Giấy khen của Chủ tịch UBND xã |
"""
        ),
        (
            collective("Đội Cảnh sát PCCC", award_id="bang_khen_bo_tinh", occasion="sudden"),
            person("Nguyễn Văn Mẫu", award_id="bang_khen_thu_tuong", honorific="Đồng chí Trung úy"),
            person("Lò Thị Ví", gender="female", unit="Bản Ví, xã Yên Khê", award_id="giay_khen_xa"),
        ),
    ),
)  # fmt: skip
