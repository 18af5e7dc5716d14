"""The password of the open file, as far as its window is concerned; the program closes and opens the file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.passwords import NewPasswordDialog, Wish
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.wording import messages

if TYPE_CHECKING:
    from thidua_desktop.services.passwords import PasswordChanged
    from thidua_desktop.ui.main_window import MainWindow


class Locking(QObject):
    """Asks for a new password, checks the one of now, and tells what a change has left behind."""

    wanted = Signal(object)
    """The file is to get another password: a ``Wish`` whose old password is right."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._services = window, window.services
        self.dialog: NewPasswordDialog | None = None
        self.action = action(window, "Mật khẩu tệp…", "lock", "Ctrl+Alt+Shift+P", self.open, within=False)
        self.action.setEnabled(not self._services.read_only)

    def open(self, told: str = "") -> None:
        """Ask for a new password."""
        from thidua_desktop.services import passwords

        if not passwords.can_encrypt():
            self._window.feedback.say(
                "Máy này thiếu phần mã hóa của chương trình nên không đặt mật khẩu được. Tệp được giữ nguyên; hãy cài "
                "lại chương trình cho đủ.",
                tone=Tone.WARNING,
            )
            return
        dialog = NewPasswordDialog(is_set=self._services.passwords.is_set(), told=told, parent=self._window)
        dialog.accepted.connect(lambda: self._on_accepted(dialog.wish()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def show_done(self, done: PasswordChanged) -> None:
        """Say what a change has done, and offer to remove the backups that anybody can read."""
        told = messages.password_changed(protected=done.protected, unprotected=done.unprotected)
        exposed = done.protected and done.unprotected > 0
        offers = (Offer("Xóa các bản không có mật khẩu…", self.remove_unprotected),) if exposed else ()
        self._window.feedback.say(told, tone=Tone.WARNING if exposed else Tone.SUCCESS, offers=offers)

    def remove_unprotected(self) -> None:
        """Remove the backups that can be read without a password, after asking."""
        self._window.feedback.confirm(
            "Xóa các bản sao lưu không có mật khẩu?",
            detail=(
                "Trước khi xóa, chương trình làm một bản sao lưu mã hóa và khôi phục thử. Những bản đã chép đi nơi "
                "khác, hoặc ở USB chưa cắm, vẫn còn. Đã xóa thì không lấy lại được."
            ),
            yes="Xóa các bản ấy",
            final=True,
            then=self._remove_unprotected,
        )

    def _on_accepted(self, wish: Wish) -> None:
        if wish.old is None:
            self.wanted.emit(wish)
        else:
            check = partial(self._services.passwords.matches, wish.old)
            self._window.runner.run(check, partial(self._on_checked, wish), label="Đang kiểm tra mật khẩu…")

    def _on_checked(self, wish: Wish, right: bool) -> None:
        if right:
            self.wanted.emit(wish)
        else:
            self.open("Mật khẩu đang dùng không đúng nên chưa đổi gì; hãy gõ lại.")

    def _remove_unprotected(self) -> None:
        remove = self._services.backups.remove_unprotected
        self._window.runner.run(remove, self._on_removed, label="Đang sao lưu và xóa…")

    def _on_removed(self, count: int) -> None:
        self._window.keeping.keeper.show_stamp()
        self._window.feedback.say(f"Đã xóa {count} bản sao lưu không có mật khẩu.")
