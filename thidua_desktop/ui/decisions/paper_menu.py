"""The papers of the decision in front: seen as the very PDF, written for Word or as a workbook, or all at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.papers import PaperKind, PaperRef, PaperRow, WrittenPapers
from thidua_desktop.services.decision_papers import Format, formats_of
from thidua_desktop.services.paper_folders import free_folder
from thidua_desktop.ui.common import icons
from thidua_desktop.ui.common.finished import folder_made
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.names import Names
from thidua_desktop.wording import messages

_FORMATS = {Format.PDF: "Xem và in (PDF)…", Format.DOCX: "Lưu Word…", Format.XLSX: "Lưu Excel…"}
_NEVER_CHECKED = frozenset({PaperKind.NAME_CHECK, PaperKind.PAY_LIST, PaperKind.NOTICE})
"""Papers that do not bear the decision's text: they are given without the check of names."""
DECISION = PaperRef(PaperKind.DECISION)


class PaperMenu(QMenu):
    """Filled when it is opened: what there is depends on the decision."""

    def __init__(self, deeds: DecisionDeeds, names: Names, parent: QWidget) -> None:
        super().__init__("In giấy tờ", parent)
        self._deeds, self._names = deeds, names
        self._decision: Decision | None = None
        self._rows: tuple[PaperRow, ...] = ()
        self._notices: QMenu | None = None
        self.aboutToShow.connect(self.fill)

    def put_in_front(self, decision: Decision | None) -> None:
        """A decision is in front whose papers are still looked up: a key for one of them is meant for this decision."""
        same = decision is not None and self._decision is not None and decision.id == self._decision.id
        self._decision = decision
        if not same:
            self._rows = ()

    def show_decision(self, decision: Decision, rows: tuple[PaperRow, ...]) -> None:
        """Offer the papers of a decision."""
        self._decision, self._rows = decision, rows

    def fill(self) -> None:
        """Put the papers in, each with the formats that it comes in."""
        self.clear()
        self._notices = None
        if not self._rows:
            self.addAction("Chưa có giấy tờ để in").setEnabled(False)
        for paper in self._rows:
            if paper.lacks is not None:
                self.addAction(f"{paper.title}: {messages.finding(paper.lacks)}").setEnabled(False)
                continue
            inner = self._place(paper).addMenu(paper.title.replace("&", "&&"))
            for format in formats_of(paper):
                inner.addAction(_FORMATS[format]).triggered.connect(partial(self.give, paper.ref, format))
        if any(paper.ready for paper in self._rows):
            self.addSeparator()
            whole = self.addAction("Ghi tất cả vào một thư mục…")
            whole.setIcon(icons.icon("export"))
            whole.triggered.connect(self.give_all)

    def _place(self, paper: PaperRow) -> QMenu:
        """Notices are one for each unit: they stand together."""
        if paper.ref.kind is not PaperKind.NOTICE:
            return self
        if self._notices is None:
            self._notices = self.addMenu("Thông báo kết quả cho đơn vị")
        return self._notices

    def give(self, ref: PaperRef = DECISION, format: Format = Format.PDF) -> None:
        """A paper in a format, names checked before."""
        decision = self._decision
        if decision is None or decision.id is None:
            return
        row = next((row for row in self._rows if row.ref == ref), None)
        title = row.title if row is not None else "Quyết định"
        work = partial(self._deeds.services.decision_papers.write, decision.id, ref)
        write = partial(self._deeds.give, title, work, format)
        if ref.kind in _NEVER_CHECKED:
            write()
        else:
            self._names.gate(decision, write)

    def give_all(self) -> None:
        """Every paper that is ready, as PDF and for Word, in a folder of its own."""
        decision = self._decision
        if decision is None or decision.id is None:
            return
        decision_id, held = decision.id, self._deeds.services.decision_papers

        def chosen(folder: Path) -> None:
            self._deeds.preferences.set_folder("export", folder)

            def work() -> WrittenPapers:
                target = free_folder(folder / held.folder_name(decision_id))
                return held.write_all(decision_id, target, (Format.PDF, Format.DOCX))

            self._deeds.runner.run(work, self._on_written, label="Đang ghi giấy tờ của quyết định…")

        start = self._deeds.preferences.folder("export")
        ask = partial(self._deeds.feedback.choose_folder, "Nơi đặt thư mục giấy tờ", start, chosen)
        self._names.gate(decision, ask)

    def _on_written(self, written: WrittenPapers) -> None:
        offers = folder_made(self._deeds.feedback, written.folder)
        left = f" Chưa in được {len(written.left_out)} giấy tờ." if written.left_out else ""
        self._deeds.feedback.say(f"Đã ghi {len(written.files)} tệp vào “{written.folder}”.{left}", offers=offers)
