"""One window on one office file: opens it in the worker, changes to another, gives it a password."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from thidua_desktop.app.wanted import Wanted
from thidua_desktop.common.errors import AppError
from thidua_desktop.common.once import once
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import passwords
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.passwords import Wish
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import TaskRunner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.doorbell import Doorbell, Ring, come_to_front
from thidua_desktop.ui.helping import HelpAlone
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.notice import OpeningNotice

if TYPE_CHECKING:
    from thidua_desktop.app.troubles import Troubles
    from thidua_desktop.services.passwords import PasswordChanged
    from thidua_desktop.ui.opening.dialog import OpeningDialog


_OPEN_HERE, _DAMAGED = "store.open_here", "store.damaged"
_CHECK_AFTER_MS = 2_000
"""Until then the window makes what is not in front yet."""

Then = Callable[[MainWindow], None]
"""What is to be said in the window once the file is open."""


class Program(QObject):
    """Holds the window and the open file; another file means another window."""

    gave_up = Signal()
    """There is no window and the clerk wants none."""
    handed_over = Signal()
    """Another program of the same person has the file open and has come to the front: this one is not needed."""

    def __init__(
        self, app: QApplication, crashes: CrashReporter, preferences: Preferences, *, bells: Path | None = None
    ) -> None:
        """``bells`` is a folder of the user's by which the programs on one computer call each other."""
        super().__init__(app)
        self._crashes, self.preferences = crashes, preferences
        crashes.read.connect(self._on_crash_read)
        crashes.tell_known_to(self._on_known)
        self._services: Services | None = None
        """None also while the file of the window is written anew under another password."""
        self.window: MainWindow | None = None
        self.question: QDialog | None = None
        """What was asked or told last besides the window."""
        self.notice: OpeningNotice | None = None
        """Says that a file is being opened."""
        self._wanted: Wanted | None = None
        """What is being opened; the answer to anything else comes too late."""
        self._arrived: list[Services] = []
        """Files that the worker has opened and nobody has taken yet."""
        self._app = app
        app.setQuitOnLastWindowClosed(False)  # between one dialog and the next there may be no window
        self.runner = TaskRunner(self)
        self.runner.crashed.connect(self._on_crashed)
        self._bells = bells
        self._bell = None if bells is None else Doorbell(bells, self)
        if self._bell is not None:
            self._bell.rung.connect(self._come_to_front)

    @once
    def _troubles(self) -> Troubles:
        """Asks what to do about a file that cannot be opened; few starts need it."""
        from thidua_desktop.app.troubles import Troubles

        return Troubles(self)

    def open(self, path: Path, *, create: bool = False, password: str | None = None) -> None:
        """Open a file in a window, or ask what to do; a file in use stays open when the other cannot be used."""
        self.begin(Wanted(path, create=create, password=password))

    def begin(self, wanted: Wanted, *, within: OpeningDialog | None = None, then: Then | None = None) -> None:
        """Open a file in the worker.

        Args:
            wanted: the file.
            within: a dialog that is there already and says what is done and what went wrong.
            then: gets the new window.
        """
        self._wanted = wanted
        if within is None:
            self._end_notice()
            self.notice = OpeningNotice(wanted.path, leave=self.leave_word, parent=self.window)
            self.notice.rejected.connect(partial(self._on_left, wanted))
            self.runner.progressed.connect(self.notice.show_step)
            self.notice.show_soon()
        else:
            within.work_on("Đang mở…")
        self.runner.run(
            partial(self._opened, wanted),
            partial(self._on_opened, wanted, within, then),
            partial(self._on_refused, wanted, within, then),
        )

    @property
    def leave_word(self) -> str:
        """What the button says that leaves a question alone."""
        return "Thoát" if self.window is None else "Bỏ qua"

    def change_password(self, wish: Wish) -> None:
        """Give the open file another password, or none: it is closed, written anew and opened again."""
        from thidua_desktop.bootstrap import change_password

        window, services = self.window, self._services
        if window is None or services is None:
            return
        self._services = None
        wanted = Wanted(services.path, password=wish.old)
        window.keeping.keeper.stop()
        window.setEnabled(False)

        def work() -> PasswordChanged:
            window.tasks.end_looking_up()  # it would open the file again, which nobody else may have open
            services.close()
            return change_password(wanted.path, old=wish.old, new=wish.new)

        kept = partial(self._on_password_kept, wanted)
        window.tasks.crashed.connect(kept)
        changed = partial(self._on_password_changed, wanted.with_password(wish.new))
        window.tasks.run(work, changed, kept, label="Đang ghi lại tệp…")

    def close(self) -> None:
        """Close the window and the file."""
        self._wanted = None
        self._end_notice()
        self._app.setQuitOnLastWindowClosed(True)
        self.runner.close()
        for services in self._arrived:
            services.close()
        if self.window is not None:
            self.window.keeping.keeper.stop()
            self.window.close()
        if self._services is not None:
            self._services.close()

    # opening

    def _opened(self, wanted: Wanted) -> Services:
        services = wanted.opened()
        self._arrived.append(services)
        return services

    def _on_opened(self, wanted: Wanted, within: OpeningDialog | None, then: Then | None, services: Services) -> None:
        self._arrived.remove(services)
        if wanted is not self._wanted:
            services.close()
            return
        self._wanted = None
        try:
            window = self._show(services, wanted)
        except AppError as trouble:  # what was not checked yet may be damaged where the first page looks
            services.close()
            self._wanted = wanted
            self._on_refused(wanted, within, then, trouble)
            return
        except BaseException:
            services.close()
            raise
        finally:
            self._end_notice()
        if within is not None:
            within.accept()
        if then is not None:
            then(window)

    def _on_refused(self, wanted: Wanted, within: OpeningDialog | None, then: Then | None, trouble: AppError) -> None:
        from thidua_desktop.app.troubles import WORTH_ASKING, backups_of
        from thidua_desktop.ui.opening.ways import ways_from

        if wanted is not self._wanted:
            return
        self._wanted = None
        self._drop_dead_window()
        if passwords.is_asked_for(trouble):
            self._ask_password(wanted, within, then, trouble)
        elif within is not None:
            self._troubles.go_on(within, wanted, trouble)
        elif trouble.code == _OPEN_HERE and self._bells is not None:
            self._ring(self._bells, wanted, trouble)
        elif (looking := self._looking_at(wanted.path)) is not None:
            looking.feedback.trouble(trouble)
        elif self.window is None or WORTH_ASKING & set(ways_from(trouble.code, backups=bool(backups_of(wanted.path)))):
            self._troubles.ask(wanted, trouble)
        else:
            self.window.feedback.trouble(trouble)
        self._end_notice()

    def _ring(self, bells: Path, wanted: Wanted, trouble: AppError) -> None:
        """Let the window that has the file come to the front; ask what to do only if it does not."""
        ring = Ring(bells, wanted.path, self)
        ring.answered.connect(self._on_answered)
        ring.silent.connect(partial(self._troubles.ask, wanted, trouble))
        try:
            ring.begin()
        except OSError:
            self._troubles.ask(wanted, trouble)

    def _on_answered(self) -> None:
        if self.window is None:
            self.handed_over.emit()

    def _come_to_front(self) -> None:
        if self.window is not None:
            come_to_front(self.window)

    def _looking_at(self, path: Path) -> MainWindow | None:
        """The window, if it shows this very file for reading: it goes on doing so."""
        services = self._services
        return self.window if services is not None and services.read_only and services.path == path else None

    def _look_again(self, path: Path) -> None:
        self.begin(Wanted(path, read_only=True))

    def _ask_password(self, wanted: Wanted, within: OpeningDialog | None, then: Then | None, trouble: AppError) -> None:
        from thidua_desktop.services.passwords import PasswordForgotten

        again = partial(self._begin_with, wanted, within, then)
        if within is not None:
            within.show_trouble(trouble)
            passwords.ask(trouble, again, parent=within)
            return
        dialog = passwords.ask(trouble, again, parent=self.window)
        dialog.rejected.connect(self.give_up)
        forgotten = partial(self._troubles.ask, wanted, PasswordForgotten(path=wanted.path))
        dialog.offer_other_ways(forgotten, leave=self.leave_word)
        if self.window is None:
            HelpAlone(dialog, self.preferences)
        self.question = dialog

    def _begin_with(self, wanted: Wanted, within: OpeningDialog | None, then: Then | None, password: str) -> None:
        self.begin(wanted.with_password(password), within=within, then=then)

    def _open_sample(self, window: MainWindow) -> None:
        """Open the sample office; making it the first time takes seconds, and the window can be used meanwhile."""
        from thidua_desktop.app.sampling import sample_file

        window.tasks.run(sample_file, self.open, label="Đang lập văn phòng mẫu…")

    def _show(self, services: Services, wanted: Wanted) -> MainWindow:
        former = self.window
        window = MainWindow(services, self.preferences)
        window.locking.wanted.connect(self.change_password, Qt.ConnectionType.QueuedConnection)
        window.file_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
        window.look_wanted.connect(self._look_again, Qt.ConnectionType.QueuedConnection)
        window.sample_wanted.connect(partial(self._open_sample, window))
        window.tasks.crashed.connect(self._crashes.report)
        window.closed.connect(partial(self._on_closed, window, services))
        self.window, self._services = window, services
        window.show()
        self._app.setQuitOnLastWindowClosed(True)
        if self._bell is not None and not services.read_only:
            self._bell.hang(services.path)
        window.keeping.keeper.start()
        window.watch.start()
        window.rest.reached.connect(window.reminding.start)
        window.pages.prepare()
        check = partial(self._check, services, wanted)
        window.rest.reached.connect(lambda: QTimer.singleShot(_CHECK_AFTER_MS, window, check))
        window.keeping.tell_bad_end()
        if former is not None:
            former.close()
        self.preferences.add_recent_file(services.path)
        if self.preferences.damaged:
            window.feedback.say("Không đọc được thiết lập giao diện cũ nên dùng thiết lập mặc định.", tone=Tone.INFO)
        return window

    def _check(self, services: Services, wanted: Wanted) -> None:
        """Check a large file beside the work; in a runner of its own, so that no search waits for it."""
        self.runner.run_aside(services.check, lambda _whole: None, partial(self._on_damaged, services, wanted))

    def _on_damaged(self, services: Services, wanted: Wanted, trouble: AppError) -> None:
        """Go on with a damaged file in no window: ask what to do, as if it had not been opened."""
        window = self.window
        if window is None or services is not self._services or trouble.code != _DAMAGED:
            return
        window.keeping.keeper.stop()
        self._services = None
        self._drop_dead_window()
        self._troubles.ask(wanted, trouble)

    def _on_closed(self, window: MainWindow, services: Services) -> None:
        services.close()
        if window is not self.window:
            window.deleteLater()

    # leaving

    def give_up(self) -> None:
        """The clerk wants no other file; without a window that is the end of the program."""
        if self.window is None:
            self.gave_up.emit()

    def _on_left(self, wanted: Wanted) -> None:
        """The clerk does not want to wait any longer."""
        if wanted is self._wanted:
            self._wanted = None
            self.notice = None
            self.give_up()

    def _end_notice(self) -> None:
        notice, self.notice = self.notice, None
        if notice is not None:
            notice.end()

    def _drop_dead_window(self) -> None:
        """Close a window whose file was closed for another password and cannot be opened again."""
        former = self.window
        if former is not None and self._services is None:
            self._app.setQuitOnLastWindowClosed(False)
            self.window = None
            former.close()

    def _on_crashed(self, trouble: BaseException) -> None:
        """A mistake of ours in the worker: whatever was under way has ended."""
        from thidua_desktop.ui.opening.dialog import OpeningDialog

        self._wanted = None
        self._end_notice()
        self._drop_dead_window()
        if isinstance(self.question, OpeningDialog) and isValid(self.question):
            self.question.rest()
        self._crashes.report(trouble)

    def _on_known(self, trouble: AppError) -> None:
        """The drive has gone while a screen looked at the file."""
        if self.window is not None:
            self.window.feedback.trouble(trouble)

    def _on_crash_read(self) -> None:
        """With no window, no file under way and nothing asked, there is nothing to come back to."""
        asking = self.question is not None and isValid(self.question) and self.question.isVisible()
        if self._wanted is None and not asking:
            self.give_up()

    # passwords

    def _on_password_changed(self, wanted: Wanted, done: PasswordChanged) -> None:
        self.begin(wanted, then=lambda window: window.locking.show_done(done))

    def _on_password_kept(self, wanted: Wanted, trouble: Exception) -> None:
        def tell(window: MainWindow) -> None:
            if isinstance(trouble, AppError):
                window.feedback.trouble(trouble)

        self.begin(wanted, then=tell)
