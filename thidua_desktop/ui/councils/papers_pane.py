"""Giấy tờ: every paper of the meeting, what it still lacks, the very PDF before it is printed, all in one action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.domain.papers import PaperGroup, PaperRow, WrittenPapers
from thidua_desktop.services.meeting_papers import Format, formats_of
from thidua_desktop.services.paper_folders import free_folder
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.finished import folder_made
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.printing import Printing
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, button, label
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.pane import Pane
from thidua_desktop.wording import labels, messages

_FORMATS = {Format.PDF: "PDF", Format.DOCX: "Word", Format.XLSX: "Excel"}
_EXPORTS = "export"


def lacks(row: PaperRow) -> str:
    """Why a paper cannot be made yet, or what to look at before; ``In được`` where there is nothing."""
    told = row.lacks or row.remark
    return messages.finding(told) if told is not None else "In được"


COLUMNS: tuple[Column[PaperRow], ...] = (
    Column[PaperRow]("title", "Giấy tờ", lambda row: row.title, 360, wrap=True),
    Column[PaperRow](
        "lacks",
        "Tình trạng",
        lacks,
        320,
        stretch=True,
        wrap=True,
        tone=lambda row: Tone.WARNING if row.lacks or row.remark else Tone.SUCCESS,
    ),
    Column[PaperRow]("formats", "Dạng tệp", lambda row: ", ".join(_FORMATS[each] for each in formats_of(row)), 150),
)


class PapersPane(Pane):
    """The papers of a meeting. They are read when the page is looked at."""

    title = "Giấy tờ"

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self.printing: Printing = deeds.printing
        self._of: MeetingId | None = None
        self.model = TableModel[PaperRow](
            COLUMNS,
            lambda row: row.ref,
            grouping=Grouping(lambda row: labels.of(row.group), lambda rows: f"{len(rows)} giấy tờ"),
            parent=self,
        )
        self.grid: Grid[PaperRow] = Grid(self.model, name="council-papers", preferences=deeds.preferences)
        self.grid.setAccessibleName("Giấy tờ của phiên họp")
        self.show_action = action(self, "Xem và in", "print", "Ctrl+P", self.show_paper)
        word = partial(self.write, Format.DOCX)
        self.pdf_action = action(self, "Lưu PDF…", "save", "Ctrl+S", partial(self.write, Format.PDF))
        self.word_action = action(self, "Lưu Word…", "export", "Ctrl+W", word)
        self.excel_action = action(self, "Lưu Excel…", "excel", "Ctrl+Alt+X", partial(self.write, Format.XLSX))
        self.of_menu = (self.show_action, self.pdf_action, self.word_action, self.excel_action)
        self.all_button = button(
            "Xuất mọi giấy tờ…", "export", role="primary", tip="Ghi tất cả vào một thư mục (Ctrl+Shift+P)"
        )
        self.with_word = QCheckBox("cả bản Word")
        self.with_word.setToolTip("Ngoài PDF, ghi thêm tệp Word của mỗi giấy tờ")
        self.told = label("", "muted", wrap=True)
        self.told.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        self._body.addWidget(self.bar(*self.of_menu, 0, self.with_word, theme.SPACE_S, self.all_button))
        self._body.addWidget(self.told)
        self._body.addWidget(self.grid, stretch=1)
        self.all_button.clicked.connect(self.write_all)
        self.grid.opened.connect(lambda _row: self.show_paper())
        self.grid.selection_changed.connect(self._allow)
        self.offer_menu(self.grid, self.of_menu)

    # what the window asks

    def refresh(self) -> None:
        """Ask which papers there are."""
        facts = self.facts
        if facts is None:
            self._show(None, ())
            return
        if facts.id != self._of:
            self._show(facts, ())
        read = partial(self.deeds.services.meeting_papers.catalogue, facts.id)
        self.deeds.runner.run(read, partial(self._on_read, facts))

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        self.grid.setFocus()

    # doing

    def show_paper(self) -> None:
        """Show the PDF of the paper at the cursor; it is printed from there."""
        row = self._ready_row()
        if row is not None and self.facts is not None:
            write = self.deeds.services.meeting_papers.write
            number, ref = self.facts.id, row.ref
            self.printing.show(row.title, lambda out: write(number, ref, out, Format.PDF))

    def write(self, format: Format) -> None:
        """Ask where the paper at the cursor goes, and write it."""
        row = self._ready_row()
        if row is None or self.facts is None or format not in formats_of(row):
            return
        write, number, ref = self.deeds.services.meeting_papers.write, self.facts.id, row.ref
        target = self.printing.proposed(row.file_name, f".{format.value}")
        self.printing.write(row.title, format, lambda out: write(number, ref, out, format), proposed=target)

    def write_all(self) -> None:
        """Ask for a folder and write into it everything that can be made now."""
        facts = self.facts
        if facts is None:
            return
        wanted = (Format.PDF, Format.DOCX) if self.with_word.isChecked() else (Format.PDF,)
        papers, preferences = self.deeds.services.meeting_papers, self.deeds.preferences

        def chosen(parent: Path) -> None:
            preferences.set_folder(_EXPORTS, parent)

            def work() -> WrittenPapers:
                return papers.write_all(facts.id, free_folder(parent / papers.folder_name(facts.id)), wanted)

            self.deeds.runner.run(work, self._announce, label="Đang dựng mọi giấy tờ của phiên họp…")

        start = preferences.folder(_EXPORTS)
        self.deeds.feedback.choose_folder("Chọn nơi đặt thư mục giấy tờ của phiên họp", start, chosen)

    def _announce(self, written: WrittenPapers) -> None:
        opens = folder_made(self.deeds.feedback, written.folder)
        left = len(written.left_out)
        more = f" Còn {left} giấy tờ chưa lập được; xem cột Tình trạng." if left else ""
        told = f"Đã ghi {len(written.files)} tệp vào “{written.folder.name}”.{more}"
        self.deeds.feedback.say(told, offers=opens)

    # showing

    def _on_read(self, facts: Facts, found: Sequence[PaperRow]) -> None:
        if self.facts is not None and self.facts.id == facts.id:
            self._show(facts, found)

    def _show(self, facts: Facts | None, found: Sequence[PaperRow]) -> None:
        self._of = facts.id if facts is not None and found else None
        order = list(PaperGroup)
        self.show_rows(self.grid, sorted(found, key=lambda row: order.index(row.group)))
        ready = sum(row.lacks is None for row in found)
        alone = sum(row.remark is not None for row in found)
        noted = f" {alone} thông báo không rõ đơn vị nhận, gửi thẳng cho người, tập thể được xét." if alone else ""
        self.told.setText(f"Lập được {ready}/{len(found)} giấy tờ.{noted}" if found else "")
        self._allow()

    def _ready_row(self) -> PaperRow | None:
        row = self.grid.current()
        if row is not None and row.lacks is not None:
            self.deeds.feedback.say(messages.finding(row.lacks), tone=Tone.INFO)
            return None
        return row

    def _allow(self) -> None:
        row = self.grid.current()
        ready = row is not None and row.lacks is None
        there = formats_of(row) if row is not None else ()
        self.show_action.setEnabled(ready)
        self.pdf_action.setEnabled(ready and Format.PDF in there)
        self.word_action.setEnabled(ready and Format.DOCX in there)
        self.excel_action.setEnabled(ready and Format.XLSX in there)
        self.all_button.setEnabled(any(one.lacks is None for one in self.model.rows()))
