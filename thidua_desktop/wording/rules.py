"""What a rule of a rulebook asks for, as a phrase: "2 năm liên tục đạt “Chiến sĩ thi đua cơ sở”"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua_desktop.domain.evidence import MeritKind, Rating, Reach, Sanction
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import Basis, Vocabulary
from thidua_desktop.domain.rules import (
    AchievementOnce,
    AfterDiscipline,
    AllOf,
    Anniversary,
    AnyOf,
    AwardExists,
    AwardOfYear,
    AwardRun,
    AwardsInWindow,
    AwardsInYears,
    ClusterLead,
    Condition,
    Confirmed,
    EarlierAward,
    Existence,
    ForOccasion,
    ForRecipient,
    InitiativeCount,
    InitiativeOnce,
    InMovement,
    Interval,
    LastYear,
    MembersCompleted,
    MembersHolding,
    MembersUndisciplined,
    MembersWith,
    NoDiscipline,
    NoDisciplineInPosts,
    NoOpenCase,
    NotTogether,
    OfClass,
    OneStateForm,
    PostYears,
    RatingOfYear,
    RatingRun,
    RatingsInWindow,
    Registered,
    RunsEnd,
    Score,
    SpellMonths,
    SpellYears,
    StandardWritten,
    Within,
    YearsUsed,
)
from thidua_desktop.wording import labels

RATINGS = {
    Rating.NOT_DONE: "không hoàn thành nhiệm vụ",
    Rating.DONE: "hoàn thành nhiệm vụ",
    Rating.WELL: "hoàn thành tốt nhiệm vụ",
    Rating.EXCELLENT: "hoàn thành xuất sắc nhiệm vụ",
}
REACHES = {
    Reach.UNIT: "cấp cơ sở",
    Reach.DISTRICT: "cấp huyện",
    Reach.PROVINCE: "cấp bộ, ban, ngành, tỉnh",
    Reach.ARMY: "toàn quân",
    Reach.NATIONAL: "toàn quốc",
}
MERITS = {
    MeritKind.INITIATIVE: "sáng kiến",
    MeritKind.TOPIC: "đề tài, đề án, công trình khoa học đã nghiệm thu",
    MeritKind.FEAT: "mưu trí, sáng tạo trong chiến đấu",
}
SANCTIONS = {
    Sanction.REPRIMAND: "khiển trách",
    Sanction.WARNING: "cảnh cáo",
    Sanction.DEMOTED: "hạ bậc lương, giáng chức",
    Sanction.REMOVED: "cách chức",
    Sanction.DISMISSED: "buộc thôi việc, khai trừ",
}
CONFIDENCE = {Confidence.SEEN: "", Confidence.KNOWN: " (cần kiểm tra)", Confidence.UNSURE: " (chưa chắc chắn)"}
SURE = {Confidence.SEEN: "Đã đối chiếu", Confidence.KNOWN: "Cần kiểm tra", Confidence.UNSURE: "Chưa chắc chắn"}
"""Confidence in a word, for lists."""
STAGES = {"review": "sơ kết", "close": "tổng kết"}
_LEVELS = {"nha_nuoc": "cấp Nhà nước", "bo_tinh": "cấp bộ, tỉnh", "co_so": "cấp cơ sở"}
_LAST = {
    LastYear.SAME: "năm cuối tính đến năm xét",
    LastYear.PREVIOUS: "năm cuối tính đến năm trước năm xét",
    LastYear.EITHER: "năm cuối tính đến năm xét hoặc năm liền trước",
}


@dataclass(frozen=True, slots=True)
class Names:
    """The names behind the codes of rules."""

    awards: Mapping[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def award(self, award_id: str) -> str:
        """``“Chiến sĩ thi đua cơ sở”``."""
        return f"“{self.awards.get(award_id, award_id)}”"

    def any_award(self, awards: Iterable[str]) -> str:
        """Several awards joined by "hoặc"."""
        return " hoặc ".join(self.award(one) for one in awards)

    def bodies(self, codes: Iterable[str]) -> str:
        """Several bodies joined by "hoặc"."""
        return " hoặc ".join(self.vocabulary.bodies.get(code, code) for code in codes)


def citation(basis: Basis) -> str:
    """Where it is written, with the mark of what is not sure."""
    return f"{basis.citation}{CONFIDENCE[basis.confidence]}"


def requirement(condition: Condition, names: Names) -> str:
    """What a rule asks for."""
    return PHRASES[type(condition)](condition, names)


def _award_run(rule: AwardRun, names: Names) -> str:
    title = names.any_award(rule.awards)
    if rule.gap > 1:
        bridge = f", giữa hai lần năm nào cũng đạt {names.any_award(rule.bridge)}" if rule.bridge else ""
        return f"{rule.count} lần liên tục đạt {title}{bridge}"
    return f"{rule.count} năm liên tục đạt {title}"


def _earlier_award(rule: EarlierAward, names: Names) -> str:
    merit = " (không tính khen đột xuất, chuyên đề)" if rule.merit_only else ""
    return f"có {names.any_award(rule.awards)} từ trước{merit}"


def _in_window(rule: AwardsInWindow, names: Names) -> str:
    return f"có {rule.count} lần {names.any_award(rule.awards)} trong thời gian đó"


def _rating_run(rule: RatingRun, names: Names) -> str:
    level = RATINGS[rule.level] + ("" if rule.level is Rating.EXCELLENT else " trở lên")
    other = f" hoặc đạt {names.any_award(rule.or_award)}" if rule.or_award else ""
    after = " sau lần khen đó" if rule.after_award else ""
    return f"{rule.years} năm liên tục{after} {level}{other}"


def _ratings_in_window(rule: RatingsInWindow, _names: Names) -> str:
    return f"có {rule.years} năm {RATINGS[rule.level]} trong thời gian đó"


def _interval(rule: Interval, names: Names) -> str:
    since = names.any_award(rule.awards) if rule.awards else "chính hình thức này"
    return f"đủ {rule.years} năm kể từ lần được tặng {since} gần nhất"


def _rating_of_year(rule: RatingOfYear, _names: Names) -> str:
    more = "" if rule.level is Rating.EXCELLENT else " trở lên"
    return f"được đánh giá {RATINGS[rule.level]}{more} trong năm"


def _initiatives(rule: InitiativeCount, _names: Names) -> str:
    when = {Within.YEAR: " trong năm", Within.WINDOW: " trong thời gian đó", Within.EVER: ""}[rule.within]
    reach = "được công nhận ở cơ sở" if rule.reach is Reach.UNIT else f"có phạm vi ảnh hưởng {REACHES[rule.reach]}"
    more = "" if rule.reach in (Reach.NATIONAL,) else " trở lên" if rule.reach is not Reach.UNIT else ""
    other = "".join(f" hoặc {MERITS[kind]}" for kind in rule.also)
    return f"{rule.count} sáng kiến{other} {reach}{more}{when}"


def _members_holding(rule: MembersHolding, names: Names) -> str:
    more = "trên" if rule.more else "ít nhất"
    return f"{more} {number(rule.percent)} % cá nhân đạt {names.any_award(rule.awards)}"


def _members_with(rule: MembersWith, names: Names) -> str:
    return f"có ít nhất {rule.count} cá nhân đạt {names.any_award(rule.awards)}"


def _spell_years(rule: SpellYears, names: Names) -> str:
    below = f" đến dưới {rule.below} năm" if rule.below else " trở lên"
    return f"có từ {rule.years} năm{below} {names.vocabulary.spells.get(rule.spell, rule.spell)}"


def _spell_months(rule: SpellMonths, names: Names) -> str:
    return f"{names.vocabulary.spells.get(rule.spell, rule.spell)} từ {rule.months} tháng trong năm"


def _post_years(rule: PostYears, names: Names) -> str:
    below = f" đến dưới {rule.below} năm" if rule.below else " trở lên"
    women = f" (nữ giảm 1/{rule.women_less})" if rule.women_less else ""
    post = names.vocabulary.posts.get(rule.group, rule.group)
    return f"giữ chức vụ {post} hoặc cao hơn từ {rule.years} năm{below}{women}"


def _cluster(rule: ClusterLead, names: Names) -> str:
    place = "dẫn đầu" if rule.rank == 1 else f"xếp thứ {rule.rank} trở lên"
    return f"{place} cụm, khối thi đua hoặc phong trào ({names.bodies((rule.organiser,))})"


def _movement(rule: InMovement, names: Names) -> str:
    years = f" kéo dài từ {rule.years} năm" if rule.years else ""
    stages = ", ".join(STAGES.get(stage, stage) for stage in rule.stages)
    return f"tiêu biểu trong phong trào thi đua{years} do {names.bodies(rule.launched_by)} phát động, khi {stages}"


def _of_class(rule: OfClass, names: Names) -> str:
    return "là " + " hoặc ".join(names.vocabulary.classes.get(code, code) for code in rule.classes)


def _score(rule: Score, names: Names) -> str:
    areas = "; ".join(f"{names.vocabulary.areas.get(area, area)}: {number(least)}" for area, least in rule.least)
    weakest = f", mỗi tiêu chuẩn ít nhất {number(rule.weakest)} % số điểm" if rule.weakest is not None else ""
    return f"đủ điểm tự đánh giá ({areas}){weakest}"


def _in_posts(rule: NoDisciplineInPosts, _names: Names) -> str:
    return f"không bị kỷ luật từ {SANCTIONS[rule.sanction]} trở lên trong thời gian giữ chức vụ"


def _options(joint: str) -> Callable[[Any, Names], str]:
    return lambda rule, names: joint.join(requirement(option, names) for option in rule.options)


def _recipients(rule: ForRecipient, _names: Names) -> str:
    return "chỉ dành cho " + ", ".join(labels.of(kind).lower() for kind in rule.recipients)


def _occasions(rule: ForOccasion, _names: Names) -> str:
    return "chỉ tặng theo loại hình " + ", ".join(labels.of(one).lower() for one in rule.occasions)


def number(value: float) -> str:
    """``62,5`` or ``70``."""
    return f"{value:g}".replace(".", ",")


PHRASES: dict[type[Condition], Callable[[Any, Names], str]] = {
    AwardOfYear: lambda rule, names: f"đạt {names.any_award(rule.awards)} trong năm",
    AwardRun: _award_run,
    EarlierAward: _earlier_award,
    AwardsInWindow: _in_window,
    AwardsInYears: lambda rule, names: (
        f"{rule.count} lần {names.any_award(rule.awards)} trong {rule.years} năm gần nhất"
    ),
    Interval: _interval,
    RatingOfYear: _rating_of_year,
    RatingRun: _rating_run,
    RatingsInWindow: _ratings_in_window,
    InitiativeCount: _initiatives,
    NoDiscipline: lambda rule, _: f"không bị kỷ luật từ {SANCTIONS[rule.sanction]} trở lên trong năm",
    MembersHolding: _members_holding,
    MembersCompleted: lambda rule, _: f"{number(rule.percent)} % cá nhân hoàn thành nhiệm vụ",
    MembersWith: _members_with,
    MembersUndisciplined: lambda _rule, _: "không có cá nhân bị kỷ luật từ cảnh cáo trở lên",
    SpellYears: _spell_years,
    SpellMonths: _spell_months,
    PostYears: _post_years,
    Existence: lambda rule, _: f"tập thể thành lập từ {rule.years} năm trở lên",
    Anniversary: lambda rule, _: f"kỷ niệm năm tròn (số năm chia hết cho {rule.multiple})",
    ClusterLead: _cluster,
    InMovement: _movement,
    OfClass: _of_class,
    Registered: lambda rule, _: f"đã đăng ký trước hết ngày {rule.day:02d}/{rule.month}",
    Score: _score,
    Confirmed: lambda rule, names: _lowered(names.vocabulary.questions.get(rule.question, rule.question)),
    NoOpenCase: lambda _rule, _: "không đang bị xem xét kỷ luật, điều tra, thanh tra, khiếu nại, tố cáo",
    NoDisciplineInPosts: _in_posts,
    AchievementOnce: lambda _rule, _: "thành tích này chưa được khen",
    OneStateForm: lambda rule, _: (
        f"không đề nghị hai hình thức khen thưởng {_LEVELS.get(rule.level, rule.level)} trong một năm"
    ),
    NotTogether: lambda rule, names: f"không đồng thời được đề nghị {names.any_award(rule.awards)}",
    RunsEnd: lambda rule, _: f"cách tính năm liên tục: {_LAST[rule.last_year]}",
    YearsUsed: lambda _rule, _: "những năm đã được khen bằng chính hình thức này không tính lại",
    AfterDiscipline: lambda _rule, _: "sau kỷ luật, thành tích tính từ khi hết thời gian kỷ luật",
    InitiativeOnce: lambda _rule, _: (
        "sáng kiến đã dùng cho danh hiệu thì không dùng cho hình thức khen thưởng, và ngược lại"
    ),
    AnyOf: _options("; hoặc "),
    AllOf: _options(" và "),
    AwardExists: lambda _rule, _: "pháp luật tại ngày văn bản có danh hiệu, hình thức khen thưởng này",
    ForRecipient: _recipients,
    ForOccasion: _occasions,
    StandardWritten: lambda _rule, _: "có tiêu chuẩn trong bộ quy định",
}


def _lowered(sentence: str) -> str:
    """A phrase with a small first letter, unless it starts with an abbreviation."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
