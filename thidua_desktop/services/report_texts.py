"""The texts of reports: the office's own beside its file, else those that ship with the program."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.common.paths import resource
from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.narrative.checks import check
from thidua_desktop.domain.narrative.texts import AnnexText, ParagraphText, ReportTexts, SectionText, Variant
from thidua_desktop.domain.office_files import TEXTS
from thidua_desktop.services.outgoing import explained, outgoing

DATA = "report-texts/periodic.toml"
OFFICE_FILE = f"{TEXTS}/bao-cao.toml"
"""Where an office has its own texts, beside its file."""

_LINE = re.compile(r"at line (\d+)")


class ReportTextsUnreadable(FileTrouble):
    """The office's own texts are no such file."""

    code = "report_text.unreadable"


class ReportTextsMisspelt(ReportTextsUnreadable):
    """A line of the office's own texts is written as no such file is."""

    code = "report_text.misspelt"


class _Variant(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    when: str = ""


class _Sentence(msgspec.Struct, forbid_unknown_fields=True):
    variant: tuple[_Variant, ...]


class _Paragraph(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    sentence: tuple[_Sentence, ...] = ()
    fill: str = ""
    label: str = ""
    each: str = ""
    of: str = ""
    most: int = 0
    rest: str = ""


class _Section(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    title: str
    level: int
    label: str = ""
    fill: str = ""
    paragraph: tuple[_Paragraph, ...] = ()


class _Annex(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    title: str
    stub: str
    rows: str
    of: str
    columns: tuple[tuple[str, str], ...]
    groups: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    settings: dict[str, int]
    change: dict[str, str]
    words: dict[str, str]
    titles: dict[str, tuple[str, ...]]
    figures: dict[str, str]
    lists: dict[str, tuple[tuple[str, str], ...]]
    sorts: dict[str, tuple[str, ...]]
    opening: tuple[_Paragraph, ...]
    section: tuple[_Section, ...]
    annex: tuple[_Annex, ...] = ()


@lru_cache(maxsize=1)
def report_texts() -> ReportTexts:
    """The texts that ship with the program."""
    return _texts(resource(DATA).read_text(encoding="utf-8"))


def begin_own(folder: Path) -> Path:
    """The office's own texts, to be changed: made as those of the program where there are none yet.

    Raises:
        FileTrouble: the folder cannot be written to.
    """
    own = folder / OFFICE_FILE
    if not own.exists():
        with explained(own):
            own.parent.mkdir(exist_ok=True)
        with outgoing(own) as scratch:
            scratch.write_bytes(resource(DATA).read_bytes())
    return own


def texts_of(folder: Path) -> ReportTexts:
    """The office's own texts where its folder has some, else the program's.

    Raises:
        ReportTextsUnreadable, ReportTextsMisspelt: the office's file cannot be read, or is none.
        ReportTextWrong, ReportTextMissing: something in it is wrong or not there.
    """
    own = folder / OFFICE_FILE
    if not own.is_file():
        return report_texts()
    try:
        texts = _texts(own.read_text(encoding="utf-8-sig"))  # editors of Windows put a mark at the beginning
    except (OSError, ValueError, RecursionError, msgspec.DecodeError) as trouble:
        raise _unreadable(own, str(trouble)) from None
    check(texts)
    return texts


def _unreadable(path: Path, detail: str) -> ReportTextsUnreadable:
    """The trouble with a file; ``detail`` is English, so that of it only the line is told."""
    line = _LINE.search(detail)
    if line is None:
        return ReportTextsUnreadable(path=path, detail=detail)
    return ReportTextsMisspelt(path=path, line=int(line[1]), detail=detail)


def _texts(written: str) -> ReportTexts:
    file = msgspec.toml.decode(nfc(written).encode(), type=_File)
    return ReportTexts(
        figures=file.figures,
        lists=file.lists,
        change=file.change,
        settings=file.settings,
        sorts=file.sorts,
        titles=file.titles,
        words=file.words,
        opening=tuple(map(_paragraph, file.opening)),
        sections=tuple(map(_section, file.section)),
        annexes=tuple(AnnexText(**msgspec.structs.asdict(each)) for each in file.annex),
    )


def _section(each: _Section) -> SectionText:
    return SectionText(each.key, each.title, each.level, each.label, each.fill, tuple(map(_paragraph, each.paragraph)))


def _paragraph(each: _Paragraph) -> ParagraphText:
    sentences = tuple(
        tuple(Variant(variant.text, variant.when) for variant in sentence.variant) for sentence in each.sentence
    )
    return ParagraphText(each.key, sentences, each.fill, each.label, each.each, each.of, each.most, each.rest)
