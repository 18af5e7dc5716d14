"""Lists of nominations: a file or the clipboard → a draft with every row and what became of the other lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.documents import Document
from thidua_desktop.domain.lists import Agreed, ListDraft
from thidua_desktop.importing.lists.draft import draft_of
from thidua_desktop.importing.readers import read_file, read_text

__all__ = ["parse", "read_list", "read_list_text"]

NOTHING_AGREED = Agreed()


def read_list(path: Path, catalogue: Sequence[Award] = ()) -> ListDraft:
    """What a list of nominations says.

    Args:
        path: .xlsx, .xls, .ods, .csv, .docx, .pdf or .txt; the content decides.
        catalogue: the awards that texts are recognised as; without it no row has an ``award_id``.

    Raises:
        FileTrouble: the file cannot be read; the sentence says what to do.
    """
    return parse(read_file(path), catalogue)


def read_list_text(text: str, catalogue: Sequence[Award] = ()) -> ListDraft:
    """What a list says that was copied out of Excel, Word or a mail."""
    return parse(read_text(text), catalogue)


def parse(document: Document, catalogue: Sequence[Award] = (), agreed: Agreed = NOTHING_AGREED) -> ListDraft:
    """What a document says as a list. Never raises; a paper that is no list is a blocking finding.

    Args:
        document: as a reader gave it.
        catalogue: the awards that texts are recognised as.
        agreed: what the list is read for, and how its columns are to be understood; without it, as nominations.
    """
    return draft_of(document, catalogue, agreed)
