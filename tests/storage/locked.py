"""Files with a password, and whether anything of them can be read without."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage.store import Store

PASSWORD = "Mật khẩu của cơ quan 2024"
NAME = "Nguyễn Thị Bí Mật"
PLAIN = b"SQLite format 3\x00"


def fill(store: Store, count: int = 200) -> None:
    with store.write("plan.create") as work:
        for number in range(count):
            work.plans.save(Plan(f"{NAME} {number}", 2024))


def titles(path: Path, password: str | None) -> list[str]:
    with Store.open(path, password=password) as store, store.read() as work:
        assert store.health().sound
        return [plan.title for plan in work.plans.of_year(2024)]


def readable(folder: Path) -> list[str]:
    """The files below a folder in which the name, or the list of tables, can be found."""
    wanted = (NAME.encode(), NAME.encode("utf-16-le"), b"CREATE TABLE", PLAIN)
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if any(word in path.read_bytes() for word in wanted))
