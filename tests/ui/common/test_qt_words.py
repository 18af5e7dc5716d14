"""Qt's own menus and dialogs say nothing in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import walking
from thidua_desktop.ui.common.translator import VietnameseTranslator

_WORD = re.compile("[A-Za-z]{2}")
_NAMES = frozenset({"QShortcut", "QPageSize", "QMimeType"})
"""Names that are the same everywhere: keys, sizes of paper, kinds of files."""
_UNSEEN = frozenset(
    {
        "Form",
        "...",
        "QT_LAYOUT_DIRECTION",
        "Alt+Left",
        "Alt+Right",
        "Alt+Up",
        "mm",
        "%p%",
        "Pica (P̸)",
        "Didot (DD)",
        "Cicero (CC)",
    }
)


class Listening(VietnameseTranslator):
    """Remembers what it had no word for."""

    def __init__(self) -> None:
        super().__init__()
        self.missed: set[str] = set()

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        found = super().translate(context, source, disambiguation, n)
        if found is None and context not in _NAMES and source not in _UNSEEN and _WORD.search(source):
            self.missed.add(f"{context}: {source}")
        return found


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[Listening]:
    translator = Listening()
    qapp.installTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    yield translator
    qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.system())


def _files(mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode) -> QFileDialog:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    return dialog


def _question() -> QMessageBox:
    box = QMessageBox()
    ok = QMessageBox.StandardButton
    box.setStandardButtons(ok.Ok | ok.Cancel | ok.Yes | ok.No | ok.Save | ok.Discard | ok.Close | ok.Retry | ok.Apply)
    box.setDetailedText("Chi tiết")
    return box


def test_files_questions_and_days_are_in_vietnamese(qtbot: QtBot, listening: Listening) -> None:
    modes, accept = QFileDialog.FileMode, QFileDialog.AcceptMode
    made: list[QWidget] = [
        _files(modes.ExistingFile, accept.AcceptOpen),
        _files(modes.AnyFile, accept.AcceptSave),
        _files(modes.Directory, accept.AcceptOpen),
        _question(),
        QInputDialog(),
        QProgressDialog(),
        QCalendarWidget(),
    ]
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
    assert listening.missed == set()
    said = " ".join(text for dialog in made for text in walking.words(dialog))
    assert "Tháng 6" in said
    assert "Cancel" not in said


def test_printing_is_in_vietnamese(qtbot: QtBot, listening: Listening) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert listening.missed == set()


def test_menus_of_fields_are_in_vietnamese(qtbot: QtBot, listening: Listening) -> None:
    line, text = QLineEdit("chữ"), QPlainTextEdit("chữ")
    for field in (line, text):
        qtbot.addWidget(field)
    words = [
        entry.text().split("\t")[0] for field in (line, text) for entry in field.createStandardContextMenu().actions()
    ]
    assert {"Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"} == set(filter(None, words))
    assert listening.missed == set()


def test_numbers_and_days_are_written_as_here(listening: Listening) -> None:
    here = QLocale()
    assert here.toString(1234.5, "f", 1) == "1.234,5"
    assert here.toString(QDate(2026, 6, 5), "dd/MM/yyyy") == "05/06/2026"
    assert listening.missed == set()
