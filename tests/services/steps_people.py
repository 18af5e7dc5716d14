"""Use cases of units, recipients and the register; ``everything`` walks them once the rounds have their lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import AwardRecordId, NominationId, RecipientId, RoundId, UnitId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.services.container import Services
from thidua_desktop.services.recipient_ties import Tie

AN, SAME_AN, OTHER_AN = RecipientId(1), RecipientId(2), RecipientId(3)
ROUND, LINE = RoundId(1), NominationId(1)
DAY = date(2024, 3, 1)


def unit(services: Services, name: str) -> UnitId:
    """The unit that has a name now."""
    return next(each.id for each in services.units.all() if each.name == name and each.id and each.valid_to is None)


def person(name: str, birth: str | None = None, ethnic_group: str | None = None) -> Recipient:
    """A person with a name."""
    return Recipient(RecipientKind.PERSON, name, birth=birth, ethnic_group=ethnic_group)


def entry(recipient_id: RecipientId, year: int) -> RegisterEntry:
    """An award of a year."""
    return RegisterEntry(recipient_id, "lao_dong_tien_tien", year, "Nguyễn Văn An", decision="12/QĐ-SNV", unit="Sở cũ")


def _correct(services: Services) -> Changes:
    event = services.units.events(unit(services, "Sở Công nghiệp và Thương mại"))[0]
    return services.units.correct(replace(event, happened_on=date(2024, 2, 1), decision="15/QĐ-UBND"))


def _split(services: Services) -> Changes:
    parts = [Unit("Phòng Tổ chức"), Unit("Phòng Hành chính")]
    team = unit(services, "Tổ Văn thư")
    return services.units.split(unit(services, "Phòng Tổng hợp"), parts, DAY, children={team: 1})


def _merge_units(services: Services) -> Changes:
    going = [unit(services, name) for name in ("Phòng Tổ chức", "Phòng Hành chính")]
    return services.units.merge(going, Unit("Văn phòng Sở"), date(2024, 4, 1), decision="20/QĐ-SNV")


def _forget(services: Services) -> Changes:
    spelling = services.units.spellings(unit(services, "Văn phòng Sở"))[0]
    assert spelling.id is not None
    return services.units.forget(spelling.id)


def _posts(services: Services) -> Changes:
    posts = [Post(AN, "Chuyên viên", since=date(2010, 1, 1), until=date(2015, 12, 31)), Post(AN, "Phó Trưởng phòng")]
    return services.recipients.save_posts(AN, posts)


def _change_entries(services: Services) -> Changes:
    found = (services.register.get(AwardRecordId(number)) for number in (2, 3))
    return services.register.save_many([replace(record, decided_by="Giám đốc Sở") for record in found])


STEPS: dict[str, Callable[[Services], Changes]] = {
    "unit.save industry": lambda s: s.units.save(Unit("Sở Công Thương", kind=UnitKind.DEPARTMENT)),
    "unit.save division": lambda s: s.units.save(Unit("Phòng Tổng hợp", parent_id=unit(s, "Sở Công Thương"))),
    "unit.save team": lambda s: s.units.save(Unit("Tổ Văn thư", parent_id=unit(s, "Phòng Tổng hợp"))),
    "unit.save twice": lambda s: s.units.save(Unit("Phòng TH", parent_id=unit(s, "Sở Công Thương"))),
    "unit.save province": lambda s: s.units.save(Unit("UBND tỉnh Bình Phước")),
    "unit.arrange": lambda s: s.units.arrange([unit(s, "Phòng TH"), unit(s, "Phòng Tổng hợp")]),
    "unit.unify": lambda s: s.units.unify(unit(s, "Phòng TH"), unit(s, "Phòng Tổng hợp")),
    "unit.rename": lambda s: s.units.rename(unit(s, "Sở Công Thương"), "Sở Công nghiệp và Thương mại", DAY),
    "unit.correct": _correct,
    "unit.split": _split,
    "unit.merge": _merge_units,
    "unit.move": lambda s: s.units.move(unit(s, "Văn phòng Sở"), None, date(2024, 5, 1)),
    "unit.learn": lambda s: s.units.learn(unit(s, "Văn phòng Sở"), "VP Sở CT"),
    "unit.forget": _forget,
    "unit.dissolve": lambda s: s.units.dissolve(unit(s, "Tổ Văn thư"), date(2024, 6, 1)),
    "unit.apply_provinces": lambda s: s.units.apply_provinces(s.units.province_changes(date(2026, 5, 1))),
    "unit.save unused": lambda s: s.units.save(Unit("Đơn vị nhập nhầm")),
    "unit.delete": lambda s: s.units.delete(unit(s, "Đơn vị nhập nhầm")),
    "unit.restore": lambda s: s.units.restore(UnitId(max(s.units.tree().units) + 1)),
    "recipient.save": lambda s: s.recipients.save(person("Nguyễn Văn An", birth="1980-05-17", ethnic_group="Việt")),
    "recipient.save_many": lambda s: s.recipients.save_many([person("Nguyễn Văn An", birth="1980"), person("Lê An")]),
    "recipient.save_posts": _posts,
    "recipient.not_same": lambda s: s.recipients.not_same(OTHER_AN, AN),
    "recipient.forget_pair": lambda s: s.recipients.forget_pair(AN, OTHER_AN),
    "award_record.save": lambda s: s.register.save(entry(AN, 2020)),
    "award_record.add_many": lambda s: s.register.add_many([entry(SAME_AN, 2020), entry(SAME_AN, 2021)]),
    "award_record.save_many": _change_entries,
    "award_record.delete": lambda s: s.register.delete([AwardRecordId(3)]),
    "award_record.restore": lambda s: s.register.restore([AwardRecordId(3)]),
    "recipient.tie": lambda s: s.ties.tie([Tie(LINE, SAME_AN, unit(s, "Sở Y tế"))]),
    "recipient.merge": lambda s: s.recipients.merge(AN, [SAME_AN]),
    "recipient.make": lambda s: s.ties.make([NominationId(2)]),
    "nomination.add collective": lambda s: s.nominations.add(
        Nomination(ROUND, RecipientKind.COLLECTIVE, "Phòng Kế hoạch", "tap_the_lao_dong_tien_tien", unit="Sở Y tế")
    ),
    "recipient.tie_round": lambda s: s.ties.tie_round(ROUND),
    "recipient.delete": lambda s: s.recipients.delete([OTHER_AN]),
    "recipient.restore": lambda s: s.recipients.restore([OTHER_AN]),
}
"""As ``everything.STEPS``."""
