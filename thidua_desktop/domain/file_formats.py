"""The kinds of files that a paper can become."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The value is the file's extension."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ICS = "ics"
