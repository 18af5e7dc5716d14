"""The pictures of the import doctor: a clean list, one in an old encoding, a folder, what is no list."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.list_doctor import RowState
from thidua_desktop.domain.lists import ListField
from thidua_desktop.ui.doctor.window import DoctorWindow
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle

_SIZE = QSize(1366, 738)
_LATIN = "latin-1"
_CLEAN = """DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG TỔNG KẾT NĂM HỌC

STT;Họ và tên;Ngày sinh;Số CCCD;Chức vụ;Danh hiệu đề nghị
1;Bà Nguyễn Thị Hạnh;12/05/1980;001180004521;Hiệu trưởng;Chiến sĩ thi đua cơ sở
2;Ông Trần Đức Khánh;03/11/1976;001076008834;Phó Hiệu trưởng;Lao động tiên tiến
3;Bà Lê Thị Thúy Vân;27/02/1988;001188010257;Tổ trưởng Tổ Toán - Tin;Chiến sĩ thi đua cơ sở
4;Ông Phạm Quang Đạt;1991;001091003306;Giáo viên;Lao động tiên tiến
5;Bà Hoàng Thị Kim Oanh;09/09/1985;001185007719;Kế toán;Lao động tiên tiến
6;Ông Vũ Xuân Sơn;21/06/1979;001079002148;Giáo viên;Lao động tiên tiến
;Danh sách này có 06 người;;;;
;;;;HIỆU TRƯỞNG;
"""
_OLD = """së y tÕ tØnh hång s¬n
DANH S¸CH §Ò NGHÞ KHEN TH¦ëNG

TT;Hä vµ tªn;Ngµy sinh;Sè CCCD;Chøc vô;§¬n vÞ;Danh hiÖu
I;TËP THÓ;;;;;
1;Khoa Néi tæng hîp;;;;BÖnh viÖn ®a khoa tØnh;TËp thÓ lao ®éng tiªn tiÕn
II;C¸ NH¢N;;;;;
1;Bµ NguyÔn ThÞ Thñy;14/03/1982;1182005411;B¸c sÜ;BV§K tØnh;Lao ®éng tiªn tiÕn
2;¤ng TrÇn V¨n Dòng;1975;001075003342;Tr­ëng khoa;BÖnh viÖn ®a khoa tØnh;ChiÕn sÜ thi ®ua c¬ së
3;¤ng Lª Quang Minh;32/13/1980;001080009127;D­îc sÜ;Së Y tÕ;ChiÕn sÜ thi ®ua giái
4;Bµ Ph¹m ThÞ Hoa;07/08/1990;001090001;§iÒu d­ìng;Së Y tÕ;Lao ®éng tiªn tiÕn
"""
_AWARDS = ("Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh")
_LETTER = "Kính gửi;Các phòng, đơn vị\nV/v góp ý;dự thảo quy chế thi đua\n"


def _opened(window: MainWindow, text: str, encoding: str, name: str) -> DoctorWindow:
    window.show_page(2)
    settle(window)
    with tempfile.TemporaryDirectory(prefix="thidua-anh-") as folder:
        path = Path(folder) / name
        path.write_bytes(text.encode(encoding))
        window.receiving.take([path])
        settle(window)
    shown = window.receiving.intake.shown
    assert shown is not None
    shown.resize(_SIZE)
    settle(window)
    return shown


def _clean(window: MainWindow) -> DoctorWindow:
    return _opened(window, _CLEAN, "utf-8", "Trường THPT Bắc Khê.csv")


def _old(window: MainWindow) -> DoctorWindow:
    return _opened(window, _OLD, _LATIN, "Sở Y tế.csv")


def _repairs(window: MainWindow) -> QWidget:
    shown = _old(window)
    shown.show_part(2)
    return shown


def _problems(window: MainWindow) -> QWidget:
    shown = _old(window)
    shown.show_part(1)
    return shown


def _verdicts(window: MainWindow) -> QWidget:
    """People of the office's own directory: of them something is known."""
    people = [each.recipient for each in window.services.recipients.rows(RecipientKind.PERSON)][:9]
    head = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG\n\nSTT;Họ và tên;Ngày sinh;Số CCCD;Chức vụ;Danh hiệu đề nghị\n"
    lines = [
        f"{at};{each.name};{(each.birth or '')[:4]};{each.id_number or ''};{each.position or ''};{award}"
        for at, (each, award) in enumerate(zip(people, cycle(_AWARDS), strict=False), start=1)
    ]
    shown = _opened(window, head + "\n".join(lines), "utf-8", "Văn phòng.csv")
    shown.show_verdicts()
    return shown


def _award(window: MainWindow) -> QWidget:
    shown = _old(window)
    faulty = (row for row in shown.draft().rows if row.state is RowState.FAULTY)
    shown.deeds.ask_award(next(row for row in faulty if row.values.get(ListField.AWARD)))
    assert shown.deeds.dialog is not None
    return shown.deeds.dialog


def _defaults(window: MainWindow) -> QWidget:
    shown = _clean(window)
    shown.deeds.ask_defaults()
    assert shown.deeds.dialog is not None
    return shown.deeds.dialog


def _refused(window: MainWindow) -> QWidget:
    return _opened(window, _LETTER, "utf-8", "Góp ý dự thảo.csv")


def _board(*files: tuple[str, str, str]) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        window.show_page(2)
        settle(window)
        with tempfile.TemporaryDirectory(prefix="thidua-anh-") as folder:
            for name, text, encoding in files:
                (Path(folder) / name).write_bytes(text.encode(encoding))
            window.receiving.read_folder(Path(folder))
            settle(window)
        assert window.receiving.board is not None
        return window.receiving.board

    return show


def _template(window: MainWindow) -> QWidget:
    window.show_page(2)
    settle(window)
    window.receiving.ask_template()
    assert window.receiving.dialog is not None
    return window.receiving.dialog


def _export(window: MainWindow) -> QWidget:
    window.show_page(2)
    settle(window)
    window.receiving.exporting.ask()
    assert window.receiving.exporting.dialog is not None
    return window.receiving.exporting.dialog


SCREENS: tuple[Screen, ...] = (
    Screen("nhan-danh-sach", _clean, large=True, dark=True),
    Screen("nhan-danh-sach-ma-cu", _old, large=True, dark=True),
    Screen("nhan-danh-sach-da-sua", _repairs),
    Screen("nhan-danh-sach-can-xem", _problems),
    Screen("nhan-danh-sach-xet-dieu-kien", _verdicts, large=True, dark=True),
    Screen("nhan-danh-sach-danh-hieu", _award),
    Screen("nhan-danh-sach-gia-tri-chung", _defaults),
    Screen("nhan-danh-sach-khong-phai", _refused),
    Screen(
        "nhan-ca-thu-muc",
        _board(
            ("Sở Y tế.csv", _OLD, _LATIN),
            ("Trường THPT Bắc Khê.csv", _CLEAN, "utf-8"),
            ("Góp ý dự thảo.csv", _LETTER, "utf-8"),
            ("Bản quét.docx", "không phải tệp Word", "utf-8"),
        ),
        large=True,
        dark=True,
    ),
    Screen("nhan-thu-muc-trong", _board()),
    Screen("mau-danh-sach", _template),
    Screen("xuat-danh-sach-excel", _export),
)
