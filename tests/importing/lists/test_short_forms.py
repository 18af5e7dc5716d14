"""Short forms as offices write them: awards, posts and units by their letters, with and without signs between."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.importing.lists.meanings.awards import AwardReader, award_phrase, speaks_of_award
from thidua_desktop.importing.lists.meanings.people import is_personal_name
from thidua_desktop.importing.lists.meanings.posts import cut, post_and_unit
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_unit
from thidua_desktop.services.awards import AwardService

AWARDS = AwardReader(AwardService().catalogue())


@pytest.mark.parametrize(
    ("texts", "award"),
    [
        ("LĐTT; L.Đ.T.T; LĐ-TT; L/Đ tiên tiến; Lao động t.tiến", "lao_dong_tien_tien"),
        ("CSTĐCS; CSTĐ/CS; C.S.T.Đ cơ sở; CSTĐ (cơ sở); Chiến sĩ TĐCS; CSTĐ c.sở", "chien_si_thi_dua_co_so"),
        ("CSTĐ T; CSTĐ/tỉnh; CSTĐ cấp TP", "chien_si_thi_dua_bo_tinh"),
        ("CSTĐ/TQ; Chiến sĩ TĐ toàn quốc", "chien_si_thi_dua_toan_quoc"),
        ("LĐXS; TT.LĐXS; T.T.L.Đ.X.S", "tap_the_lao_dong_xuat_sac"),
        ("ĐVQT; ĐV quyết thắng; Đ.V.Q.T", "don_vi_quyet_thang"),
        ("BK CT.UBND tỉnh; BKUBND tỉnh; BK BT Bộ Nội vụ; BK của UBND T; Bằng khen (UBND tỉnh)", "bang_khen_bo_tinh"),
        ("BK Chính phủ; BK của TTgCP; BK TT CP", "bang_khen_thu_tuong"),
        ("GKS; GK GĐS; GK.GĐ Sở Nội vụ; GK G.Đ Sở", "giay_khen_so"),
        ("GK CT.UBND xã; GK CT UBND P. Tân Lập; GK P. Tân Lập", "giay_khen_xa"),
        ("GK CTHĐQT; GK T.GĐ; GK GĐ Xí nghiệp", "giay_khen_doanh_nghiep"),
        ("HCLĐHB; HCLĐ-III; HCLĐ (hạng Ba); H.C.L.Đ hạng Ba", "huan_chuong_lao_dong_ba"),
        ("Cờ TĐCP; CTĐCP; Cờ TĐ của CP", "co_thi_dua_chinh_phu"),
        ("GK; BK; GK CT; BK CT; GK GĐ; KNC; GK P. Nội vụ; BK tập thể", None),
    ],
)
def test_awards_by_their_letters(texts: str, award: str | None) -> None:
    found = {text: AWARDS.award_id(text, RecipientKind.PERSON) for text in texts.split("; ")}
    assert found == dict.fromkeys(texts.split("; "), award)


def test_a_short_award_is_one_without_a_catalogue_too() -> None:
    assert speaks_of_award("L.Đ.T.T")
    assert award_phrase("Đ.V.Q.T") == "Đ.V.Q.T"
    assert not any(map(speaks_of_award, ("Lò Đ. T. T", "Bùi Thị Kim", "Cao Thị Thi", "Đinh Văn Quyết", "CCP")))


@pytest.mark.parametrize(
    "text",
    [
        "G.Đ",
        "P.G.Đ",
        "T.Phòng",
        "Tr. phòng",
        "C.nhân",
        "UV.BCH",
        "CTHĐQT",
        "CT.UBND xã Yên Khê",
        "PCVP",
        "CHT",
        "GVCN",
        "BV",
        "TT",
        "P.TK",
    ],
)
def test_posts_by_their_letters(text: str) -> None:
    assert begins_with_post(text)
    assert not is_personal_name(text)


@pytest.mark.parametrize("text", ["BV Đa khoa", "TT Y tế", "CN Hồng Sơn", "Chu Văn Thợ", "Lê Văn Phó", "Ngô V. Tài"])
def test_the_same_letters_before_a_name_are_no_post(text: str) -> None:
    assert not begins_with_post(text)


@pytest.mark.parametrize("text", ["Cửa hàng số 3", "Kho 5", "PGD Yên Khê", "Ga Mẫu", "c1/d2", "CA xã Yên Khê", "TYT"])
def test_units_of_every_branch(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize("text", ["Cung Thị Hoa", "Ca Thị Liên", "Tàu Văn Sơn", "Cửa hàng trưởng", "Xưởng phó"])
def test_people_and_posts_that_begin_like_units(text: str) -> None:
    assert not is_unit(text)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("PGĐ Sở Nội vụ", ("PGĐ", "Sở Nội vụ")),
        ("CT.UBND xã Yên Khê", ("CT", "UBND xã Yên Khê")),
        ("CTHĐQT Công ty CP Mẫu", ("CTHĐQT", "Công ty CP Mẫu")),
        ("BT Bộ Nội vụ", ("BT", "Bộ Nội vụ")),
        ("GĐ Cty TNHH Mẫu", ("GĐ", "Cty TNHH Mẫu")),
        ("Bí thư ĐU xã Yên Khê", ("Bí thư", "ĐU xã Yên Khê")),
        ("CHT BCHQS xã Yên Khê", ("CHT", "BCHQS xã Yên Khê")),
        ("Cửa hàng trưởng Cửa hàng số 3", ("Cửa hàng trưởng", "Cửa hàng số 3")),
        ("Giao dịch viên PGD Yên Khê", ("Giao dịch viên", "PGD Yên Khê")),
        ("TP Nội vụ", ("TP Nội vụ", None)),
    ],
)
def test_post_and_unit_in_one_run(text: str, parted: tuple[str | None, str | None]) -> None:
    assert post_and_unit(cut(text)) == parted
