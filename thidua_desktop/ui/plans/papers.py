"""What goes out of the plans: the document, its annex, its adjustments, the tracker, the schedules of the year."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.ids import ApprovalId, PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.ui.common.printing import Printing
from thidua_desktop.wording import formats


class Papers(Printing):
    """The papers of the tab "Kế hoạch"."""

    def document(self, plan: Plan) -> None:
        """Preview a plan as a whole document."""
        self._document(plan, Format.PDF)

    def document_word(self, plan: Plan) -> None:
        """Ask for a name and write a plan as a Word document."""
        self._document(plan, Format.DOCX)

    def document_with_annex(self, plan: Plan) -> None:
        """Preview a plan with its task annex in the same file."""
        self._document(plan, Format.PDF, with_annex=True)

    def document_with_annex_word(self, plan: Plan) -> None:
        """Ask for a name and write a plan with its task annex as one Word document."""
        self._document(plan, Format.DOCX, with_annex=True)

    def annex(self, plan: Plan) -> None:
        """Preview the task annex of a plan."""
        self._annex(plan, Format.PDF)

    def annex_document(self, plan: Plan) -> None:
        """Ask for a name and write the task annex as a Word document."""
        self._annex(plan, Format.DOCX)

    def annex_workbook(self, plan: Plan) -> None:
        """Ask for a name and write the task annex, as it is printed, as an Excel workbook."""
        self._annex(plan, Format.XLSX)

    def task_list(self, plan: Plan) -> None:
        """Ask for a name and write the plan's tasks with all their fields as a flat Excel list."""
        plan_id = _known(plan)

        def work(out: Path) -> Path:
            return self._services.reporting.plan_annex(plan_id, out, Format.XLSX)

        self.write(f"Danh sách nhiệm vụ {plan.year}", Format.XLSX, work)

    def adjustments(self, plan: Plan, approval_id: ApprovalId | None = None, format: Format = Format.PDF) -> None:
        """What has changed since the last approval, or what an approved adjustment brought."""
        plan_id = _known(plan)

        def work(out: Path, kind: Format) -> Path:
            return self._services.reporting.adjustments(plan_id, out, kind, approval_id=approval_id)

        self.give(_named("Danh mục điều chỉnh", plan), work, format)

    def tracker(self, year: int, plan_id: PlanId | None = None, *, proposed: Path | None = None) -> None:
        """Ask for a name and write the year's tracker, of one plan or of all."""

        def work(out: Path) -> Path:
            return self._services.trackers.export(year, out, plan_id=plan_id)

        self.write(f"Bảng theo dõi {year}", Format.XLSX, work, proposed=proposed)

    def calendar_file(self, year: int) -> None:
        """Ask for a name and write the year's tasks for a calendar program."""

        def work(out: Path, kind: Format) -> Path:
            return self._services.reporting.calendar(year, out, kind)

        self.give(f"Lịch điện tử {year}", work, Format.ICS)

    def schedule(self, year: int, quarter: int) -> None:
        """Preview the work schedule of a quarter."""

        def work(out: Path, kind: Format) -> Path:
            return self._services.reporting.quarter_schedule(year, quarter, out, kind)

        self.give(f"Lịch công tác quý {formats.roman(quarter)} năm {year}", work, Format.PDF)

    def calendar(self, year: int) -> None:
        """Preview the year's calendar, a page for each quarter."""

        def work(out: Path, kind: Format) -> Path:
            return self._services.reporting.calendar(year, out, kind)

        self.give(f"Lịch công tác năm {year}", work, Format.PDF)

    def _document(self, plan: Plan, format: Format, *, with_annex: bool = False) -> None:
        plan_id = _known(plan)

        def work(out: Path, kind: Format) -> Path:
            return self._services.reporting.plan_document(plan_id, out, kind, with_annex=with_annex)

        self.give(_named("Kế hoạch và phụ lục" if with_annex else "Kế hoạch", plan), work, format)

    def _annex(self, plan: Plan, format: Format) -> None:
        plan_id = _known(plan)

        def work(out: Path, kind: Format) -> Path:
            return self._services.reporting.annex_table(plan_id, out, kind)

        self.give(_named("Phụ lục nhiệm vụ", plan), work, format)


def _known(plan: Plan) -> PlanId:
    assert plan.id is not None  # only plans that are kept are shown
    return plan.id


def _named(what: str, plan: Plan) -> str:
    number = f" {plan.number.replace('/', '-')}" if plan.number else ""
    return f"{what}{number} năm {plan.year}"
