"""The rulebooks that ship with the program, with those that an office keeps beside its file laid over them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.common.files import atomic_write
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.office_files import RULEBOOKS
from thidua_desktop.domain.rulebook_layers import inherited, overlaid, settled
from thidua_desktop.domain.rulebooks import Rulebook, Vocabulary, in_force
from thidua_desktop.importing.rulebooks.reading import read_rulebook
from thidua_desktop.services.awards import AwardService

FOLDER = "rulebooks"
COMMON = "common"
PERIODS = ("a", "b", "c1", "c2")
SAMPLE = "rulebooks/office-sample.toml"
SAMPLE_NAME = "quy-dinh-rieng.toml"
OFFICE_FOLDER = RULEBOOKS
"""The folder beside an office file in which the office keeps rulebooks of its own."""


class RulebookNotRead(FileTrouble):
    """A rulebook of the office has mistakes; ``findings`` has every one of them with its line."""

    code = "rulebook.not_read"

    def __init__(self, path: Path, findings: Sequence[Finding]) -> None:
        super().__init__(path=path, count=len(findings))
        self.findings = tuple(findings)


class RulebookUnreachable(FileTrouble):
    """A rulebook of the office is there but cannot be opened."""

    code = "rulebook.unreachable"


class RulebookFolderRefused(FileTrouble):
    """The folder for the office's own rulebooks cannot be made or written."""

    code = "rulebook.folder_refused"


@lru_cache(maxsize=1)
def shipped() -> tuple[Rulebook, ...]:
    """The rulebooks of the law, oldest first, each complete."""
    known = frozenset(award.id for award in AwardService().catalogue())
    common = _read(resource(f"{FOLDER}/{COMMON}.toml"), known, Vocabulary())
    books: dict[str, Rulebook] = {}
    for name in PERIODS:
        own = _read(resource(f"{FOLDER}/{name}.toml"), known, common.vocabulary)
        books[own.code] = inherited(own, books[own.inherits] if own.inherits else common)
    return tuple(settled(book) for book in books.values())


def _read(path: Path, awards: frozenset[str], below: Vocabulary, *, office: bool = False) -> Rulebook:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise RulebookUnreachable(path=path) from trouble
    book, findings = read_rulebook(text, file=path.name, awards=awards, below=below, office=office)
    if findings or book is None:
        raise RulebookNotRead(path, findings)
    return book


class RulebookService:
    """Which law judges which day. The files are read when they are first asked for, the office's own with them."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._laid: dict[tuple[str, ...], Rulebook] = {}

    def reload(self) -> None:
        """Read the office's own rulebooks again when they are next asked for."""
        self.__dict__.pop("_read_office", None)
        self._laid.clear()

    def start_own(self) -> Path:
        """The folder of the office's own rulebooks; an example to start from is put there where it is empty.

        Raises:
            RulebookFolderRefused: there is no folder to write to, or it cannot be written.
        """
        if self._folder is None:
            raise RulebookFolderRefused(path=Path(OFFICE_FOLDER))
        try:
            self._folder.mkdir(exist_ok=True)
            if not any(self._folder.glob("*.toml")):
                atomic_write(self._folder / SAMPLE_NAME, resource(SAMPLE).read_bytes())
        except OSError as trouble:
            raise RulebookFolderRefused(path=self._folder) from trouble
        return self._folder

    @property
    def troubles(self) -> tuple[FileTrouble, ...]:
        """What is wrong with rulebooks of the office; those are left out, the law goes on without them."""
        return self._read_office[1]

    @property
    def _office(self) -> tuple[Rulebook, ...]:
        return self._read_office[0]

    def books(self) -> tuple[Rulebook, ...]:
        """The rulebooks of the law, oldest first, with what the office lays over each."""
        return tuple(self._with(book, [own for own in self._office if _meets(own, book)]) for book in shipped())

    def on(self, day: date, *, accepted: date | None = None) -> Rulebook:
        """The rulebook that judges a document of a day; ``accepted`` is when its dossier was taken in.

        Raises:
            RulebookMissing: no rulebook covers the day.
        """
        book = in_force(shipped(), day, accepted=accepted)
        return self._with(book, [own for own in self._office if own.basis.covers(day)])

    def awards(self) -> tuple[Award, ...]:
        """The catalogue together with the awards that only the office has, lowest first."""
        own = {award.id: award for book in self._office for award in book.own_awards}
        every = (*AwardService().catalogue(), *own.values())
        return tuple(sorted(every, key=lambda award: (award.rank, award.id)))

    @cached_property
    def _read_office(self) -> tuple[tuple[Rulebook, ...], tuple[FileTrouble, ...]]:
        known = frozenset(award.id for award in AwardService().catalogue())
        below = shipped()[-1].vocabulary
        office: list[Rulebook] = []
        troubles: list[FileTrouble] = []
        for path in sorted(self._folder.glob("*.toml")) if self._folder is not None else ():
            try:
                office.append(_read(path, known, below, office=True))
            except FileTrouble as trouble:
                troubles.append(trouble)
        return tuple(office), tuple(troubles)

    def _with(self, book: Rulebook, office: Sequence[Rulebook]) -> Rulebook:
        codes = (book.code, *(own.code for own in office))
        if codes not in self._laid:
            for own in office:
                book = overlaid(book, own)
            self._laid[codes] = book
        return self._laid[codes]


def _meets(office: Rulebook, book: Rulebook) -> bool:
    starts = office.valid_from is None or book.valid_to is None or office.valid_from <= book.valid_to
    return starts and (office.valid_to is None or book.valid_from is None or book.valid_from <= office.valid_to)
