"""What can be found: a record, a deed, or a place to go to."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.changes import Kind

_PARTING = str.maketrans(dict.fromkeys("“”‘’\"'()[]{}<>,;:!?…·•›–—&", " "))
"""Signs beside which a word begins."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    code: str
    """What it is remembered by once it was used ("task/12")."""
    title: str
    detail: str
    icon: str
    head: str
    """The folded title, a blank before each word: what a search compares first."""
    whole: str
    """The same of title and detail."""
    key: str = ""
    usable: bool = True
    """Whether it can be done now."""
    do: Callable[[], None] | None = None
    """Of a deed or place."""
    record: tuple[Kind, int] | None = None
    """Of a record: its kind and identifier."""


def plain(text: str) -> str:
    """Folded words with a blank before each, so that " bao" asks for a word that begins so."""
    return f" {fold(text.translate(_PARTING))}"


def of_record(kind: Kind, record_id: int, title: str, detail: str, icon: str) -> Entry:
    """A record under its title; ``detail`` says what it is and where it stands."""
    return Entry(
        code=f"{kind.value}/{record_id}",
        title=title,
        detail=detail,
        icon=icon,
        head=plain(title),
        whole=plain(f"{title} {detail}"),
        record=(kind, record_id),
    )


def of_deed(
    code: str, title: str, detail: str, do: Callable[[], None], *, icon: str = "", key: str = "", usable: bool = True
) -> Entry:
    """Something to do or a place to go to; ``detail`` is its way through the menus.

    It is found by what is done, not by what it would be done to just now: who looks for the awards of "thi đua" does
    not mean "Hoàn tác: xóa phong trào thi đua".
    """
    sought = title.partition(": ")[0]
    return Entry(
        code=code,
        title=title,
        detail=detail,
        icon=icon,
        head=plain(sought),
        whole=plain(f"{sought} {detail}"),
        key=key,
        usable=usable,
        do=do,
    )
