"""``thidua demo`` and ``thidua screens``: a sample office to try, to show and to look at."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from thidua_desktop.bootstrap import open_services
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.common import paths
from thidua_desktop.domain.periods import QUARTERS, quarter_of_month
from thidua_desktop.services import demo, sample_office
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format, Paper
from thidua_desktop.wording import formats

STORE_FILE = sample_office.FILE
_SCREENS_TIME = datetime(2026, 5, 20, 14, 5, tzinfo=timezone(timedelta(hours=7)))
_SCREENS_USER = ("thuha", "PC-TDKT")
"""The pictures are always made at this moment and by this user, so that two runs and two computers give the same."""
_VIETNAM_TIME = "<+07>-7"


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register ``demo`` and ``screens``."""
    trying = commands.add_parser("demo", help="lập văn phòng mẫu, in các bảng biểu rồi mở cửa sổ")
    trying.add_argument("--out", metavar="THƯ_MỤC", type=Path, help="nơi đặt văn phòng mẫu")
    trying.add_argument("--no-window", action="store_true", help="chỉ tạo tệp, không mở cửa sổ")
    trying.add_argument("--year", metavar="NĂM", type=int, help="năm của kế hoạch mẫu (mặc định: năm nay)")
    trying.set_defaults(command=run_demo)

    showing = commands.add_parser("screens", help="chụp mọi màn hình của văn phòng mẫu thành ảnh PNG")
    showing.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True)
    showing.add_argument("--only", metavar="CHỮ", default="", help="chỉ chụp những ảnh có tên chứa chữ này")
    sizes = "ở mọi cỡ (1366×768, 1920×1080 ở 150 %%, 200 %%), sáng và tối"
    showing.add_argument("--every", action="store_true", help=f"chụp {sizes}")
    showing.add_argument("--empty", action="store_true", help="chụp văn phòng mới lập, chưa có dữ liệu")
    showing.set_defaults(command=run_screens)


def run_demo(args: argparse.Namespace, output: Output) -> ExitCode:
    """Build the sample office, write its papers, open the window on it."""
    folder: Path = args.out or paths.data_folder() / sample_office.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    store = folder / STORE_FILE
    _keep_aside(store, output)
    services = open_services(store, create=True)
    try:
        year = args.year or services.today().year
        made = sample_office.fill(services, folder, year)
        output.say(f"Đã lập văn phòng mẫu trong {folder}:")
        for path in (store, made.plan_file, *_papers(services, made, folder, year)):
            output.result(str(path))
    finally:
        services.close()
    if args.no_window:
        return ExitCode.DONE
    if not display_present():
        output.say("Máy này không có màn hình nên cửa sổ không mở; các tệp trên đã ghi xong và dùng được.")
        return ExitCode.DONE
    from thidua_desktop import app

    return ExitCode(app.run(store))


def _papers(services: Services, made: demo.Demo, folder: Path, year: int) -> list[Path]:
    quarter = quarter_of_month(services.today().month) if year == services.today().year else QUARTERS[0]
    reporting = services.reporting
    numbered = f"quý {formats.roman(quarter)}-{year}"
    return [
        services.trackers.export(year, folder / f"Bảng theo dõi {year}.xlsx"),
        reporting.plan_document(made.plan_id, folder / f"Kế hoạch {year}.pdf", Format.PDF, with_annex=True),
        reporting.plan_document(made.plan_id, folder / f"Kế hoạch {year}.docx", Format.DOCX, with_annex=True),
        reporting.plan_annex(made.plan_id, folder / f"Phụ lục nhiệm vụ {year}.pdf", Format.PDF),
        reporting.plan_annex(made.plan_id, folder / f"Phụ lục nhiệm vụ {year}.docx", Format.DOCX),
        reporting.quarter_schedule(year, quarter, folder / f"Lịch công tác {numbered}.pdf", Format.PDF),
        reporting.quarter_wall(year, quarter, folder / f"Lịch treo tường {numbered}.pdf", Paper.A3),
        reporting.unit_lists(year, quarter, folder / f"Việc của từng đơn vị {numbered}.pdf", Format.PDF),
        reporting.results(year, quarter, folder / f"Kết quả {numbered}.pdf", Format.PDF),
        reporting.calendar(year, folder / f"Lịch năm {year}.pdf", Format.PDF),
        reporting.calendar(year, folder / f"Lịch năm {year}.ics", Format.ICS),
    ]


def _keep_aside(store: Path, output: Output) -> None:
    """A sample office made earlier may have been worked in: it is renamed, never overwritten."""
    if not store.exists():
        return
    number = 1
    while (aside := store.with_stem(f"{store.stem}-cu-{number}")).exists():
        number += 1
    for suffix in ("", "-wal", "-shm"):
        old = Path(f"{store}{suffix}")
        if old.exists():
            old.rename(Path(f"{aside}{suffix}"))
    output.say(f"Văn phòng mẫu làm lần trước được giữ lại trong {aside.name}.")


def display_present() -> bool:
    """Whether a window could be seen: Windows and macOS always have a desktop, elsewhere a display is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_screens(args: argparse.Namespace, output: Output) -> ExitCode:
    """Render every screen of the sample office to PNG."""
    from thidua_desktop import app

    with screens_office(empty=args.empty) as services:
        pictures = app.render_screens(services, args.out, only=args.only, every=args.every, empty=args.empty)
    for picture in pictures:
        output.result(str(picture))
    if not pictures:
        output.say(f"Không có màn hình nào có tên chứa “{args.only}”.")
        return ExitCode.FINDINGS
    return ExitCode.DONE


@contextmanager
def screens_office(*, empty: bool = False) -> Iterator[Services]:
    """The sample office at the moment of all pictures, on a display that nobody sees; ``empty``: only its name."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["TZ"] = _VIETNAM_TIME
    if sys.platform != "win32":
        time.tzset()
    with tempfile.TemporaryDirectory(prefix="thidua-anh-") as name:
        folder = Path(name)
        services = open_services(
            folder / STORE_FILE,
            create=True,
            today=_SCREENS_TIME.date,
            now=lambda: _SCREENS_TIME,
            user=_SCREENS_USER,
        )
        try:
            if empty:
                services.office.save(demo.OFFICE)
            else:
                demo.build(services, folder, _SCREENS_TIME.year)
            yield services
        finally:
            services.close()
