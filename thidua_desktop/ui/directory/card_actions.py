"""What can be done with the records of a recipient: each action is one service call, and tells what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.facts import KeptFact
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.recipients import Post
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.wording.unit_events import listed

_NO_UNIT = "Mục này chưa ghi đơn vị khi được khen. Hãy sửa mục khen thưởng và điền “Đơn vị khi đó”."


class CardActions:
    """Every change goes to the store and is told to the whole window; Ctrl+Z takes it back.

    ``failed`` is called when something could not be kept: the card then shows again what the file holds.
    """

    def __init__(self, frame: Frame, failed: Callable[[], None]) -> None:
        self._frame, self._services, self._failed = frame, frame.services, failed

    def save_facts(self, facts: Sequence[KeptFact]) -> None:
        """Keep facts, all or none."""
        self._run(partial(self._services.evidence.save_many, list(facts)), "")

    def remove_facts(self, facts: Sequence[KeptFact]) -> None:
        """Take facts away."""
        refs = [(fact.kind, fact.id) for fact in facts if fact.id is not None]
        self._run(partial(self._services.evidence.remove, refs), f"Đã bỏ {len(refs)} dòng. Ctrl+Z để hoàn tác.")

    def save_entries(self, entries: Sequence[RegisterEntry]) -> None:
        """Keep entries of the register, all or none; a new one comes alone."""
        if len(entries) == 1:
            self._run(partial(self._services.register.save, entries[0]), "")
        else:
            self._run(partial(self._services.register.save_many, list(entries)), "")

    def remove_entries(self, entries: Sequence[RegisterEntry]) -> None:
        """Move entries of the register to the trash."""
        ids = [entry.id for entry in entries if entry.id is not None]
        told = f"Đã chuyển {len(ids)} mục khen thưởng vào thùng rác. Ctrl+Z để hoàn tác."
        self._run(partial(self._services.register.delete, ids), told)

    def save_posts(self, recipient_id: RecipientId, posts: Sequence[Post]) -> None:
        """Keep all posts of a person."""
        self._run(partial(self._services.recipients.save_posts, recipient_id, list(posts)), "")

    def open_unit(self, chosen: Callable[[], RegisterEntry | None]) -> None:
        """Go from an award to what its unit is now, saying what it was called on the day of the award."""
        entry = chosen()
        if entry is None:
            return
        tree, today = self._services.units.tree(), self._services.today()
        then = entry.unit_id or tree.find(entry.unit or "", entry.decided_on).named
        if then is None:
            told = f"Mục này ghi đơn vị “{entry.unit}”, chưa có trong danh bạ." if entry.unit else _NO_UNIT
            self._frame.feedback.say(told, tone=Tone.INFO)
            return
        now = tree.at(then, today)
        self._frame.navigation.open_requested.emit(Kind.UNIT.value, (now or (then,))[0])
        named = listed([tree.name(unit) for unit in now]) if now else "không còn, không có đơn vị kế tục"
        if tuple(now) != (then,):
            was = entry.unit or tree.name(then)
            self._frame.feedback.say(f"Khi được khen (năm {entry.year}) là “{was}”; nay {'là ' if now else ''}{named}.")

    def _run(self, work: Callable[[], Changes], text: str) -> None:
        def failed(trouble: AppError) -> None:
            self._frame.feedback.trouble(trouble)
            self._failed()

        self._frame.change(work, text, failed=failed)
