"""The preview of a printout: pages, zoom, keys, keeping a copy, printing page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.reports import pdf
from thidua_desktop.reports.model import Heading, HeadingLine, PageFormat, Paragraph, Report
from thidua_desktop.services.outgoing import FileRefused
from thidua_desktop.ui.common import pdf_preview, print_settings
from thidua_desktop.ui.common.feedback import Banner, WindowFeedback
from thidua_desktop.ui.common.pdf_preview import PdfPreview
from thidua_desktop.ui.common.pdf_printing import PrintJob
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.theme import Tone

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = 5


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    titles = (Heading((HeadingLine(f"TRANG {number}"),), new_page=True) for number in range(1, PAGES + 1))
    pages = tuple(block for title in titles for block in (title, Paragraph("Nội dung")))
    path = tmp_path_factory.mktemp("paper") / "giấy.pdf"
    pdf.write(Report("Thử", pages, PageFormat(74, 105, top=10, bottom=10, left=8, right=8)), path)
    return path.read_bytes()


@pytest.fixture
def preview(
    qtbot: QtBot, paper: bytes, tmp_path: Path, feedback: FakeFeedback, preferences: Preferences
) -> Iterator[PdfPreview]:
    path = tmp_path / "nháp.pdf"
    path.write_bytes(paper)
    made = PdfPreview(path, "Biên bản họp", tmp_path / "biên bản.pdf", feedback, preferences=preferences)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made


def to_file(target: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def test_pages_are_turned_by_keys(qtbot: QtBot, preview: PdfPreview) -> None:
    for key, page in ((Key.Key_PageDown, 2), (Key.Key_End, PAGES), (Key.Key_PageUp, PAGES - 1), (Key.Key_Home, 1)):
        qtbot.keyClick(preview._view, key)
        qtbot.waitUntil(lambda page=page: preview.page() == page)
    assert preview.page_count() == PAGES


def test_a_page_is_gone_to_by_its_number(qtbot: QtBot, preview: PdfPreview) -> None:
    qtbot.keyClick(preview._view, Key.Key_G, CONTROL)
    assert preview._page.hasFocus()
    qtbot.keyClicks(preview._page, "4")
    qtbot.waitUntil(lambda: preview.page() == 4)


def test_zoom_steps_from_what_is_seen(qtbot: QtBot, preview: PdfPreview) -> None:
    before = preview.factor()
    assert preview._percent.text() == f"{round(before * 100)} %"
    qtbot.keyClick(preview._view, Key.Key_Equal, CONTROL)
    larger = preview.factor()
    assert larger > before
    qtbot.keyClick(preview._view, Key.Key_Minus, CONTROL)
    qtbot.keyClick(preview._view, Key.Key_Minus, CONTROL)
    assert preview.factor() < larger
    for _ in range(20):
        qtbot.keyClick(preview._view, Key.Key_Minus, CONTROL)
    assert preview.factor() == 0.25
    assert preview._percent.text() == "25 %"


@pytest.mark.usefixtures("dressed")
def test_a_page_fits_its_width_or_the_window(qtbot: QtBot, preview: PdfPreview) -> None:
    qtbot.keyClick(preview._view, Key.Key_0, CONTROL)
    wide = preview.factor()
    qtbot.keyClick(preview._view, Key.Key_9, CONTROL)
    assert preview.factor() < wide


def test_control_and_the_wheel_zoom(preview: PdfPreview) -> None:
    before = preview.factor()
    here = QPointF(50, 50)
    turned = QWheelEvent(
        here, here, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(preview._view.viewport(), turned)
    assert preview.factor() > before


def test_a_long_paper_is_shown_page_by_page(
    qtbot: QtBot, paper: bytes, tmp_path: Path, feedback: FakeFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_preview, "_MANY_PAGES", PAGES - 1)
    (tmp_path / "dài.pdf").write_bytes(paper)
    made = PdfPreview(tmp_path / "dài.pdf", "Danh sách", tmp_path / "b.pdf", feedback)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    assert made._view.pageMode() is QPdfView.PageMode.SinglePage
    here = QPointF(50, 50)
    for angle, page in ((-120, 2), (120, 1)):
        bar = made._view.verticalScrollBar()
        bar.setValue(bar.maximum() if angle < 0 else bar.minimum())
        turned = QWheelEvent(
            *(here, here, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(made._view.viewport(), turned)
        assert made.page() == page
    qtbot.keyClick(made._view, Key.Key_End)
    assert made.page() == PAGES
    made.done(0)


def test_a_copy_is_kept_and_its_folder_offered(
    qtbot: QtBot, preview: PdfPreview, feedback: FakeFeedback, tmp_path: Path, paper: bytes
) -> None:
    feedback.target = tmp_path / "biên bản.pdf"
    qtbot.keyClick(preview._view, Key.Key_S, CONTROL)
    assert feedback.target.read_bytes() == paper
    assert [offer.text for offer in feedback.offers] == ["Mở tệp", "Mở thư mục"]
    feedback.offers[1].do()
    assert feedback.opened == [tmp_path]


def test_a_copy_that_cannot_be_kept_is_told(preview: PdfPreview, feedback: FakeFeedback, tmp_path: Path) -> None:
    (tmp_path / "thư mục.pdf").mkdir()
    feedback.target = tmp_path / "thư mục.pdf"
    preview.save()
    assert len(feedback.troubles) == 1
    assert isinstance(feedback.troubles[0], FileRefused) or feedback.troubles[0].code.startswith("out.")


def test_pages_go_to_the_printer_one_by_one(
    qtbot: QtBot, preview: PdfPreview, feedback: FakeFeedback, tmp_path: Path
) -> None:
    preview.print_to(to_file(tmp_path / "in.pdf"))
    assert preview.printing()
    preview.close()
    assert preview.isVisible()  # not while pages are on their way
    assert [said.startswith("Các trang đang được gửi") for said in feedback.said] == [True]
    qtbot.waitUntil(lambda: not preview.printing())
    assert len(PdfReader(tmp_path / "in.pdf").pages) == PAGES
    assert feedback.said[1:] == [f"Đã gửi {PAGES} trang tới máy in."]


def test_a_page_goes_to_the_printer_in_strips_that_make_up_the_whole(
    qtbot: QtBot, preview: PdfPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strips: list[int] = []
    paint = PrintJob._paint

    def painted(job: PrintJob, number: int, strip: int) -> None:
        strips.append(strip)
        paint(job, number, strip)

    monkeypatch.setattr(PrintJob, "_paint", painted)
    printer = to_file(tmp_path / "in.pdf")
    printer.setPageSize(QPageSize(QSizeF(74, 105), QPageSize.Unit.Millimeter))
    printer.setFromTo(2, 2)
    preview.print_to(printer)
    qtbot.waitUntil(lambda: not preview.printing())
    assert strips == list(range(len(strips))) and len(strips) > 8, "one short piece of work after the other"
    shown, printed = page_picture(preview._path, 1), page_picture(tmp_path / "in.pdf", 0)
    places = [(x, y) for x in range(shown.width()) for y in range(1, shown.height() - 1)]
    dark = [at for at in places if shown.pixelColor(*at).value() < 120]
    assert 20 < len(dark) < len(places) / 50
    # The paper of the printer is a fraction of a millimetre shorter, so a line may stand one dot higher.
    missing = [sum(printed.pixelColor(x, y + by).value() > 200 for x, y in dark) for by in (-1, 0, 1)]
    assert min(missing) < len(dark) / 8
    inked = sum(printed.pixelColor(*at).value() < 120 for at in places)
    assert inked < 1.3 * len(dark), "the paper stays white"


def page_picture(path: Path, number: int) -> QImage:
    document = QPdfDocument()
    document.load(str(path))
    sheet = QImage(QSize(185, 262), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(number, sheet.size()))
    painter.end()
    document.close()
    return sheet


def test_the_printer_is_asked_for_sheets_of_the_pages_own_size(preview: PdfPreview) -> None:
    """Forms of certificates are A3 as often as A4, and a page made smaller misses all its places."""
    preview.print()
    dialog = preview.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    size = dialog.printer().pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    dialog.reject()
    assert (size.width(), size.height()) == pytest.approx((74, 105), abs=0.2)


def test_only_the_chosen_pages_are_printed(qtbot: QtBot, preview: PdfPreview, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "in.pdf")
    printer.setFromTo(2, 3)
    preview.print_to(printer)
    qtbot.waitUntil(lambda: not preview.printing())
    assert len(PdfReader(tmp_path / "in.pdf").pages) == 2


def test_printing_can_be_stopped(qtbot: QtBot, preview: PdfPreview, feedback: FakeFeedback, tmp_path: Path) -> None:
    preview.print_to(to_file(tmp_path / "in.pdf"))
    assert preview._job is not None
    preview._job._progress.cancel()
    qtbot.waitUntil(lambda: not preview.printing())
    assert feedback.said == ["Đã gửi 0 trang tới máy in."]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(preview: PdfPreview, feedback: FakeFeedback, tmp_path: Path) -> None:
    preview.print_to(to_file(tmp_path / "không có" / "in.pdf"))
    assert not preview.printing()
    assert "Máy in không nhận bản in" in feedback.said[0]


class Machine(QPrinter):
    """A printer of the house; what it is told it keeps, whatever the real ones of this computer can."""

    def __init__(self, name: str = "") -> None:
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.name, self.told = name, dict[str, object]()

    def printerName(self) -> str:
        return self.name

    def setPrinterName(self, name: str) -> None:
        self.name = name

    def copyCount(self) -> int:
        return 3

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide

    def colorMode(self) -> QPrinter.ColorMode:
        return QPrinter.ColorMode.GrayScale

    def setCopyCount(self, count: int) -> None:
        self.told["copies"] = count

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.told["duplex"] = duplex

    def setColorMode(self, colour: QPrinter.ColorMode) -> None:
        self.told["colour"] = colour


A4, A3 = QPageSize(QPageSize.PageSizeId.A4), QPageSize(QPageSize.PageSizeId.A3)


@pytest.mark.parametrize(
    ("title", "sheet", "chosen"),
    [
        ("Giấy", A4, "Máy in phòng họp"),
        ("Giấy", A3, "Máy in phòng họp"),
        ("Giấy khác", A4, "Máy in phòng họp"),
        ("Giấy khác", A3, ""),
    ],
)
def test_a_paper_is_printed_as_it_was_last(
    preferences: Preferences, monkeypatch: pytest.MonkeyPatch, *, title: str, sheet: QPageSize, chosen: str
) -> None:
    """Or as the last paper on such a sheet."""
    print_settings.remember(preferences, "Giấy", A4, Machine("Máy in phòng họp"))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Máy in phòng họp"]))
    again = Machine()
    print_settings.choose_last(preferences, title, sheet, again)
    assert again.name == chosen
    told = {"copies": 3, "duplex": QPrinter.DuplexMode.DuplexLongSide, "colour": QPrinter.ColorMode.GrayScale}
    assert again.told == (told if chosen else {})


def test_a_printer_that_has_gone_or_kept_words_that_are_spoilt_choose_none(preferences: Preferences) -> None:
    print_settings.remember(preferences, "Giấy", A4, Machine("Máy đã thanh lý"))
    again = Machine()
    print_settings.choose_last(preferences, "Giấy", A4, again)
    preferences.set_text("printers/Giấy", "{hỏng")
    print_settings.choose_last(preferences, "Giấy", A3, again)
    assert (again.name, again.told) == ("", {})


def test_a_printer_chosen_before_the_preview_keeps_how_it_is_printed(
    preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_settings.remember(preferences, "Bằng khen", A3, Machine("Cũ"))
    print_settings.remember_printer(preferences, "Bằng khen", "Mới")
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Cũ", "Mới"]))
    again = Machine()
    print_settings.choose_last(preferences, "Bằng khen", A3, again)
    assert (again.name, again.told["copies"]) == ("Mới", 3)


def test_the_page_in_sight_is_printed_and_the_printer_kept(
    preview: PdfPreview, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[QPrinter] = []
    monkeypatch.setattr(preview, "print_to", sent.append)
    chosen = Machine("Máy in phòng họp")
    preview._on_printer_chosen(chosen, QPrintDialog.PrintRange.CurrentPage)
    assert sent == [chosen]
    assert (chosen.fromPage(), chosen.toPage()) == (1, 1)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Máy in phòng họp"]))
    again = Machine()
    print_settings.choose_last(preferences, preview.windowTitle(), A3, again)
    assert again.name == "Máy in phòng họp"


@pytest.mark.parametrize("leave", ["close", "escape"])
def test_however_it_is_closed_its_draft_goes(qtbot: QtBot, preview: PdfPreview, leave: str) -> None:
    assert preview._path.exists()
    if leave == "close":
        preview.close()
    else:
        qtbot.keyClick(preview._view, Key.Key_Escape)
    assert not preview.isVisible()
    assert not preview._path.exists()


@pytest.mark.parametrize(("tone", "closed"), [(Tone.SUCCESS, True), (Tone.DANGER, False)])
def test_esc_passes_over_what_goes_by_itself(qtbot: QtBot, preview: PdfPreview, tone: Tone, *, closed: bool) -> None:
    """After printing one key closes the preview; what has to be read takes the key for itself."""
    preview.banner.show_message("Đã gửi 2 trang tới máy in.", tone, ())
    qtbot.keyClick(preview._view, Key.Key_Escape)
    assert preview.isVisible() is not closed


def test_what_is_said_is_said_where_the_clerk_looks(qtbot: QtBot, paper: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(paper)
    behind = Banner()
    qtbot.addWidget(behind)
    made = PdfPreview(tmp_path / "a.pdf", "Giấy", tmp_path / "b.pdf", WindowFeedback(behind, behind), scratch=False)
    qtbot.addWidget(made)
    made._save_to(tmp_path / "b.pdf")
    assert "Đã lưu b.pdf" in made.banner.text()
    assert behind.text() == ""
    made.done(0)
    assert (tmp_path / "a.pdf").exists()


def test_everything_has_a_name(preview: PdfPreview) -> None:
    assert unnamed(preview) == []
