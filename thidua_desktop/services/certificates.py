"""Certificates of signed decisions: composed from the list, held against the council's names, printed form by form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common import progress
from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.certificates import (
    UNMOVED,
    USUAL,
    Blank,
    Certificate,
    Offset,
    Placement,
    Zone,
    placed,
    read_offset,
    read_placement,
    written_offset,
    written_placement,
)
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.ids import AwardRecordId, DecisionId, DecisionLineId
from thidua_desktop.domain.issuers import signs_here
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services import certificate_blanks
from thidua_desktop.services.corrections import CorrectionService
from thidua_desktop.services.decision_lines import whole
from thidua_desktop.services.decision_reports import DecisionReports, DecisionTexts
from thidua_desktop.services.name_checks import CheckedNames, NameCheckService
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import certificates as words
from thidua_desktop.wording import decision_texts

if TYPE_CHECKING:
    from thidua_desktop.reports.certificates import Run

__all__ = ["CertificateService", "CertificateWish", "Sheets"]

_PRESET = frozenset({Kind.PRESET})
_AT = " @ "


class CertificateNotSigned(AppError):
    """Certificates are printed of signed decisions; of a draft only a proof is."""

    code = "certificate.not_signed"


class CertificateNothing(AppError):
    """There is nobody to print a certificate for: no lines, or all of them were withdrawn."""

    code = "certificate.nothing"


@dataclass(frozen=True, slots=True)
class CertificateWish:
    """On which form and how certificates are wanted."""

    blank: str
    placement: Placement = USUAL
    offset: Offset = UNMOVED
    lines: tuple[int, ...] = ()
    """Places in the list, from 1; none for all."""
    merit: str = ""
    """For what, on every sheet, in the place of what the lines and the decision say."""
    signer_posts: tuple[str, ...] | None = None
    """The lines above the signature; None: as in the decision."""
    signer_name: str | None = None
    proof: bool = False
    """With a mark across it; the only way to see those of a draft."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands on the certificates of a decision besides its lines."""

    authority: str
    merit: str
    place: str
    posts: tuple[str, ...]
    signer: str


@dataclass(frozen=True, slots=True)
class Sheets:
    """The certificates that are wanted, line by line, before they are set in type."""

    decision: Decision
    lines: tuple[DecisionLine, ...]
    signed: tuple[DecisionLine, ...]
    """The same lines as they were signed."""
    around: _Around
    awards: Mapping[str, Award]
    book: str = ""
    """The number in the golden book of a line that has none from its decision, as the register wrote it."""


class CertificateService:
    """Writes certificates (PDF), and keeps where an office's forms and printers need the letters."""

    def __init__(
        self, store: Store, reports: DecisionReports, names: NameCheckService, corrections: CorrectionService
    ) -> None:
        self._store = store
        self._reports, self._names, self._corrections = reports, names, corrections

    # forms

    def blanks(self) -> tuple[Blank, ...]:
        """The forms that there are."""
        return certificate_blanks.blanks()

    def usual(self, decision_id: DecisionId) -> Blank:
        """The form that a decision's certificates are usually printed on.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        return self._usual(self._decision(decision_id).lines)

    def placement(self, blank: str) -> Placement:
        """What the office has settled about a form; the usual where nothing was."""
        with self._store.read() as work:
            return read_placement(work.presets.certificate(blank))

    def offset(self, blank: str, printer: str) -> Offset:
        """By how much a printer misses a form, as it was measured; none where nothing was."""
        with self._store.read() as work:
            return read_offset(work.presets.certificate(f"{blank}{_AT}{printer}"))

    def place(self, blank: str, placement: Placement, *, printer: str = "", offset: Offset = UNMOVED) -> Changes:
        """Keep what was settled about a form, and how far a printer misses it.

        Raises:
            CertificateBlankUnknown, CertificateMeasureImpossible: nothing is kept.
        """
        form = certificate_blanks.blank_of(blank)
        placed(form, placement, offset)
        with self._store.write("certificate.place", name=brief(form.name)) as work:
            work.presets.keep_certificate(blank, written_placement(placement))
            work.presets.keep_certificate(f"{blank}{_AT}{printer}", written_offset(offset))
        return Changes("certificate.place", _PRESET)

    # certificates

    def signer(self, decision_id: DecisionId) -> tuple[tuple[str, ...], str]:
        """The lines above the signature and the name, as the certificates of a decision have them by themselves.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        around = self._around(self._decision(decision_id), self._reports.texts(decision_id))
        return around.posts, around.signer

    def check(self, decision_id: DecisionId, wish: CertificateWish) -> CheckedNames:
        """The names of the lines as the council said them, as the list has them, and as they would be printed.

        Raises:
            CertificateLinesUnreadable, CertificateNothing, CertificateBlankUnknown: as for ``write``.
            CertificateTextTooLong, GlyphMissing: a text cannot be printed.
            RecordMissing: no such decision, or in the trash.
        """
        sheets = self._sheets(decision_id, wish)
        return self._check(sheets, wish, self._laid_out(sheets, wish))

    def answer(self, decision_id: DecisionId, wish: CertificateWish, reasons: dict[DecisionLineId, str]) -> Changes:
        """Let names stand that differ, each with its reason, as ``NameCheckService.answer`` does for a decision.

        Raises:
            NameAnswerMissing, NamesAgree: nothing is kept.
        """
        return self._names.answer(decision_id, reasons, self.check(decision_id, wish))

    def write(self, decision_id: DecisionId, wish: CertificateWish, out: Path) -> Path:
        """Write a certificate for each line that is wanted; lines that were withdrawn get none.

        Raises:
            NamesDiffer: names are not the same everywhere, and nobody has said why; nothing is written.
            CertificateNotSigned: of a draft only a proof is written.
            CertificateNothing, CertificateLinesUnreadable: there is nobody to print one for.
            CertificateBlankUnknown, CertificateMeasureImpossible: of the form.
            CertificateTextTooLong, GlyphMissing: a text cannot be printed.
            FileTrouble: a former file is what it was.
            RecordMissing: no such decision, or in the trash.
        """
        return self._write(self._sheets(decision_id, wish), wish, out)

    def place_in_decision(self, record_id: AwardRecordId) -> tuple[DecisionId, int] | None:
        """Where an entry of the register stands: its decision and the place in its list; None by itself."""
        with self._store.read() as work:
            for line_id in work.register.lines_of([record_id]):
                line = work.decision.lines.get(line_id)
                if line.decision_id is not None:
                    return line.decision_id, line.place
        return None

    def write_record(self, record_id: AwardRecordId, wish: CertificateWish, out: Path) -> Path:
        """Write the certificate of an entry of the register that stands in no decision of the file.

        Raises:
            CertificateNothing: the award was withdrawn.
            RecordMissing: no such entry; otherwise as ``write``.
        """
        return self._write(self._record_sheets(record_id), wish, out)

    def signer_of_record(self, record_id: AwardRecordId) -> tuple[tuple[str, ...], str]:
        """The lines above the signature and the name, nothing where somebody else than the office decided.

        Raises:
            CertificateNothing: the award was withdrawn.
            RecordMissing: no such entry.
        """
        around = self._record_sheets(record_id).around
        return around.posts, around.signer

    def usual_of_record(self, record_id: AwardRecordId) -> Blank:
        """The form that the award of an entry is usually printed on.

        Raises:
            CertificateNothing: the award was withdrawn.
            RecordMissing: no such entry.
        """
        return self._usual(self._record_sheets(record_id).lines)

    def write_sample(self, wish: CertificateWish, out: Path) -> Path:
        """Write a page with rulers and the room of every line, to be held against a form.

        Raises:
            CertificateBlankUnknown, CertificateMeasureImpossible, FileTrouble: nothing is written.
        """
        from thidua_desktop.reports.pdf import certificates as pdf  # sets type: loaded late

        blank = certificate_blanks.blank_of(wish.blank)
        boxes = placed(blank, wish.placement, wish.offset)
        with outgoing(out) as scratch:
            pdf.write_sample(blank, boxes, wish.offset, scratch, title=blank.name)
        return out

    # composing

    def _write(self, sheets: Sheets, wish: CertificateWish, out: Path) -> Path:
        from thidua_desktop.reports.pdf import certificates as pdf

        if not sheets.decision.locked and not wish.proof:
            raise CertificateNotSigned(title=brief(sheets.decision.title))
        laid_out = self._laid_out(sheets, wish)
        self._check(sheets, wish, laid_out).require()
        blank = certificate_blanks.blank_of(wish.blank)
        title = words.file_name(sheets.decision.number or brief(sheets.decision.title))
        with outgoing(out) as scratch:
            pdf.write((runs for _, runs in laid_out), blank, scratch, title=title, proof=wish.proof)
        return out

    def _laid_out(self, sheets: Sheets, wish: CertificateWish) -> list[tuple[Certificate, tuple[Run, ...]]]:
        from thidua_desktop.reports.certificates import laid_out

        boxes = placed(certificate_blanks.blank_of(wish.blank), wish.placement, wish.offset)
        found = []
        for at, line in enumerate(sheets.lines):
            progress.current().step(at, len(sheets.lines), Stage.WRITING)
            certificate = _certificate(sheets, line, wish)
            found.append((certificate, laid_out(certificate, boxes)))
        return found

    def _check(
        self, sheets: Sheets, wish: CertificateWish, laid_out: Sequence[tuple[Certificate, tuple[Run, ...]]]
    ) -> CheckedNames:
        from thidua_desktop.reports.certificates import printed_name

        printed = [printed_name(runs, one, wish.placement.letters) for one, runs in laid_out]
        if not wish.placement.prints(certificate_blanks.blank_of(wish.blank), Zone.RECIPIENT):
            printed = [line.name for line in sheets.lines]  # a sheet without a name cannot have a wrong one
        return self._names.of_lines(sheets.lines, sheets.signed, printed)

    def _sheets(self, decision_id: DecisionId, wish: CertificateWish) -> Sheets:
        decision = self._decision(decision_id)
        read = self._corrections.as_read(decision_id)
        wanted = wish.lines or tuple(range(1, len(read) + 1))
        chosen = [read[place - 1] for place in wanted if 1 <= place <= len(read)]
        held = [(one.now, one.signed) for one in chosen if one.now is not None]
        if not held or decision.state is DecisionState.WITHDRAWN:
            raise CertificateNothing(title=brief(decision.title))
        around = self._around(decision, self._reports.texts(decision_id))
        lines = tuple(now for now, _ in held)
        signed = tuple(signed for _, signed in held)
        return Sheets(decision, lines, signed, around, self._reports.awards())

    def _around(self, decision: Decision, texts: DecisionTexts) -> _Around:
        with self._store.read() as work:
            office = work.office.get()
        # Of an old decision of somebody else nobody knows who signed: the office's own head did not.
        foreign = not decision.signer_posts and not signs_here(texts.authority, office.name)
        unknown = foreign and texts.signer_posts == office.signer_posts
        posts, signer = ((), "") if unknown else (texts.signer_posts, texts.signer_name)
        return _Around(texts.authority, texts.merit, office.place, posts, signer)

    def _record_sheets(self, record_id: AwardRecordId) -> Sheets:
        with self._store.read() as work:
            entry = work.award_records.get(record_id)
            recipient = work.recipients.any(entry.recipient_id)
            office = work.office.get()
        if not entry.counts:
            raise CertificateNothing(title=brief(entry.name))
        line = DecisionLine(
            nomination_id=None,
            name=entry.name,
            award_id=entry.award_id,
            kind=recipient.kind.value,
            honorific=recipient.honorific or "",
            position=entry.position or "",
            unit=entry.unit or "",
            achievement=entry.achievement or "",
        )
        own = signs_here(entry.decided_by or "", office.name)
        decision = Decision(
            title=entry.name,
            number=entry.decision,
            signed_on=entry.decided_on,
            state=DecisionState.ISSUED,
            lines=(line,),
            historical=True,
        )
        posts, signer = (office.signer_posts, office.signer_name) if own else ((), "")
        around = _Around(entry.decided_by or "", decision_texts.merit(entry.year), office.place, posts, signer)
        return Sheets(decision, (line,), (line,), around, self._reports.awards(), entry.golden_book or "")

    def _usual(self, lines: Sequence[DecisionLine]) -> Blank:
        awards = self._reports.awards()
        kinds = [awards[line.award_id].kind for line in lines if line.award_id in awards]
        return certificate_blanks.usual_blank(kinds[:1])

    def _decision(self, decision_id: DecisionId) -> Decision:
        with self._store.read() as work:
            decision = whole(work, work.decision.decisions.get(decision_id))
        return replace(decision, lines=() if decision.corrects is not None else decision.lines)


def _certificate(sheets: Sheets, line: DecisionLine, wish: CertificateWish) -> Certificate:
    around, number, day = sheets.around, sheets.decision.number or "", sheets.decision.signed_on
    award = sheets.awards.get(line.award_id)
    bare = wish.placement.bare
    book = sheets.book if line.golden_book is None else str(line.golden_book)
    texts = {
        Zone.NATION: words.NATION,
        Zone.MOTTO: words.MOTTO,
        Zone.AUTHORITY: words.authority(around.authority),
        Zone.GIVES: words.gives(award),
        Zone.AWARD: words.award_title(award, line.award_id),
        Zone.RECIPIENT: words.recipient(line.honorific, without_id_numbers(line.name), wish.placement.letters),
        Zone.POST: _post(line),
        Zone.MERIT: words.merit(wish.merit or line.achievement, wish.merit or around.merit),
        Zone.DECISION: words.decision(number, day, bare=bare) if number else "",
        Zone.GOLDEN_BOOK: words.golden_book(book, bare=bare) if book else "",
        Zone.PLACE_DAY: words.place_day(around.place, day),
        Zone.SIGNER_NAME: around.signer if wish.signer_name is None else wish.signer_name,
    }
    lines: dict[Zone, tuple[str, ...]] = {zone: (text,) for zone, text in texts.items()}
    lines[Zone.SIGNER_POSTS] = tuple(map(str.upper, around.posts if wish.signer_posts is None else wish.signer_posts))
    return Certificate(lines, line.honorific, line.name)


def _post(line: DecisionLine) -> str:
    """Post and unit; a unit that is the recipient itself is not said again."""
    from thidua_desktop.reports.councils.lines import joined

    return joined(line.position, "" if fold(line.unit) == fold(line.name) else line.unit)
