"""Looking through the register: numbers of entries in the order wanted, from any place on; what entries are about."""

from __future__ import annotations

import json
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from thidua_desktop.common.progress import Cancelled
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import AwardRecordId, DecisionLineId, NominationId, RecipientId, UnitId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.register_queries import RegisterCount, RegisterFirst, RegisterFound, RegisterQuery
from thidua_desktop.storage import driver, register_words
from thidua_desktop.storage.register_courses import Course
from thidua_desktop.storage.register_index import AWARDS, VALUES, Part
from thidua_desktop.storage.register_scope import Scope
from thidua_desktop.storage.session import Session

_KINDS = (RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD)
_STATES = (RecordState.VALID, RecordState.CORRECTED, RecordState.WITHDRAWN)
"""By the numbers that the marks of lines have for them."""
_NO_AWARD = 0
"""No award has this number."""
_COURSES = 8
"""Questions whose stretches are remembered until something changes."""
_AT_ONCE = 5_000
_INTERRUPTED = 9
_ASK_EACH = 20_000
"""Steps of SQLite, a millisecond or two, between two looks whether the answer is still wanted."""
_NOTHING = (NominationState.REFUSED, NominationState.NOT_AWARDED, NominationState.POSTPONED)


def _always() -> bool:
    return True


class RegisterSearch:
    """Reads the register without making an object of every entry."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def first(
        self,
        query: RegisterQuery,
        units: Iterable[UnitId] | None,
        limit: int,
        wanted: Callable[[], bool] = _always,
    ) -> RegisterFirst:
        """The first entries that a query asks for, and how many there are.

        Args:
            query: what is asked for.
            units: all that its unit means.
            limit: how many entries at most.
            wanted: asked every millisecond or two.

        Raises:
            Cancelled: the answer is not ``wanted`` any more.
        """
        with self._stopped_unless(wanted):
            course = self._course(query, units)
            return RegisterFirst(course.head(limit), course.total)

    def part(
        self,
        query: RegisterQuery,
        units: Iterable[UnitId] | None,
        first: int,
        limit: int,
        wanted: Callable[[], bool] = _always,
    ) -> tuple[int, ...]:
        """The entries from any place on, the first of all being 0.

        Raises:
            Cancelled: they are not ``wanted`` any more.
        """
        with self._stopped_unless(wanted):
            return self._course(query, units).part(first, limit)

    def prepare(
        self, query: RegisterQuery, units: Iterable[UnitId] | None, wanted: Callable[[], bool] = _always
    ) -> None:
        """Let any place among what a query asks for be reached at once; what was done stays done.

        Raises:
            Cancelled: something else is ``wanted`` first.
        """
        with self._stopped_unless(wanted):
            self._course(query, units).note_all()

    def position(
        self, query: RegisterQuery, units: Iterable[UnitId] | None, record_id: int, wanted: Callable[[], bool] = _always
    ) -> int | None:
        """Where an entry stands among those that a query asks for, the first being 0; None where it does not.

        Raises:
            Cancelled: nobody wants to know any more.
        """
        with self._stopped_unless(wanted):
            return self._course(query, units).position(record_id)

    def counted(
        self, query: RegisterQuery, units: Iterable[UnitId] | None, wanted: Callable[[], bool] = _always
    ) -> RegisterCount:
        """Of which kinds the entries are that a query asks for, and of how many recipients.

        Raises:
            Cancelled: nobody wants to know any more.
        """
        with self._stopped_unless(wanted):
            scope = self._scope(query, units)
            kinds: dict[RecipientKind, int] = {}
            for kind in range(len(_KINDS)):
                if query.kind in (None, _KINDS[kind]):
                    mask, value = register_words.marks(None, kind, None, None)
                    found = scope.marked(mask, value).count(self._session)
                    if found:
                        kinds[_KINDS[kind]] = found
            return RegisterCount(kinds, self._recipients(scope))

    def found(
        self, query: RegisterQuery, units: Iterable[UnitId] | None, wanted: Callable[[], bool] = _always
    ) -> RegisterFound:
        """All entries that a query asks for, with what they are: for who needs every one.

        Raises:
            Cancelled: they are not ``wanted`` any more.
        """
        with self._stopped_unless(wanted):
            course, ids = self._course(query, units), array("q")
            while len(ids) < course.total and (some := course.part(len(ids), _AT_ONCE)):
                ids.extend(some)
        about = self.counted(query, units, wanted)
        return RegisterFound(ids, about.kinds, about.recipients)

    def recipients_of(self, record_ids: Sequence[int]) -> Mapping[int, tuple[RecipientKind, str]]:
        """Kind and present name of those who have some entries, by entry."""
        found = self._session.rows(
            "SELECT a.id, r.kind, r.name FROM award_records a JOIN recipients r ON r.id = a.recipient_id"
            " WHERE a.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(record_ids)),),
        )
        return {row["id"]: (RecipientKind(row["kind"]), row["name"]) for row in found}

    def years(self) -> tuple[int, ...]:
        """The years in which awards were given, the latest first."""
        found = self._session.rows(
            "SELECT DISTINCT year FROM award_records WHERE deleted_at IS NULL ORDER BY year DESC"
        )
        return tuple(row["year"] for row in found)

    def awards(self) -> tuple[str, ...]:
        """The awards that were ever given."""
        found = self._session.rows("SELECT DISTINCT award_id FROM award_records WHERE deleted_at IS NULL")
        return tuple(row["award_id"] for row in found)

    def lines_of(self, record_ids: Iterable[AwardRecordId]) -> Mapping[DecisionLineId, AwardRecordId]:
        """The lines of decisions that entries came from."""
        found = self._session.rows(
            "SELECT id, award_record_id FROM decision_lines WHERE award_record_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(record_ids)),),
        )
        return {DecisionLineId(row["id"]): AwardRecordId(row["award_record_id"]) for row in found}

    def refused(self, recipient_id: RecipientId) -> tuple[NominationId, ...]:
        """The lines of a recipient that came to nothing, the latest first."""
        states = ", ".join(f"'{state.value}'" for state in _NOTHING)
        found = self._session.rows(
            f"SELECT id FROM nominations WHERE recipient_id = ? AND state IN ({states}) AND deleted_at IS NULL"
            " ORDER BY id DESC",
            (recipient_id,),
        )
        return tuple(NominationId(row["id"]) for row in found)

    def _recipients(self, scope: Scope) -> int:
        if scope == Scope():  # each has one name
            return int(self._session.value(f"SELECT count(*) FROM {VALUES} WHERE part = {Part.NAME.value}"))
        source, values = scope.hits()
        return int(self._session.value(f"SELECT count(DISTINCT l.recipient_id) FROM {source}", values))

    def _course(self, query: RegisterQuery, units: Iterable[UnitId] | None) -> Course:
        """The order that a query asks for, as far as it is known since the last operation."""
        asked = None if units is None else tuple(sorted(units))
        (known,) = self._session.remembered.of(
            self._session, "register courses", lambda: (OrderedDict[tuple[object, ...], Course](),)
        )
        course = known.get((query, asked))
        if course is None:
            scope = self._scope(query, asked)
            course = Course(self._session, scope, query.order, query.award_order, back=query.backwards)
            known[query, asked] = course
            while len(known) > _COURSES:
                known.popitem(last=False)
        known.move_to_end((query, asked))
        return course

    def _scope(self, query: RegisterQuery, units: Iterable[UnitId] | None) -> Scope:
        award = None
        if query.award_id is not None:
            numbered = self._session.value(f"SELECT id FROM {AWARDS} WHERE award_id = ?", (query.award_id,))
            award = numbered or _NO_AWARD
        columns = (
            (register_words.NAME, query.name),
            (register_words.UNIT, query.unit),
            (register_words.DECISION, query.decision),
        )
        within = ((part, register_words.each(text)) for part, text in columns)
        return Scope(
            register_words.each(query.text),
            tuple((part, words) for part, words in within if words),
            *register_words.marks(
                query.year,
                None if query.kind is None else _KINDS.index(query.kind),
                None if query.state is None else _STATES.index(query.state),
                award,
            ),
            None if units is None else tuple(sorted(units)),
        )

    @contextmanager
    def _stopped_unless(self, wanted: Callable[[], bool]) -> Iterator[None]:
        connection = self._session.db.conn
        if wanted is not _always:
            connection.set_progress_handler(lambda: not wanted(), _ASK_EACH)
        try:
            yield
        except driver.OPERATIONAL_ERRORS as error:
            if driver.error_code(error) == _INTERRUPTED:
                raise Cancelled from error
            raise
        finally:
            connection.set_progress_handler(None, 0)
