"""The layouts met in practice, each as a file of our own with the rows that must come out of it."""

from __future__ import annotations

import unicodedata
from datetime import date

from tests.importing.lists.last_layouts import LAST
from tests.importing.lists.later_layouts import LATER
from tests.importing.lists.make import Layout, Looks, collective, household, person, text, word, workbook
from tests.importing.lists.more_layouts import MORE

_BK = "Bằng khen của Chủ tịch UBND tỉnh"

WITHOUT_TABLE = (
    Layout(
        "L1 numbered lines of an annex",
        text(
            """
DANH SÁCH
(Kèm theo Quyết định số        /QĐ-UBND ngày    tháng 11 năm 2024 của Chủ tịch UBND tỉnh)
I. Tập thể
1. Phòng Nghiệp vụ 2, Sở Mẫu tỉnh Hồng Sơn;
2. Nhân dân và cán bộ xã Yên Khê, huyện Bắc Khê.
II. Cá nhân
1. Ông Nguyễn Văn Mẫu, Phó Giám đốc Sở Mẫu;
2. Đại tá Lò Ví Dụ, Chính ủy Bộ Chỉ huy Quân sự tỉnh;
3. Bà Trần Thị Thử, nguyên Trưởng phòng, Sở Mẫu (đã nghỉ hưu)./.
"""
        ),
        (
            collective("Phòng Nghiệp vụ 2, Sở Mẫu tỉnh Hồng Sơn", group=("I. Tập thể",)),
            collective("Nhân dân và cán bộ xã Yên Khê, huyện Bắc Khê"),
            person("Nguyễn Văn Mẫu", honorific="Ông", gender="male", position="Phó Giám đốc", unit="Sở Mẫu"),
            person("Lò Ví Dụ", honorific="Đại tá", position="Chính ủy", unit="Bộ Chỉ huy Quân sự tỉnh"),
            person(
                "Trần Thị Thử",
                honorific="Bà",
                position="nguyên Trưởng phòng",
                unit="Sở Mẫu",
                note="đã nghỉ hưu",
                group=("II. Cá nhân",),
            ),
        ),
        title="DANH SÁCH",
    ),
    Layout(
        "L4 inside an article, with a count that is wrong",
        text(
            """
QUYẾT ĐỊNH
Về việc tặng Bằng khen
Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho 02 tập thể và 03 cá nhân có thành tích, gồm: 1. Phòng Mẫu, Sở Mẫu; 2. Trường THPT Thử; 3. Ông Nguyễn Văn Mẫu, Phó Giám đốc Sở Mẫu; 4. Bà Trần Thị Thử, Chuyên viên Văn phòng Sở.
Điều 2. Chánh Văn phòng và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành.
Nơi nhận:
- Như Điều 2;
"""  # noqa: E501 - one paragraph of the source
        ),
        (
            collective("Phòng Mẫu, Sở Mẫu", award=_BK, award_id="bang_khen_bo_tinh"),
            collective("Trường THPT Thử", award_id="bang_khen_bo_tinh"),
            person("Nguyễn Văn Mẫu", unit="Sở Mẫu", award_id="bang_khen_bo_tinh"),
            person("Trần Thị Thử", position="Chuyên viên", unit="Văn phòng Sở"),
        ),
        findings=("list.kind_count_differs",),
    ),
    Layout(
        "L16 award, then kind, bare items",
        text(
            """
DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG
I. Huân chương Lao động hạng Nhì:
a) Tập thể:
Trường THPT Mẫu, huyện Bắc Khê, tỉnh Hồng Sơn.
b) Cá nhân:
Ông Nguyễn Văn Mẫu, nguyên Phó Bí thư Huyện ủy, nguyên Chủ tịch UBND huyện Bắc Khê (thành tích cống hiến).
II. Huân chương Lao động hạng Ba:
Cá nhân: Bà Trần Thị Thử, Trưởng phòng, Sở Mẫu.
"""
        ),
        (
            collective(
                "Trường THPT Mẫu, huyện Bắc Khê, tỉnh Hồng Sơn",
                award="Huân chương Lao động hạng Nhì",
                award_id="huan_chuong_lao_dong_nhi",
                group=("I. Huân chương Lao động hạng Nhì", "a) Tập thể"),
            ),
            person(
                "Nguyễn Văn Mẫu",
                award_id="huan_chuong_lao_dong_nhi",
                unit="UBND huyện Bắc Khê",
                occasion="contribution",
                citation="thành tích cống hiến",
            ),
            person("Trần Thị Thử", award_id="huan_chuong_lao_dong_ba", unit="Sở Mẫu"),
        ),
    ),
)

IN_WORD = (
    Layout(
        "L2 two columns, kinds as group rows",
        word(
            "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA GIÁM ĐỐC SỞ",
            (
                ("TT", "Tập thể, cá nhân đề nghị xét khen thưởng"),
                ("I", "TẬP THỂ"),
                (1, "Phòng Mẫu thuộc Sở Tư pháp"),
                ("II", "CÁ NHÂN"),
                (1, "Ông Nguyễn Văn Mẫu, Trưởng phòng Phòng Mẫu, Sở Tư pháp"),
                (2, "Bà Trần Thị Thử - Chuyên viên Văn phòng Sở"),
            ),
        ),
        (
            collective("Phòng Mẫu thuộc Sở Tư pháp", award_id="giay_khen_so"),
            person("Nguyễn Văn Mẫu", position="Trưởng phòng", unit="Phòng Mẫu, Sở Tư pháp"),
            person("Trần Thị Thử", position="Chuyên viên", unit="Văn phòng Sở", gender="female"),
        ),
    ),
    Layout(
        "L3 table over a page without a heading, a blank inside a name",
        word(
            "DANH SÁCH CÁ NHÂN",
            (
                ("TT", "Họ và tên", "Chức vụ, đơn vị công tác"),
                (1, "Nguy ễn Văn Mẫu", "Trưởng phòng, Sở Mẫu"),
                (2, "Trần Thị Thử", "Chuyên viên Văn phòng"),
                ("", "", "Sở Mẫu"),
                (3, "Lê Văn Thí", "Phó Giám đốc Trung tâm Mẫu"),
            ),
        ),
        (
            person("Nguyễn Văn Mẫu", position="Trưởng phòng", unit="Sở Mẫu"),
            person("Trần Thị Thử", position="Chuyên viên", unit="Văn phòng Sở Mẫu"),
            person("Lê Văn Thí", position="Phó Giám đốc", unit="Trung tâm Mẫu"),
        ),
        findings=("list.row_joined",),
        repairs=(("Nguy ễn Văn Mẫu", "Nguyễn Văn Mẫu"),),
    ),
    Layout(
        "two tables with headings of groups between",
        word(
            "DANH SÁCH ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH",
            "I. TẬP THỂ",
            (("STT", "Tên tập thể", "Ghi chú"), (1, "Phòng Mẫu, Sở Mẫu", "")),
            "II. CÁ NHÂN",
            (
                ("STT", "Họ và tên", "Chức vụ", "Đơn vị"),
                (1, "Bà Trần Thị Thử", "Hiệu trưởng", "Trường THPT Mẫu"),
            ),
            "Hồng Sơn, ngày 05 tháng 3 năm 2026",
            "GIÁM ĐỐC",
        ),
        (
            collective("Phòng Mẫu, Sở Mẫu", award_id="bang_khen_bo_tinh", group=("I. TẬP THỂ",)),
            person("Trần Thị Thử", position="Hiệu trưởng", unit="Trường THPT Mẫu", award_id="bang_khen_bo_tinh"),
        ),
    ),
)

FORMS = (
    Layout(
        "L5 individuals, award codes explained in another sheet",
        workbook(
            (
                ("DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG",),
                (),
                (
                    *("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Tên phòng ban/khối, tổ công tác"),
                    *("Tên đơn vị/tập thể công tác", "Mã phân loại cán bộ", "Mã hình thức khen thưởng"),
                ),
                (None, "Nguyễn Văn Mẫu", "NAM", "01/02/1980", "Trưởng phòng", "Phòng Mẫu", "Sở Mẫu", "11", "1647"),
                (None, "Trần Thị Thử", "NU", date(1985, 5, 17), "Chuyên viên", None, "Sở Mẫu", "11", "1648"),
            ),
            Looks(
                merges=("A1:I1",),
                formats={"D5": "dd/mm/yyyy"},
                more={"DANHMUC": (("Mã", "Tên"), ("1647", "Lao động tiên tiến"), ("1648", "Chiến sĩ thi đua cơ sở"))},
            ),
        ),
        (
            person(
                "Nguyễn Văn Mẫu",
                gender="male",
                birth="1980-02-01",
                unit="Phòng Mẫu, Sở Mẫu",
                award="Lao động tiên tiến",
                award_id="lao_dong_tien_tien",
            ),
            person(
                "Trần Thị Thử", gender="female", birth="1985-05-17", unit="Sở Mẫu", award_id="chien_si_thi_dua_co_so"
            ),
        ),
        findings=("list.sheet_left",),
    ),
    Layout(
        "L7 kind as a column",
        workbook(
            (
                (
                    "STT",
                    "Phân loại khen thưởng",
                    "Tên tập thể/cá nhân/hộ gia đình",
                    "Chức vụ",
                    "Đơn vị công tác",
                    "Danh hiệu/Hình thức",
                ),
                (None, "CANHAN", "Ông Nguyễn Văn Mẫu", "Phó Giám đốc", "Sở Mẫu", "BK TTg"),
                (None, "CANHAN", "Đại tá Lò Ví Dụ", None, "Bộ CHQS tỉnh", "Bằng khen của Thủ tướng Chính phủ"),
                (None, "HOGIADINH", "Gia đình ông Vi Văn Thử", None, "xã Yên Khê", "Bằng khen UBND tỉnh"),
                (None, "TAPTHE", "Phòng Nghiệp vụ 2", None, "Sở Mẫu", "#N/A"),
            )
        ),
        (
            person("Nguyễn Văn Mẫu", honorific="Ông", award="BK TTg", award_id="bang_khen_thu_tuong"),
            person("Lò Ví Dụ", honorific="Đại tá", unit="Bộ CHQS tỉnh", award_id="bang_khen_thu_tuong"),
            household("Gia đình ông Vi Văn Thử", unit="xã Yên Khê", award_id="bang_khen_bo_tinh"),
            collective("Phòng Nghiệp vụ 2", unit="Sở Mẫu", award=None),
        ),
    ),
    Layout(
        "L10 collectives padded with blanks, the departments under their unit",
        workbook(
            (
                ("STT", "Tên gọi (Ông/Bà/Chức danh)", "Tên tập thể", "Chức vụ", "Đơn vị công tác"),
                (None, None, "Trường THPT Mẫu ", None, "Sở Giáo dục và Đào tạo  "),
                (None, None, "Tổ Toán  - Tin", None, "Trường THPT Mẫu "),
                (None, None, "Tổ Toán  - Tin", None, "Trường THPT Thử"),
            )
        ),
        (
            collective("Trường THPT Mẫu", unit="Sở Giáo dục và Đào tạo"),
            collective("Tổ Toán - Tin", unit="Trường THPT Mẫu"),
            collective("Tổ Toán - Tin", unit="Trường THPT Thử"),
        ),
    ),
    Layout(
        "L20 identity numbers first, as numbers, in scientific form, with blanks",
        workbook(
            (
                ("BỆNH VIỆN MẪU",),
                ("DANH SÁCH VIÊN CHỨC",),
                (),
                ("CCCD", "Họ và tên", "Giới tính", "Ngày sinh", "Trình độ", "Đơn vị", "Chức vụ"),
                (1080012345, "Nguyễn Văn Mẫu", "Nam", "01/02/1980", "Đại học", "Khoa Nội", "Bác sĩ"),
                (38185001234, "Trần Thị Thử", "Nữ", 31184, "Đại học", "Khoa Ngoại", "Điều dưỡng"),
                ("1.23E+11", "Lê Văn Thí", "Nam", "1979", None, "Khoa Nội", None),
                ("'001 090 001 234", "Phạm Văn Ví", "Nam", "1990", None, "Khoa Nội", None),
            )
        ),
        (
            person("Nguyễn Văn Mẫu", id_number="001080012345", birth="1980-02-01", unit="Khoa Nội"),
            person("Trần Thị Thử", id_number="038185001234", birth="1985-05-17", gender="female"),
            person("Lê Văn Thí", id_number=None, birth="1979"),
            person("Phạm Văn Ví", id_number="001090001234"),
        ),
        findings=("list.id_number_lost",),
        repairs=(
            ("1080012345", "001080012345"),
            ("38185001234", "038185001234"),
            ("31184", "1985-05-17"),
            ("'001 090 001 234", "001090001234"),
        ),
    ),
    Layout(
        "L23 birth in a column for each sex, a row of numbers",
        workbook(
            (
                ("Mẫu số 02",),
                ("DANH SÁCH TRÍCH NGANG",),
                ("TT", "Họ và tên", "Ngày tháng năm sinh", None, "Chức vụ", "Đơn vị"),
                (None, None, "Nam", "Nữ"),
                (1, 2, 3, 4, 5, 6),
                (1, "Nguyễn Văn Mẫu", "01/02/1980", None, "Kế toán", "Sở Mẫu"),
                (2, "Trần Thị Thử", None, "05/1985", "Văn thư", "Sở Mẫu"),
                (3, "Lê Thị Thí", None, 1990, "Văn thư", "Sở Mẫu"),
            ),
            Looks(merges=("A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "A2:F2")),
        ),
        (
            person("Nguyễn Văn Mẫu", gender="male", birth="1980-02-01"),
            person("Trần Thị Thử", gender="female", birth="1985-05"),
            person("Lê Thị Thí", gender="female", birth="1990", position="Văn thư"),
        ),
        title="DANH SÁCH TRÍCH NGANG",
    ),
)

NASTY = (
    Layout(
        "letters over Roman numbers, ordinals that restart, blank lines, footer, hidden row",
        workbook(
            (
                ("UBND TỈNH HỒNG SƠN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                ("SỞ MẪU", None, None, "Độc lập - Tự do - Hạnh phúc"),
                (),
                ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025",),
                ("(Kèm theo Tờ trình số 12/TTr-SM ngày 05/3/2026)",),
                (),
                ("STT", "HỌ VÀ TÊN", "CHỨC VỤ", "ĐƠN VỊ"),
                ("A", "BẰNG KHEN CỦA UBND TỈNH"),
                ("I", "TẬP THỂ"),
                (1, "Phòng Mẫu", None, "Sở Mẫu"),
                ("II", "CÁ NHÂN"),
                (1, "Nguyễn Văn Mẫu", "Trưởng phòng", "Sở Mẫu"),
                (),
                (),
                (),
                (),
                (),
                (2, "Trần Thị Thử", "Chuyên viên", "Sở Mẫu"),
                ("B", "GIẤY KHEN CỦA GIÁM ĐỐC SỞ"),
                ("I", "CÁ NHÂN"),
                (1, "Lê Văn Thí", "Chuyên viên", "Sở Mẫu"),
                (2, "Phạm Thị Ví", "Chuyên viên", "Sở Mẫu"),
                (None, "Tổng cộng: 01 tập thể, 04 cá nhân"),
                (None, None, "Hồng Sơn, ngày 05 tháng 3 năm 2026"),
                (None, "NGƯỜI LẬP BIỂU", None, "GIÁM ĐỐC"),
                (None, "(Ký, ghi rõ họ tên)", None, "(Ký tên, đóng dấu)"),
                (None, "Nguyễn Văn Lập", None, "Trần Văn Ký"),
            ),
            Looks(merges=("A4:D4", "A5:D5", "B8:D8"), hidden=(22,)),
        ),
        (
            collective("Phòng Mẫu", award_id="bang_khen_bo_tinh", group=("A. BẰNG KHEN CỦA UBND TỈNH", "I. TẬP THỂ")),
            person("Nguyễn Văn Mẫu", award_id="bang_khen_bo_tinh", group=("A. BẰNG KHEN CỦA UBND TỈNH", "II. CÁ NHÂN")),
            person("Trần Thị Thử", award_id="bang_khen_bo_tinh"),
            person("Lê Văn Thí", award_id="giay_khen_so", group=("B. GIẤY KHEN CỦA GIÁM ĐỐC SỞ", "I. CÁ NHÂN")),
            person("Phạm Thị Ví", award_id="giay_khen_so"),
        ),
        title="DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025",
        findings=("list.hidden_rows", "list.footers_left"),
    ),
    Layout(
        "awards as columns with crosses under a merged heading",
        workbook(
            (
                ("DANH SÁCH ĐỀ NGHỊ",),
                ("TT", "Họ và tên", "Chức vụ", "Danh hiệu đề nghị", None, None),
                (None, None, None, "LĐTT", "CSTĐCS", "Bằng khen UBND tỉnh"),
                (1, "Nguyễn Văn Mẫu", "Giáo viên", "x", None, None),
                (2, "Trần Thị Thử", "Hiệu trưởng", "x", "X", None),
                (3, "Lê Văn Thí", "Giáo viên", None, None, "x"),
            ),
            Looks(merges=("A2:A3", "B2:B3", "C2:C3", "D2:F2")),
        ),
        (
            person("Nguyễn Văn Mẫu", award="LĐTT", award_id="lao_dong_tien_tien"),
            person("Trần Thị Thử", award_id="lao_dong_tien_tien"),
            person("Trần Thị Thử", award_id="chien_si_thi_dua_co_so"),
            person("Lê Văn Thí", award_id="bang_khen_bo_tinh"),
        ),
    ),
    Layout(
        "names of units as groups, the unit merged downwards",
        workbook(
            (
                ("DANH SÁCH ĐỀ NGHỊ DANH HIỆU LAO ĐỘNG TIÊN TIẾN",),
                ("STT", "Họ tên", "Năm sinh", "Chức danh", "Tổ"),
                ("Trường THCS Mẫu",),
                (1, "Nguyễn Văn Mẫu", 1980, "Giáo viên", "Tổ Toán"),
                (2, "Trần Thị Thử", 1985, "Giáo viên", None),
                ("Trường THCS Thử",),
                (1, "Lê Văn Thí", 1990, "Kế toán", "Tổ Văn phòng"),
            ),
            Looks(merges=("A1:E1", "A3:E3", "A6:E6", "E4:E5")),
        ),
        (
            person("Nguyễn Văn Mẫu", group=("Trường THCS Mẫu",), award_id="lao_dong_tien_tien", birth="1980"),
            person("Trần Thị Thử", group=("Trường THCS Mẫu",), unit="Tổ Toán, Trường THCS Mẫu"),
            person("Lê Văn Thí", group=("Trường THCS Thử",), unit="Tổ Văn phòng, Trường THCS Thử"),
        ),
    ),
    Layout(
        "old fonts cell by cell, decomposed letters",
        workbook(
            (
                ("DANH S¸CH §Ò NGHÞ KHEN TH­ëng",),
                ("STT", "Hä vµ tªn", "Chøc vô", "§¬n vÞ", "Danh hiệu"),
                (1, "NguyÔn V¨n MÉu", "Phã Gi¸m ®èc", "phßng mÉu", "LĐTT"),
                (2, "Traàn Thò Thöû", "Chuyeân vieân", "Sôû Maãu", "CSTĐ cơ sở"),
                (3, unicodedata.normalize("NFD", "Lê Văn Thí"), "Chuyên viên", "Sở Mẫu", "Lao dong tien tien"),
            ),
            Looks(
                fonts={
                    "A1": ".VnTimeH",
                    "B2:D2": ".VnTime",
                    "B3:C3": ".VnTime",
                    "D3": ".VnTimeH",
                    "B4:D4": "VNI-Times",
                }
            ),
        ),
        (
            person("Nguyễn Văn Mẫu", position="Phó Giám đốc", unit="PHÒNG MẪU", award_id="lao_dong_tien_tien"),
            person("Trần Thị Thử", position="Chuyên viên", unit="Sở Mẫu", award_id="chien_si_thi_dua_co_so"),
            person("Lê Văn Thí", award_id="lao_dong_tien_tien"),
        ),
        title="DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
        repairs=(
            ("NguyÔn V¨n MÉu", "Nguyễn Văn Mẫu"),
            ("Traàn Thò Thöû", "Trần Thị Thử"),
            (unicodedata.normalize("NFD", "Lê Văn Thí"), "Lê Văn Thí"),
        ),
    ),
    Layout(
        "several sheets, headings without diacritics and misspelt, other order",
        workbook(
            (
                ("Danh sach ca nhan de nghi",),
                ("Don vi cong tac", "Chuc vu", "Ho va ten", "Nam sinh", "Hinh thuc khen thuongg", "So CCCD"),
                ("Sở Mẫu", "Chuyên viên", "Nguyễn Văn Mẫu", "12/25/1980", "CSTĐCS", "001080012345"),
            ),
            Looks(
                sheet="Ca nhan",
                more={
                    "Tap the": (
                        ("STT", "Tên đơn vị", "Danh hiệu đề nghị"),
                        (1, "Phòng Mẫu", "TTLĐXS"),
                        (2, "Tổ Văn phòng", "LĐTT"),
                    )
                },
            ),
        ),
        (
            person("Nguyễn Văn Mẫu", birth="1980-12-25", unit="Sở Mẫu", award_id="chien_si_thi_dua_co_so"),
            collective("Phòng Mẫu", award_id="tap_the_lao_dong_xuat_sac"),
            collective("Tổ Văn phòng", award="LĐTT", award_id="tap_the_lao_dong_tien_tien"),
        ),
        repairs=(("12/25/1980", "1980-12-25"),),
    ),
    Layout(
        "family and given name apart, address before it, notes",
        workbook(
            (
                ("STT", "Ông/Bà", "Họ và tên đệm", "Tên", "Ngày", "Tháng", "Năm sinh", "Đơn vị", "Ghi chú"),
                (1, "Bà", "Trần Thị", "Thử", 7, 5, 1985, "Sở Mẫu", "Khen đột xuất"),
                (2, "Ông", "Lò", "Ví", 1, 2, 1980, "Sở Mẫu", None),
            )
        ),
        (
            person("Trần Thị Thử", honorific="Bà", gender="female", birth="1985-05-07", note="Khen đột xuất"),
            person("Lò Ví", honorific="Ông", gender="male", birth="1980-02-01"),
        ),
    ),
    Layout(
        "semicolons in a .csv",
        text(
            "STT;Họ và tên;Đơn vị;Danh hiệu\n1;Nguyễn Văn Mẫu;\"Phòng 1; Sở Mẫu\";LĐTT\n2;Trần Thị Thử;Sở Mẫu;CSTĐCS\n",
            "danh sách.csv",
        ),
        (
            person("Nguyễn Văn Mẫu", unit="Phòng 1; Sở Mẫu", award_id="lao_dong_tien_tien"),
            person("Trần Thị Thử", award_id="chien_si_thi_dua_co_so"),
        ),
    ),
    Layout(
        "cells copied without their heading",
        text("1\tNguyễn Văn Mẫu\tTrưởng phòng\tSở Mẫu\tLĐTT\n2\tBà Trần Thị Thử\tChuyên viên\tSở Mẫu\tLĐTT\n"),
        (
            person("Nguyễn Văn Mẫu", position="Trưởng phòng", unit="Sở Mẫu", award_id="lao_dong_tien_tien"),
            person("Trần Thị Thử", honorific="Bà", unit="Sở Mẫu"),
        ),
    ),
    Layout(
        "households and a family in a list of persons",
        workbook(
            (
                ("DANH SÁCH HỘ GIA ĐÌNH VĂN HÓA TIÊU BIỂU",),
                ("TT", "Họ và tên chủ hộ", "Địa chỉ", "Thành tích"),
                (1, "Hộ ông Vi Văn Thử", "Bản Mẫu, xã Yên Khê", "Hiến 500 m2 đất"),
                (2, "Gia đình bà Lò Thị Ví", "Bản Mẫu, xã Yên Khê", None),
            )
        ),
        (
            household("Hộ ông Vi Văn Thử", unit="Bản Mẫu, xã Yên Khê", citation="Hiến 500 m2 đất"),
            household("Gia đình bà Lò Thị Ví"),
        ),
    ),
)  # fmt: skip

LAYOUTS = (*WITHOUT_TABLE, *IN_WORD, *FORMS, *NASTY, *MORE, *LATER, *LAST)
