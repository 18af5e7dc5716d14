"""What goes out of the plans: the tracker, the annex, the quarter's schedule."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from thidua_desktop.common.files import safe_file_name
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.pdf_preview import PdfPreview
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.wording import formats

WORKBOOKS = "Bảng tính Excel (*.xlsx)"
DOCUMENTS = "Văn bản Word (*.docx)"
CALENDARS = "Lịch điện tử (*.ics)"

_EXPORTS = "export"


class Papers:
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

    def tracker(self, year: int, plan_id: PlanId | None = None, *, proposed: Path | None = None) -> None:
        """Ask for a name and write the year's tracker, of one plan or of all."""
        target = proposed or self.proposed(f"Bảng theo dõi {year}", ".xlsx")
        work = partial(self._services.trackers.export, year, plan_id=plan_id)
        self._write("Xuất bảng theo dõi", WORKBOOKS, target, work)

    def annex_document(self, plan: Plan) -> None:
        """Ask for a name and write the task annex as a Word document."""
        assert plan.id is not None
        work = partial(_annex, self._services, plan.id, Format.DOCX)
        self._write("Xuất phụ lục Word", DOCUMENTS, self.proposed(_annex_name(plan), ".docx"), work)

    def task_list(self, plan: Plan) -> None:
        """Ask for a name and write the plan's tasks as a flat Excel list."""
        assert plan.id is not None
        work = partial(_annex, self._services, plan.id, Format.XLSX)
        self._write("Xuất danh sách Excel", WORKBOOKS, self.proposed(f"Nhiệm vụ {plan.year}", ".xlsx"), work)

    def calendar_file(self, year: int) -> None:
        """Ask for a name and write the year's tasks for a calendar program."""

        def work(out: Path) -> Path:
            return self._services.reporting.calendar(year, out, Format.ICS)

        self._write("Xuất lịch điện tử", CALENDARS, self.proposed(f"Lịch công việc {year}", ".ics"), work)

    def annex(self, plan: Plan) -> None:
        """Preview the task annex of a plan."""
        assert plan.id is not None
        self._show("Phụ lục nhiệm vụ", _annex_name(plan), partial(_annex, self._services, plan.id, Format.PDF))

    def schedule(self, year: int, quarter: int) -> None:
        """Preview the work schedule of a quarter."""
        name = f"Lịch công tác quý {formats.roman(quarter)}-{year}"

        def work(out: Path) -> Path:
            return self._services.reporting.quarter_schedule(year, quarter, out, Format.PDF)

        self._show(f"Lịch công tác quý {formats.roman(quarter)} năm {year}", name, work)

    def calendar(self, year: int) -> None:
        """Preview the year's calendar, a page for each quarter."""

        def work(out: Path) -> Path:
            return self._services.reporting.calendar(year, out, Format.PDF)

        self._show(f"Lịch công tác năm {year}", f"Lịch công tác năm {year}", work)

    def _write(self, title: str, filters: str, proposed: Path, work: Callable[[Path], Path]) -> None:
        def chosen(target: Path) -> None:
            self._preferences.set_folder(_EXPORTS, target.parent)
            self._runner.run(partial(work, target), self._announce, label=f"{title}…")

        self._feedback.choose_target(title, filters, proposed, chosen)

    def _announce(self, path: Path) -> None:
        opens = Offer("Mở tệp", partial(self._feedback.open_file, path))
        folder = Offer("Mở thư mục", partial(self._feedback.open_file, path.parent))
        self._feedback.say(f"Đã ghi “{path.name}” vào {path.parent}.", offers=(opens, folder))

    def _show(self, title: str, name: str, work: Callable[[Path], Path]) -> None:
        with tempfile.NamedTemporaryFile(prefix="thi-dua-", suffix=".pdf", delete=False) as made:
            scratch = Path(made.name)
        self._runner.run(partial(work, scratch), partial(self._open_preview, title, name), label="Đang dựng bản in…")

    def _open_preview(self, title: str, name: str, path: Path) -> None:
        proposed = self.proposed(name, ".pdf")
        self.preview = PdfPreview(path, title, proposed, self._feedback, parent=self._window)
        self.preview.open()


def _annex(services: Services, plan_id: PlanId, kind: Format, out: Path) -> Path:
    return services.reporting.plan_annex(plan_id, out, kind)


def _annex_name(plan: Plan) -> str:
    number = f" {plan.number.replace('/', '-')}" if plan.number else ""
    return f"Phụ lục nhiệm vụ{number} năm {plan.year}"
