"""The tables of the window: papers with their templates, and the fields that a template may use."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.paper_templates import TemplateField, TemplateKind, every_field
from thidua_desktop.services.templates import TemplateRow
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels, messages
from thidua_desktop.wording import paper_templates as words


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field as the clerk looks it up; ``owner`` is the list that it is a line's field of."""

    field: TemplateField
    owner: TemplateField | None


def field_lines(kind: TemplateKind) -> tuple[FieldLine, ...]:
    """The fields of a paper in the order in which it prints them."""
    return tuple(FieldLine(field, owner) for field, owner in every_field(kind))


def remarks(row: TemplateRow) -> tuple[str, ...]:
    """Everything that is said of a template, what stops it first."""
    if row.trouble is not None:
        return (messages.error(row.trouble),)
    return tuple(map(messages.finding, row.findings))


def standing(row: TemplateRow) -> str:
    """Whether a template can be used, in a few words."""
    if row.own is None:
        return "–"
    if not row.usable:
        return "Chưa dùng được"
    return "Dùng được, có chỗ cần xem" if row.findings else "Dùng được"


def _tone(row: TemplateRow) -> Tone | None:
    if not row.usable:
        return Tone.DANGER
    return Tone.WARNING if row.findings else None


PAPERS: tuple[Column[TemplateRow], ...] = (
    Column[TemplateRow]("paper", "Văn bản", lambda row: labels.of(row.kind), 210, stretch=True),
    Column[TemplateRow](
        "used", "Đang dùng", lambda row: "Mẫu của cơ quan" if row.own is not None else "Mẫu gốc của chương trình", 190
    ),
    Column[TemplateRow](
        "changed", "Sửa lần cuối", lambda row: formats.moment(row.changed) if row.changed is not None else "–", 150
    ),
    Column[TemplateRow]("standing", "Kiểm tra", standing, 190, tone=_tone, tooltip=lambda row: "\n".join(remarks(row))),
)

FIELDS: tuple[Column[FieldLine], ...] = (
    Column[FieldLine]("tag", "Viết trong mẫu", lambda line: words.field_tag(line.field, line.owner), 270),
    Column[FieldLine]("means", "Nội dung được điền", lambda line: words.FIELDS[line.field.name], 300, stretch=True),
    Column[FieldLine]("within", "Trong danh sách", lambda line: line.owner.name if line.owner is not None else "", 130),
    Column[FieldLine]("needed", "Cần có", lambda line: "Cần có" if line.field.needed else "", 80),
)
