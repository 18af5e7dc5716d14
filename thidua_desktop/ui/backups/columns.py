"""The list of backups as data."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.backups import Backup
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels

PROVEN, UNPROVEN = "Đã thử khôi phục được", "Chưa thử"


@dataclass(frozen=True, slots=True)
class Line:
    """A backup; ``copied`` is None where it cannot be known, because the second place is away or not chosen."""

    backup: Backup
    copied: bool | None


def proof(line: Line) -> str:
    """Whether the backup was tried, and on which day."""
    proven = line.backup.proven_at
    return f"{PROVEN} ({formats.day(proven.date())})" if proven is not None else UNPROVEN


def _second(line: Line) -> str:
    if line.copied is None:
        return ""
    return "Có" if line.copied else "Chưa có"


COLUMNS: tuple[Column[Line], ...] = (
    Column[Line]("at", "Lúc", lambda line: formats.moment(line.backup.at), 150, sort_key=lambda line: line.backup.at),
    Column[Line]("reason", "Vì sao", lambda line: labels.of(line.backup.reason), 230, stretch=True),
    Column[Line](
        "size",
        "Cỡ",
        lambda line: formats.file_size(line.backup.size),
        84,
        align=RIGHT,
        sort_key=lambda line: line.backup.size,
    ),
    Column[Line](
        "proof", "Thử khôi phục", proof, 230, tone=lambda line: Tone.WARNING if proof(line) == UNPROVEN else None
    ),
    Column[Line]("second", "Ở nơi thứ hai", _second, 116),
    Column[Line]("locked", "Mật khẩu", lambda line: "Có" if line.backup.locked else "Không", 96),
)
