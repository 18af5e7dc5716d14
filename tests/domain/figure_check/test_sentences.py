"""Numbers of a sentence against each other: sums, rates, differences; and what must not be mistaken for them."""

from __future__ import annotations

import pytest

from tests.domain.figure_check.reading import text, wrong


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Khen thưởng 45 trường hợp, gồm 12 tập thể và 33 cá nhân.", []),
        ("Khen thưởng 46 trường hợp, gồm 12 tập thể và 33 cá nhân.", [("sum", 45)]),
        ("Khen thưởng 45 trường hợp (12 tập thể, 33 cá nhân).", []),
        ("Khen thưởng 45 trường hợp (12 tập thể, 34 cá nhân).", [("sum", 46)]),
        ("Khen thưởng 45 trường hợp, trong đó 12 tập thể, 20 cá nhân.", []),
        ("Khen 47 trường hợp, trong đó: tập thể: 12; cá nhân: 33; hộ gia đình: 3.", [("sum", 48)]),
        ("Tặng Giấy khen cho 12 tập thể, 33 cá nhân và 5 hộ gia đình, tổng cộng 50 trường hợp.", []),
        ("Tặng Giấy khen cho 12 tập thể, 33 cá nhân và 5 hộ gia đình, tổng cộng 51 trường hợp.", [("sum", 50)]),
        ("Khen 45 trường hợp, gồm 12 tập thể và 33 cá nhân. Đã trình cấp trên 10 trường hợp.", []),
        ("Khen 18 giải (02 Nhất, 05 Nhì, 06 Ba, 05 Khuyến khích).", []),
        ("Khen 19 giải (02 Nhất, 05 Nhì, 06 Ba, 05 Khuyến khích).", [("sum", 18)]),
        ("Có 45 cán bộ (30 nữ, 12 đảng viên, 02 dân tộc thiểu số).", []),
        ("Trong 512 cá nhân có 221 sĩ quan, 158 quân nhân chuyên nghiệp và 133 dân quân.", []),
        ("Trong 512 cá nhân có 212 sĩ quan, 158 quân nhân chuyên nghiệp và 133 dân quân.", [("sum", 503)]),
        ("Giải quyết 12.480 hồ sơ, trước hạn 11.905 hồ sơ (95,4%).", []),
        ("Giải quyết 12.480 hồ sơ, trước hạn 11.905 hồ sơ (94,5%).", [("share", 95.4)]),
        ("Tỷ lệ là 68,4% (119/174), tăng 4,1 điểm % so với năm 2025 (64,3%).", []),
        ("Tỷ lệ là 64,8% (119/174).", [("share", 68.4)]),
        ("Tỷ lệ là 68,4%, tăng 1,4 điểm % so với năm 2025 (64,3%).", [("change", 4.1)]),
        ("Thu hút 182.450/201.300 hội viên (90,6%), vượt 5,6% so với chỉ tiêu.", []),
        ("Ban hành 45 quyết định, gồm 12 tập thể và 30 cá nhân.", []),
        ("Phường có diện tích 12,4 km2, dân số 38.512 người, gồm 24 khu phố và 12 trường học.", []),
        ("Trong số 420 cá nhân có 315 người là nữ, chiếm 75 %.", []),
        ("Trong số 420 cá nhân có 315 người là nữ, chiếm 74 %.", [("share", 75)]),
        ("Trong 938 cá nhân được khen thưởng có 671 người lao động trực tiếp, chiếm 71,5%.", []),
        ("Trong 938 cá nhân được khen thưởng có 617 người lao động trực tiếp, chiếm 71,5%.", [("share", 65.8)]),
        ("Có 86/110 xã đạt chuẩn, đạt 78,2%.", []),
        ("Có 86/110 xã đạt chuẩn, đạt 87,2%.", [("share", 78.2)]),
        ("Toàn tỉnh có 612 viên chức, trong đó 418 nữ (68,3%).", []),
        ("Tỷ lệ khám phá án đạt 86,4%; tiếp nhận 342 tin báo.", []),
        ("Khen thưởng 156 tập thể, tăng 12 tập thể (8,3 %) so với cùng kỳ năm 2025 (144 tập thể).", []),
        ("Khen thưởng 156 tập thể, tăng 13 tập thể so với cùng kỳ năm 2025 (144 tập thể).", [("change", 12)]),
        ("Khen thưởng 156 tập thể, tăng 12 tập thể (8,4 %) so với cùng kỳ năm 2025 (144 tập thể).", [("change", 8.3)]),
        ("Khen thưởng 156 tập thể, giảm 12 tập thể so với cùng kỳ năm 2025 (144 tập thể).", [("direction", 12)]),
        (
            "Khen 45 trường hợp, gồm 12 tập thể và 33 cá nhân; tăng 5 trường hợp so với năm 2025 (40 trường hợp).",
            [],
        ),
        ("Tăng 10 trường hợp, tương ứng 11,8% (6 tháng đầu năm 2025: 85 trường hợp).", []),
        ("Tăng 11 trường hợp, tương ứng 11,8% (6 tháng đầu năm 2025: 85 trường hợp).", [("change", 12.9)]),
        ("Tỷ lệ này tăng 2,5 điểm % so với cùng kỳ năm 2025 (58,2 %).", []),
        ("Có 1.245 doanh nghiệp thành lập mới, tăng 12,4% so với cùng kỳ.", []),
        (
            "Kinh phí 185.000.000 đồng, gồm ngân sách 120.000.000 đồng và xã hội hóa 66.000.000 đồng.",
            [("sum", 186000000)],
        ),
    ],
)
def test_within_a_sentence(line: str, found: list[tuple[str, float]]) -> None:
    assert wrong(*text(line)) == found
