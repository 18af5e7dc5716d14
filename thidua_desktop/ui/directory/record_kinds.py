"""The kinds of records that a recipient's card holds: which fields each has and whom it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import (
    CaseKind,
    Clearance,
    Cleared,
    ClusterRank,
    Confirmation,
    Discipline,
    Initiative,
    MemberFigures,
    MeritKind,
    MovementResult,
    OpenCase,
    Rating,
    Reach,
    Sanction,
    Spell,
    YearRating,
    YearScore,
)
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.recipients import Post
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.ui.directory import record_fields as fields
from thidua_desktop.ui.directory.record_fields import Field
from thidua_desktop.wording import labels
from thidua_desktop.wording.directory import RECORD_STATES
from thidua_desktop.wording.eligibility import CASES
from thidua_desktop.wording.rules import MERITS, RATINGS, REACHES, SANCTIONS

_P, _C, _H = RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD


@dataclass(frozen=True, eq=False)
class RecordKind:
    """One section of the card. ``blank`` are the texts that a new record begins with; ``{year}`` is this year."""

    type: type[Any]
    title: str
    """The section: "Đánh giá, xếp loại"."""
    one: str
    """What one record is called in a sentence: "kết quả đánh giá"."""
    fields: tuple[Field, ...]
    recipients: frozenset[RecipientKind]
    about: str
    """What belongs here, for the empty section."""
    blank: Mapping[str, str]


_YEAR = fields.year()
_UNTIL = fields.day("until", "Đến ngày")
_SINCE = fields.day("since", "Từ ngày", required=True)
_DECISION = fields.words("decision", "Quyết định")
_STAGES = {"review": "Sơ kết", "close": "Tổng kết"}
_FACTORS = {1: "Tính một lần", 2: "Tính gấp đôi"}
_CLEARED = {Cleared.DISCIPLINE: "Không bị kỷ luật", Cleared.CASES: "Không có vụ việc đang xem xét"}

RECORD_KINDS: tuple[RecordKind, ...] = (
    RecordKind(
        YearRating,
        "Đánh giá, xếp loại",
        "kết quả đánh giá",
        (
            _YEAR,
            fields.choice("rating", "Mức", RATINGS, width=200, wide=True),
            _DECISION,
        ),
        frozenset({_P, _C}),
        "Mức độ hoàn thành nhiệm vụ của từng năm. Danh hiệu và bằng khen đều cần kết quả này.",
        {"year": "{year}", "rating": RATINGS[Rating.WELL]},
    ),
    RecordKind(
        Initiative,
        "Sáng kiến, đề tài",
        "sáng kiến, đề tài",
        (
            _YEAR,
            fields.words("name", "Tên", required=True, wide=True),
            fields.choice("kind", "Loại", MERITS, width=130),
            fields.choice("reach", "Phạm vi", REACHES, width=130),
            _DECISION,
            fields.several_awards("used_for", "Đã dùng cho"),
        ),
        frozenset({_P}),
        "Sáng kiến, đề tài đã được công nhận, kèm phạm vi ảnh hưởng.",
        {"year": "{year}", "kind": MERITS[MeritKind.INITIATIVE], "reach": REACHES[Reach.UNIT]},
    ),
    RecordKind(
        Spell,
        "Thời gian công tác",
        "thời gian công tác",
        (
            fields.coded("kind", "Loại thời gian", lambda names: names.vocabulary.spells, wide=True),
            _SINCE,
            _UNTIL,
            fields.choice("factor", "Cách tính", _FACTORS, width=110),
        ),
        frozenset({_P, _C}),
        "Những khoảng thời gian được tính thâm niên: trong ngành, trực tiếp làm nghề, trong lực lượng vũ trang.",
        {"kind": "công tác trong ngành", "factor": _FACTORS[1]},
    ),
    RecordKind(
        Discipline,
        "Kỷ luật",
        "hình thức kỷ luật",
        (fields.choice("sanction", "Hình thức", SANCTIONS, wide=True), _SINCE, _UNTIL, _DECISION),
        frozenset({_P}),
        "Hình thức kỷ luật và thời gian thi hành. Để trống “Đến ngày” khi còn hiệu lực.",
        {"sanction": SANCTIONS[Sanction.REPRIMAND]},
    ),
    RecordKind(
        OpenCase,
        "Vụ việc đang xem xét",
        "vụ việc",
        (
            fields.choice("kind", "Vụ việc", CASES, width=180),
            fields.day("opened", "Từ ngày", required=True),
            fields.day("closed", "Xong ngày"),
            fields.words("about", "Nội dung", wide=True, blank=""),
        ),
        frozenset({_P, _C, _H}),
        "Việc thanh tra, điều tra, khiếu nại, tố cáo. Khi chưa xong thì việc khen thưởng phải chờ.",
        {"kind": CASES[CaseKind.COMPLAINT]},
    ),
    RecordKind(
        Clearance,
        "Đã xác minh",
        "kết quả xác minh",
        (
            fields.choice("kind", "Đã xác minh", _CLEARED, width=210),
            fields.day("until", "Đến ngày", required=True),
            fields.words("by", "Theo văn bản, người xác nhận", required=True, wide=True),
        ),
        frozenset({_P, _C, _H}),
        "Văn bản xác nhận không bị kỷ luật, không có vụ việc đang xem xét tính đến một ngày.",
        {"kind": _CLEARED[Cleared.DISCIPLINE]},
    ),
    RecordKind(
        MemberFigures,
        "Số liệu cá nhân",
        "số liệu của năm",
        (
            _YEAR,
            fields.count("members", "Tổng số", hint="Số cá nhân trong tập thể"),
            fields.counted_awards("holders", "Số người đạt danh hiệu"),
            fields.count("completed", "Hoàn thành", required=False, hint="Số người hoàn thành nhiệm vụ trở lên"),
            fields.count("disciplined", "Kỷ luật", required=False, hint="Số người bị kỷ luật từ cảnh cáo trở lên"),
        ),
        frozenset({_C}),
        "Tổng số cá nhân và số người đạt danh hiệu của từng năm, để tính tỷ lệ phần trăm theo quy định.",
        {"year": "{year}"},
    ),
    RecordKind(
        ClusterRank,
        "Xếp hạng cụm, khối",
        "kết quả xếp hạng",
        (
            _YEAR,
            fields.coded("organiser", "Nơi tổ chức", lambda names: names.vocabulary.bodies, wide=True),
            fields.count("rank", "Thứ hạng", low=1),
            fields.words("cluster", "Cụm, khối", blank=""),
        ),
        frozenset({_C}),
        "Thứ hạng trong cụm, khối thi đua của từng năm; cần khi xét cờ thi đua.",
        {"year": "{year}", "organiser": "bộ, ban, ngành, tỉnh"},
    ),
    RecordKind(
        MovementResult,
        "Phong trào thi đua",
        "kết quả phong trào",
        (
            _YEAR,
            fields.words("name", "Tên phong trào", wide=True, blank=""),
            fields.coded("launched_by", "Nơi phát động", lambda names: names.vocabulary.bodies, wide=True),
            fields.count("years", "Số năm"),
            fields.choice("stage", "Giai đoạn", _STAGES, width=90),
        ),
        frozenset({_P, _C, _H}),
        "Thành tích tiêu biểu khi sơ kết, tổng kết phong trào thi đua.",
        {"year": "{year}", "launched_by": "bộ, ban, ngành, tỉnh", "years": "1", "stage": "Tổng kết"},
    ),
    RecordKind(
        YearScore,
        "Điểm gia đình, thôn văn hóa",
        "bảng điểm",
        (
            _YEAR,
            fields.amount("points", "Điểm"),
            fields.coded("area", "Khu vực", lambda names: names.vocabulary.areas, wide=True),
            fields.amount("weakest", "Tiêu chuẩn thấp nhất (%)", required=False),
            fields.day("registered", "Đăng ký ngày"),
        ),
        frozenset({_C, _H}),
        "Bảng điểm tự đánh giá và ngày đăng ký thi đua của từng năm.",
        {"year": "{year}", "area": "nơi còn lại"},
    ),
    RecordKind(
        Confirmation,
        "Xác nhận khác",
        "xác nhận",
        (
            fields.coded("code", "Điều được xác nhận", lambda names: names.vocabulary.questions, wide=True),
            fields.truth("holds", "Kết quả"),
            fields.words("by", "Người, văn bản xác nhận", required=True),
            fields.day("day", "Ngày"),
            fields.year("year", "Cho năm", required=False),
        ),
        frozenset({_P, _C, _H}),
        "Điều mà các phần khác không nói lên được, do người có trách nhiệm xác nhận.",
        {"holds": "Có"},
    ),
)
"""In the order of the card, after awards and posts."""

AWARDS = RecordKind(
    RegisterEntry,
    "Khen thưởng",
    "mục khen thưởng",
    (
        _YEAR,
        fields.award("award_id", "Danh hiệu, hình thức"),
        fields.words("decision", "Quyết định"),
        fields.day("decided_on", "Ngày ký"),
        fields.choice(
            "occasion",
            "Loại hình",
            {one: labels.of(one) for one in Occasion},
            width=110,
            required=False,
            hidden=True,
        ),
        fields.words("decided_by", "Người quyết định", hidden=True),
        fields.words("name", "Tên trong quyết định", required=True, hidden=True),
        fields.words("position", "Chức vụ khi đó", hidden=True),
        fields.words("unit", "Đơn vị khi đó"),
        fields.year("counted_from", "Thành tích từ năm", required=False, hidden=True),
        fields.year("counted_to", "đến năm", required=False, hidden=True),
        fields.words("achievement", "Thành tích", hidden=True),
        fields.words("golden_book", "Số sổ vàng", hidden=True),
        fields.choice("state", "Tình trạng", RECORD_STATES, width=100, hidden=True),
        fields.words("note", "Ghi chú", hidden=True),
    ),
    frozenset({_P, _C, _H}),
    "Mọi lần được khen từ trước đến nay, tên và đơn vị giữ đúng như trong quyết định.",
    {},
)

POSTS = RecordKind(
    Post,
    "Quá trình công tác",
    "chức vụ",
    (
        fields.words("title", "Chức vụ", required=True, wide=True),
        fields.words("unit", "Đơn vị"),
        fields.day("since", "Từ ngày"),
        fields.day("until", "Đến ngày"),
        fields.coded("group", "Nhóm chức vụ", lambda names: names.vocabulary.posts, required=False),
    ),
    frozenset({_P}),
    "Các chức vụ đã giữ và thời gian giữ; nhóm chức vụ dùng khi xét khen thưởng quá trình cống hiến.",
    {},
)


def kinds_for(recipient: RecipientKind) -> tuple[RecordKind, ...]:
    """The sections that a kind of recipient has."""
    return tuple(kind for kind in RECORD_KINDS if recipient in kind.recipients)
