"""Reports become files: the writer of each format is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.reports.model import Report
from thidua_desktop.services.outgoing import outgoing

__all__ = ["FormatNotOffered", "refuse_format", "write_report"]


class FormatNotOffered(AppError):
    """This paper is not written in that format."""

    code = "report.format_not_offered"


def refuse_format(format: Format, not_offered: Format) -> None:
    """Refuse a format that a paper does not come in.

    Raises:
        FormatNotOffered
    """
    if format is not_offered:
        raise FormatNotOffered(format=format.value)


def write_report(report: Report, out: Path, format: Format) -> Path:
    """Write a report whole or not at all; gives where it lies.

    Raises:
        FormatNotOffered, GlyphMissing, FileTrouble: a former file is what it was.
    """
    writer = _writer(format)
    with outgoing(out) as scratch:
        writer(report, scratch)
    return out


def _writer(format: Format) -> Callable[[Report, Path], None]:
    """The writer of a format; its library is loaded now, not when the program starts."""
    match format:
        case Format.PDF:
            from thidua_desktop.reports import pdf

            return pdf.write
        case Format.DOCX:
            from thidua_desktop.reports import word

            return word.write
        case Format.XLSX:
            from thidua_desktop.reports.excel import paper

            return paper.write
        case _:
            raise FormatNotOffered(format=format.value)
