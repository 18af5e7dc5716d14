"""Good files of every kind that the program reads, by reader."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import TODAY
from tests.importing.lists.layouts import LAYOUTS
from tests.importing.plans.samples import make_samples
from tests.storage.test_old_stores import FOLDER as OLD_STORES
from thidua_desktop import bootstrap
from thidua_desktop.domain.backups import Reason
from thidua_desktop.services import demo
from thidua_desktop.storage import attachments
from thidua_desktop.storage.attachments import Attachments

PASSWORD = "mật khẩu của tệp"
_OF_LIBREOFFICE = Path(__file__).parent / "files"


def made(folder: Path) -> dict[str, list[Path]]:
    """Make the files in ``folder``; of every reader the first is an ordinary one."""
    plain = _office(folder / "co-quan.tdkt", None)
    locked = _office(folder / "kin.tdkt", PASSWORD)
    libre = sorted(path for path in _OF_LIBREOFFICE.iterdir() if path.suffix != ".md")
    return {
        "plan": [*_plans(folder / "ke-hoach"), *libre],
        "list": [*_lists(folder / "danh-sach"), *libre],
        "tracker": plain["tracker"],
        "backup": [*plain["backup"], *locked["backup"], *OLD_STORES.glob("*.tdkt")],
        "store": [folder / "co-quan.tdkt", folder / "kin.tdkt", *OLD_STORES.glob("*.tdkt")],
        "package": [*plain["package"], *locked["package"]],
    }


def _office(path: Path, password: str | None) -> dict[str, list[Path]]:
    with bootstrap.open_services(path, create=True, today=lambda: TODAY, password=password) as services:
        services.office.save(demo.OFFICE)
        services.imports.store_plan(services.imports.read_plan_text(demo.plan_text(2024)))
        scan = path.with_suffix(".pdf")
        scan.write_bytes(b"%PDF ban quet " * 20_000)
        Attachments(attachments.folder_of(path)).keep(scan)
        return {
            "tracker": [services.trackers.export(2024, path.with_suffix(".xlsx"))],
            "backup": [services.backups.make(Reason.BY_HAND).backup.path],
            "package": [services.packages.make(path.with_suffix(".tdgoi")).path],
        }


def _plans(folder: Path) -> list[Path]:
    folder.mkdir()
    return [*make_samples.make(folder), *sorted(Path(make_samples.__file__).parent.glob("*.txt"))]


def _lists(folder: Path) -> list[Path]:
    found = []
    for number, layout in enumerate(LAYOUTS):
        (folder / str(number)).mkdir(parents=True)
        found.append(layout.write(folder / str(number)))
    return sorted(found, key=lambda path: path.suffix != ".xlsx")
