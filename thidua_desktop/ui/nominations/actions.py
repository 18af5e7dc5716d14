"""What can be done with rounds and nominations: each action is one service call, and tells what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.nomination_lists import SharedMove
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.undoable import Told, Undoable
from thidua_desktop.wording import labels


class NominationActions:
    """Every change goes to the store and is told to the whole window."""

    def __init__(self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback) -> None:
        self._nominations, self._judging = services.nominations, services.judging
        self._undoable = Undoable(services, runner, navigation, feedback)
        self._runner = runner
        self._navigation = navigation
        self._feedback = feedback

    def save_round(self, round_: Round, then: Callable[[Changes], None]) -> None:
        """Keep a round."""
        self._runner.run(partial(self._nominations.save_round, round_), self._told("", then))

    def delete_round(self, round_: Round, lines: int) -> None:
        """Move a round to the trash after asking; the message offers to take it back."""
        assert round_.id is not None
        round_id = round_.id
        back = Offer(
            "Hoàn tác", lambda: self._run(partial(self._nominations.restore_round, round_id), "Đã khôi phục đợt xét.")
        )
        self._feedback.confirm(
            f"Chuyển đợt “{round_.name}” vào thùng rác?",
            detail=f"{lines} đề nghị của đợt đi cùng. Có thể hoàn tác ngay sau đó." if lines else "",
            yes="Chuyển vào thùng rác",
            then=lambda: self._run(
                partial(self._nominations.delete_round, round_id), "Đã chuyển đợt xét vào thùng rác.", offers=(back,)
            ),
        )

    def add(self, nomination: Nomination, then: Callable[[Changes], None]) -> None:
        """Keep a new nomination."""
        self._runner.run(partial(self._nominations.add, nomination), self._told("", then))

    def add_many(self, nominations: Sequence[Nomination], then: Callable[[list[NominationId]], None]) -> None:
        """Keep several new nominations, all or none; the message offers to take them back."""

        def told(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            created = [NominationId(number) for number in changes.created]
            back = Offer(
                "Hoàn tác", lambda: self._run(partial(self._nominations.delete, created), "Đã bỏ các dòng vừa dán.")
            )
            self._feedback.say(f"Đã thêm {len(created)} đề nghị.", offers=(back,))
            then(created)

        self._runner.run(partial(self._nominations.save_many, list(nominations)), told)

    def save_many(
        self, nominations: Sequence[Nomination], saved: Callable[[], None], failed: Callable[[AppError], None]
    ) -> None:
        """Keep changed nominations, all or none; ``saved`` hears of it first."""
        tell = self._told("")

        def done(changes: Changes) -> None:
            saved()
            tell(changes)

        self._runner.run(partial(self._nominations.save_many, list(nominations)), done, failed)

    def delete(self, ids: Sequence[NominationId]) -> None:
        """Move nominations to the trash; the message offers to take them back."""
        back = Offer(
            "Hoàn tác", lambda: self._run(partial(self._nominations.restore, list(ids)), "Đã khôi phục các đề nghị.")
        )
        text = f"Đã chuyển {len(ids)} đề nghị vào thùng rác."
        self._run(partial(self._nominations.delete, list(ids)), text, offers=(back,))

    def move(self, lines: Sequence[Nomination], move: SharedMove) -> None:
        """Set the state of several nominations, asking for the reason where one is due."""
        ids = [line.id for line in lines if line.id is not None]
        if not move.with_reason:
            self._move(ids, move, None)
            return
        self._feedback.ask_text(
            f"Chuyển sang “{labels.of(move.state)}”",
            f"Vì sao chuyển {len(ids)} đề nghị sang “{labels.of(move.state)}”?",
            yes="Chuyển",
            then=partial(self._move, ids, move),
        )

    def _move(self, ids: list[NominationId], move: SharedMove, reason: str | None) -> None:
        work = partial(self._nominations.move, ids, move.state, reason=reason)
        self.do(work, f"Đã chuyển {len(ids)} đề nghị sang “{labels.of(move.state)}”.")

    def override(self, ids: Sequence[NominationId], verdict: Verdict, by: str, reason: str) -> None:
        """Keep what the clerk decides about lines, whatever was found."""
        work = partial(self._judging.override, list(ids), verdict, by=by, reason=reason)
        self.do(work, f"Đã ghi quyết định “{labels.of(verdict)}” cho {len(ids)} dòng.")

    def withdraw_override(self, ids: Sequence[NominationId]) -> None:
        """Let the findings hold again."""
        work = partial(self._judging.withdraw_override, list(ids))
        self.do(work, f"Đã bỏ quyết định khác của {len(ids)} dòng; kết quả xét được dùng lại.")

    def do(self, work: Callable[[], Changes], text: Told) -> None:
        """Do something as one operation; the message, or what is made of the changes, offers to take just that back."""
        self._undoable.do(work, text)

    def _run(self, work: Callable[[], Changes], text: str, *, offers: tuple[Offer, ...] = ()) -> None:
        self._runner.run(work, self._told(text, offers=offers))

    def _told(
        self, text: str, then: Callable[[Changes], None] | None = None, *, offers: tuple[Offer, ...] = ()
    ) -> Callable[[Changes], None]:
        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            if text:
                self._feedback.say(text, offers=offers)
            if then is not None:
                then(changes)

        return done
