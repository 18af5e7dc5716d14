"""The documents of dossiers, and the files that were attached to them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.dossiers import Document, DocumentState, DossierFile
from thidua_desktop.domain.ids import DossierDocumentId, DossierFileId, NominationId, SubmissionId
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class DossierFileRepository(Repository):
    """Table ``dossier_files``; the files lie beside the office file, under their SHA-256."""

    table = "dossier_files"
    kind = Kind.NOMINATION

    def get(self, file_id: DossierFileId) -> DossierFile:
        """One attached file.

        Raises:
            RecordMissing: no such file.
        """
        return _file(self._one(file_id))

    def of(self, document_ids: Iterable[int]) -> Mapping[int, tuple[DossierFile, ...]]:
        """The files of documents, by the documents' numbers."""
        found: dict[int, list[DossierFile]] = defaultdict(list)
        wanted = json.dumps(tuple(document_ids))
        for row in self._where("document_id IN (SELECT value FROM json_each(?))", (wanted,)):
            found[row["document_id"]].append(_file(row))
        return {document_id: tuple(files) for document_id, files in found.items()}

    def add(self, document_id: DossierDocumentId, file: DossierFile) -> DossierFileId:
        """Attach a file; gives its id."""
        row = {"document_id": document_id, "file_name": rows.text(file.file_name), "sha256": file.sha256}
        return DossierFileId(self._insert(row))

    def remove(self, file_id: DossierFileId) -> None:
        """Take a file away; its content stays for the history and for backups."""
        self._remove(file_id)


class DossierRepository(Repository):
    """Table ``dossier_documents``: what was found out about documents of lines and of whole submissions."""

    table = "dossier_documents"
    kind = Kind.NOMINATION

    def of_lines(self, nomination_ids: Iterable[NominationId]) -> Mapping[NominationId, tuple[Document, ...]]:
        """What is kept of lines; a line of which nothing is kept is not in the answer."""
        found = self._of("nomination_id", tuple(nomination_ids))
        return {NominationId(owner): documents for owner, documents in found.items()}

    def of_submissions(self, submission_ids: Iterable[SubmissionId]) -> Mapping[SubmissionId, tuple[Document, ...]]:
        """The same for whole submissions."""
        found = self._of("submission_id", tuple(submission_ids))
        return {SubmissionId(owner): documents for owner, documents in found.items()}

    def save(self, line: NominationId | None, submission: SubmissionId | None, document: Document) -> DossierDocumentId:
        """Keep a document of a line, or of a submission; gives its id."""
        row = _row(line, submission, document)
        if document.id is None:
            return DossierDocumentId(self._insert(row))
        self._update(document.id, row)
        return document.id

    def save_of_lines(self, documents: Iterable[tuple[NominationId, Document]]) -> None:
        """Keep documents of many lines at once, new ones among them.

        Raises:
            RecordMissing: naming the first that is not there any more.
        """
        given = tuple(documents)
        new = [_row(line, None, each) for line, each in given if each.id is None]
        self._insert_many(new, len(new))
        self._update_many([{**_row(line, None, each), "id": each.id} for line, each in given if each.id is not None])

    def _of(self, column: str, owners: Sequence[int]) -> dict[int, tuple[Document, ...]]:
        found = self._where(f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(owners),))
        files = self._files.of(row["id"] for row in found)
        documents: dict[int, list[Document]] = defaultdict(list)
        for row in found:
            documents[row[column]].append(_document(row, files.get(row["id"], ())))
        return {owner: tuple(kept) for owner, kept in documents.items()}

    @property
    def _files(self) -> DossierFileRepository:
        return DossierFileRepository(self._session)


def _row(line: NominationId | None, submission: SubmissionId | None, document: Document) -> Row:
    return {
        "nomination_id": line,
        "submission_id": submission,
        "document": rows.text(document.code),
        "state": document.state.value,
        "checked_on": rows.iso(document.checked_on),
        "note": rows.optional(document.note),
    }


@rows.reading
def _file(row: Row) -> DossierFile:
    return DossierFile(row["file_name"], row["sha256"], DossierFileId(row["id"]))


@rows.reading
def _document(row: Row, files: tuple[DossierFile, ...]) -> Document:
    return Document(
        code=row["document"],
        state=DocumentState(row["state"]),
        checked_on=rows.day(row["checked_on"]),
        note=row["note"],
        files=files,
        id=DossierDocumentId(row["id"]),
    )
