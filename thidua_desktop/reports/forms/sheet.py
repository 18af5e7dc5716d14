"""A filled form as it is laid out: title block, headings, widths, notes, sign-off. The writers add nothing to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thidua_desktop.domain.forms.expansion import PlacedRow
from thidua_desktop.domain.forms.filling import FilledForm, Origin
from thidua_desktop.domain.forms.model import FormHead, FormModel, StubKind
from thidua_desktop.domain.forms.printing import MARGIN, paper_size, print_scale, wanted_widths
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.forms.heads import Heads, heading_rows, letter_row
from thidua_desktop.reports.model import Align, HeadCell, HeadingLine, PageFormat, Signature, Style
from thidua_desktop.wording import formats, papers
from thidua_desktop.wording import forms as words

LEFT_SHARE = 0.6
"""The part of the width that the number of the form takes; who reports to whom has the rest."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form ready for the writers. ``widths`` in millimetres as laid out, stub columns first; they fill the page."""

    form: FilledForm
    title: str
    page: PageFormat
    left: tuple[HeadingLine, ...]
    right: tuple[HeadingLine, ...]
    heading: tuple[HeadingLine, ...]
    measure: str
    widths: tuple[float, ...]
    header: Heads
    letters: tuple[HeadCell, ...]
    notes: tuple[str, ...]
    date_line: str
    signatures: tuple[Signature, Signature]
    pages: int = 0
    """How many pages it is to have; 0 where nobody has looked."""

    @property
    def right_align(self) -> Align:
        """How the right part of the title block stands."""
        return Align.LEFT if self.form.model.head is FormHead.STATUTORY else Align.RIGHT

    def stub_words(self, row: PlacedRow) -> tuple[str, ...]:
        """The words at the left of a row."""
        said = (row.word(stub.kind) for stub in self.form.model.stubs)
        return tuple("" if word is None else str(word) for word in said)

    @property
    def heads(self) -> Heads:
        """The heading rows with the row of letters."""
        return (*self.header, self.letters) if self.letters else self.header

    @property
    def aligns(self) -> tuple[Align, ...]:
        """How the columns stand: words left, marks in the middle, figures right."""
        stubs = (_STUB_ALIGNS.get(stub.kind, Align.CENTER) for stub in self.form.model.stubs)
        return (*stubs, *(Align.RIGHT for _ in self.form.columns))


_STUB_ALIGNS = {StubKind.LABEL: Align.LEFT, StubKind.DETAIL: Align.LEFT}


def form_sheet(form: FilledForm, office: Office, period: str) -> FormSheet:
    """Lay out a form.

    Args:
        office: who reports, and who signs.
        period: what the period is called ("Năm 2026").
    """
    model = form.model
    page, widths = _fitted(form)
    left, right = _statutory(model, office) if model.head is FormHead.STATUTORY else _of_office(model, office)
    return FormSheet(
        form=form,
        title=f"{model.code} - {period}",
        page=page,
        left=left,
        right=right,
        heading=(HeadingLine(model.title), HeadingLine(period, Style.ITALIC)),
        measure=f"{words.MEASURE} {model.unit}" if model.unit else "",
        widths=widths,
        header=heading_rows(model.stubs, form.columns),
        letters=letter_row(model.stubs, form.columns),
        notes=tuple(_notes(form)),
        date_line=formats.date_line(office.place, None),
        signatures=(
            Signature((words.COMPILER,), office.compiler_name, words.SIGN),
            Signature(office.signer_posts or (words.HEAD_OF_UNIT,), office.signer_name, words.SIGN_AND_SEAL),
        ),
    )


def _statutory(model: FormModel, office: Office) -> tuple[tuple[HeadingLine, ...], tuple[HeadingLine, ...]]:
    left = [HeadingLine(f"{words.FORM_NUMBER} {model.number}")]
    left += [HeadingLine(model.issued_by, Style.REGULAR)] if model.issued_by else []
    if model.receiving:
        left += [HeadingLine(words.RECEIVED, Style.REGULAR), HeadingLine(model.receiving, Style.REGULAR)]
    receiver = papers.in_text(office.superior) or model.receiver
    right = (
        HeadingLine(f"{words.FROM} {papers.in_text(office.name) or words.TO_BE_WRITTEN}", Style.REGULAR),
        HeadingLine(f"{words.TO} {receiver or words.TO_BE_WRITTEN}", Style.REGULAR),
    )
    return tuple(left), right


def _of_office(model: FormModel, office: Office) -> tuple[tuple[HeadingLine, ...], tuple[HeadingLine, ...]]:
    superior = papers.superior_line(office.superior)
    left = (HeadingLine(superior, Style.REGULAR),) if superior else ()
    return (*left, HeadingLine(office.name.upper())), (HeadingLine(model.number),)


def _fitted(form: FilledForm) -> tuple[PageFormat, tuple[float, ...]]:
    """The page and the widths of all columns: they are stretched to the page, or the page is laid out wider and
    printed smaller where they need more than it has."""
    page = PageFormat(*paper_size(form.model), top=MARGIN, bottom=MARGIN, left=MARGIN, right=MARGIN)
    scale = print_scale(form)
    if scale < 1:
        page = grown(page, scale)
    wanted = wanted_widths(form)
    return page, tuple(width * page.text_width / sum(wanted) for width in wanted)


def grown(page: PageFormat, scale: float) -> PageFormat:
    """A page laid out so much larger than its paper that everything on it is printed ``scale`` times as large."""
    return replace(
        page,
        width=page.width / scale,
        height=page.height / scale,
        top=page.top / scale,
        bottom=page.bottom / scale,
        left=page.left / scale,
        right=page.right / scale,
        scale=page.scale * scale,
    )


def _notes(form: FilledForm) -> Iterator[str]:
    basis = words.basis_note(form.choice)
    if basis:
        yield basis
    yield from form.model.notes
    typed = [cell for row in form.cells for cell in row if cell.origin is Origin.HAND]
    if typed:
        counted = any(cell.origin is Origin.COMPUTED for row in form.cells for cell in row)
        yield words.hand_note(_typed_rows(form), _typed_columns(form)) if counted else words.HAND_ALL
    if any(cell.value is None for cell in typed):
        yield words.EMPTY_NOTE


def _typed_rows(form: FilledForm) -> tuple[str, ...]:
    return tuple(row.line.code or row.label for row in form.rows if row.line.hand)


def _typed_columns(form: FilledForm) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column.line.letter for column in form.columns if column.line.hand))
