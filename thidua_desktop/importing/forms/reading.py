"""A model of a form out of the text of its TOML file."""

from __future__ import annotations

import re
import tomllib
import unicodedata

from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.forms.model import (
    Agreement,
    Axis,
    FormHead,
    FormModel,
    FormPaper,
    Stub,
    StubKind,
)
from thidua_desktop.domain.forms.soundness import flaws
from thidua_desktop.domain.statistics.periods import PeriodKind
from thidua_desktop.domain.statistics.questions import Subject
from thidua_desktop.importing.forms.lines import Words, column_of, conditions_of, row_of, width_of
from thidua_desktop.importing.rulebooks.parts import read_basis
from thidua_desktop.importing.rulebooks.tables import Mistakes, Table

_NOT_TOML = re.compile(r"at line (\d+)")
_STUB_WIDTH = 10.0
_LISTS = {Axis.ROWS: "row", Axis.COLUMNS: "column"}


def read_form(
    text: str, *, file: str, words: Words, office: bool = False
) -> tuple[FormModel | None, tuple[Finding, ...]]:
    """The model of a file and what is wrong with it; a model with findings is not to be used.

    Args:
        words: the values that conditions may name.
        office: the office has added it.
    """
    mistakes = Mistakes(file, text)
    try:
        values = tomllib.loads(unicodedata.normalize("NFC", text))
    except (tomllib.TOMLDecodeError, RecursionError) as trouble:
        where = _NOT_TOML.search(str(trouble))
        mistakes.at_line("rulebook.not_toml", int(where[1]) if where else len(text.splitlines()))
        return None, tuple(mistakes.findings)
    table = Table(values, (), mistakes)
    model = _model(table, words, office)
    if not mistakes.findings:
        _tell_flaws(model, table)
    return model, tuple(mistakes.findings)


def _model(table: Table, words: Words, office: bool) -> FormModel:
    model = FormModel(
        code=table.words("code"),
        number=table.words("number"),
        title=table.words("title"),
        basis=read_basis(table, None),
        subject=table.one_of("subject", Subject, needed=True) or Subject.AWARDS,
        rows=tuple(row_of(one, words, at) for at, one in enumerate(table.tables("row"))),
        columns=tuple(column_of(one, words) for one in table.tables("column")),
        stubs=tuple(_stub(one) for one in table.tables("stub")),
        head=table.one_of("head", FormHead) or FormHead.STATUTORY,
        issued_by=table.text("issued_by") or "",
        receiving=table.text("receiving") or "",
        receiver=table.text("receiver") or "",
        replaced_by=table.text("replaced_by") or "",
        paper=table.one_of("paper", FormPaper) or FormPaper.A4,
        landscape=table.truth("landscape") or False,
        unit=table.text("unit") or "",
        conditions=conditions_of(table, words),
        periods=table.some_of("periods", PeriodKind) or (PeriodKind.YEAR,),
        agreements=(*_agreements(table, "agree", within=False), *_agreements(table, "within", within=True)),
        notes=table.texts("notes") or (),
        order=order if (order := table.whole("order")) is not None else 100,
        office=office,
    )
    table.done()
    since, until = model.basis.valid_from, model.basis.valid_to
    if since is not None and until is not None and until < since:
        table.wrong("rulebook.days_reversed", "valid_to")
    return model


def _stub(table: Table) -> Stub:
    stub = Stub(
        kind=table.one_of("kind", StubKind, needed=True) or StubKind.LABEL,
        heading=table.text("head") or "",
        letter=table.text("letter") or "",
        width=width_of(table, _STUB_WIDTH),
    )
    table.done()
    return stub


def _agreements(table: Table, name: str, *, within: bool) -> tuple[Agreement, ...]:
    found = []
    for one in table.tables(name):
        axis = one.one_of("axis", Axis) or Axis.ROWS
        found.append(Agreement(axis, one.words("whole"), one.texts("parts") or (), within))
        if not one.has("parts"):
            one.mistakes.add("rulebook.key_missing", one.place, missing="parts")
        one.done()
    return tuple(found)


def _tell_flaws(model: FormModel, table: Table) -> None:
    """What is wrong between lines, each at the place of its line."""
    for flaw in flaws(model):
        place: tuple[str | int, ...] = ()
        if flaw.axis is not None:
            name = _LISTS[flaw.axis]
            lines = model.columns if flaw.axis is Axis.COLUMNS else model.rows
            at = [number for number, line in enumerate(lines) if line.key == flaw.key]
            place = (name, at[-1]) if at else (name,)
        table.mistakes.add(flaw.code, place, **flaw.params)
