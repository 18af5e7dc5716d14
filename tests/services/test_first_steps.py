"""First steps tick themselves off by what the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.domain.councils.rosters import Council
from thidua_desktop.domain.first_steps import FirstStep
from thidua_desktop.domain.nominations import Occasion, Round
from thidua_desktop.domain.plans import PlanDraft
from thidua_desktop.domain.units import Unit
from thidua_desktop.services import demo, sample_office
from thidua_desktop.services.container import Services


def test_a_new_file_has_nothing_done(services: Services) -> None:
    assert services.first_steps.done() == frozenset()


def test_each_step_is_done_by_what_it_leads_to(services: Services, tmp_path: Path) -> None:
    steps = services.first_steps
    services.office.save(demo.OFFICE)
    assert steps.done() == {FirstStep.OFFICE}
    services.imports.store_plan(PlanDraft(title="Kế hoạch", year=2026))
    assert steps.done() == {FirstStep.OFFICE, FirstStep.PLAN}
    services.units.save(Unit(name="Phòng Tổng hợp"))
    services.nominations.save_round(Round(name="Đợt 1", year=2026, occasion=Occasion.MERIT))
    services.councils.save(Council(name="Hội đồng"))
    assert frozenset(FirstStep) - steps.done() == {FirstStep.BACKUP}


def test_the_sample_office_is_made_once_and_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[Path] = []

    class File:
        """Stands for the services of a file."""

        def __init__(self, path: Path) -> None:
            opened.append(path)
            path.write_text("mới", encoding="utf-8")

        def __enter__(self) -> File:
            return self

        def __exit__(self, *_args: object) -> None:
            """Nothing is open."""

        def today(self) -> object:
            return type("Day", (), {"year": 2026})

    monkeypatch.setattr(sample_office, "fill", lambda _services, folder, _year: folder)
    first = sample_office.kept_in(tmp_path, File)  # type: ignore[arg-type]
    first.write_text("đã thử", encoding="utf-8")
    assert sample_office.kept_in(tmp_path, File) == first  # type: ignore[arg-type]
    assert first.read_text(encoding="utf-8") == "đã thử"
    assert len(opened) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["van-phong-mau"]


def test_a_half_made_sample_office_is_made_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_services: object, _folder: Path, _year: int) -> None:
        raise OSError("ổ đầy")

    class File:
        """Stands for the services of a file."""

        def __init__(self, path: Path) -> None:
            path.write_text("dở", encoding="utf-8")

        def __enter__(self) -> File:
            return self

        def __exit__(self, *_args: object) -> None:
            """Nothing is open."""

        def today(self) -> object:
            return type("Day", (), {"year": 2026})

    monkeypatch.setattr(sample_office, "fill", fail)
    with pytest.raises(OSError, match="ổ đầy"):
        sample_office.kept_in(tmp_path, File)  # type: ignore[arg-type]
    monkeypatch.setattr(sample_office, "fill", lambda _services, folder, _year: folder)
    assert sample_office.kept_in(tmp_path, File).exists()  # type: ignore[arg-type]
