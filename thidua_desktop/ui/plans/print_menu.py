"""The menu "In" of the plans: the document, its annex and adjustments, the schedules; as PDF, Word or Excel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.periods import QUARTERS
from thidua_desktop.domain.plans import Plan
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.plans.papers import Papers
from thidua_desktop.wording import formats


class PrintActions:
    """The papers of the plan in front and of its year.

    Args:
        owner: what the keys belong to.
        papers: writes them.
        plan: gives the plan in front, None where there is none.
        year: gives the year shown.
    """

    def __init__(
        self, owner: QWidget, papers: Papers, plan: Callable[[], Plan | None], year: Callable[[], int]
    ) -> None:
        self._owner, self._papers, self._plan = owner, papers, plan
        self.document = self._of_plan("In toàn văn kế hoạch…", papers.document, icon="plan", key="Ctrl+Alt+P")
        self.full = self._of_plan("In kế hoạch kèm phụ lục…", papers.document_with_annex, key="Ctrl+Alt+O")
        self.annex = self._of_plan("In phụ lục nhiệm vụ…", papers.annex, icon="print", key="Ctrl+P")
        self.adjustments = self._of_plan("In danh mục điều chỉnh…", papers.adjustments, icon="edit", key="Ctrl+Alt+J")
        self.word = self._of_plan("Phụ lục nhiệm vụ (Word)…", papers.annex_document, icon="plan", key="Alt+Shift+W")
        self.flat = self._of_plan("Danh sách nhiệm vụ (Excel)…", papers.task_list, icon="list", key="Alt+Shift+E")
        self.words = (
            self._of_plan("Toàn văn kế hoạch (Word)…", papers.document_word, icon="plan", key="Ctrl+Alt+W"),
            self._of_plan("Kế hoạch kèm phụ lục (Word)…", papers.document_with_annex_word, key="Alt+Shift+K"),
            self.word,
            self._of_plan(
                "Danh mục điều chỉnh (Word)…", partial(papers.adjustments, format=Format.DOCX), key="Alt+Shift+D"
            ),
        )
        self.workbooks = (
            self._of_plan("Phụ lục nhiệm vụ (Excel)…", papers.annex_workbook, icon="excel", key="Ctrl+Alt+X"),
            self.flat,
            self._of_plan(
                "Danh mục điều chỉnh (Excel)…", partial(papers.adjustments, format=Format.XLSX), key="Alt+Shift+C"
            ),
        )
        self.schedules = tuple(
            action(
                owner,
                f"In lịch công tác quý {formats.roman(quarter)}…",
                "print",
                f"Alt+Shift+{quarter}",
                lambda wanted=quarter: papers.schedule(year(), wanted),  # type: ignore[misc]
            )
            for quarter in QUARTERS
        )
        self.year = action(
            owner, "In lịch công tác cả năm…", "calendar", "Alt+Shift+5", lambda: papers.calendar(year())
        )

    def of_plan(self) -> tuple[QAction, ...]:
        """The actions that need a plan in front."""
        return self.document, self.full, self.annex, self.adjustments, *self.words, *self.workbooks

    def fill(self, menu: QMenu) -> None:
        """Put all papers into a menu."""
        menu.addActions([self.document, self.full, self.annex, self.adjustments])
        menu.addSeparator()
        menu.addMenu("Xuất ra Word").addActions(self.words)
        menu.addMenu("Xuất ra Excel").addActions(self.workbooks)
        menu.addSeparator()
        menu.addActions([*self.schedules, self.year])

    def _of_plan(self, text: str, do: Callable[[Plan], None], *, icon: str = "", key: str = "") -> QAction:
        def deed() -> None:
            plan = self._plan()
            if plan is not None:
                do(plan)

        return action(self._owner, text, icon, key, deed)
