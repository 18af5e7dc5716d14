"""The board of a folder as data: one line for each file that came in, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from thidua_desktop.domain.judgements import Tally
from thidua_desktop.domain.list_doctor import Counts, RowState
from thidua_desktop.services.list_folders import FileOutcome, FolderFile
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, judging

STORED = "Đã lưu"
_WORDS = {
    FileOutcome.READY: "Không có lỗi",
    FileOutcome.NEEDS_CLERK: "Cần xem",
    FileOutcome.REFUSED: "Không nhận được",
    FileOutcome.ALREADY: "Đã có rồi",
}
_SIGNS = {
    FileOutcome.READY: RowState.CLEAN,
    FileOutcome.NEEDS_CLERK: RowState.DOUBTFUL,
    FileOutcome.REFUSED: RowState.FAULTY,
    FileOutcome.ALREADY: RowState.LEFT_OUT,
}
"""A file looks like a row that stands as it does."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One file of the folder."""

    at: int
    file: FolderFile

    @property
    def counts(self) -> Counts | None:
        """How its rows stand; None where it could not be read."""
        return self.file.draft.counts() if self.file.draft is not None else None

    @property
    def verdicts(self) -> Tally:
        """How many of its rows meet what the law asks for, as far as they are nominations."""
        return self.file.draft.tally() if self.file.draft is not None else Tally()

    @property
    def storable(self) -> bool:
        """Whether it can be stored without the clerk."""
        return self.file.outcome is FileOutcome.READY and not self.file.stored


def board_columns() -> tuple[Column[BoardLine], ...]:
    """The columns over ``BoardLine``."""
    return (
        Column[BoardLine]("name", "Tệp", lambda line: line.file.path.name, 190, frozen=True, wrap=True, tooltip=_path),
        Column[BoardLine](
            "outcome",
            "Kết quả",
            lambda line: STORED if line.file.stored else _WORDS[line.file.outcome],
            150,
            chip=lambda line: None if line.file.stored else _SIGNS[line.file.outcome],
            tone=lambda line: Tone.SUCCESS if line.file.stored else None,
            sort_key=lambda line: (line.file.stored, list(FileOutcome).index(line.file.outcome)),
            by_choice=True,
        ),
        _number("rows", "Dòng", lambda counts: counts.rows),
        _number("taken", "Sẽ lưu", lambda counts: counts.taken - counts.faulty),
        _number("doubtful", "Cần xem", lambda counts: counts.doubtful, Tone.WARNING),
        _number("faulty", "Chưa lưu được", lambda counts: counts.faulty, Tone.DANGER, 128),
        Column[BoardLine](
            "not_met",
            "Không đủ ĐK",
            _not_met,
            106,
            align=RIGHT,
            tone=lambda line: Tone.DANGER if line.verdicts.not_met else None,
            sort_key=lambda line: line.verdicts.not_met,
            tooltip=lambda line: judging.tally(line.verdicts),
        ),
        Column[BoardLine](
            "title",
            "Tên danh sách",
            lambda line: (line.file.draft.title or "") if line.file.draft is not None else "",
            220,
            wrap=True,
            tooltip=lambda line: (line.file.draft.title or "") if line.file.draft is not None else "",
        ),
        Column[BoardLine](
            "told",
            "Nhận xét",
            lambda line: line.file.sentence,
            200,
            stretch=True,
            wrap=True,
            most_lines=6,
            tooltip=lambda line: line.file.sentence,
        ),
    )


def summary(lines: tuple[BoardLine, ...]) -> str:
    """How many files came in and how they stand."""
    if not lines:
        return ""
    stored = sum(line.file.stored for line in lines)
    parts = [f"{formats.whole(len(lines))} tệp"]
    for outcome in FileOutcome:
        number = sum(line.file.outcome is outcome and not line.file.stored for line in lines)
        if number:
            parts.append(f"{formats.whole(number)} {_WORDS[outcome].lower()}")
    if stored:
        parts.append(f"{formats.whole(stored)} đã lưu")
    not_met = sum(line.verdicts.not_met for line in lines)
    if not_met:
        parts.append(f"{formats.whole(not_met)} dòng không đủ điều kiện")
    return "  ·  ".join(parts)


def _number(
    key: str, title: str, of: Callable[[Counts], int], tone: Tone | None = None, width: int = 70
) -> Column[BoardLine]:
    def number(line: BoardLine) -> int | None:
        return of(line.counts) if line.counts is not None else None

    def text(line: BoardLine) -> str:
        found = number(line)
        return "" if found is None or (not found and tone is not None) else formats.whole(found)

    return Column[BoardLine](
        key,
        title,
        text,
        width,
        align=RIGHT,
        sort_key=number,
        tone=(lambda line: tone if number(line) else None) if tone is not None else None,
    )


def _not_met(line: BoardLine) -> str:
    return formats.whole(line.verdicts.not_met) if line.verdicts.not_met else ""


def _path(line: BoardLine) -> str:
    return str(line.file.path)
