"""What an office has forgotten of its earlier values: kept in its file, and taken back like any other operation."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.earlier import EarlierWords
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.undoable import Undoable


class OfficeWords(EarlierWords):
    """The forgotten values of the office whose window this is; read when something is first offered."""

    def __init__(
        self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._feedback, self._read = services, feedback, False
        self._undoable = Undoable(services, runner, navigation, feedback)
        navigation.changes_made.connect(self._on_changes)

    def forgotten(self, column: str) -> frozenset[str]:
        """See ``EarlierWords``."""
        if not self._read:
            self._read = True
            self._left_out = dict(self._services.offered_words.forgotten())
        return super().forgotten(column)

    def forget(self, column: str, text: str) -> None:
        """At once for whoever is typing; kept in the background."""
        if self._may_change():
            super().forget(column, text)
            work = partial(self._services.offered_words.forget, column, text)
            self._undoable.do(work, f"Đã bỏ “{text}” khỏi các gợi ý của cột “{column}”.", failed=self._on_failed)

    def restore(self, column: str) -> None:
        """See ``EarlierWords``."""
        count = len(self.forgotten(column))
        if not count:
            told = f"Cột “{column}” không có gợi ý nào đã bỏ."
            self._feedback.say(told, tone=Tone.INFO)
        elif self._may_change():
            work = partial(self._services.offered_words.restore, column)
            self._undoable.do(work, f"Đã lấy lại {count} gợi ý đã bỏ của cột “{column}”.")

    def _may_change(self) -> bool:
        read_only = self._services.read_only
        if read_only:
            told = "Tệp dữ liệu đang mở ở chế độ chỉ xem nên các gợi ý giữ nguyên."
            self._feedback.say(told, tone=Tone.INFO)
        return not read_only

    def _on_failed(self, trouble: AppError) -> None:
        self._read = False
        self._feedback.trouble(trouble)

    def _on_changes(self, changes: Changes) -> None:
        if Kind.PRESET in changes.touched:
            self._read = False
