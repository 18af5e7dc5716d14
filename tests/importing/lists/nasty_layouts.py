"""Layouts that mislead a reader: restarting ordinals, hidden rows, headings of two rows, sums between the lines."""

from __future__ import annotations

import unicodedata

from tests.importing.lists.make import Layout, Looks, collective, household, person, text, workbook

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
