"""Awards as clerks word them, more than two hundred, and the entry of the catalogue that each means."""

from __future__ import annotations

import pytest

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.importing.lists.meanings.awards import AwardReader
from thidua_desktop.importing.lists.meanings.wordings import worded
from thidua_desktop.services.awards import AwardService

_AWARDS = AwardReader(tuple(AwardService().catalogue()))
_MEANT: dict[str, str] = {
    "lao_dong_tien_tien": """
        LĐTT | Lao động tiên tiến | LAO ĐỘNG TIÊN TIẾN | Danh hiệu LĐTT | Danh hiệu “Lao động tiên tiến” | Đề nghị
        LĐTT | L.Đ.T.T | LĐ tiên tiến | LĐ TT | Lđtt | ldtt | Lao động TT | LĐTT năm 2025 | Lao động tiên tiến năm
        học 2024-2025 | Công nhận LĐTT | đề nghị công nhận danh hiệu LĐTT | Đạt LĐTT | Lao đông tiên tiến | Lao động
        tiên tiên | Xét LĐTT | LĐTT (năm 2025)
    """,
    "chien_si_thi_dua_co_so": """
        CSTĐCS | CSTĐ cơ sở | CSTĐ CS | Chiến sĩ thi đua cơ sở | Chiến sỹ thi đua cơ sở | CHIẾN SĨ THI ĐUA CƠ SỞ |
        Chiến sĩ thi đua cấp cơ sở | CSTĐ cấp cơ sở | Danh hiệu CSTĐCS | Đề nghị CSTĐ cơ sở | CSTĐ-CS | CSTĐ/CS |
        C.S.T.Đ.C.S | cstdcs | CSTĐCS năm 2025 | Chiến sĩ TĐ cơ sở | Chiến sĩ thi đua CS | CS thi đua cơ sở | Đề
        nghị công nhận CSTĐCS
    """,
    "chien_si_thi_dua_bo_tinh": """
        CSTĐ cấp tỉnh | CSTĐ tỉnh | Chiến sĩ thi đua cấp tỉnh | Chiến sĩ thi đua cấp Bộ | CSTĐ cấp bộ | CSTĐ cấp
        thành phố | Chiến sỹ thi đua tỉnh Lào Cai | CSTĐ Bộ | CSTĐ cấp ngành | CSTĐCT
    """,
    "chien_si_thi_dua_toan_quoc": """
        CSTĐ toàn quốc | Chiến sĩ thi đua toàn quốc | CSTĐTQ | CSTĐ TQ
    """,
    "tap_the_lao_dong_xuat_sac": """
        TTLĐXS | Tập thể lao động xuất sắc | Tập thể LĐXS | TT LĐXS | TẬP THỂ LAO ĐỘNG XUẤT SẮC | TT lao động xuất
        sắc | Danh hiệu TTLĐXS
    """,
    "tap_the_lao_dong_tien_tien": """
        TTLĐTT | Tập thể lao động tiên tiến | Tập thể LĐTT | TT LĐTT | TT lao động tiên tiến | Tập thể lao động TT |
        Danh hiệu Tập thể LĐTT
    """,
    "don_vi_quyet_thang": """
        Đơn vị quyết thắng | ĐVQT | Danh hiệu ĐVQT
    """,
    "don_vi_tien_tien": """
        Đơn vị tiên tiến | ĐVTT
    """,
    "chien_si_tien_tien": """
        Chiến sĩ tiên tiến | CSTT | Chiến sỹ tiên tiến
    """,
    "gia_dinh_van_hoa": """
        Gia đình văn hóa | GĐVH | Gia đình văn hoá | Danh hiệu Gia đình văn hóa | GIA ĐÌNH VĂN HÓA
    """,
    "thon_to_dan_pho_van_hoa": """
        Thôn văn hóa | Tổ dân phố văn hóa | Ấp văn hóa | Thôn, tổ dân phố văn hóa | Khu dân cư văn hóa | TDP văn hóa
        | Bản văn hoá
    """,
    "bang_khen_thu_tuong": """
        Bằng khen của Thủ tướng Chính phủ | Bằng khen Thủ tướng | BK TTg | BKTTg | BK Thủ tướng | BK TTCP | Bằng
        khen của TTg | Bằng khen TTg CP | BK của Thủ tướng Chính phủ | Bằng khen Chính phủ | BKTTCP | B.khen Thủ
        tướng
    """,
    "bang_khen_bo_tinh": """
        Bằng khen UBND tỉnh | BK UBND tỉnh | Bằng khen của Chủ tịch UBND tỉnh | BK CT UBND tỉnh | BK tỉnh | Bằng
        khen cấp tỉnh | Bằng khen của UBND thành phố | Bằng khen Bộ trưởng | Bằng khen của Bộ trưởng Bộ Y tế | BK Bộ
        Y tế | BK Bộ GD&ĐT | Bằng khen cấp Bộ | Đề nghị UBND tỉnh tặng Bằng khen | Tặng Bằng khen của Chủ tịch UBND
        tỉnh | B.khen UBND tỉnh | BK của UBND tỉnh | BK CTUBND tỉnh | Bằng khen Chủ tịch tỉnh | Bằng khen TLĐ | Bằng
        khen của Tổng Liên đoàn Lao động Việt Nam | Bằng khen Trung ương Đoàn | Bằng khen của Trung ương Hội LHPN
        Việt Nam | Bằng khen của Ủy ban nhân dân tỉnh | Bằng khen Ủy ban nhân dân tỉnh Lào Cai | Bằng khen của Chủ
        tịch UBND Thành phố Hà Nội | BK UBND TP | BK UBND T.P | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | bằng
        khen ubnd tỉnh | Bang khen UBND tinh | BK Bộ VH,TT&DL | BK Bộ KH&CN | Bằng khen Bộ NN&PTNT
    """,
    "giay_khen_xa": """
        Giấy khen UBND xã | GK UBND xã | Giấy khen của Chủ tịch UBND xã | GK CT UBND xã | Giấy khen UBND phường | GK
        phường | GK xã | Giấy khen cấp xã | Giấy khen của UBND đặc khu | G.khen UBND xã | Giấy khen Chủ tịch UBND
        phường | Đề nghị Chủ tịch UBND xã tặng Giấy khen | GK của UBND xã Mẫu | Giấy khen của Chủ tịch Ủy ban nhân
        dân xã | GIẤY KHEN UBND XÃ | Giấy khen Chủ tịch xã | Giấy khen UBND xã Đội Bình | GK UBND phường Đội Cấn |
        Giấy khen của UBND xã Đoàn Kết
    """,
    "giay_khen_so": """
        Giấy khen Sở | Giấy khen của Giám đốc Sở | GK Sở Y tế | GK Giám đốc Sở GD&ĐT | Giấy khen Giám đốc Sở Nội vụ
        | GK GĐ Sở | Giấy khen Sở GDĐT | Giấy khen của Sở Y tế | GK GĐ SYT
    """,
    "giay_khen_doanh_nghiep": """
        Giấy khen Tổng Giám đốc | Giấy khen Công ty | GK Công ty | Giấy khen Giám đốc Công ty | GK TGĐ | Giấy khen
        của Chủ tịch HĐQT | GK Cty | Giấy khen của Chủ tịch HĐTV
    """,
    "huan_chuong_lao_dong_ba": """
        Huân chương Lao động hạng Ba | HCLĐ hạng Ba | HCLĐ hạng 3 | HCLĐ III | Huân chương LĐ hạng Ba | HC Lao động
        hạng III | HCLĐ Ba | Huân chương Lao động hạng ba
    """,
    "huan_chuong_lao_dong_nhi": """
        Huân chương Lao động hạng Nhì | HCLĐ hạng Nhì | HCLĐ hạng II | HCLĐ hạng 2
    """,
    "huan_chuong_lao_dong_nhat": """
        Huân chương Lao động hạng Nhất | HCLĐ hạng Nhất | HCLĐ hạng I
    """,
    "co_thi_dua_chinh_phu": """
        Cờ thi đua của Chính phủ | Cờ thi đua Chính phủ | Cờ TĐ Chính phủ | Cờ Chính phủ | Cờ TĐCP
    """,
    "co_thi_dua_bo_tinh": """
        Cờ thi đua UBND tỉnh | Cờ thi đua của UBND tỉnh | Cờ thi đua cấp tỉnh | Cờ TĐ tỉnh | Cờ thi đua của Bộ | Cờ
        UBND tỉnh | Cờ thi đua cấp Bộ | Cờ thi đua Bộ Y tế
    """,
    "ky_niem_chuong_bo_tinh": """
        Kỷ niệm chương vì sự nghiệp giáo dục | KNC vì sự nghiệp y tế | Kỷ niệm chương “Vì sức khỏe nhân dân” của Bộ
        Y tế | Kỷ niệm chương ngành Nội vụ | KNC ngành Tư pháp
    """,
    "nha_giao_uu_tu": """
        Nhà giáo ưu tú | NGƯT | Danh hiệu Nhà giáo Ưu tú
    """,
    "thay_thuoc_uu_tu": """
        Thầy thuốc ưu tú | TTƯT
    """,
    # Not certain, or none at all.
    "": """
        Bằng khen | BK | Giấy khen | GK | KNC | Kỷ niệm chương | Không | Đồng ý | Hoàn thành tốt nhiệm vụ | HTXSNV |
        Giấy khen của Giám đốc | GK CT | Giấy khen Hiệu trưởng | Bằng khen của Bộ Chỉ huy Quân sự tỉnh | CSTĐ |
        Chiến sĩ thi đua | Bằng khen LĐLĐ tỉnh | Giấy khen LĐLĐ huyện | Giấy khen Huyện đoàn | Giấy khen Đảng ủy |
        Huân chương | Huân chương Lao động | Cờ thi đua | Danh hiệu thi đua | x | Loại A | Xuất sắc | Tiên tiến |
        Khá | A1 | LĐTT hoặc CSTĐCS | Giấy khen Đoàn xã | Bằng khen Tập đoàn Điện lực | Giấy khen của Trung tâm |
        Giấy khen Xã đoàn | Giấy khen Phường đội | Bằng khen Tỉnh đoàn | Bằng khen Tỉnh ủy | BK Tỉnh đoàn | Bằng
        khen Thành đoàn | GK Huyện ủy | Giấy khen Quận ủy | Giấy khen Quân khu 2 | Giấy khen Quân đoàn | Giấy khen
        Thị xã đoàn | Bằng khen Tỉnh hội Phụ nữ | Giấy khen Xã đội | GK Đoàn phường | Bằng khen Bộ đội Biên phòng |
        Cờ thi đua Tỉnh đoàn | Giấy khen Công đoàn | GK CĐCS | Bằng khen Sở Y tế
    """,
}
"""Wordings, parted by bars."""
_WORDINGS = [(meant, squeeze(one)) for meant, every in _MEANT.items() for one in every.split("|")]
_OF_COLLECTIVES = ("tap_the", "don_vi", "thon", "co_")


@pytest.mark.parametrize(("meant", "wording"), _WORDINGS)
def test_what_a_wording_means(meant: str, wording: str) -> None:
    kind = RecipientKind.PERSON
    if meant.startswith(_OF_COLLECTIVES):
        kind = RecipientKind.COLLECTIVE
    elif meant == "gia_dinh_van_hoa":
        kind = RecipientKind.HOUSEHOLD
    known = _AWARDS.award_id(wording, kind) or _AWARDS.award_id(worded(wording), kind)
    assert (known or "") == meant
