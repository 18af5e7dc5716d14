"""The office, its units, the history and the way in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.services import everything
from tests.services.drafts import DRAFT
from thidua_desktop.bootstrap import default_store, open_services
from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office, Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.organisation import UnitNameMissing
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.errors import StoreMissing


def test_the_office_is_empty_until_it_is_described(services: Services) -> None:
    assert services.office.get() == Office()
    office = Office("SỞ NỘI VỤ", "UBND TỈNH", "Hồng Sơn", "SNV", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lan", "Hà")
    services.office.save(office)
    services.office.save(office)
    assert services.office.get() == office
    assert len(services.history.recent()) == 1


def test_the_units_of_a_plan_are_there_for_completion(services: Services) -> None:
    services.imports.store_plan(DRAFT)
    assert services.units.names()[0] == "Sở Nội vụ"  # in two tasks
    services.tasks.add(Task(everything.PLAN, "x", 2024, lead=("UBND các huyện",), coordinate=("UBND các huyện",)))
    assert services.units.names()[0] == "UBND các huyện"
    assert sorted(services.units.names()) == sorted(unit.name for unit in services.units.all())


def test_a_unit_is_saved_under_its_number(services: Services) -> None:
    (unit_id,) = services.units.save(Unit(" Sở  Nội vụ ", valid_from=date(2025, 7, 1))).created
    assert services.units.all() == (Unit("Sở Nội vụ", valid_from=date(2025, 7, 1), id=UnitId(unit_id)),)
    assert services.units.save(Unit("Sở Nội vụ tỉnh", id=UnitId(unit_id))).created == ()
    assert [unit.name for unit in services.units.all()] == ["Sở Nội vụ tỉnh"]
    with pytest.raises(UnitNameMissing):
        services.units.save(Unit("  "))


def test_opening_and_closing(tmp_path: Path) -> None:
    path = tmp_path / "co-quan.tdkt"
    with pytest.raises(StoreMissing):
        open_services(path)
    with open_services(path, create=True, today=lambda: date(2024, 1, 2)) as services:
        assert (services.path, services.read_only, services.today()) == (path, False, date(2024, 1, 2))
        services.office.save(Office("SỞ NỘI VỤ"))
    with open_services(path, read_only=True) as services:
        assert services.read_only
        assert services.office.get().name == "SỞ NỘI VỤ"
        with pytest.raises(StoreTrouble):
            services.office.save(Office())


def test_the_default_store_lies_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.bootstrap.data_folder", lambda: tmp_path)
    assert default_store() == tmp_path / "thi-dua.tdkt"


def test_long_names_are_cut_between_words() -> None:
    assert brief("Tổ chức\n hội nghị") == "Tổ chức hội nghị"
    cut = brief("Tổ chức hội nghị " * 20)
    assert len(cut) <= 80
    assert cut.endswith(("Tổ…", "chức…", "hội…", "nghị…"))
    assert brief("x" * 100) == "x" * 79 + "…"
