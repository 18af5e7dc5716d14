"""Tries every part that an installation can lack: resources, fonts, store, readers and writers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services import demo, passwords
from thidua_desktop.services.container import Services
from thidua_desktop.services.manual import Manual, picture_file
from thidua_desktop.services.reporting import Format

EXPECTED = (AppError, OSError, ImportError, ValueError, LookupError)
"""What a broken installation raises; anything else is a mistake of ours and shows itself as one."""

_YEAR = 2026
_FONTS = ("Regular", "Bold", "Italic", "BoldItalic")
_PLAIN = b"SQLite format 3"
_SIGNATURES = {
    Format.PDF: b"%PDF-",
    Format.DOCX: b"PK\x03\x04",
    Format.XLSX: b"PK\x03\x04",
    Format.ICS: b"BEGIN:VCALENDAR",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try; ``run`` raises when it does not work."""

    name: str
    run: Callable[[], None]


class WrongResult(ValueError):
    """A part works and gives something else than it should."""


def steps(opened: Callable[[Path], Services], window: Callable[[Services], None]) -> Iterator[Step]:
    """The steps in order; ``opened`` makes an office file and gives its services, ``window`` shows one on it.

    Everything is written into a temporary folder that is gone when the steps are.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-thu-") as name:
        folder = Path(name)
        yield Step("phông chữ", _fonts)
        yield Step("danh mục khen thưởng, bộ quy định", _catalogue)
        yield Step("ngày nghỉ lễ, âm lịch", _calendar)
        services = opened(folder / "thử.tdkt")
        try:
            yield Step("tệp dữ liệu mới, nâng cấp, kiểm tra toàn vẹn", lambda: _store(services))
            yield Step("đọc kế hoạch", lambda: _plan(services, folder))
            for format in _SIGNATURES:
                yield Step(f"ghi tệp {format.value}", lambda format=format: _paper(services, folder, format))  # type: ignore[misc]
            yield Step("biểu thống kê, báo cáo tổng kết", lambda: _periodic(services, folder))
            yield Step("mẫu giấy khen, bằng khen", lambda: _certificate(services, folder))
            yield Step("bảng theo dõi: ghi và đọc lại", lambda: _tracker(services, folder))
            yield Step("bản sao lưu: ghi và thử khôi phục", lambda: _backup(services))
            yield Step("tệp có mật khẩu", lambda: _password(folder / "thử mật khẩu.tdkt", opened))
            yield Step("sách hướng dẫn", _manual)
            yield Step("cửa sổ", lambda: window(services))
        finally:
            services.close()


def _fonts() -> None:
    for style in _FONTS:
        resource(f"fonts/LiberationSerif-{style}.ttf")
    from thidua_desktop.reports import fonts
    from thidua_desktop.reports.model import Style

    if not all(fonts.width("Ẫ Ặ Ữ Ợ Đ ỹ", style, 14) > 0 for style in Style):
        raise WrongResult("phông chữ thiếu chữ Việt")


def _manual() -> None:
    manual = Manual()
    for each in manual.outline:
        if not manual.chapter(each.code).blocks:
            raise WrongResult(each.code)
    for screen in manual.screens():
        picture_file(screen)


def _catalogue() -> None:
    from thidua_desktop.services.awards import AwardService

    if not AwardService().catalogue():
        raise WrongResult("danh mục trống")
    from thidua_desktop.services.rulebooks import shipped

    if not all(book.awards for book in shipped()):
        raise WrongResult("thiếu bộ quy định")


def _calendar() -> None:
    from thidua_desktop.domain.holidays import lunar_day
    from thidua_desktop.services.calendar import office_calendar

    national_day = date(_YEAR, 9, 2)
    if office_calendar().day_off(national_day) is None or lunar_day(national_day) is None:
        raise WrongResult("thiếu lịch nghỉ lễ")


def _store(services: Services) -> None:
    health = services.office.health()
    if not health.sound:
        raise WrongResult("; ".join(health.problems))


def _plan(services: Services, folder: Path) -> None:
    made = demo.build(services, folder, _YEAR)
    if len(services.tasks.of_plan(made.plan_id)) < 25:
        raise WrongResult("đọc thiếu nhiệm vụ")


def _paper(services: Services, folder: Path, format: Format) -> None:
    out = folder / f"giấy.{format.value}"
    if format is Format.ICS:
        services.reporting.calendar(_YEAR, out, format)
    else:
        services.reporting.plan_annex(_plan_id(services), out, format)
    if not out.read_bytes().startswith(_SIGNATURES[format]):
        raise WrongResult(out.name)


def _periodic(services: Services, folder: Path) -> None:
    period = periods.year(_YEAR)
    models = services.forms.models(period)
    if not models or services.forms.troubles:
        raise WrongResult("thiếu biểu")
    form = services.forms.write(models[0].model.code, period, folder / "biểu.xlsx", Format.XLSX)
    report = services.narratives.write(period, folder / "báo cáo.docx", Format.DOCX)
    for out, format in ((form, Format.XLSX), (report, Format.DOCX)):
        if not out.read_bytes().startswith(_SIGNATURES[format]):
            raise WrongResult(out.name)


def _certificate(services: Services, folder: Path) -> None:
    from thidua_desktop.services.certificates import CertificateWish

    blanks = services.certificates.blanks()
    if not blanks:
        raise WrongResult("thiếu mẫu giấy khen")
    out = services.certificates.write_sample(CertificateWish(blanks[0].code), folder / "giấy khen.pdf")
    if not out.read_bytes().startswith(_SIGNATURES[Format.PDF]):
        raise WrongResult(out.name)


def _backup(services: Services) -> None:
    made = services.backups.make(Reason.BY_HAND)
    if services.backups.verify(made.backup.path).counts["tasks"] != services.office.health().counts["tasks"]:
        raise WrongResult(made.backup.path.name)


def _password(path: Path, opened: Callable[[Path], Services]) -> None:
    opened(path).close()
    passwords.change(path, old=None, new=path.stem)
    if path.read_bytes().startswith(_PLAIN):
        raise WrongResult(path.name)
    passwords.change(path, old=path.stem, new=None)


def _tracker(services: Services, folder: Path) -> None:
    tasks = services.tasks.of_plan(_plan_id(services))
    out = services.trackers.export(_YEAR, folder / "theo dõi.xlsx")
    returned = services.trackers.read(out)
    if len(returned.rows) != len(tasks):
        raise WrongResult("đọc lại thiếu dòng")


def _plan_id(services: Services) -> PlanId:
    plan_id = services.plans.of_year(_YEAR)[0].plan.id
    assert plan_id is not None
    return plan_id


TODAY = date(_YEAR, 5, 20)
"""The day on which the self-test takes place, so that it does the same on every machine."""
