"""What stands around a row of a list: the title, the heading of the table, the groups, who sends it."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.importing.lists.above.senders import Sender


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a row: the title, the heading of the table, the groups."""

    title: str | None = None
    kind: RecipientKind | None = None
    """Of the title or the name heading, where they speak of one kind only."""
    award: str | None = None
    """Of the title."""
    occasion: Occasion | None = None
    groups: tuple[str, ...] = ()
    group_kind: RecipientKind | None = None
    group_award: str | None = None
    group_unit: str | None = None
    sender: Sender | None = None
    has_posts: bool = False
    """The table has a column for posts."""
    units_in_posts: bool = False
    """No column says where somebody works, so that the posts may."""
    bare_names: bool = False
    """No form of address stands before the other names of the table."""
    posts_in_brackets: bool = False
    """The heading says that brackets behind the names hold posts."""
    refused: str | None = None
    """The heading that says that those below it are not proposed."""

    @property
    def lists_households(self) -> bool:
        """Whether the rows name households by their heads: "Hộ gia đình" over "Ông Lê Văn An - bà Vi Thị Hà"."""
        return (self.group_kind or self.kind) is RecipientKind.HOUSEHOLD

    def unlike(self) -> tuple[object, ...]:
        """All but the words of the groups and their unit, which go into a row that names its own unit as they are."""
        of_groups = (self.group_kind, self.group_award, self.group_unit is None)
        return (
            self.title,
            self.kind,
            self.award,
            self.occasion,
            *of_groups,
            self.sender,
            self.has_posts,
            self.units_in_posts,
            self.posts_in_brackets,
        )
