"""Which model of a form serves a period, and what has to be said where none is valid then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.forms.model import FormModel
from thidua_desktop.domain.statistics.periods import Period


class FormUnknown(AppError):
    """No form has this code."""

    code = "form.unknown"


class Substitute(StrEnum):
    """Why a form serves a period that it is not valid for."""

    ENDED = "ended"
    """It is out of force and the program has no later one."""
    NOT_YET = "not_yet"
    """It came into force only after the period, and the program has no earlier one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A model for a period; ``substitute`` says why it is used although it is not valid on the period's last day."""

    model: FormModel
    substitute: Substitute | None = None


def choose(models: Iterable[FormModel], code: str, period: Period) -> Choice:
    """The model of a form for a period: the one valid on its last day, an office's own before the program's.

    Where none is, the one that was valid last before that day; where there is none either, the first after it.

    Raises:
        FormUnknown: no form is called so.
    """
    wanted = _plain(code)
    same = [model for model in models if _plain(model.code) == wanted]
    if not same:
        raise FormUnknown(form=code)
    day = period.last
    valid = [model for model in same if model.basis.covers(day)]
    if valid:
        return Choice(max(valid, key=lambda model: (model.office, model.basis.valid_from is not None, _since(model))))
    ended = [model for model in same if model.basis.valid_to is not None and model.basis.valid_to < day]
    if ended:
        return Choice(max(ended, key=lambda model: (model.basis.valid_to, model.office)), Substitute.ENDED)
    return Choice(min(same, key=_since), Substitute.NOT_YET)


def chosen(models: Iterable[FormModel], period: Period) -> tuple[Choice, ...]:
    """One model of each form for a period, in the order of the forms."""
    known = tuple(models)
    codes = dict.fromkeys(_plain(model.code) for model in sorted(known, key=lambda model: (model.order, model.code)))
    return tuple(choose(known, code, period) for code in codes)


def _since(model: FormModel) -> int:
    return model.basis.valid_from.toordinal() if model.basis.valid_from is not None else 0


def _plain(code: str) -> str:
    """A code as it is compared: "0602", "0602.n" and "0602.N" are the same form."""
    return code.strip().upper().removesuffix(".N")
