"""Values of every stored kind, for round trips."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import strategies as st

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, RecipientId, RoundId
from thidua_desktop.domain.nominations import LineSource, Nomination, NominationState, Occasion, Round
from thidua_desktop.domain.plans import Plan, PlanKind, PlanPart, PlanState, Role, Signer
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.domain.tasks import Recurrence, Task, TaskState
from thidua_desktop.domain.units import Office, Unit, UnitKind

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯắằẳẵặếềểễệốồổỗộớờởỡợứừửữựỳỵỷỹ 0123456789.,;:/()“”–\"'\\\n\t=@€😀"


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


TEXT = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(exclude_characters="\x00", codec="utf-8"))).map(_nfc)
NAME = TEXT.filter(lambda text: bool(text.strip()))
MAYBE = st.none() | NAME
NAMES = st.lists(NAME, max_size=4).map(tuple)
DAY = st.none() | st.dates(date(1000, 1, 1), date(2999, 12, 31))
YEAR = st.integers(1900, 2999)
ORDINAL = st.none() | st.integers(1, 9999)
SOURCE = st.builds(Source, st.integers(0, 9999), ORDINAL, ORDINAL, st.none() | TEXT, ORDINAL, ORDINAL)

OFFICES = st.builds(Office, TEXT, TEXT, TEXT, TEXT, st.lists(TEXT, max_size=3).map(tuple), TEXT, TEXT)
UNITS = st.builds(
    Unit,
    name=NAME,
    short_name=MAYBE,
    valid_from=DAY,
    valid_to=DAY,
    kind=st.none() | st.sampled_from(UnitKind),
    position=ORDINAL,
    note=MAYBE,
)
PLANS = st.builds(
    Plan,
    title=NAME,
    year=YEAR,
    number=MAYBE,
    issued_on=DAY,
    place=MAYBE,
    issuer=MAYBE,
    superior=MAYBE,
    legal_bases=NAMES,
    recipients=NAMES,
    signer=st.builds(Signer, NAMES, MAYBE),
    state=st.sampled_from(PlanState),
    source_name=TEXT,
    source_sha256=st.sampled_from(["", "ab" * 32]),
    kind=st.sampled_from(PlanKind),
)
PARTS = st.lists(
    st.builds(
        PlanPart,
        role=st.sampled_from(Role),
        text=TEXT,
        source=SOURCE,
        level=st.integers(0, 9),
        label=MAYBE,
        lead=NAMES,
        coordinate=NAMES,
    ),
    max_size=4,
).map(tuple)
ROUNDS = st.builds(Round, name=NAME, year=YEAR, occasion=st.sampled_from(Occasion), opens=DAY, closes=DAY)


def tasks(plan_id: PlanId) -> st.SearchStrategy[Task]:
    """Tasks of a plan with anything in them that a task can hold."""
    return st.builds(
        Task,
        plan_id=st.just(plan_id),
        text=NAME,
        year=YEAR,
        quarter=st.none() | st.integers(1, 4),
        month=st.none() | st.integers(1, 12),
        due=DAY,
        starts=DAY,
        section=MAYBE,
        label=MAYBE,
        lead=NAMES,
        coordinate=NAMES,
        product=MAYBE,
        conditional=st.booleans(),
        recurrence=st.none() | st.sampled_from(Recurrence),
        remark=MAYBE,
        state=st.sampled_from(TaskState),
        progress=st.integers(0, 100),
        completed_on=DAY,
        evidence=MAYBE,
        delay_reason=MAYBE,
        state_reason=MAYBE,
        note=MAYBE,
        position=st.integers(0, 9999),
        source=st.none() | SOURCE,
        period=MAYBE,
        arisen=st.none() | st.booleans(),
        waiting_for=NAMES,
    )


RECIPIENTS = st.builds(
    Recipient,
    kind=st.sampled_from(RecipientKind),
    name=NAME,
    honorific=MAYBE,
    gender=st.sampled_from([None, "male", "female"]),
    birth=MAYBE,
    id_number=MAYBE,
    ethnic_group=MAYBE,
    position=MAYBE,
    address=MAYBE,
    classes=NAMES,
    enterprise=st.none() | st.booleans(),
    founded=st.none() | YEAR,
    later_retirement=st.none() | st.booleans(),
    awards_known_from=st.none() | YEAR,
    initiatives_known_from=st.none() | YEAR,
    note=MAYBE,
    sort_name=MAYBE,
)


def posts(recipient_id: RecipientId) -> st.SearchStrategy[Post]:
    """Posts of a person with anything in them that a post can hold."""
    return st.builds(
        Post, recipient_id=st.just(recipient_id), title=NAME, group=MAYBE, unit=MAYBE, since=DAY, until=DAY
    )


def entries(recipient_id: RecipientId) -> st.SearchStrategy[RegisterEntry]:
    """Entries of the register with anything in them that an entry can hold."""
    return st.builds(
        RegisterEntry,
        recipient_id=st.just(recipient_id),
        award_id=st.sampled_from(["lao_dong_tien_tien", "giay_khen_xa"]),
        year=YEAR,
        name=NAME,
        decided_on=DAY,
        decision=MAYBE,
        decided_by=MAYBE,
        occasion=st.none() | st.sampled_from(Occasion),
        counted_from=st.none() | YEAR,
        counted_to=st.none() | YEAR,
        achievement=MAYBE,
        position=MAYBE,
        unit=MAYBE,
        golden_book=MAYBE,
        state=st.sampled_from(RecordState),
        note=MAYBE,
    )


def nominations(round_id: RoundId) -> st.SearchStrategy[Nomination]:
    """Nominations of a round with anything in them that a nomination can hold."""
    return st.builds(
        Nomination,
        round_id=st.just(round_id),
        kind=st.sampled_from(RecipientKind),
        name=NAME,
        award_id=st.sampled_from(["lao_dong_tien_tien", "giay_khen_xa"]),
        honorific=MAYBE,
        gender=st.sampled_from([None, "male", "female"]),
        birth=MAYBE,
        id_number=MAYBE,
        position=MAYBE,
        unit=MAYBE,
        occasion=st.sampled_from(Occasion),
        citation=MAYBE,
        state=st.sampled_from(NominationState),
        state_reason=MAYBE,
        note=MAYBE,
        asked_award_id=MAYBE,
        counted_from=st.none() | YEAR,
        counted_to=st.none() | YEAR,
        source=st.none() | st.builds(LineSource, file=TEXT, sheet=MAYBE, row=ORDINAL),
    )
