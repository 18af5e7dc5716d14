"""Công văn to one unit: the frame that all letters share (NĐ 30/2020/NĐ-CP, annex III, model 1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import Align, Block, Closing, Letterhead, Paragraph, Report, Signature
from thidua_desktop.wording import papers, work_papers

GAP = 14
"""Points above and below "Kính gửi"."""


@dataclass(frozen=True, slots=True)
class Letter:
    """To whom, and until when an answer is asked for. A missing number or day is left to the pen."""

    unit: str
    answer_by: date
    number: str | None = None
    day: date | None = None


def official_letter(office: Office, letter: Letter, subject: str, body: Sequence[Block], end: str) -> Report:
    """The letter from its head to Nơi nhận; ``end`` is its last sentence, without the sign that closes a paper."""
    posts = tuple(post.upper() for post in office.signer_posts) or (papers.HEAD_OF_UNIT,)
    blocks = (
        Letterhead(
            office.name.upper(),
            papers.superior_line(office.superior),
            office.place,
            letter.day,
            letter.number or papers.blank_number(f"/{office.code or '………'}-TĐKT"),
            subject,
        ),
        Paragraph(work_papers.addressed(letter.unit), Align.CENTER, before=GAP),
        *body,
        Paragraph(f"{end}{papers.END}"),
        Closing((Signature(posts, office.signer_name),), ("Như trên", "Lãnh đạo cơ quan (b/c)", "Lưu: VT, TĐKT")),
    )
    return Report(f"{subject} - {letter.unit}", blocks)
