"""Corrections and withdrawals as decisions of their own: drafted, signed, carried out by the signature."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decision_changes import CorrectedField, Correction
from thidua_desktop.domain.decisions import Decision, DecisionMoveNotAllowed, DecisionState
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.services.corrections import Amendment, DecisionNotSigned, proposed
from thidua_desktop.services.decision_lines import whole
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import decision_texts as words

__all__ = ["Amending", "Amendment", "AmendmentService"]

_DECISION = frozenset({Kind.DECISION})


class NotAnAmendment(AppError):
    """The decision corrects or withdraws no other one."""

    code = "amendment.of_other"


@dataclass(frozen=True, slots=True)
class Amending:
    """A decision about another one, and what it changes: what it would change as long as it is not signed."""

    decision: Decision
    first: Decision
    changes: tuple[Correction, ...]

    @property
    def withdraws(self) -> bool:
        """Whether it takes awards back and corrects no text."""
        return bool(self.changes) and all(one.field is CorrectedField.LINE for one in self.changes)


class AmendmentService:
    """Drafts decisions about signed ones; ``DecisionService.sign`` carries them out."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def of(self, decision_id: DecisionId) -> Amending:
        """A decision about another one with what it changes.

        Raises:
            NotAnAmendment: it is about no other one.
            RecordMissing: no such decision, or in the trash.
        """
        with self._store.read() as work:
            decision = work.decision.decisions.get(decision_id)
            if decision.corrects is None:
                raise NotAnAmendment(title=brief(decision.title))
            first = whole(work, work.decision.decisions.any(decision.corrects))
            pending = work.decision.pending.of(by_id=decision_id)
            return Amending(decision, first, pending or work.decision.corrections.of(by_id=decision_id))

    def about(self, decision_id: DecisionId) -> tuple[Decision, ...]:
        """The decisions about a decision, drafts among them, in their order."""
        with self._store.read() as work:
            return work.decision.decisions.of(corrects_id=decision_id)

    def draft(self, decision_id: DecisionId, amendment: Amendment) -> Changes:
        """Draft a decision that corrects or withdraws; nothing is changed before it is signed.

        Raises:
            AmendmentEmpty, CorrectionEmpty: it changes nothing, gives no reason, or a text that is read already.
            DecisionNotSigned, DecisionMoveNotAllowed: the first decision is a draft, or withdrawn.
            RecordMissing: no such decision or line.
        """
        today = self._today()
        with self._store.read() as work:
            first = _signed(work, decision_id)
            count = len(proposed(work, first, amendment, today))
        with self._store.write("decision.amend", number=brief(first.number or ""), count=count) as work:
            changes = proposed(work, _signed(work, decision_id), amendment, today)
            withdrawn = all(one.field is CorrectedField.LINE for one in changes)
            draft = Decision(
                words.correction_title(first.number or "", first.signed_on, withdrawn=withdrawn),
                first.signed_by,
                corrects=decision_id,
                authority=first.authority,
                year=today.year,
                signer_posts=first.signer_posts,
                signer_name=first.signer_name,
                executors=first.executors,
                recipients=first.recipients,
            )
            created = DecisionId(work.decision.decisions.save(draft))
            work.decision.pending.add_many([replace(one, by_id=created) for one in changes])
        return Changes("decision.amend", _DECISION, (created,))


def _signed(work: Work, decision_id: DecisionId) -> Decision:
    decision = whole(work, work.decision.decisions.get(decision_id))
    if decision.signed_on is None:
        raise DecisionNotSigned(title=brief(decision.title))
    if decision.state is DecisionState.WITHDRAWN:
        raise DecisionMoveNotAllowed(old=decision.state, new=DecisionState.CORRECTED)
    return decision
