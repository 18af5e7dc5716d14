"""A plan's way from a file or the clipboard through the preview into the office file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.files import safe_file_name
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.domain.plans import Plan, PlanDraft
    from thidua_desktop.services.container import Services
    from thidua_desktop.ui.navigation import Navigation
    from thidua_desktop.ui.plans.papers import Papers
    from thidua_desktop.ui.plans.preview import ImportPreview


PLAN_FILES = "Tệp kế hoạch (*.docx *.pdf *.txt *.xlsx *.doc);;Mọi tệp (*)"
_IMPORTS = "import"


class PlanImport:
    """Reads in the background, shows the preview, keeps what the clerk agrees to."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        papers: Papers,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        self._services, self._runner = services, runner
        self._navigation, self._feedback = navigation, feedback
        self._papers, self._preferences, self._window = papers, preferences, window
        self.preview: ImportPreview | None = None
        """The preview opened last."""

    def choose(self) -> None:
        """Let the clerk pick a document."""
        self._feedback.choose_file("Nhập kế hoạch", PLAN_FILES, self._preferences.folder(_IMPORTS), self.read)

    def read(self, path: Path) -> None:
        """Read a document and show what it says."""
        self._preferences.set_folder(_IMPORTS, path.parent)
        self._runner.run(
            partial(self._services.imports.read_plan, path),
            partial(self.show, path.parent),
            label=f"Đang đọc {path.name}…",
        )

    def read_clipboard(self) -> None:
        """Read the text on the clipboard as a plan."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._feedback.say(
                "Bộ nhớ tạm chưa có văn bản. Hãy sao chép nội dung kế hoạch rồi làm lại.", tone=Tone.INFO
            )
            return
        work = partial(self._services.imports.read_plan_text, text)
        self._runner.run(work, partial(self.show, None), label="Đang đọc văn bản dán vào…")

    def show(self, folder: Path | None, draft: PlanDraft) -> None:
        """Show a draft; ``folder`` is where its document lies, None for the clipboard."""
        from thidua_desktop.ui.plans.preview import ImportPreview

        preview = ImportPreview(
            draft,
            unit_names=self._services.units.names,
            this_year=self._services.today().year,
            preferences=self._preferences,
            already=self._services.imports.already_kept(draft),
            parent=self._window.window(),
        )
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.accepted.connect(lambda: self._keep(preview.draft(), folder, export=preview.export_wanted))
        preview.open_kept.connect(self._open_kept)
        self.preview = preview
        preview.open()

    def _keep(self, draft: PlanDraft, folder: Path | None, *, export: bool) -> None:
        self._runner.run(
            partial(self._services.imports.store_plan, draft),
            partial(self._on_kept, draft, folder, export),
            label="Đang lưu kế hoạch…",
        )

    def _on_kept(self, draft: PlanDraft, folder: Path | None, export: bool, changes: Changes) -> None:
        plan_id = PlanId(changes.created[0])
        self._navigation.changes_made.emit(changes)
        self._navigation.open_requested.emit(Kind.PLAN.value, plan_id)
        self._feedback.say(f"Đã lưu kế hoạch “{draft.title}” với {len(changes.created) - 1} nhiệm vụ.")
        if export:
            year = self._services.plans.get(plan_id).year
            self._papers.tracker(year, plan_id, proposed=_tracker_path(draft, folder, year))

    def _open_kept(self, plan: Plan) -> None:
        self._navigation.open_requested.emit(Kind.PLAN.value, plan.id)


def _tracker_path(draft: PlanDraft, folder: Path | None, year: int) -> Path | None:
    """Beside the document that the plan came from."""
    if folder is None:
        return None
    stem = safe_file_name(Path(draft.source_name).stem or "Kế hoạch")
    return folder / f"Bảng theo dõi {year} - {stem}.xlsx"
