"""The forms that ship with the program and those that an office keeps beside its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.common.files import atomic_write
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.forms.model import FormModel
from thidua_desktop.domain.movements import LaunchLevel, MovementLength, MovementMethod, MovementScope
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.statistics.facts import Outcome
from thidua_desktop.domain.statistics.orders import LEVELS
from thidua_desktop.domain.statistics.questions import NO, YES, Dimension
from thidua_desktop.domain.statistics.workers import WorkerClass
from thidua_desktop.importing.forms.lines import Words
from thidua_desktop.importing.forms.reading import read_form
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.rulebooks import RulebookService

FOLDER = "forms"
SAMPLE = "forms/sample/bieu-rieng.toml"
SAMPLE_NAME = "bieu-rieng.toml"
OFFICE_FOLDER = "bieu-mau"
"""The folder beside an office file in which the office keeps forms of its own."""

_YES_NO = frozenset({YES, NO})
_FIXED: Mapping[Dimension, frozenset[str]] = {
    Dimension.LEVEL: frozenset((*LEVELS, *LaunchLevel)),
    Dimension.OCCASION: frozenset(Occasion),
    Dimension.KIND: frozenset(RecipientKind),
    Dimension.SEX: frozenset(("male", "female")),
    Dimension.WORKER: frozenset(WorkerClass),
    Dimension.RESULT: frozenset(Outcome),
    Dimension.SCOPE: frozenset(MovementScope),
    Dimension.METHOD: frozenset(MovementMethod),
    Dimension.LENGTH: frozenset(MovementLength),
    **dict.fromkeys((Dimension.LEADER, Dimension.ENTERPRISE, Dimension.SENT_UP, Dimension.LATE), _YES_NO),
}


class FormNotRead(FileTrouble):
    """A form of the office has mistakes; ``findings`` has every one of them with its line."""

    code = "form.not_read"

    def __init__(self, path: Path, findings: Sequence[Finding]) -> None:
        super().__init__(path=path, count=len(findings))
        self.findings = tuple(findings)


class FormUnreachable(FileTrouble):
    """A form of the office is there but cannot be opened."""

    code = "form.unreachable"


class FormFolderRefused(FileTrouble):
    """The folder for the office's own forms cannot be made or written."""

    code = "form.folder_refused"


@lru_cache(maxsize=1)
def shipped() -> tuple[FormModel, ...]:
    """The forms of the program, in their order."""
    words = _words(AwardService().catalogue())
    models = [_read(path, words) for path in sorted(resource(FOLDER).glob("*.toml"))]
    return tuple(sorted(models, key=lambda model: (model.order, model.code)))


def _words(awards: Sequence[Award]) -> Words:
    """The values that conditions may name."""
    known = {
        Dimension.AWARD: frozenset(award.id for award in awards),
        Dimension.AWARD_GROUP: frozenset(award.kind for award in awards),
    }
    return Words({**_FIXED, **known})


def _read(path: Path, words: Words, *, office: bool = False) -> FormModel:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise FormUnreachable(path=path) from trouble
    model, findings = read_form(text, file=path.name, words=words, office=office)
    if findings or model is None:
        raise FormNotRead(path, findings)
    return model


class FormModels:
    """Every model that there is. The office's own are read when they are first asked for."""

    def __init__(self, folder: Path, rulebooks: RulebookService) -> None:
        self._folder = folder
        self._rulebooks = rulebooks

    def all(self) -> tuple[FormModel, ...]:
        """The forms of the program and those of the office, in their order."""
        return tuple(sorted((*shipped(), *self._read_office[0]), key=lambda model: (model.order, model.code)))

    @property
    def troubles(self) -> tuple[FileTrouble, ...]:
        """What is wrong with forms of the office; those are left out, the others can be drawn up."""
        return self._read_office[1]

    def reload(self) -> None:
        """Read the office's own forms again when they are next asked for."""
        self.__dict__.pop("_read_office", None)

    def start_own(self) -> Path:
        """The folder of the office's own forms; one to start from is put there where it is empty.

        Raises:
            FormFolderRefused: it cannot be written.
        """
        try:
            self._folder.mkdir(exist_ok=True)
            if not any(self._folder.glob("*.toml")):
                atomic_write(self._folder / SAMPLE_NAME, resource(SAMPLE).read_bytes())
        except OSError as trouble:
            raise FormFolderRefused(path=self._folder) from trouble
        self.reload()
        return self._folder

    @cached_property
    def _read_office(self) -> tuple[tuple[FormModel, ...], tuple[FileTrouble, ...]]:
        models: list[FormModel] = []
        troubles: list[FileTrouble] = []
        for path in sorted(self._folder.glob("*.toml")):
            try:
                models.append(_read(path, _words(self._rulebooks.awards()), office=True))
            except FileTrouble as trouble:
                troubles.append(trouble)
        return tuple(models), tuple(troubles)
