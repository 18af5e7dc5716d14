"""What a message on finished work offers: the file that was made, the folder it is in, the record that came in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from thidua_desktop.ui.common.feedback import Feedback, Offer


def file_made(feedback: Feedback, path: Path) -> tuple[Offer, ...]:
    """Open the file that was written, or the folder with it in front."""
    return Offer("Mở tệp", partial(feedback.open_file, path)), *folder_made(feedback, path.parent)


def folder_made(feedback: Feedback, folder: Path) -> tuple[Offer, ...]:
    """Open the folder that files were written into; for files that no other program opens, too."""
    return (Offer("Mở thư mục", partial(feedback.open_file, folder)),)


def taken_in(see: Callable[[], object]) -> tuple[Offer, ...]:
    """See what was read in, where it is worked on."""

    def do() -> None:
        see()

    return (Offer("Xem", do),)
