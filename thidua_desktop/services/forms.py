"""Statutory and provincial forms: which model serves a period, every cell with its origin, files to send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.common.files import safe_file_name
from thidua_desktop.common.progress import current
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.forms.checks import checked
from thidua_desktop.domain.forms.choosing import Choice, Substitute, choose, chosen
from thidua_desktop.domain.forms.counting import FactCounts
from thidua_desktop.domain.forms.filling import FilledForm, Given, Number, Typed, fill
from thidua_desktop.domain.forms.model import Source
from thidua_desktop.domain.forms.printing import LEAST_READABLE, TEXT_SIZE, print_scale
from thidua_desktop.domain.funds import FundEntry, FundKind
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.stages import Stage
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.units import Office
from thidua_desktop.services.form_models import OFFICE_FOLDER, FormModels
from thidua_desktop.services.hand_figures import HandFigureService
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.services.paper_folders import whole_folder
from thidua_desktop.services.report_files import FormatNotOffered
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.statistics import StatisticsService
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import forms as words
from thidua_desktop.wording import statistics as period_words

__all__ = ["Choice", "FilledForm", "FormService", "Format"]

_FORMATS = (Format.XLSX, Format.PDF)


class FormService:
    """Draws up forms; nothing of the office file is changed."""

    def __init__(
        self,
        store: Store,
        statistics: StatisticsService,
        rulebooks: RulebookService,
        hand_figures: HandFigureService,
    ) -> None:
        self._store = store
        self._statistics = statistics
        self._rulebooks = rulebooks
        self._hand_figures = hand_figures
        self._models = FormModels(store.path.parent / OFFICE_FOLDER, rulebooks)

    def models(self, period: Period) -> tuple[Choice, ...]:
        """The forms that are drawn up for periods of this kind, one model of each, in their order."""
        fitting = (model for model in self._models.all() if period.kind in model.periods)
        return chosen(fitting, period)

    @property
    def troubles(self) -> tuple[FileTrouble, ...]:
        """What is wrong with forms of the office; those are left out, the others can be drawn up."""
        return self._models.troubles

    def reload(self) -> None:
        """Read the office's own forms again when they are next asked for."""
        self._models.reload()

    def start_own(self) -> Path:
        """The folder of the office's own forms; one to start from is put there where it is empty.

        Raises:
            FormFolderRefused: it cannot be written.
        """
        return self._models.start_own()

    def fill(self, code: str, period: Period) -> FilledForm:
        """A form for a period, with what does not agree in it, and what its model leaves uncertain.

        Raises:
            FormUnknown: no form is called so.
            Cancelled: the clerk does not want to wait.
        """
        return self._filled(choose(self._models.all(), code, period), period)

    def write(self, code: str, period: Period, out: Path, format: Format) -> Path:
        """Write a form as a workbook or PDF; gives where it lies.

        Raises:
            FormUnknown, FormatNotOffered: nothing is written.
            GlyphMissing, FileTrouble, Cancelled: a former file is what it was.
        """
        if format not in _FORMATS:
            raise FormatNotOffered(format=format.value)
        form = self.fill(code, period)
        with outgoing(out) as scratch:
            self._write(form, scratch, format)
        return out

    def write_all(self, year: int, folder: Path) -> tuple[Path, ...]:
        """Write every form of a year, each as workbook and PDF, into a folder that is new or empty.

        Raises:
            FolderTaken: there are files in it.
            GlyphMissing, FileTrouble, Cancelled: nothing is left behind.
        """
        period = periods.year(year)
        choices = self.models(period)
        names: list[str] = []
        with whole_folder(folder) as scratch:
            for done, choice in enumerate(choices):
                current().step(done, len(choices), Stage.WRITING)
                form = self._filled(choice, period)
                stem = safe_file_name(words.file_stem(choice.model.code, period_words.period(period)))
                for format in _FORMATS:
                    name = f"{stem}.{format.value}"
                    self._write(form, scratch / name, format)
                    names.append(name)
            current().step(len(choices), len(choices), Stage.WRITING)
        return tuple(folder / name for name in names)

    def _filled(self, choice: Choice, period: Period) -> FilledForm:
        facts = self._statistics.facts(period, frozenset(choice.model.subjects()))
        with self._store.read() as work:
            amounts = _amounts(work, period)
        typed = self._hand_figures.figures(choice.model.code, period)
        given = Given({place: Typed(_plain(one.value), one.note) for place, one in typed.items()}, amounts)
        counts = FactCounts(facts)
        short = {award.id: award.abbreviation for award in self._rulebooks.awards() if award.abbreviation}
        names = words.value_names(facts.names, short)
        form = checked(fill(choice, period, counts, names, given), counts)
        return replace(form, findings=(*model_findings(choice), *_small_print(form), *_missing(form), *form.findings))

    def _office(self) -> Office:
        with self._store.read() as work:
            return work.office.get()

    def _write(self, form: FilledForm, target: Path, format: Format) -> None:
        from thidua_desktop.reports.forms.fitting import on_one_page
        from thidua_desktop.reports.forms.sheet import form_sheet

        sheet = on_one_page(form_sheet(form, self._office(), period_words.period(form.period)))
        if format is Format.PDF:
            from thidua_desktop.reports.forms import pdf

            pdf.write((sheet,), target, sheet.title)
        else:
            from thidua_desktop.reports.forms import excel

            excel.write((sheet,), target, sheet.title)


def model_findings(choice: Choice) -> tuple[Finding, ...]:
    """What has to be said of a model before it is used for a period."""
    return tuple(_model_findings(choice))


def _model_findings(choice: Choice) -> Iterator[Finding]:
    model, basis = choice.model, choice.model.basis
    params = {"form": model.code, "citation": basis.citation}
    match choice.substitute:
        case Substitute.ENDED:
            yield Finding("form.ended", params={**params, "until": basis.valid_to, "replaced_by": model.replaced_by})
        case Substitute.NOT_YET:
            yield Finding("form.not_yet", params={**params, "since": basis.valid_from})
    if basis.confidence is not Confidence.SEEN:
        yield Finding("form.model_unsure", Severity.INFO, params)
    if basis.note:
        yield Finding("form.model_note", Severity.INFO, {**params, "note": basis.note})


def _small_print(form: FilledForm) -> Iterator[Finding]:
    size = print_scale(form) * TEXT_SIZE
    if size < LEAST_READABLE:
        params = {"form": form.model.code, "count": len(form.columns), "size": round(size)}
        yield Finding("form.small_print", Severity.INFO, params)


def _missing(form: FilledForm) -> Iterator[Finding]:
    count = len(form.missing())
    if count:
        yield Finding("form.hand_missing", Severity.INFO, {"form": form.model.code, "count": count})


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


def _amounts(work: Work, period: Period) -> Mapping[Source, int]:
    """The fund in a period: what its first year began with, what came in and went out between its days."""
    entries = [one for one in work.decision.fund.of() if one.year in period.years]
    within = [one for one in entries if period.covers(one.day) and one.kind is not FundKind.OPENING]
    opening = [one for one in entries if one.kind is FundKind.OPENING and one.year == period.first.year]
    spent = [one for one in within if one.kind is FundKind.EXPENSE]
    return {
        Source.FUND_OPENING: _total(opening),
        Source.FUND_INCOME: _total([one for one in within if one.kind is FundKind.INCOME]),
        Source.FUND_BONUSES: _total([one for one in spent if one.decision_id is not None]),
        Source.FUND_OTHER: _total([one for one in spent if one.decision_id is None]),
    }


def _total(entries: Sequence[FundEntry]) -> int:
    return sum(one.amount for one in entries)
