"""A council, its lines, a meeting and a ballot, invented, with everything that papers have to bear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from thidua_desktop.domain.award_lists import OrderKeys
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.bonuses import PayGroup, PayLine, PayList
from thidua_desktop.domain.councils.ballots import LineCount, Turnout, result
from thidua_desktop.domain.councils.meetings import AgendaItem, Attendance, Meeting, Presence, proposed
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member
from thidua_desktop.domain.decisions import Decision, DecisionLine
from thidua_desktop.domain.funds import FundBalance
from thidua_desktop.domain.ids import CouncilId, MeetingId, MemberId, NominationId, RoundId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import Nomination, Occasion
from thidua_desktop.domain.rulebooks import Basis, Vote
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.councils.decision import DecisionPaper
from thidua_desktop.reports.councils.proposal import ProposalPaper
from thidua_desktop.reports.councils.records import MeetingRecord, VotedLine
from thidua_desktop.reports.councils.result_notice import Notice
from thidua_desktop.reports.councils.vote_papers import Teller

HEAD = Office(
    name="HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
    superior="ỦY BAN NHÂN DÂN TỈNH HỒNG SƠN",
    place="Hồng Sơn",
    code="HĐTĐKT",
    signer_posts=("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    signer_name="Trần Quốc Bảo",
)

AWARDS = {
    "cstd_cs": "Chiến sĩ thi đua cơ sở",
    "cstd_tinh": "Chiến sĩ thi đua cấp tỉnh",
    "ttldxs": "Tập thể lao động xuất sắc",
    "bk_tinh": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
    "gk": "Giấy khen",
}
RANKS = {award: place for place, award in enumerate(AWARDS)}
UNITS = {unit: place for place, unit in enumerate(("Sở Y tế", "Sở Giáo dục và Đào tạo", "Ủy ban nhân dân xã Yên Khê"))}
KEYS = OrderKeys(
    award=lambda award: (RANKS[award],),
    unit=lambda unit: (UNITS.get(unit, len(UNITS)), unit),
    line=lambda line: (line.id or 0,),
)

LONG_NAME = "Công Tằng Tôn Nữ Thị Hoàng Phương Khánh Linh Nguyễn Phúc Bảo"
"""A name of sixty characters."""


def line(number: int, name: str, award: str, **fields: object) -> Nomination:
    given = Nomination(RoundId(1), RecipientKind.PERSON, name, award, id=NominationId(number))
    return replace(given, **fields)  # type: ignore[arg-type]


_C, _H = RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD

LINES = (
    line(
        1,
        "Nguyễn Văn An",
        "cstd_cs",
        honorific="Ông",
        gender="male",
        birth="1979-05-17",
        position="Trưởng khoa Hồi sức tích cực, Bệnh viện Đa khoa tỉnh",
        unit="Sở Y tế",
        citation="Hoàn thành xuất sắc nhiệm vụ năm 2025, 2026; sáng kiến “Quy trình báo động đỏ nội viện” được công "
        "nhận tại Quyết định số 1245/QĐ-SYT ngày 12/10/2026; Lao động tiên tiến năm 2025, 2026.",
    ),
    line(
        2,
        "Trần Thị Bích Ngọc",
        "cstd_cs",
        honorific="Bà",
        gender="female",
        birth="1986",
        position="Phó Trưởng phòng Nghiệp vụ Y",
        unit="Sở Y tế",
        citation="Hoàn thành xuất sắc nhiệm vụ năm 2026; sáng kiến cấp cơ sở năm 2026.",
        note="Thiếu xác nhận sáng kiến",
    ),
    line(
        3,
        "Lê Hoàng Phúc",
        "cstd_tinh",
        honorific="Ông",
        gender="male",
        birth="1975",
        position="Giám đốc Bệnh viện Đa khoa tỉnh",
        unit="Sở Y tế",
        asked_award_id="bk_tinh",
        citation="03 lần liên tục đạt danh hiệu Chiến sĩ thi đua cơ sở (2024, 2025, 2026); sáng kiến có phạm vi ảnh "
        "hưởng trong toàn tỉnh theo Quyết định số 88/QĐ-HĐSK ngày 05/11/2026.",
    ),
    line(4, "Khoa Hồi sức tích cực", "ttldxs", kind=_C, unit="Sở Y tế", citation="100% cá nhân hoàn thành nhiệm vụ."),
    line(
        5,
        "Trường Trung học phổ thông Nguyễn Trãi",
        "ttldxs",
        kind=_C,
        unit="Sở Giáo dục và Đào tạo",
        citation="Dẫn đầu khối thi đua các trường trung học phổ thông năm học 2025 - 2026.",
    ),
    line(
        6,
        LONG_NAME,
        "bk_tinh",
        honorific="Bà",
        birth="1990",
        position="Giáo viên",
        unit="Sở Giáo dục và Đào tạo",
        citation="Có thành tích xuất sắc trong bồi dưỡng học sinh giỏi quốc gia năm học 2025 - 2026.",
    ),
    line(
        7,
        "Hộ gia đình ông Vàng A Sình",
        "bk_tinh",
        kind=_H,
        unit="Ủy ban nhân dân xã Yên Khê",
        occasion=Occasion.MOVEMENT,
        citation="Hiến 1.200 m2 đất làm đường giao thông nông thôn.",
        note="CCCD 001085000123",
    ),
    line(
        8,
        "Tổ bảo vệ an ninh, trật tự ở cơ sở thôn Nà Lếch",
        "bk_tinh",
        kind=_C,
        unit="Ủy ban nhân dân xã Yên Khê",
        occasion=Occasion.SUDDEN,
        citation="Dũng cảm cứu người trong đợt lũ tháng 9 năm 2026.",
    ),
)


def crowd(count: int) -> tuple[Nomination, ...]:
    """Many lines of ten units, some of them collectives, of names and summaries that differ in length."""
    made = []
    for number in range(1, count + 1):
        given = LINES[number % 3] if number % 7 else LINES[3]
        made.append(
            replace(given, id=NominationId(number), name=f"{given.name} {number}", unit=f"Đơn vị số {number % 10}")
        )
    return tuple(made)


_R = CouncilRole

COUNCIL = Council("Hội đồng Thi đua - Khen thưởng tỉnh Hồng Sơn", "HĐTĐKT", id=CouncilId(1))


def member(number: int, name: str, post: str, role: CouncilRole = _R.MEMBER, honorific: str = "Ông") -> Member:
    return Member(CouncilId(1), name, role, honorific, post, position=number, id=MemberId(number))


MEMBERS = (
    member(1, "Phạm Minh Đức", "Chủ tịch Ủy ban nhân dân tỉnh", _R.CHAIR),
    member(2, "Trần Quốc Bảo", "Phó Chủ tịch Ủy ban nhân dân tỉnh", _R.STANDING_VICE_CHAIR),
    member(3, "Hoàng Thị Mai Lan", "Giám đốc Sở Nội vụ", _R.VICE_CHAIR, "Bà"),
    member(4, "Đặng Văn Quý", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    member(5, "Lý Thị Sen", "Chủ tịch Liên đoàn Lao động tỉnh", honorific="Bà"),
    member(6, "Nông Văn Hùng", "Giám đốc Sở Tài chính"),
    member(7, "Võ Thanh Tùng", "Giám đốc Sở Y tế"),
    member(8, "Bùi Ngọc Ánh", "Giám đốc Sở Giáo dục và Đào tạo", honorific="Bà"),
    member(9, "Nguyễn Thị Thu Hà", "Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ", _R.SECRETARY, "Bà"),
)


MEETING = Meeting(
    CouncilId(1),
    "Họp Hội đồng Thi đua - Khen thưởng tỉnh xét khen thưởng năm 2026",
    date(2026, 11, 25),
    time(8, 0),
    time(11, 30),
    "Phòng họp số 2, Trụ sở Ủy ban nhân dân tỉnh",
    agenda=(
        AgendaItem("Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu", 10, "Sở Nội vụ"),
        AgendaItem("Khai mạc, phát biểu chỉ đạo", 10, "Chủ tịch Hội đồng"),
        AgendaItem("Báo cáo tổng hợp, tóm tắt thành tích các trường hợp đề nghị khen thưởng", 40, "Thư ký Hội đồng"),
        AgendaItem("Thảo luận", 60, "Các thành viên Hội đồng"),
        AgendaItem("Bầu Ban kiểm phiếu, hướng dẫn và bỏ phiếu kín", 30, "Ban kiểm phiếu"),
        AgendaItem("Công bố kết quả kiểm phiếu, kết luận, thông qua biên bản", 30, "Chủ tịch Hội đồng"),
    ),
    conclusion="Thống nhất đề nghị khen thưởng các trường hợp đạt tỷ lệ phiếu theo quy định; giao Sở Nội vụ hoàn thiện "
    "hồ sơ, trình Chủ tịch Ủy ban nhân dân tỉnh trước ngày 30 tháng 11 năm 2026.",
    id=MeetingId(1),
)
ATTENDANCE = (
    *(Attendance(MemberId(number), Presence.PRESENT) for number in (1, 2, 3, 5, 6, 7, 9)),
    Attendance(MemberId(4), Presence.WRITTEN, "công tác tại Hà Nội"),
    Attendance(MemberId(8), Presence.EXCUSED, "nghỉ ốm"),
)
TURNOUT = Turnout(members=9, present=7, issued=7, returned=7, invalid=0, written=1)
AGREES = (8, 7, 7, 8, 8, 6, 8, 8)
PERCENTS = {"cstd_cs": 80.0, "cstd_tinh": 90.0}


def voted(line_: Nomination, agree: int, spoilt: int = 0) -> VotedLine:
    assert line_.id is not None
    percent = PERCENTS.get(line_.award_id)
    count = LineCount(line_.id, agree, TURNOUT.valid - agree - spoilt, spoilt)
    basis = Basis("", Confidence.SEEN)
    result_ = result(count, Vote(percent, "all_members", "secret", basis), TURNOUT)
    (verdict,) = proposed([result_])
    return VotedLine(line_, count, result_, percent, verdict)


VOTED = tuple(voted(line_, agree) for line_, agree in zip(LINES, AGREES, strict=True))
RECORD = MeetingRecord(HEAD, COUNCIL, MEETING, MEMBERS, AWARDS, ATTENDANCE, TURNOUT, VOTED)
TELLERS = (
    Teller("Hoàng Thị Mai Lan", "Giám đốc Sở Nội vụ", "Bà"),
    Teller("Nông Văn Hùng", "Giám đốc Sở Tài chính", "Ông"),
    Teller("Lý Thị Sen", "Chủ tịch Liên đoàn Lao động tỉnh", "Bà"),
)
SUBJECT = "Đề nghị xét tặng danh hiệu thi đua, hình thức khen thưởng năm 2026"


def award(award_id: str, kind: str) -> Award:
    return Award(award_id, AWARDS[award_id], kind, tuple(RecipientKind), "", 1)


AWARD_RECORDS = {
    "cstd_cs": award("cstd_cs", "danh_hieu_thi_dua"),
    "cstd_tinh": award("cstd_tinh", "danh_hieu_thi_dua"),
    "ttldxs": award("ttldxs", "danh_hieu_thi_dua"),
    "bk_tinh": award("bk_tinh", "bang_khen"),
    "gk": award("gk", "giay_khen"),
}


def decided(line_: Nomination, award_id: str = "") -> DecisionLine:
    return DecisionLine(
        line_.id,
        line_.name,
        award_id or line_.award_id,
        line_.kind.value,
        line_.honorific or "",
        line_.position or "",
        line_.unit or "",
    )


DECIDED = tuple(decided(LINES[at], "bk_tinh") for at in (7, 4, 3, 0, 5, 2, 6))
ISSUER = Office(
    name="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HỒNG SƠN",
    place="Hồng Sơn",
    code="UBND",
    signer_posts=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer_name="Trần Quốc Bảo",
)
DECISION_PAPER = DecisionPaper(
    ISSUER,
    "Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn",
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền "
        "trong lĩnh vực thi đua, khen thưởng",
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 812/TTr-SNV ngày 28 tháng 11 năm 2026",
    ),
    AWARD_RECORDS,
    merit="đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026",
    executors="Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, Thủ trưởng các cơ quan, đơn vị liên quan",
    recipients=("Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Ban Thi đua - Khen thưởng", "Lưu: VT, TĐKT"),
)
DECISION = Decision("Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", lines=DECIDED)
PROPOSAL = ProposalPaper(
    HEAD,
    COUNCIL.name,
    ("Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn",),
    "Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2026",
    (
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng tỉnh ngày 25 tháng 11 năm 2026",
    ),
    AWARD_RECORDS,
)
NOTICE = Notice("Sở Y tế", "Kết quả xét khen thưởng năm 2026")
OFFICE = replace(
    ISSUER,
    name="Sở Nội vụ",
    superior="Ủy ban nhân dân tỉnh Hồng Sơn",
    signer_posts=("GIÁM ĐỐC",),
    signer_name="Hoàng Thị Mai Lan",
    compiler_name="Nguyễn Thị Thu Hà",
)
PAY = PayList(
    date(2026, 12, 5),
    2_530_000,
    (
        PayGroup(
            "Sở Y tế",
            (
                PayLine("Ông Nguyễn Văn An", "Sở Y tế", "cstd_cs", 100, 2_530_000),
                PayLine("Khoa Hồi sức tích cực", "Sở Y tế", "ttldxs", 150, 3_800_000),
            ),
        ),
        PayGroup("Sở Giáo dục và Đào tạo", (PayLine(f"Bà {LONG_NAME}", "", "bk_tinh", 150, 4_000_000, typed=True),)),
    ),
)
FUND = FundBalance(2026, 100_000_000, 89_670_000)
