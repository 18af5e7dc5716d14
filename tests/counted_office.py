"""Offices of some years to be counted: made of a seed, the same each time, with everything that makes counting hard.

Units that are merged half way, awards without a day, withdrawn, corrected and trashed ones, lines of decisions that are
in no register, recipients of whom little is known, posts that begin and end.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from tests.conftest import ticking_clock
from thidua_desktop import storage
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.decision_changes import CorrectedField, Correction, SentUp
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.domain.ids import AwardRecordId, DecisionId, NominationId, PlanId, RecipientId, RoundId, UnitId
from thidua_desktop.domain.movements import LaunchLevel, Movement, MovementMethod, MovementScope
from thidua_desktop.domain.nominations import Nomination, NominationState, Occasion, Round
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.domain.registrations import Registration
from thidua_desktop.domain.submissions import Return, Submission, SubmissionState
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.domain.unit_events import UnitEvent, UnitEventKind
from thidua_desktop.domain.units import Office, Unit, UnitKind
from thidua_desktop.services.awards import AwardService
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work


@dataclass(frozen=True)
class Size:
    """How large an office is made."""

    years: int
    units: int
    nominations: int
    tasks: int
    """In each year."""
    last_year: int = 2026


SMALL = Size(years=3, units=8, nominations=400, tasks=12)
FULL = Size(years=5, units=120, nominations=30_000, tasks=600)

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Nông", "Lò")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thu", "Ngọc", "Hữu", "Thanh", "Quang", "Kim")
_GIVEN = (
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hà",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Quyên",
    "Sơn",
    "Yến",
)
_POSITIONS = (
    *("Chuyên viên", "Giáo viên", "Trưởng phòng", "Phó Giám đốc", "Giám đốc", "Công nhân", "Kế toán", "Hiệu trưởng"),
    *("Phó Chủ tịch UBND tỉnh", "Chủ tịch UBND xã", "Nông dân", "Tư vấn viên", None),
)
_ETHNIC = ("Kinh", "Kinh", "Kinh", "Kinh", "Tày", "Thái", "HMông", "Mường", None)
_DEPARTMENTS = (
    *("Sở Nội vụ", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Tư pháp"),
    *("Sở Công Thương", "Sở Xây dựng", "Sở Khoa học và Công nghệ", "Thanh tra tỉnh"),
)
_REASONS = ("Thiếu báo cáo của đơn vị", "thiếu báo cáo của đơn vị.", "Chờ văn bản hướng dẫn", None)
_GIVEN_STATES = (NominationState.DECIDED, NominationState.HANDED_OVER, NominationState.CORRECTED)
_STATES = (
    *(NominationState.DECIDED,) * 5,
    *(NominationState.HANDED_OVER,) * 4,
    *(NominationState.CORRECTED, NominationState.WITHDRAWN, NominationState.REFUSED, NominationState.NOT_AWARDED),
    *(NominationState.POSTPONED, NominationState.SENT_UP, NominationState.TO_SIGN, NominationState.ELIGIBLE),
    *(NominationState.ENTERED, NominationState.NOT_ELIGIBLE),
)
_AWARDS = (
    *("lao_dong_tien_tien", "chien_si_thi_dua_co_so", "giay_khen_so", "giay_khen_xa", "bang_khen_bo_tinh"),
    *("chien_si_thi_dua_bo_tinh", "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac", "co_thi_dua_bo_tinh"),
    *("bang_khen_thu_tuong", "huan_chuong_lao_dong_ba", "gia_dinh_van_hoa", "giay_khen_doanh_nghiep"),
)
_KINDS = (*(RecipientKind.PERSON,) * 7, *(RecipientKind.COLLECTIVE,) * 2, RecipientKind.HOUSEHOLD)


def kept(folder: Path, size: Size) -> Path:
    """The office from a folder in which it stays from one run to the next; made where there is none of this code."""
    made_of = sha256(repr(size).encode())
    for source in (Path(__file__), *sorted(Path(storage.__file__).parent.rglob("*.py"))):
        made_of.update(source.read_bytes())
    path = folder / f"{size.nominations}-{made_of.hexdigest()[:12]}.tdkt"
    if not path.exists():
        for outdated in folder.glob(f"{size.nominations}-*"):
            if not outdated.name.startswith(path.stem):
                outdated.unlink(missing_ok=True)
        scratch = folder / f"{path.stem}-{os.getpid()}.tdkt"
        build(scratch, size).replace(path)  # two that make it at once make the same
    return path


def build(path: Path, size: Size, seed: int = 20_260_101) -> Path:
    """Make the office."""
    with Store.open(path, create=True, now=ticking_clock()) as store:
        _Maker(store, size, random.Random(seed)).all()
    return path


class _Maker:
    def __init__(self, store: Store, size: Size, chance: random.Random) -> None:
        self._store = store
        self._size = size
        self._any = chance
        self._first = size.last_year - size.years + 1
        self._merged_on = date(size.last_year - 1, 7, 1)
        self._units: list[Unit] = []
        self._people: dict[RecipientKind, list[Recipient]] = {}
        catalogue = {award.id: award for award in AwardService().catalogue()}
        self._awards = [catalogue[award_id] for award_id in _AWARDS]

    def all(self) -> None:
        with self._store.write("office.save") as work:
            work.office.save(Office("Ban Thi đua - Khen thưởng", "Sở Nội vụ", "Bình Minh", "BTĐKT"))
            self._make_units(work)
            self._make_people(work)
        for year in range(self._first, self._size.last_year + 1):
            with self._store.write("plan.create", title=f"Năm {year}") as work:
                self._make_tasks(work, year)
                self._make_movements(work, year)
            for quarter in range(1, 5):
                with self._store.write("round.save", name=f"Quý {quarter}") as work:
                    self._make_round(work, year, quarter)
        with self._store.write("award_record.add_many", count=0) as work:
            self._make_old_awards(work)

    def _make_units(self, work: Work) -> None:
        top = self._unit(work, Unit("Tỉnh Bình Minh", kind=UnitKind.PROVINCE))
        merged = [
            self._unit(work, Unit(name, parent_id=top.id, kind=UnitKind.DEPARTMENT, valid_to=self._before_merger()))
            for name in ("Sở Lao động - Thương binh và Xã hội", "Sở Thông tin và Truyền thông")
        ]
        new = self._unit(
            work, Unit("Sở Văn hóa và Xã hội", parent_id=top.id, kind=UnitKind.DEPARTMENT, valid_from=self._merged_on)
        )
        before = tuple(each.id for each in merged if each.id is not None)
        work.unit_events.add(UnitEvent(UnitEventKind.MERGE, self._merged_on, before, (new.id or UnitId(0),)))
        departments = [
            self._unit(work, Unit(name, parent_id=top.id, kind=UnitKind.DEPARTMENT)) for name in _DEPARTMENTS[:3]
        ]
        for number in range(self._size.units - 7):
            self._unit(work, self._ordinary(number, top, departments))

    def _before_merger(self) -> date:
        return self._merged_on - timedelta(days=1)

    def _ordinary(self, number: int, top: Unit, departments: Sequence[Unit]) -> Unit:
        above = departments[number % len(departments)]
        match number % 5:
            case 0:
                return Unit(f"Xã Hòa Bình {number}", parent_id=top.id, kind=UnitKind.COMMUNE)
            case 1:
                return Unit(f"Trường THPT số {number}", parent_id=above.id, kind=UnitKind.SCHOOL)
            case 2:
                return Unit(f"Công ty cổ phần Bình Minh {number}", parent_id=top.id, kind=UnitKind.ENTERPRISE)
            case 3:
                return Unit(f"Phòng Nghiệp vụ {number}", parent_id=above.id, kind=UnitKind.DIVISION)
            case _:
                return Unit(f"Hội Nông dân {number}", parent_id=top.id, kind=UnitKind.ASSOCIATION)

    def _unit(self, work: Work, unit: Unit) -> Unit:
        kept = replace(unit, id=work.units.save(unit))
        self._units.append(kept)
        return kept

    def _some_unit(self, day: date) -> UnitId | None:
        """One that exists on the day and is no province; none for some."""
        if self._any.random() < 0.03:
            return None
        return self._any.choice([each.id for each in self._units[1:] if each.exists_on(day)])

    def _name(self) -> str:
        return " ".join(self._any.choice(words) for words in (_FAMILY, _MIDDLE, _GIVEN))

    def _make_people(self, work: Work) -> None:
        number = max(30, self._size.nominations // 3)
        for kind in RecipientKind:
            some = number if kind is RecipientKind.PERSON else number // 5
            made = [self._recipient(kind, each) for each in range(some)]
            ids = work.recipients.add_many(made)
            self._people[kind] = [replace(one, id=each) for one, each in zip(made, ids, strict=True)]
        for person in self._people[RecipientKind.PERSON][:: max(10, number // 400)]:
            since = date(self._first, 1, 1) + timedelta(days=self._any.randrange(900))
            post = Post(person.id or RecipientId(0), "Phó Giám đốc Sở", "deputy_director", since=since)
            work.posts.save_all(post.recipient_id, [post])

    def _recipient(self, kind: RecipientKind, number: int) -> Recipient:
        if kind is not RecipientKind.PERSON:
            return Recipient(
                kind, f"{'Phòng' if kind is RecipientKind.COLLECTIVE else 'Hộ ông'} {self._name()} {number}"
            )
        return Recipient(
            kind,
            self._name(),
            gender=self._any.choice(("male", "male", "female", "female", "female", None)),
            ethnic_group=self._any.choice(_ETHNIC),
            classes=self._any.choice(((), (), (), ("worker",), ("leader",), ("entrepreneur",))),
            enterprise=self._any.choice((None, None, None, True, False)),
        )

    def _make_tasks(self, work: Work, year: int) -> None:
        plan_id = PlanId(work.plans.save(Plan(f"Kế hoạch công tác thi đua, khen thưởng năm {year}", year)))
        for number in range(1, self._size.tasks + 1):
            due = date(year, 1, 5) + timedelta(days=self._any.randrange(355))
            state = self._any.choice(list(TaskState))
            done = due + timedelta(days=self._any.randrange(-20, 20)) if state is TaskState.DONE else None
            lead = () if number % 11 == 0 else (self._any.choice(self._units[6:]).name,)
            work.tasks.save(
                Task(
                    *(plan_id, f"Nhiệm vụ số {number} của năm {year}", year),
                    quarter=(due.month - 1) // 3 + 1,
                    month=due.month,
                    due=due,
                    lead=lead,
                    state=state,
                    conditional=number % 9 == 0,
                    arisen=False if number % 9 == 0 and state is TaskState.CANCELLED else None,
                    completed_on=done,
                    delay_reason=self._any.choice(_REASONS),
                    state_reason="Chờ kinh phí" if state is TaskState.CARRIED_OVER else None,
                    position=number,
                )
            )

    def _make_movements(self, work: Work, year: int) -> None:
        for number in range(self._any.randrange(2, 6)):
            started = date(year, 1, 10) + timedelta(days=self._any.randrange(300))
            movement = Movement(
                *(f"Phong trào thi đua số {number} năm {year}", year),
                self._any.choice(list(MovementScope)),
                self._any.choice(list(LaunchLevel)),
                self._any.choice(list(MovementMethod)),
                started_on=started if number else None,
                ends_on=started + timedelta(days=self._any.randrange(100, 2500)) if number > 1 else None,
            )
            work.report.movements.save(movement)
        registrations = [
            Registration(
                *(year, unit.id or UnitId(0), award_id, RecipientKind.PERSON, self._any.randrange(1, 40)),
                day=date(year, 2, 20) if number % 2 else None,
            )
            for number, unit in enumerate(self._units[1:])
            for award_id in ("lao_dong_tien_tien", "chien_si_thi_dua_co_so")
        ]
        work.report.registrations.add_many(registrations)

    def _make_round(self, work: Work, year: int, quarter: int) -> None:
        closes = date(year, 3 * quarter, 15)
        occasion = (Occasion.MERIT, Occasion.MOVEMENT, Occasion.SUDDEN, Occasion.MERIT)[quarter - 1]
        round_id = RoundId(work.rounds.save(Round(f"Đợt quý {quarter} năm {year}", year, occasion, closes=closes)))
        for unit in self._units[1:]:
            if unit.exists_on(closes) and unit.id is not None:
                state = self._any.choice(list(SubmissionState))
                submission = work.submissions.save(Submission(round_id, unit.id, state))
                if state is SubmissionState.RETURNED:
                    work.returns.save(
                        Return(closes - timedelta(days=3), "Thiếu biên bản họp", submission_id=submission)
                    )
        rounds = self._size.years * 4
        made = [self._nomination(round_id, occasion, closes) for _ in range(self._size.nominations // rounds)]
        ids = work.nominations.add_many(made)
        lines = [replace(one, id=each) for one, each in zip(made, ids, strict=True)]
        for one in lines:
            if one.state is NominationState.SENT_UP and one.id is not None:
                work.decision.sent_up.save(SentUp(one.id, "thu_tuong", closes))
        given = [one for one in lines if one.state in (*_GIVEN_STATES, NominationState.WITHDRAWN)]
        self._make_decision(work, given, closes + timedelta(days=self._any.randrange(1, 12)))

    def _nomination(self, round_id: RoundId, occasion: Occasion, day: date) -> Nomination:
        kind = self._any.choice(_KINDS)
        award = self._any.choice([each for each in self._awards if kind in each.recipients])
        who = self._any.choice(self._people[kind])
        person = kind is RecipientKind.PERSON
        return Nomination(
            *(round_id, kind, who.name, award.id),
            gender=who.gender if person and self._any.random() < 0.5 else None,
            position=self._any.choice(_POSITIONS) if person else None,
            occasion=self._any.choice((occasion, occasion, Occasion.CONTRIBUTION)),
            state=self._any.choice(_STATES),
            recipient_id=who.id if self._any.random() < 0.97 else None,
            unit_id=self._some_unit(day),
        )

    def _make_decision(self, work: Work, given: Sequence[Nomination], day: date) -> None:
        known = [one for one in given if one.recipient_id is not None]
        records = work.award_records.add_many([_entry(one, day) for one in known])
        decision_id = DecisionId(
            work.decision.decisions.save(
                Decision(
                    *(f"Khen thưởng {day:%m/%Y}", "Giám đốc"),
                    number=f"{day.toordinal()}/QĐ-SNV",
                    signed_on=day,
                    state=self._any.choice((DecisionState.SIGNED, DecisionState.ISSUED, DecisionState.CORRECTED)),
                    year=day.year,
                )
            )
        )
        lines = [
            _line(one, decision_id, at, record) for at, (one, record) in enumerate(zip(known, records, strict=True), 1)
        ]
        # Those whose recipient nobody knows are in no register, though their decision is signed.
        unknown = [one for one in given if one.recipient_id is None]
        lines += [_line(one, decision_id, at, None) for at, one in enumerate(unknown, len(lines) + 1)]
        ids = work.decision.lines.add_many(lines)
        by_nomination = {line.nomination_id: each for line, each in zip(lines, ids, strict=True)}
        for one in unknown:
            if one.state is NominationState.WITHDRAWN:
                line_id = by_nomination[one.id]
                taken = Correction(decision_id, line_id, CorrectedField.LINE, one.name, None, day, "Thu hồi")  # type: ignore[arg-type]
                work.decision.corrections.save(taken)
        for state in (DecisionState.DRAFT, DecisionState.WITHDRAWN):
            other = Decision(
                "Không tính", "Giám đốc", state=state, year=day.year, signed_on=day if state == "withdrawn" else None
            )
            other_id = DecisionId(work.decision.decisions.save(other))
            work.decision.lines.save(
                DecisionLine(None, "Ai đó", "giay_khen_so", "person", decision_id=other_id, place=1)
            )

    def _make_old_awards(self, work: Work) -> None:
        entries = []
        for number in range(max(20, self._size.nominations // 10)):
            kind = self._any.choice(_KINDS)
            award = self._any.choice([each for each in self._awards if kind in each.recipients])
            year = self._any.randrange(self._first - 2, self._size.last_year + 1)
            day = date(year, 1, 1) + timedelta(days=self._any.randrange(365))
            unit_id = self._some_unit(day if number % 3 else date(year, 12, 31))
            entries.append(_old(self._any.choice(self._people[kind]), award, day, unit_id, number))
        ids = work.award_records.add_many(entries)
        work.award_records.trash(ids[::13])


def _entry(one: Nomination, day: date) -> RegisterEntry:
    states = {NominationState.CORRECTED: RecordState.CORRECTED, NominationState.WITHDRAWN: RecordState.WITHDRAWN}
    return RegisterEntry(
        *(one.recipient_id or RecipientId(0), one.award_id, day.year, one.name, day),
        decision=f"{day.toordinal()}/QĐ-SNV",
        occasion=one.occasion,
        position=one.position,
        unit_id=one.unit_id,
        nomination_id=one.id,
        state=states.get(one.state, RecordState.VALID),
    )


def _line(one: Nomination, decision_id: DecisionId, place: int, record: AwardRecordId | None) -> DecisionLine:
    return DecisionLine(
        *(one.id or NominationId(0), one.name, one.award_id, one.kind.value),
        position=one.position or "",
        award_record_id=record,
        decision_id=decision_id,
        place=place,
    )


def _old(who: Recipient, award: Award, day: date, unit_id: UnitId | None, number: int) -> RegisterEntry:
    return RegisterEntry(
        *(who.id or RecipientId(0), award.id, day.year, who.name),
        decided_on=day if number % 3 else None,
        decision=f"{number}/QĐ-UBND",
        occasion=(Occasion.MERIT, Occasion.SERVICE_YEARS, None)[number % 3],
        position="Chuyên viên" if number % 4 == 0 else None,
        unit_id=unit_id,
        state=RecordState.WITHDRAWN if number % 17 == 0 else RecordState.VALID,
    )
