"""Why a workbook cannot be filled."""

from __future__ import annotations

from typing import ClassVar

from thidua_desktop.common.errors import AppError, FileTrouble


class WorkbookIsOld(FileTrouble):
    """Excel 97–2003 (.xls), LibreOffice (.ods) or another format that cannot be filled: to be saved as .xlsx first."""

    code: ClassVar[str] = "workbook.save_as_xlsx"


class WorkbookIsNone(FileTrouble):
    """No workbook at all."""

    code: ClassVar[str] = "workbook.none"


class WorkbookTwisted(FileTrouble):
    """Two parts of one name, rows in no order, or letters in a code that no Excel writes: filling it could harm it."""

    code: ClassVar[str] = "workbook.twisted"


class WorkbookTooLarge(FileTrouble):
    """A sheet with more cells than any form has; ``limit`` is how many can be read."""

    code: ClassVar[str] = "workbook.too_large"


class WorkbookNotKept(FileTrouble):
    """The check after writing has found something that is not as it was; the file was not written."""

    code: ClassVar[str] = "workbook.not_kept"


class WorkbookSuffix(AppError):
    """A workbook with macros is .xlsm, one without is .xlsx; Excel does not open one under the other's name."""

    code: ClassVar[str] = "workbook.suffix"


class WorkbookOverSource(AppError):
    """The filled workbook would take the place of the empty one."""

    code: ClassVar[str] = "workbook.over_source"


class WorkbookWithoutTies(AppError):
    """Nothing is tied: there is nothing to fill in."""

    code: ClassVar[str] = "workbook.no_ties"
