"""The head and the end of a plan as a document: letterhead, number, date line, title, căn cứ, signer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.plans import Plan, PlanPart, Role
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import (
    Align,
    Closing,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Signature,
    Style,
)
from thidua_desktop.wording import papers

_NUMBER = re.compile(r"^\s*số\s*:?\s*", re.IGNORECASE)
_DATE_LINE = re.compile(r"^(?P<place>.*?),?\s*ngày\s*(?P<day>\d*)\s*tháng\s*(?P<month>\d*)\s*năm\s*(?P<year>\d*)")
_SINGLE = re.compile(r"^(?=\d/)")
_END_SIGNS = " ;,."


def letterhead(plan: Plan, parts: Sequence[PlanPart], office: Office) -> Letterhead:
    """The plan's own issuer, number and day; those of the office where the plan says nothing.

    What a draft leaves blank for the pen ("Số:      /KH-SXD", "ngày      tháng 01 năm 2026") stays blank.
    """
    ours = plan.issuer is None or fold(plan.issuer) == fold(office.name)
    return Letterhead(
        name=(plan.issuer or office.name).upper(),
        superior=papers.superior_line(plan.superior or (office.superior if ours else "")),
        place=plan.place or (office.place if ours else ""),
        day=plan.issued_on,
        number=_number(plan, parts, office.code if ours else ""),
        date_line="" if plan.issued_on else _blank_date(parts),
        party=any(part.role is Role.LETTERHEAD and fold(papers.PARTY) in fold(part.text) for part in parts),
    )


def _number(plan: Plan, parts: Sequence[PlanPart], code: str) -> str:
    if plan.number:
        return _SINGLE.sub("0", plan.number.strip())
    typed = next((_NUMBER.sub("", part.text) for part in parts if part.role is Role.NUMBER), "")
    return papers.blank_number(squeeze(typed) or f"/KH-{code or '………'}")


def _blank_date(parts: Sequence[PlanPart]) -> str:
    typed = next((part.text for part in parts if part.role is Role.PLACE_AND_DAY), "")
    found = _DATE_LINE.match(squeeze(typed))
    if found is None:
        return ""
    return papers.partly_dated(found["place"], found["day"], found["month"], found["year"])


def title(plan: Plan) -> Heading:
    """Tên loại and trích yếu with the rule below."""
    kind, subject = papers.kind_and_subject(plan.title)
    lines = (HeadingLine(kind), HeadingLine(subject)) if subject else (HeadingLine(kind),)
    return Heading(lines)


def legal_bases(plan: Plan, parts: Sequence[PlanPart]) -> Iterator[Paragraph]:
    """Căn cứ: one in a paragraph, italic, each ending with a semicolon, the last with a full stop.

    A sentence that leads into the text ("…, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:") is upright.
    """
    named = plan.legal_bases or tuple(part.text for part in parts if part.role is Role.LEGAL_BASIS)
    bare = [text.strip().rstrip(_END_SIGNS) for text in named]
    kept = [text for text in bare if text]
    last = max((order for order, text in enumerate(kept) if not text.endswith(":")), default=0)
    for order, text in enumerate(kept):
        if text.endswith(":"):
            yield Paragraph(text)
        else:
            yield Paragraph(f"{text}{'.' if order == last else ';'}", Align.JUSTIFY, Style.ITALIC)


def closing(plan: Plan, parts: Sequence[PlanPart], office: Office) -> Closing:
    """Nơi nhận and the signature block; where the plan names no signer, the office's own or the issuer's head."""
    ours = plan.issuer is None or fold(plan.issuer) == fold(office.name)
    typed = [part.text for part in parts if part.role is Role.SIGNER and part.text.isupper()]
    posts, name = plan.signer.posts or tuple(typed), plan.signer.name or ""
    if not posts and not name:
        posts, name = (office.signer_posts, office.signer_name) if ours else ((), "")
        posts = posts or papers.head_of(plan.issuer or office.name)
    return Closing(
        (Signature(tuple(post.upper() for post in posts), name),),
        plan.recipients or (papers.KEPT_COPY,),
    )
