"""Words that a duty begins with, and words that name who does it."""

from __future__ import annotations

import re

from thidua_desktop.importing.plans.text import plain

_VERBS = ["tham mưu", "tổ chức", "xây dựng", "triển khai", "thực hiện", "hướng dẫn", "đôn đốc", "kiểm tra", "tổng hợp", "theo dõi", "phát hiện", "tuyên truyền", "ban hành", "chủ trì", "chỉ đạo", "báo cáo", "trình", "rà soát", "thẩm định", "lập", "chuẩn bị", "đề xuất", "lựa chọn", "gửi", "cung cấp", "đăng tải", "đăng", "phát động", "bố trí", "xét", "họp", "chủ động", "có trách nhiệm", "chịu trách nhiệm", "căn cứ", "căn kế", "quán triệt", "phổ biến", "đẩy mạnh", "tăng cường", "tiếp tục", "phân công", "cử", "thông báo", "hoàn thành", "đảm bảo", "bảo đảm", "giải quyết", "vận động", "động viên", "phản ánh", "giúp", "tổng kết", "sơ kết", "đánh giá", "giám sát", "thành lập", "kiện toàn", "tập huấn", "bồi dưỡng", "nhân rộng", "biểu dương", "tôn vinh", "khen thưởng", "đề nghị", "đăng ký", "phân bổ", "xem xét", "nghiên cứu", "cập nhật", "công khai", "duy trì", "quản lý", "kết hợp", "lồng ghép", "làm", "tiến hành", "phụ trách", "tiếp nhận", "hoàn thiện", "kịp thời", "thường xuyên", "định kỳ", "nghiêm túc", "khẩn trương", "phải", "cần", "sẽ", "tập trung", "nâng cao", "đổi mới", "thống nhất", "phát huy", "phối hợp", "tích cực", "tham gia", "hưởng ứng", "ký kết", "bình xét", "chấm điểm", "nộp", "viết", "đưa tin", "tiến cử", "giới thiệu", "lấy ý kiến", "công bố", "trao tặng", "trao", "đón nhận", "in ấn", "mua sắm", "cấp phát", "cấp", "thẩm tra", "xác nhận", "đối chiếu", "lưu trữ", "số hóa", "khai thác", "điều chỉnh", "sửa đổi", "bổ sung", "củng cố", "quyết định", "cụ thể hóa", "tạo điều kiện", "dự", "tham dự", "thăm hỏi", "rút kinh nghiệm", "ghi nhận", "quan tâm", "chú trọng", "khuyến khích", "tự kiểm tra", "khảo sát", "thống kê", "phê duyệt", "thi đua", "gắn", "coi", "xác định", "nhắc nhở", "thảo luận", "hoàn chỉnh", "dự thảo", "soạn thảo", "xin ý kiến", "tiếp thu", "giải trình", "điều hành", "kiểm điểm", "bầu", "thông qua", "mời", "đón tiếp", "trang trí", "dẫn chương trình", "phân loại", "vào sổ", "thu thập", "góp ý", "chấm", "nhập", "lên kế hoạch", "đôn đốc", "giao", "yêu cầu", "tập hợp", "bàn giao", "tạo", "quy định", "góp phần", "hội ý", "phục vụ", "chi trả", "quyết toán", "thanh toán", "viếng", "dâng hương", "thắp hương", "khai mạc", "bế mạc", "tổng duyệt", "sưu tầm", "biên soạn", "phát hành", "phát sóng", "xuất bản", "truyền thông", "lan tỏa", "học tập", "nêu gương", "đề cử", "suy tôn", "thẩm định", "ra mắt", "lãnh đạo", "liên hệ", "bảo vệ", "gặp mặt", "hợp đồng", "thuê", "đặt in"]
_PLAIN_VERBS = sorted({plain(verb) for verb in _VERBS}, key=len, reverse=True)
_VERB = re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, _PLAIN_VERBS))})(?![\w])")
_STANDING_VERB = re.compile(rf"(?:{'|'.join(map(re.escape, _PLAIN_VERBS))})(?![\w])")
_ORDER = re.compile(
    r"(?:giao cho|giao|(?:kinh|tran trong)?\s*de nghi|yeu cau|phan cong|uy quyen(?: cho)?|de xuat|do)\s+(?=[^\W\d_])"
)
_UNIT = re.compile(
    r"(?:(?:cac|toan the|nhung|moi|tung|tat ca|mot so|dong chi|d/c|tap the)\s+)*"
    r"(?:uy ban|ubnd|ubmttq\w*|mttq|hdnd|hdtd\w*|hoi dong|hoi(?! nghi| thao| thi\b| dien| cho| nhap| du)|so(?= [a-z])(?! luong| lieu| ket| tay)|"
    r"phong(?! trao| chong| ngua)|ban(?! hanh| giao| be| do| sac)|bo phan|bo (?:noi vu|tai chinh|chi huy|chqs|doi|giao duc|y te|cong)|"
    r"vu|cuc|chi cuc|tong cuc|van phong|vp\w*|cong doan|lien doan|doan(?! ket| vien uu)|doi|chi bo|chi doan|lien doi|dang uy|dang bo|dang vien|"
    r"huyen uy|tinh uy|thanh uy|quan uy|truong(?! hop| ky)|thu truong|giam doc|pho |hieu truong|hieu pho|chu tich|chu nhiem|chanh van phong|chanh|to(?! chuc| khai| quoc| chat)|"
    r"khoi|cum|trung tam|tram y te|bao (?:va|dong|tinh|[a-z]+ va)|bao,|dai|co quan|cong an|benh vien|khoa|don vi|mat tran|quan doi|vien |kho bac|"
    r"ngan hang|doanh nghiep|cong ty|thanh vien|thanh doan|tinh doan|huyen doan|can bo|cong chuc|giao vien|gvcn|bgh|bch|bcd|bct|lanh dao|dia phuong|"
    r"nguoi dung dau|nguoi lao dong|bi thu|xa |phuong |thi tran|thon|ap |khu pho|hoc sinh|nha truong|tong phu trach|tpt|ke toan|van thu|y te|thuong truc|so, ban|so, nganh|"
    r"nganh|cap uy|chinh quyen|btdkt|thu ky|truong phong|uy vien|cb,|cbgv|tieu ban|nhom|ong |ba |co |thay )"
)


def starts_duty(text: str) -> bool:
    """Whether the text opens with a verb of work ("Tổ chức …", "Ban hành …")."""
    return bool(_STANDING_VERB.match(plain(text).lstrip('“"( -')))


def starts_unit(text: str) -> bool:
    """Whether the text opens with the name of an office, a post or a group of people."""
    folded = plain(text)
    return bool(_UNIT.match(folded)) and not folded.startswith(("bao cao", "to chuc", "ban hanh"))


def order_length(text: str) -> int:
    """How many characters "Giao", "Đề nghị", "Yêu cầu" take at the beginning."""
    found = _ORDER.match(plain(text))
    return found.end() if found else 0


def first_verb(text: str, start: int = 0) -> int | None:
    """Where the first verb of work in small letters begins, or None; names ("Ban Tổ chức") have capitals."""
    for found in _VERB.finditer(plain(text), start):
        place = found.start()
        if text[place].islower() and not _within_name(text, place, found[0]):
            return place
    return None


def _within_name(text: str, place: int, verb: str) -> bool:
    before = plain(text[max(0, place - 22) : place])
    after = plain(text[place + len(verb) : place + len(verb) + 12])
    if (verb == "giao" and after.startswith((" uoc", " vien", " duc", " thong"))) or (
        verb == "lam" and after.startswith((" viec", " dong"))
    ):
        return True
    if verb == "khen thuong":
        return before.rstrip(" -–,và").endswith(("thi dua", "thi dua,")) or before.endswith("thi dua va ")
    if verb == "thi dua":
        return bool(
            re.search(
                r"(?:hoi dong|ban|cum|khoi|phong trao|cong tac|thi dua|giao uoc|quan ly|lam cong tac|cum, khoi|ve|phu trach) $",
                before,
            )
        )
    if verb in ("lam", "phu trach", "quan ly", "theo doi"):
        return bool(
            re.search(r"(?:can bo|cong chuc|nguoi|bo phan|vien chuc|chuyen vien|dong chi|co quan|don vi) $", before)
        )
    if verb in ("lanh dao",):
        return bool(re.search(r"(?:dong chi|cac|tap the|^) ?$", before))
    if verb in ("to chuc", "kiem tra", "tuyen truyen", "giam sat", "thanh tra"):
        return (
            (bool(re.search(r"(?:co quan|cac|ban|doan|uy ban|hoac|cong tac) $", before))
            and verb != "to chuc")
            or before.endswith(("các ", "cac ", "co quan, ", "ban ", "don vi, ", "nhan, "))
        )
    return verb in (
        "cap",
        "can",
        "du",
        "giao",
        "trinh",
        "lap",
        "dang",
        "xet",
        "cu",
        "lam",
        "se",
        "tao",
        "coi",
        "gan",
        "bau",
        "moi",
        "vieng",
        "thue",
        "cham",
        "nhap",
    ) and bool(
        re.search(
            r"(?:cac|trung|so|hanh|quy|van|cong|nhan|chuong|doc|tham|doi|thanh|xa|huyen|tinh|y|nghi|bo|thiet|khoang|le|khen|tat ca|thi|cung|pho|kinh|thu|hop|so|y|dung|ben|theo|hai|nhap|nguoi) $",
            before,
        )
    )
