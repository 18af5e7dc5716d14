"""Papers made in the background: shown as the very PDF before they are printed, or written where the clerk says."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.files import safe_file_name
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.finished import file_made
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner

if TYPE_CHECKING:
    from thidua_desktop.ui.common.pdf_preview import PdfPreview


FILTERS = {
    Format.PDF: "Tệp PDF (*.pdf)",
    Format.DOCX: "Văn bản Word (*.docx)",
    Format.XLSX: "Bảng tính Excel (*.xlsx)",
    Format.ICS: "Lịch điện tử (*.ics)",
}

_EXPORTS = "export"

Work = Callable[[Path, Format], Path]
"""Writes a paper to a path in a format, and gives the path."""


class Printing:
    """Writes papers in the background and shows or announces them; ``window`` is what dialogs stand above."""

    def __init__(
        self, services: Services, runner: Runner, feedback: Feedback, preferences: Preferences, window: QWidget
    ) -> None:
        self._services, self._runner = services, runner
        self._feedback, self._preferences, self._window = feedback, preferences, window
        self.preview: PdfPreview | None = None
        """The preview shown last."""

    def proposed(self, name: str, suffix: str) -> Path:
        """Where a paper would be written: the folder used last, a name that says what it is."""
        return self._preferences.folder(_EXPORTS) / f"{safe_file_name(name)}{suffix}"

    def give(self, name: str, work: Work, format: Format) -> None:
        """A paper in a format: PDF in the preview, anything else as a file whose name is asked for."""
        if format is Format.PDF:
            self.show(name, lambda out: work(out, format))
        else:
            self.write(name, format, lambda out: work(out, format))

    def write(self, name: str, format: Format, work: Callable[[Path], Path], *, proposed: Path | None = None) -> None:
        """Ask for a name and write a file."""
        title = f"Xuất {name[:1].lower()}{name[1:]}"

        def chosen(target: Path) -> None:
            self._preferences.set_folder(_EXPORTS, target.parent)
            self._runner.run(partial(work, target), self._announce, label=f"{title}…")

        target = proposed or self.proposed(name, f".{format.value}")
        self._feedback.choose_target(title, FILTERS[format], target, chosen)

    def show(self, name: str, work: Callable[[Path], Path]) -> None:
        """Make a PDF and show it before it is printed or kept."""
        with tempfile.NamedTemporaryFile(prefix="thi-dua-", suffix=".pdf", delete=False) as made:
            scratch = Path(made.name)

        def failed(trouble: AppError) -> None:
            scratch.unlink(missing_ok=True)
            self._feedback.trouble(trouble)

        self._runner.run(partial(work, scratch), partial(self._open_preview, name), failed, label="Đang dựng bản in…")

    def _announce(self, path: Path) -> None:
        self._feedback.say(f"Đã ghi “{path.name}” vào {path.parent}.", offers=file_made(self._feedback, path))

    def _open_preview(self, name: str, path: Path) -> None:
        from thidua_desktop.ui.common.pdf_preview import PdfPreview

        proposed = self.proposed(name, ".pdf")
        self.preview = PdfPreview(
            path, name, proposed, self._feedback, preferences=self._preferences, parent=self._window
        )
        self.preview.open()
