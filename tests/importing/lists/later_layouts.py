"""A second set of layouts made after the reader, with their rows: registers, two awards in a line, text in columns."""

from __future__ import annotations

from tests.importing.lists.make import Layout, Looks, collective, household, person, text, word, workbook

LATER = (
    Layout(
        "register L14",
        workbook(
            (
                ("SỔ THEO DÕI KHEN THƯỞNG",),
                (
                    "Quyết định",
                    None,
                    None,
                    "Tờ trình",
                    None,
                    "Họ tên",
                    "Phân loại",
                    "Thông tin công tác",
                    "Loại hình",
                    "Danh hiệu/Hình thức",
                ),
                ("Số QĐ", "Ngày tháng", "Cấp độ", "Số TT", "Ngày tháng"),
                (
                    "12/QĐ",
                    "05/01/2025",
                    "Tỉnh",
                    "3/TTr",
                    "01/01/2025",
                    "Nguyễn Văn Mẫu",
                    "Cá nhân",
                    "Trưởng phòng,Phòng Mẫu,Sở Mẫu",
                    "Công trạng",
                    "Bằng khen của UBND tỉnh",
                ),
                (
                    "13/QĐ",
                    "05/01/2025",
                    "Tỉnh",
                    "3/TTr",
                    "01/01/2025",
                    "Phòng Mẫu",
                    "Tập thể",
                    ",,Sở Mẫu",
                    "Đột xuất",
                    "Cờ thi đua của UBND tỉnh",
                ),
            ),
            Looks(merges=("A2:C2", "D2:E2")),
        ),
        (
            person(
                "Nguyễn Văn Mẫu",
                position="Trưởng phòng",
                unit="Phòng Mẫu, Sở Mẫu",
                award_id="bang_khen_bo_tinh",
                occasion="merit",
            ),
            collective("Phòng Mẫu", unit="Sở Mẫu", occasion="sudden", award_id="co_thi_dua_bo_tinh"),
        ),
    ),
    Layout(
        "province register L15",
        workbook(
            (
                ("DANH SÁCH TẬP THỂ, CÁ NHÂN TRÊN ĐỊA BÀN",),
                ("STT", "Tên tập thể, cá nhân", "Chức vụ", "Hình thức khen thưởng"),
                ("I", "Huyện Bắc Khê", None, None),
                ("I.1", "Các đơn vị trong địa bàn", None, None),
                (1, "Trường THPT Mẫu", None, "Bằng khen của Chủ tịch UBND tỉnh"),
                (2, "Trần Thị Thử", "Giáo viên", "Bằng khen của Chủ tịch UBND tỉnh"),
                (None, "Cộng", None, 2),
                ("II", "Huyện Nam Khê", None, None),
                (1, "Lò Văn Ví", "Bí thư chi bộ", "Huân chương LĐ hạng 3"),
                (None, "Tổng cộng", None, 3),
            )
        ),
        (
            collective("Trường THPT Mẫu", unit="Huyện Bắc Khê", award_id="bang_khen_bo_tinh"),
            person("Trần Thị Thử", unit="Huyện Bắc Khê"),
            person("Lò Văn Ví", unit="Huyện Nam Khê", award_id="huan_chuong_lao_dong_ba"),
        ),
    ),
    Layout(
        "docx wide, kinds in merged like row repeated text",
        word(
            "TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG",
            (
                ("TT", "Họ và tên", "Sinh năm", "Đơn vị công tác, chức vụ", "Thành tích nổi bật", "Đề nghị khen"),
                ("Cụm 1", "", "", "", "", ""),
                ("01", "Đ/c Nguyễn Văn Mẫu", "1980", "Sở Mẫu, Phó Giám đốc", "Chủ trì đề tài cấp tỉnh", "BK tỉnh"),
                ("02", "Thầy Lê Văn Thí", "", "Trường THPT Mẫu - Hiệu trưởng", "", "BK TTCP"),
            ),
        ),
        (
            person(
                "Nguyễn Văn Mẫu",
                birth="1980",
                position="Phó Giám đốc",
                unit="Sở Mẫu",
                award_id="bang_khen_bo_tinh",
                citation="Chủ trì đề tài cấp tỉnh",
            ),
            person(
                "Lê Văn Thí",
                gender="male",
                unit="Trường THPT Mẫu",
                position="Hiệu trưởng",
                award_id="bang_khen_thu_tuong",
            ),
        ),
    ),
    Layout(
        "txt columns of blanks",
        text("""
DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN DANH HIỆU "LAO ĐỘNG TIÊN TIẾN"

STT     Họ và tên            Chức vụ          Đơn vị
1       Nguyễn Văn Mẫu       Chuyên viên      Phòng Mẫu
2       Trần Thị Thử         Kế toán          Phòng Thử
3       Lê Văn Thí           Văn thư          Phòng Mẫu
"""),
        (
            person("Nguyễn Văn Mẫu", position="Chuyên viên", unit="Phòng Mẫu", award_id="lao_dong_tien_tien"),
            person("Trần Thị Thử", unit="Phòng Thử"),
            person("Lê Văn Thí", position="Văn thư"),
        ),
    ),
    Layout(
        "groups by award with counts",
        workbook(
            (
                ("DANH SÁCH KHEN THƯỞNG NĂM HỌC 2024-2025",),
                ("TT", "Họ và tên", "Nhiệm vụ được giao", "Tổ CM"),
                ("1. Chiến sĩ thi đua cơ sở: 01 đồng chí",),
                (1, "Nguyễn Văn Mẫu", "Hiệu trưởng", "BGH"),
                ("2. Lao động tiên tiến: 02 đồng chí",),
                (1, "Trần Thị Thử", "Giáo viên", "Tổ Văn"),
                (2, "Lê Văn Thí", "Giáo viên", "Tổ Toán"),
                ("3. Tập thể lao động tiên tiến",),
                (1, "Tổ Toán - Tin", None, None),
            ),
            Looks(merges=("A3:D3", "A5:D5", "A8:D8")),
        ),
        (
            person("Nguyễn Văn Mẫu", award_id="chien_si_thi_dua_co_so", position="Hiệu trưởng"),
            person("Trần Thị Thử", award_id="lao_dong_tien_tien", unit="Tổ Văn"),
            person("Lê Văn Thí", award_id="lao_dong_tien_tien"),
            collective("Tổ Toán - Tin", award_id="tap_the_lao_dong_tien_tien"),
        ),
    ),
    Layout(
        "title in several rows, number headings, unit heading first",
        workbook(
            (
                ("Đơn vị: Trường Mầm non Mẫu",),
                ("BẢNG TỔNG HỢP KẾT QUẢ XÉT THI ĐUA",),
                (
                    "Tên đơn vị",
                    "Họ và tên CB, GV, NV",
                    "Ngày/tháng/năm sinh",
                    "Xếp loại",
                    "Danh hiệu thi đua đề nghị",
                    "Hình thức KT đề nghị",
                ),
                (
                    "Trường Mầm non Mẫu",
                    "Trần Thị Thử",
                    "20/11/1990",
                    "HTXSNV",
                    "CSTĐCS",
                    "Giấy khen của Chủ tịch UBND xã",
                ),
                ("Trường Mầm non Mẫu", "Lò Thị Ví", "3.2.1992", "HTTNV", "LĐTT", None),
            )
        ),
        (
            person("Trần Thị Thử", birth="1990-11-20", unit="Trường Mầm non Mẫu", award="CSTĐCS"),
            person("Trần Thị Thử", award_id="giay_khen_xa"),
            person("Lò Thị Ví", birth="1992-02-03", award_id="lao_dong_tien_tien"),
        ),
    ),
    Layout(
        "annex for households txt letters",
        text("""
PHỤ LỤC
DANH SÁCH TẬP THỂ, HỘ GIA ĐÌNH, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ
A. TẬP THỂ (02)
1. Chi bộ thôn Mẫu
2. Ban Công tác Mặt trận thôn Ví
B. HỘ GIA ĐÌNH (01)
1. Gia đình ông Vi Văn Thử, thôn Mẫu
C. CÁ NHÂN (02)
1. Bà Trần Thị Thử, Bí thư Chi bộ thôn Mẫu
2. Ông Y Ví Niê, Trưởng thôn Ví
Danh sách gồm 02 tập thể, 01 hộ gia đình, 02 cá nhân./.
"""),
        (
            collective("Chi bộ thôn Mẫu", award_id="giay_khen_xa"),
            collective("Ban Công tác Mặt trận thôn Ví"),
            household("Gia đình ông Vi Văn Thử", award_id="giay_khen_xa", unit="thôn Mẫu"),
            person("Trần Thị Thử", award_id="giay_khen_xa", honorific="Bà"),
            person("Y Ví Niê", honorific="Ông"),
        ),
    ),
    Layout(
        "hidden junk columns, name in capitals, second header after page",
        workbook(
            (
                ("DANH SÁCH TRÍCH NGANG CÁ NHÂN ĐỀ NGHỊ TẶNG HUÂN CHƯƠNG LAO ĐỘNG HẠNG BA",),
                (),
                (None, "STT", "Họ và Tên", None, "Năm Sinh", "Dân tộc", "Chức vụ", "Đ/v công tác", "Số CCCD"),
                (None, 1, "NGUYỄN VĂN MẪU", None, 1960, "Kinh", "Nguyên Giám đốc", "Sở Mẫu", 1060012345),
                (None, "STT", "Họ và Tên", None, "Năm Sinh", "Dân tộc", "Chức vụ", "Đ/v công tác", "Số CCCD"),
                (None, 2, "Bà LÒ THỊ VÍ", None, 1965, "Thái", "Phó Chủ tịch", "UBND xã Yên Khê", "012165001234"),
                (None, None, None, None, None, None, "TM. BAN THƯỜNG VỤ"),
            )
        ),
        (
            person(
                "NGUYỄN VĂN MẪU",
                birth="1960",
                unit="Sở Mẫu",
                award_id="huan_chuong_lao_dong_ba",
                id_number="001060012345",
            ),
            person("LÒ THỊ VÍ", birth="1965", unit="UBND xã Yên Khê", award_id="huan_chuong_lao_dong_ba"),
        ),
    ),
)
