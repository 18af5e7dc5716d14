"""The layouts met in practice, each as a file of our own with the rows that must come out of it."""

from __future__ import annotations

from datetime import date

from tests.importing.lists.last_layouts import LAST
from tests.importing.lists.later_layouts import LATER
from tests.importing.lists.make import Layout, Looks, collective, household, person, text, word, workbook
from tests.importing.lists.more_layouts import MORE
from tests.importing.lists.nasty_layouts import NASTY

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

LAYOUTS = (*WITHOUT_TABLE, *IN_WORD, *FORMS, *NASTY, *MORE, *LATER, *LAST)
