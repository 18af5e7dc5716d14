"""The fields for facts about collectives and households: members, places in clusters, movements, points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit

from thidua_desktop.domain.evidence import ClusterRank, MemberFigures, MovementResult, Spell, YearScore
from thidua_desktop.domain.facts import Fact
from thidua_desktop.ui.common.editors import DayEdit, NumberEdit
from thidua_desktop.ui.nominations.fact_fields import FIRST_YEAR, LAST_YEAR, Fields, capital, combo, text_field, text_of
from thidua_desktop.wording.rules import Names

_MOST_MEMBERS = 999_999
_STAGES = {"review": "Sơ kết", "close": "Tổng kết"}


class MemberFields(Fields):
    """How many members a collective had in a year, and how many of them hold what."""

    def __init__(self, awards: Sequence[str], names: Names, year: int, before: MemberFigures | None) -> None:
        super().__init__()
        self._before = before or MemberFigures(year, 0)
        self.members = _number(self._before.members if before else None)
        held = dict(self._before.holders)
        self.holders = {award: _number(held.get(award)) for award in awards}
        self.completed = _number(self._before.completed)
        self.disciplined = _number(self._before.disciplined)
        self.row(f"Tổng số cá nhân năm {self._before.year}", self.members)
        for award, field in self.holders.items():
            self.row(f"Số người đạt {names.award(award)}", field)
        self.row("Số người hoàn thành nhiệm vụ trở lên", self.completed)
        self.row("Số người bị kỷ luật từ cảnh cáo trở lên", self.disciplined)

    def facts(self) -> tuple[Fact, ...]:
        """The figures, once the members are counted and all can be read; none of the parts may be more than all."""
        members = _whole(self.members)
        if not members or self._unread() is not None or self._too_many() is not None:
            return ()
        typed = {award: _whole(field) for award, field in self.holders.items()}
        known = {award: count for award, count in typed.items() if count is not None}
        holders = {**dict(self._before.holders), **known}
        completed, disciplined = _whole(self.completed), _whole(self.disciplined)
        return (MemberFigures(self._before.year, members, tuple(holders.items()), completed, disciplined),)

    def wanted(self) -> str:
        """Numbers, and such that can be together."""
        unread, too_many = self._unread(), self._too_many()
        if unread is not None:
            return f"Ô “{unread.accessibleName()}” phải là số, hoặc để trống nếu chưa rõ."
        if too_many is not None:
            return f"“{too_many.accessibleName()}” không thể nhiều hơn tổng số cá nhân."
        return f"Hãy ghi tổng số cá nhân năm {self._before.year}."

    def _parts(self) -> tuple[QLineEdit, ...]:
        return (*self.holders.values(), self.completed, self.disciplined)

    def _unread(self) -> QLineEdit | None:
        written = (field for field in (self.members, *self._parts()) if field.text().strip())
        return next((field for field in written if _whole(field) is None), None)

    def _too_many(self) -> QLineEdit | None:
        members = _whole(self.members) or 0
        return next((field for field in self._parts() if (_whole(field) or 0) > members > 0), None)


class RankFields(Fields):
    """The place in a cluster."""

    def __init__(self, organisers: Sequence[str], names: Names, year: int) -> None:
        super().__init__()
        self.year = NumberEdit(year, low=FIRST_YEAR, high=LAST_YEAR)
        self.organiser = combo(_bodies(organisers, names), empty="")
        self.rank = NumberEdit(1, low=1, high=999)
        self.cluster = text_field("ví dụ: Cụm thi đua số 2")
        for text, field in (
            ("Năm", self.year),
            ("Cụm, khối do ai tổ chức", self.organiser),
            ("Tên cụm, khối thi đua", self.cluster),
            ("Xếp thứ", self.rank),
        ):
            self.row(text, field)

    def facts(self) -> tuple[Fact, ...]:
        """The place."""
        organiser = str(self.organiser.currentData())
        return (ClusterRank(self.year.value(), organiser, self.rank.value(), text_of(self.cluster) or ""),)

    def wanted(self) -> str:
        """Nothing: every field has a value."""
        return ""


class MovementFields(Fields):
    """Outstanding in a movement."""

    def __init__(self, launchers: Sequence[str], names: Names, year: int) -> None:
        super().__init__()
        self.name = text_field("ví dụ: Cả nước chung sức xây dựng nông thôn mới")
        self.launched_by = combo(_bodies(launchers, names), empty="")
        self.years = NumberEdit(5, low=0, high=50)
        self.stage = combo(_STAGES, empty="")
        self.year = NumberEdit(year, low=FIRST_YEAR, high=LAST_YEAR)
        for text, field in (
            ("Tên phong trào", self.name),
            ("Ai phát động", self.launched_by),
            ("Kéo dài (năm)", self.years),
            ("Dịp khen", self.stage),
            ("Năm", self.year),
        ):
            self.row(text, field)

    def facts(self) -> tuple[Fact, ...]:
        """The result, once the movement has a name."""
        name = text_of(self.name)
        if name is None:
            return ()
        launched, stage = str(self.launched_by.currentData()), str(self.stage.currentData())
        return (MovementResult(self.year.value(), launched, self.years.value(), stage, name),)

    def wanted(self) -> str:
        """A name."""
        return "Hãy ghi tên phong trào."


class SpellFields(Fields):
    """A stretch of work that counts in years."""

    def __init__(self, kinds: Sequence[str], names: Names, today: date) -> None:
        super().__init__()
        spells = names.vocabulary.spells
        self.kind = combo({code: capital(spells.get(code, code)) for code in kinds or tuple(spells)}, empty="")
        self.since, self.until = DayEdit(year=today.year), DayEdit(year=today.year)
        self.until.setPlaceholderText("để trống nếu đến nay")
        self.factor = combo({1: "Tính bình thường", 2: "Nhân đôi (biển đảo, vùng đặc biệt khó khăn)"}, empty="")
        for text, field in (
            ("Thời gian", self.kind),
            ("Từ ngày", self.since),
            ("Đến ngày", self.until),
            ("Cách tính", self.factor),
        ):
            self.row(text, field)

    def facts(self) -> tuple[Fact, ...]:
        """The stretch, once it has a beginning."""
        if not (self.since.readable() and self.until.readable()) or self.since.day() is None:
            return ()
        since, until = self.since.day(), self.until.day()
        assert since is not None
        if until is not None and until < since:
            return ()
        return (Spell(str(self.kind.currentData()), since, until, int(self.factor.currentData())),)

    def wanted(self) -> str:
        """A beginning, before the end."""
        return "Hãy ghi từ ngày nào." if self.since.day() is None else "“Đến ngày” phải sau “Từ ngày”."


class ScoreFields(Fields):
    """The points of a household or a residential area."""

    def __init__(self, names: Names, year: int, today: date) -> None:
        super().__init__()
        self._year = year
        areas = names.vocabulary.areas
        self.area = combo({code: capital(text) for code, text in areas.items()}, empty="")
        self.points, self.weakest = text_field("ví dụ: 92,5"), text_field("phần trăm số điểm, ví dụ: 60")
        self.registered = DayEdit(year=today.year)
        for text, field in (
            ("Địa bàn", self.area),
            (f"Tổng điểm năm {year}", self.points),
            ("Tiêu chuẩn thấp nhất đạt (%)", self.weakest),
            ("Ngày đăng ký", self.registered),
        ):
            self.row(text, field)

    def facts(self) -> tuple[Fact, ...]:
        """The points, once they are a number."""
        points, weakest = _decimal(self.points), _decimal(self.weakest)
        unread = bool(self.weakest.text().strip()) and weakest is None
        if points is None or unread or not self.registered.readable():
            return ()
        return (YearScore(self._year, points, str(self.area.currentData()), weakest, self.registered.day()),)

    def wanted(self) -> str:
        """Points that are a number."""
        if _decimal(self.points) is None:
            return f"Hãy ghi tổng điểm năm {self._year} bằng số, ví dụ 92,5."
        return "“Tiêu chuẩn thấp nhất đạt” phải là số, ví dụ 60, hoặc để trống."


def _bodies(codes: Iterable[str], names: Names) -> dict[str, str]:
    bodies = names.vocabulary.bodies
    return {code: capital(bodies.get(code, code)) for code in codes or tuple(bodies)}


def _number(value: int | None) -> QLineEdit:
    made = text_field("chưa rõ")
    made.setText("" if value is None else str(value))
    made.setMaxLength(len(str(_MOST_MEMBERS)))
    return made


def _whole(field: QLineEdit) -> int | None:
    text = field.text().strip()
    return int(text) if text.isdecimal() else None


def _decimal(field: QLineEdit) -> float | None:
    text = field.text().strip().replace(",", ".")
    whole, _, part = text.partition(".")
    return float(text) if whole.isdecimal() and (not part or part.isdecimal()) else None
