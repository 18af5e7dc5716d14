"""The office's Word templates: which papers have one of their own, whether it can be used, and filling it in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.office_files import TEMPLATES
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.model import Report
from thidua_desktop.services.outgoing import FileRefused, outgoing
from thidua_desktop.services.report_files import write_report

__all__ = ["TEMPLATE_FOLDER", "TemplateKind", "TemplateRow", "TemplateService"]

TEMPLATE_FOLDER = TEMPLATES
"""Beside the office file, as the office's rulebooks are: everybody who opens the file uses the same templates."""


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A paper and the office's own template for it. ``trouble``: the file cannot even be read."""

    kind: TemplateKind
    own: Path | None
    changed: datetime | None = None
    findings: tuple[Finding, ...] = ()
    trouble: AppError | None = None

    @property
    def usable(self) -> bool:
        """Whether a paper can be made with it."""
        return self.trouble is None and not any(one.severity is Severity.BLOCKING for one in self.findings)


class TemplateService:
    """Templates in one folder; where an office has none of its own the built-in layout is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def own(self, kind: TemplateKind) -> Path | None:
        """The office's own template; None where it uses the built-in one."""
        path = self._path(kind)
        return path if path.is_file() else None

    def rows(self) -> tuple[TemplateRow, ...]:
        """Every paper that can have a template, each own one checked."""
        return tuple(map(self.row, TemplateKind))

    def row(self, kind: TemplateKind) -> TemplateRow:
        """One paper with the check of its template."""
        path = self.own(kind)
        if path is None:
            return TemplateRow(kind, None)
        changed = datetime.fromtimestamp(path.stat().st_mtime)  # as the clerk's clock shows it
        try:
            return TemplateRow(kind, path, changed, self.check(kind))
        except AppError as trouble:
            return TemplateRow(kind, path, changed, trouble=trouble)

    def check(self, kind: TemplateKind) -> tuple[Finding, ...]:
        """What is wrong with the office's template: blocking faults, then needed fields that it leaves out.

        Raises:
            FileTrouble: it is no template at all.
        """
        from thidua_desktop.reports.templates import renderer

        path = self.own(kind)
        return renderer.faults_of(kind, path) if path is not None else ()

    def edit(self, kind: TemplateKind) -> Path:
        """The office's template to be changed in Word; a copy of the original where there is none yet.

        Raises:
            NoRoomForFile, FileRefused, PlaceUnreachable: no copy could be made.
        """
        path = self._path(kind)
        if not path.is_file():
            with outgoing(path) as scratch:
                shutil.copyfile(_original(kind), scratch)
        return path

    def restore(self, kind: TemplateKind) -> Path | None:
        """Use the original again; the office's template is set aside under another name, which is given.

        Raises:
            NoRoomForFile, FileRefused, PlaceUnreachable: it stays in use.
        """
        path = self.own(kind)
        if path is None:
            return None
        aside = _free(path)
        with outgoing(aside) as scratch:
            shutil.copyfile(path, scratch)
        try:
            path.unlink()
        except OSError as error:
            raise FileRefused(path=path) from error
        return aside

    def write(self, report: Report, out: Path, format: Format) -> Path:
        """A paper in a format; as Word file in the office's own layout where it has one, otherwise as built in.

        Raises:
            TemplateFaulty, TemplateEndless, FileTrouble: about the template; a former file is what it was.
            NoRoomForFile, FileRefused, PlaceUnreachable, GlyphMissing: as ``write_report``.
        """
        template = self.own(report.template) if report.template is not None and format is Format.DOCX else None
        if template is None:
            return write_report(report, out, format)
        from thidua_desktop.reports.templates import renderer, values

        filled = values.filling(report)
        assert filled is not None  # the report says which template it has
        with outgoing(out) as scratch:
            renderer.render(template, filled, scratch)
        return out

    def _path(self, kind: TemplateKind) -> Path:
        return self.folder / f"{kind.value}.docx"


def _original(kind: TemplateKind) -> Path:
    return resource(f"templates/{kind.value}.docx")


def _free(path: Path) -> Path:
    """A name beside a file that nothing has yet."""
    names = (path.with_name(f"{path.stem} - bản cũ{f' {number}' if number else ''}.docx") for number in range(1000))
    return next(name for name in names if not name.exists())
