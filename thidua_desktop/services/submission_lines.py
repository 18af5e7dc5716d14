"""The lines of what units send: found by their unit, and sent back one by one. Works inside somebody's operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.ids import NominationId, ReturnId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.domain.submissions import Return, unit_or_above
from thidua_desktop.services.nominations import RoundInTrash
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.work import Work


class UnitThereAlready(AppError):
    """A unit is expected once in a round."""

    code = "submission.unit_there_already"


Finder = Callable[[Nomination], UnitId | None]


def unit_finder(work: Work) -> Finder:
    """Tells the unit of a line: the one found when it was read, else the one that is certainly meant by its name."""
    tree = work.units.tree()
    known: dict[str, UnitId | None] = {}

    def find(line: Nomination) -> UnitId | None:
        if line.unit_id is not None:
            return line.unit_id
        name = squeeze(line.unit or "")
        if name not in known:
            known[name] = tree.find(name).unit_id if name else None
        return known[name]

    return find


def tie(work: Work, round_id: RoundId, *, only: SubmissionId | None = None) -> int:
    """Give each line without a submission to that of its unit, or of the nearest unit above; gives how many.

    Args:
        only: ties just the lines of this one.
    """
    submissions = {each.unit_id: each.id for each in work.submissions.of_round(round_id)}
    living, tree = frozenset(submissions.values()), work.units.tree()
    for former, submission_id in tuple(submissions.items()):  # lines may name what the unit has become since
        for later in tree.successors(former):
            submissions.setdefault(later, submission_id)
    parents = {number: unit.parent_id for number, unit in tree.units.items()}
    find, tied = unit_finder(work), list[Nomination]()
    for line in work.nominations.of_round(round_id):
        if line.submission_id in living:
            continue
        unit_id = find(line)
        at = unit_or_above(unit_id, parents, submissions)
        if at is None or (only is not None and submissions[at] != only):
            continue
        tied.append(replace(line, unit_id=unit_id, submission_id=submissions[at]))
    work.nominations.save_many(tied)
    return len(tied)


def send_back(
    work: Work, nomination_ids: Iterable[NominationId], given: Return, state: NominationState
) -> tuple[ReturnId, ...]:
    """Log that lines went back and move each to the state; one that is there already stays as it is."""
    lines = work.nominations.among(nomination_ids)
    work.nominations.save_many(
        [
            replace(line, state_reason=given.reason)
            if line.state is state
            else line.moved_to(state, reason=given.reason)
            for line in lines
        ]
    )
    return work.returns.add_many(
        [replace(given, submission_id=line.submission_id, nomination_id=line.id) for line in lines]
    )


def restore_submissions(work: Work, submission_ids: Iterable[SubmissionId]) -> None:
    """Take submissions out of the trash.

    Raises:
        UnitThereAlready: a unit has been expected anew meanwhile.
        RoundInTrash: the round of one lies there too.
        RecordMissing: one of them is not in the trash.
    """
    wanted = tuple(submission_ids)
    for each in map(work.submissions.any, wanted):
        if work.rounds.trashed_at(each.round_id) is not None:
            raise RoundInTrash(name=brief(work.rounds.any(each.round_id).name))
        if any(other.unit_id == each.unit_id for other in work.submissions.of_round(each.round_id)):
            raise UnitThereAlready(unit=brief(work.units.get(each.unit_id).name))
    work.submissions.restore(wanted)
