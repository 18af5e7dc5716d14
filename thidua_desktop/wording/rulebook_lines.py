"""A rulebook as the clerk reads it: what it says of an award, line by line, each with its basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.rulebooks import (
    AwardLaw,
    Basis,
    Bonus,
    Deadline,
    GeneralRule,
    Path,
    QuorumRule,
    Quota,
    Rulebook,
    Vote,
    bonus_amount,
)
from thidua_desktop.wording import formats, labels
from thidua_desktop.wording.rules import Names, number, requirement

GROUPS = {
    "danh_hieu_thi_dua": "Danh hiệu thi đua",
    "giay_khen": "Giấy khen",
    "bang_khen": "Bằng khen",
    "ky_niem_chuong": "Kỷ niệm chương",
    "huy_hieu": "Huy hiệu",
    "huan_chuong": "Huân chương",
    "huy_chuong": "Huy chương",
    "danh_hieu_vinh_du_nha_nuoc": "Danh hiệu vinh dự nhà nước",
    "giai_thuong": "Giải thưởng",
}
"""Groups of the catalogue, in the order of the tree."""

_WHO = "Đối tượng, thẩm quyền"
_BALLOTS = {"secret": "bỏ phiếu kín", "ballot": "bỏ phiếu", "minutes": "ghi biên bản"}
_BASES = {"all_members": "tổng số thành viên hội đồng, kể cả người vắng", "attendees": "số người dự họp"}


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line: under which heading, what it says, and where that is written."""

    order: int
    section: str
    text: str
    basis: Basis

    @property
    def validity(self) -> str:
        """From when to when it holds."""
        since, until = formats.day(self.basis.valid_from), formats.day(self.basis.valid_to)
        return f"{since} – {until}" if until else f"từ {since}" if since else ""


def award_lines(law: AwardLaw, book: Rulebook, names: Names, day: date) -> tuple[RuleLine, ...]:
    """Everything that a rulebook says of an award; bonuses in đồng of the day."""
    return _numbered(_award(law, book, names, day))


def general_lines(book: Rulebook, names: Names) -> tuple[RuleLine, ...]:
    """The rules for many awards and the sentences that a person applies."""
    rules = (("Quy định chung", _general(one, names), one.rule.basis) for one in book.generals)
    principles = (("Nguyên tắc", one.text, one.basis) for one in book.principles)
    quorum = [("Họp Hội đồng", _quorum(book.quorum), book.quorum.basis)] if book.quorum is not None else []
    salaries = (
        ("Mức lương cơ sở", f"{formats.whole(one.amount)} đồng/tháng từ {formats.day(one.since)}", one.basis)
        for one in book.salaries
    )
    return _numbered((*rules, *quorum, *principles, *salaries))


def title(book: Rulebook) -> str:
    """A rulebook in the list of periods: its days and the law."""
    since, until = formats.day(book.valid_from), formats.day(book.valid_to)
    days = f"{since} – {until}" if until else f"Từ {since}"
    return f"{days}: {book.title}"


def grouped(awards: Iterable[Award], book: Rulebook) -> Iterator[tuple[str, tuple[Award, ...]]]:
    """The awards that exist under a rulebook, by group, lowest first."""
    there = [award for award in awards if (law := book.awards.get(award.id)) is not None and law.exists is not False]
    for kind in dict.fromkeys((*GROUPS, *(award.kind for award in there))):
        members = tuple(award for award in there if award.kind == kind)
        if members:
            yield GROUPS.get(kind, kind), members


_Said = tuple[str, str, Basis]


def _numbered(said: Iterable[_Said]) -> tuple[RuleLine, ...]:
    lines = enumerate(said)
    return tuple(RuleLine(at, section, _with_note(text, basis), basis) for at, (section, text, basis) in lines)


def _with_note(text: str, basis: Basis) -> str:
    return f"{text}. {basis.note}." if basis.note and basis.note not in text else text


def _award(law: AwardLaw, book: Rulebook, names: Names, day: date) -> Iterator[_Said]:
    basis = law.basis
    yield _WHO, f"Tặng cho: {_recipients(law.recipients or ())}", basis
    if law.sectors:
        sectors = "; ".join(names.vocabulary.sectors.get(code, code) for code in law.sectors)
        yield _WHO, f"Chỉ dành cho: {sectors}", basis
    if law.occasions and law.occasions != (Occasion.MERIT,):
        yield _WHO, f"Loại hình: {_occasions(law.occasions)}", basis
    if law.decided_by:
        bodies = "; ".join(names.vocabulary.bodies.get(code, code) for code in law.decided_by)
        yield _WHO, f"Quyết định: {bodies}", basis
    if law.proposed_by:
        yield _WHO, f"Đề nghị: {law.proposed_by}", basis
    if law.simplified:
        yield _WHO, "Có thể xét theo thủ tục đơn giản khi đủ điều kiện", basis
    yield from _paths(law, names)
    if law.quota is not None:
        yield "Tỷ lệ", _quota(law.quota, names), law.quota.basis
    if law.vote is not None:
        yield "Bỏ phiếu", _vote(law.vote), law.vote.basis
    yield from _dossier(law, names)
    if law.bonus is not None:
        for text in _bonus(law.bonus, book, day):
            yield "Tiền thưởng", text, law.bonus.basis
    if law.deadline is not None:
        yield "Thời hạn gửi hồ sơ", _deadline(law.deadline), law.deadline.basis


def _paths(law: AwardLaw, names: Names) -> Iterator[_Said]:
    if not law.paths:
        yield "Tiêu chuẩn", (law.no_paths or "Bộ quy định chưa ghi tiêu chuẩn.").rstrip("."), law.basis
    for at, path in enumerate(law.paths, start=1):
        way = f"Cách {at}" if len(law.paths) > 1 else "Tiêu chuẩn"
        section = f"{way}{_for_whom(path)}"
        for rule in path.rules:
            yield section, _capital(requirement(rule.condition, names)), rule.basis
        if path.basis.note:
            yield section, path.basis.note, path.basis


def _for_whom(path: Path) -> str:
    told = [_recipients(path.recipients)] if path.recipients else []
    told += [_occasions(path.occasions).lower()] if path.occasions else []
    return f" – {'; '.join(told)}" if told else ""


def _dossier(law: AwardLaw, names: Names) -> Iterator[_Said]:
    if law.dossier is None:
        return
    for code in law.dossier.documents:
        yield "Hồ sơ", names.vocabulary.documents.get(code, code), law.dossier.basis
    sets = f"{law.dossier.sets:02d} bộ" if law.dossier.sets else "do bộ, ban, ngành, tỉnh quy định"
    yield "Hồ sơ", f"Số bộ hồ sơ: {sets}", law.dossier.basis


def _quota(quota: Quota, names: Names) -> str:
    base = names.vocabulary.bodies.get(quota.of, quota.of)
    return f"Không quá {number(quota.percent)} % {base}" if quota.percent is not None else "Không khống chế tỷ lệ"


def _vote(vote: Vote) -> str:
    if vote.percent is None:
        return f"{_capital(_BALLOTS[vote.ballot])}; không nêu tỷ lệ phiếu"
    quorum = f"; họp có từ {number(vote.quorum)} % thành viên" if vote.quorum is not None else ""
    return f"{_capital(_BALLOTS[vote.ballot])}, từ {number(vote.percent)} % {_BASES[vote.base]} đồng ý{quorum}"


def _quorum(quorum: QuorumRule) -> str:
    share = quorum.share
    return f"Phiên họp hợp lệ khi có mặt từ {share.numerator}/{share.denominator} tổng số thành viên Hội đồng"


def _bonus(bonus: Bonus, book: Rulebook, day: date) -> Iterator[str]:
    for kind in RecipientKind:
        rate = bonus.of(kind)
        if rate is None:
            continue
        text = f"{labels.of(kind)}: {number(rate / 100)} lần mức lương cơ sở"
        paid = bonus_amount(book, rate, day)
        if paid is not None:
            text += f" (ngày {formats.day(day)} là {formats.whole(paid)} đồng)"
        yield text


def _deadline(deadline: Deadline) -> str:
    after = {0: "của năm xét", 1: "của năm sau"}.get(deadline.years_after, f"sau {deadline.years_after} năm")
    education = ""
    if deadline.education_day and deadline.education_month:
        education = f"; ngành giáo dục: {deadline.education_day:02d}/{deadline.education_month}"
    return f"Trước hết ngày {deadline.day:02d}/{deadline.month} {after}{education}"


def _general(general: GeneralRule, names: Names) -> str:
    whom = [GROUPS.get(kind, kind).lower() for kind in general.kinds]
    whom += [names.award(award) for award in general.awards]
    whom += [_recipients(general.recipients)] if general.recipients else []
    whom += [_occasions(general.occasions).lower()] if general.occasions else []
    scope = f" – với {', '.join(whom)}" if whom else ""
    return f"{_capital(requirement(general.rule.condition, names))}{scope}"


def _recipients(kinds: Iterable[RecipientKind]) -> str:
    return ", ".join(labels.of(kind).lower() for kind in kinds)


def _occasions(occasions: Iterable[Occasion]) -> str:
    return ", ".join(labels.of(occasion) for occasion in occasions)


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
