"""Dossiers (hồ sơ): which documents a nomination needs by the law of its day, and which of them are there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.ids import DossierDocumentId, DossierFileId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.rulebooks import AwardLaw, Basis


class DocumentNameMissing(AppError):
    """A document has to be named."""

    code = "dossier.document_missing"


class DocumentState(StrEnum):
    """What the clerk has found out about one document."""

    UNCHECKED = "unchecked"
    PRESENT = "present"
    COPY = "copy"
    FAULTY = "faulty"
    """It is there but cannot be used: no seal, no signature, another person's."""
    MISSING = "missing"
    NOT_NEEDED = "not_needed"


_D = DocumentState
NEXT = {_D.UNCHECKED: _D.PRESENT, _D.PRESENT: _D.MISSING, _D.MISSING: _D.UNCHECKED}
"""What one key makes of a state; from any other it goes to "present"."""

_ENOUGH = frozenset({_D.PRESENT, _D.COPY, _D.NOT_NEEDED})
_PROPOSED_FROM = (NominationState.ENTERED, NominationState.DOSSIER_MISSING, NominationState.DOSSIER_COMPLETE)


@dataclass(frozen=True, slots=True)
class DossierFile:
    """A file that was attached to a document; ``sha256`` is its name in the store."""

    file_name: str
    sha256: str
    id: DossierFileId | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What is kept of one document of a line or of a whole submission."""

    code: str
    """A code of the rulebooks, or the name of a document that no rulebook knows."""
    state: DocumentState = DocumentState.UNCHECKED
    checked_on: date | None = None
    note: str | None = None
    files: tuple[DossierFile, ...] = ()
    id: DossierDocumentId | None = None


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document in the checklist of one line."""

    code: str
    state: DocumentState
    required: bool
    """The law of the day asks for it; otherwise somebody has added it."""
    shared: bool = False
    """Said of the whole submission: one tờ trình, one biên bản for all of its lines."""
    checked_on: date | None = None
    note: str | None = None
    files: tuple[DossierFile, ...] = ()
    conditional: bool = False
    """Only some dossiers need it ("nếu có"): nothing is wrong while nobody has said that it is missing."""

    @property
    def lacking(self) -> bool:
        """Whether the dossier is not complete because of it."""
        if self.state is _D.UNCHECKED:
            return self.required and not self.conditional
        return self.state not in _ENOUGH


@dataclass(frozen=True, slots=True)
class Checklist:
    """The documents of one line, or of a submission, in the order of the law."""

    documents: tuple[CheckedDocument, ...] = ()
    basis: Basis | None = None
    """Where the law says it; None where the rulebook knows nothing of this award's dossier."""
    sets: int | None = None
    """How many sets; None where a ministry or province says."""

    def lacking(self) -> tuple[CheckedDocument, ...]:
        """What is missing, unusable or not yet looked at."""
        return tuple(each for each in self.documents if each.lacking)

    @property
    def checked(self) -> bool:
        """Whether anybody has looked at it."""
        return any(each.state is not _D.UNCHECKED for each in self.documents)

    def proposed_state(self, state: NominationState) -> NominationState | None:
        """What the line's state should become by its documents; None where it is right, or not for them to say.

        A line on which the law or the council has begun to be asked is left alone, as is one whose papers nobody has
        looked at and one of whose dossier the rulebook knows nothing.
        """
        if state not in _PROPOSED_FROM or not self.checked:
            return None
        lacking = bool(self.lacking())
        if not lacking and self.basis is None and not any(each.state is _D.PRESENT for each in self.documents):
            return None
        proposed = NominationState.DOSSIER_MISSING if lacking else NominationState.DOSSIER_COMPLETE
        return proposed if proposed is not state else None


def checklist(law: AwardLaw | None, own: Iterable[Document], shared: Iterable[Document] = ()) -> Checklist:
    """The documents of a line: what the law asks for, each as the line says, else as the submission says.

    Args:
        law: what the rulebook in force says of the award; None or without a dossier: nothing is known.
        own: what is kept with the line.
        shared: what is kept with the whole submission.
    """
    dossier = law.dossier if law is not None else None
    asked = dossier.documents if dossier is not None else ()
    if_any = dossier.if_any if dossier is not None else ()
    mine, ours = ({each.code: each for each in kept} for kept in (own, shared))
    extra = [code for code in mine if code not in asked]
    documents = tuple(
        _checked(code, mine.get(code), ours.get(code), required=code in asked, conditional=code in if_any)
        for code in (*asked, *extra)
    )
    if dossier is None:
        return Checklist(documents)
    return Checklist(documents, dossier.basis, dossier.sets)


def _checked(
    code: str, own: Document | None, ours: Document | None, *, required: bool, conditional: bool
) -> CheckedDocument:
    said = own is not None and own.state is not _D.UNCHECKED
    shared = not said and ours is not None and ours.state is not _D.UNCHECKED
    kept = (ours if shared else own) or Document(code)
    files = (own.files if own is not None else ()) + (ours.files if ours is not None else ())
    return CheckedDocument(code, kept.state, required, shared, kept.checked_on, kept.note, files, conditional)


def shared_checklist(laws: Sequence[AwardLaw | None], kept: Iterable[Document]) -> Checklist:
    """The documents of a submission: all that the law asks for any of its lines, each as said of the whole."""
    known = [law.dossier for law in laws if law is not None and law.dossier is not None]
    asked = dict.fromkeys(code for dossier in known for code in dossier.documents)
    ours = {each.code: each for each in kept}
    codes = (*asked, *(code for code in ours if code not in asked))
    needed = {code for dossier in known for code in dossier.documents if code not in dossier.if_any}
    documents = tuple(
        _checked(code, None, ours.get(code), required=code in asked, conditional=code not in needed) for code in codes
    )
    return Checklist(documents, known[0].basis if known else None)


def document_code(text: str, names: Mapping[str, str]) -> str:
    """The code of a document that the clerk has named, or the name itself where no rulebook has it.

    Raises:
        DocumentNameMissing: there is no name.
    """
    written = squeeze(text)
    if not written:
        raise DocumentNameMissing
    return next((code for code, name in names.items() if written.casefold() in (name.casefold(), code)), written)


def marked(document: Document, state: DocumentState, on: date, note: str | None) -> Document:
    """The document as the clerk has found it on a day; a note is only replaced by another one."""
    checked = None if state is _D.UNCHECKED else on
    return replace(document, state=state, checked_on=checked, note=note if note is not None else document.note)
