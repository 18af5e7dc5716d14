"""The movements, registrations and sent reports of the sample office."""

from __future__ import annotations

from thidua_desktop.services import demo, demo_directory, demo_reports
from thidua_desktop.services.container import Services


def test_the_sample_office_has_movements_and_registrations_once(services: Services) -> None:
    services.office.save(demo.OFFICE)
    demo_directory.build(services)
    demo_reports.build(services, 2024)
    movements = services.movements.all()
    assert {one.scope for one in movements} == set(type(movements[0].scope))
    table = services.registrations.table(2024)
    assert table.total > services.registrations.table(2023).total > 0
    assert sum(table.named.values()) == 3
    demo_reports.send(services, 2024)
    reports = services.report_archive.all()
    assert all(one.id is not None and services.report_archive.is_whole(one.id) for one in reports)
    before = services.history.recent()
    demo_reports.build(services, 2024)
    demo_reports.send(services, 2024)
    assert services.history.recent() == before
