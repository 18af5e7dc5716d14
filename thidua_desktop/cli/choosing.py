"""Records named on the command line: found by number or name, or the ones that there are are listed."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.cli.output import ExitCode, Output
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.services.container import Services
from thidua_desktop.wording import formats, labels

_MOST = 40


def round_not_found(services: Services, given: str, output: Output, *, nothing: str) -> ExitCode:
    """Say that no round is called so, and which there are; ``nothing``: what has not been done."""
    rounds = (row.round for year in services.plans.years() for row in reversed(services.nominations.rounds(year)))
    known = ((one.id, f"{one.year}  {one.name}") for one in rounds)
    return not_found("đợt xét", given, known, output, nothing=nothing)


def decision_not_found(services: Services, given: str, output: Output) -> ExitCode:
    """Say that no decision is called so, and which there are."""
    every = (one for year in services.decisions.years() for one in reversed(services.decisions.of_year(year)))
    return not_found("quyết định", given, ((one.id, told_decision(one)) for one in every), output)


def told_decision(one: Decision) -> str:
    """A decision on one line: number and day, or the year; what it is about, where it stands, how many lines."""
    head = f"{one.number} ngày {formats.day(one.signed_on)}" if one.signed_on is not None else f"{one.year}"
    return f"{head}  {one.title}  ({labels.of(one.state)}, {len(one.lines)} dòng)"


def not_found(
    what: str,
    given: str,
    known: Iterable[tuple[int | None, str]],
    output: Output,
    *,
    nothing: str = "Chưa có gì được thực hiện.",
) -> ExitCode:
    """Say that nothing is called so, and what there is: the latest first."""
    output.say(f"Tệp dữ liệu không có {what} nào số hoặc tên là “{given}”. {nothing}")
    listed = list(known)
    for number, name in listed[:_MOST]:
        output.say(without_id_numbers(f"{number or '':>5}  {name}"))
    if len(listed) > _MOST:
        output.say(f"… và {len(listed) - _MOST} {what} khác.")
    if not listed:
        output.say(f"Tệp này chưa có {what} nào.")
    return ExitCode.USAGE
