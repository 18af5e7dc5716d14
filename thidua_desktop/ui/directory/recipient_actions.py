"""What can be done with recipients: each action is one service call, and tells what happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.directory.frame import Frame

Then = Callable[[Changes], None]


class RecipientActions:
    """Every change goes to the store and is told to the whole window; Ctrl+Z takes it back."""

    def __init__(self, frame: Frame) -> None:
        self._recipients = frame.services.recipients
        self._runner, self._navigation, self._feedback = frame.runner, frame.navigation, frame.feedback
        self._run = frame.change

    def save(self, recipient: Recipient, then: Then) -> None:
        """Keep a recipient, a new one when it has no id."""
        told = f"Đã thêm “{recipient.name}”." if recipient.id is None else ""
        self._run(partial(self._recipients.save, recipient), told, then)

    def add_many(self, recipients: Sequence[Recipient], then: Then) -> None:
        """Keep several new recipients, all or none; the message offers to take them back."""

        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            created = [RecipientId(number) for number in changes.created]
            back = Offer("Hoàn tác", lambda: self._run(partial(self._recipients.delete, created), "Đã bỏ các dòng ấy."))
            self._feedback.say(f"Đã thêm {len(created)} người nhận.", offers=(back,))
            then(changes)

        self._runner.run(partial(self._recipients.save_many, list(recipients)), done, label="Đang lưu người nhận…")

    def save_many(
        self, recipients: Sequence[Recipient], saved: Callable[[], None], failed: Callable[[AppError], None]
    ) -> None:
        """Keep changed recipients, all or none; ``saved`` hears of it first."""

        def done(changes: Changes) -> None:
            saved()
            self._navigation.changes_made.emit(changes)

        self._runner.run(partial(self._recipients.save_many, list(recipients)), done, failed)

    def delete(self, ids: Sequence[RecipientId]) -> None:
        """Move recipients to the trash; the message offers to take them back."""
        back = Offer(
            "Hoàn tác", lambda: self._run(partial(self._recipients.restore, list(ids)), "Đã lấy lại các dòng ấy.")
        )
        told = f"Đã chuyển {len(ids)} người nhận vào thùng rác."
        self._run(partial(self._recipients.delete, list(ids)), told, offers=(back,))

    def merge(self, kept: RecipientId, others: Sequence[RecipientId], chosen: Mapping[str, int], then: Then) -> None:
        """Make one record of several."""
        work = partial(self._recipients.merge, kept, list(others), dict(chosen))
        self._run(work, f"Đã gộp {len(others) + 1} người nhận thành một. Ctrl+Z để hoàn tác.", then)

    def not_same(self, first: RecipientId, second: RecipientId, then: Then) -> None:
        """Two records that look alike are two."""
        self._run(partial(self._recipients.not_same, first, second), "", then)
