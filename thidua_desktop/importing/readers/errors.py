"""Why a file could not be read; each has its own sentence in ``wording.messages``."""

from __future__ import annotations

from typing import ClassVar

from thidua_desktop.common.errors import FileTrouble


class FileMissing(FileTrouble):
    """There is no such file (any more)."""

    code: ClassVar[str] = "file.missing"


class FileIsFolder(FileTrouble):
    """A folder was given."""

    code: ClassVar[str] = "file.folder"


class FileForbidden(FileTrouble):
    """The operating system does not let this user read the file."""

    code: ClassVar[str] = "file.forbidden"


class FileUnreachable(FileTrouble):
    """The device gave up while the file was read (USB pulled, network drive gone, locked by another program)."""

    code: ClassVar[str] = "file.unreachable"


class FileTooLarge(FileTrouble):
    """Larger than any plan; refused before reading. ``limit`` is in megabytes."""

    code: ClassVar[str] = "file.too_large"


class FileEmpty(FileTrouble):
    """No bytes, or nothing but blanks."""

    code: ClassVar[str] = "file.empty"


class FileDamaged(FileTrouble):
    """The format is known but the content is broken or cut off."""

    code: ClassVar[str] = "file.damaged"


class FileUnsafe(FileTrouble):
    """The content is made to exhaust the machine or to reach other files: zip bomb, entities."""

    code: ClassVar[str] = "file.unsafe"


class FileEncrypted(FileTrouble):
    """A password is needed to open it."""

    code: ClassVar[str] = "file.encrypted"


class FileIsOldWord(FileTrouble):
    """Word 97-2003 (.doc)."""

    code: ClassVar[str] = "file.old_word"


class FileIsRichText(FileTrouble):
    """RTF, whatever its name."""

    code: ClassVar[str] = "file.rich_text"


class FileIsWebPage(FileTrouble):
    """HTML, MHTML or Word 2003 XML, often under the name .doc."""

    code: ClassVar[str] = "file.web_page"


class FileIsImage(FileTrouble):
    """A photo or a picture, whatever its name."""

    code: ClassVar[str] = "file.image"


class FileIsScan(FileTrouble):
    """A PDF whose pages are pictures. ``pages`` is their number."""

    code: ClassVar[str] = "file.scan"


class FileIsPresentation(FileTrouble):
    """PowerPoint or Impress slides."""

    code: ClassVar[str] = "file.presentation"


class FileIsOpenText(FileTrouble):
    """A LibreOffice Writer document (.odt)."""

    code: ClassVar[str] = "file.open_text"


class FileIsBinaryWorkbook(FileTrouble):
    """Excel's binary workbook (.xlsb)."""

    code: ClassVar[str] = "file.binary_workbook"


class FileIsArchive(FileTrouble):
    """A zip, rar, 7z or gz that holds other files."""

    code: ClassVar[str] = "file.archive"


class FileUnknown(FileTrouble):
    """No format that the program reads."""

    code: ClassVar[str] = "file.unknown"
