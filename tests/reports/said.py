"""All words of a report, apart from where they stand: what a paper says, whole or not."""

from __future__ import annotations

import re
from collections import Counter

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.reports.model import Block, Closing, GroupRow, Heading, Letterhead, Paragraph, Report, Table
from thidua_desktop.reports.texts import cell, printable
from thidua_desktop.wording import papers


def words(text: str) -> Counter[str]:
    """How often each word comes, without diacritics, signs and capitals."""
    plain = fold(printable(text)).replace("uy ban nhan dan", "ubnd")  # a letterhead may write either
    return Counter(re.findall(r"[^\W_]+", plain))


def letters(text: str) -> Counter[str]:
    """How often each letter and figure comes: for pages whose program parts words where it likes."""
    return Counter("".join(words(text).elements()))


def text_of(report: Report) -> str:
    """Everything that a report and its annexes print, line by line."""
    parts = [line for each in (report, *report.annexes) for block in each.blocks for line in _lines(block)]
    return "\n".join(parts)


def _lines(block: Block) -> list[str]:
    match block:
        case Letterhead():
            state = [papers.PARTY] if block.party else [papers.STATE, papers.MOTTO]
            number = [] if block.number is None else [f"{papers.NUMBER} {block.number}"]
            return [block.superior, block.name, *state, *number, block.subject, block.dated]
        case Heading():
            return [line.text for line in block.lines]
        case Paragraph():
            return [block.said]
        case Table():
            heads = [head.text for row in block.header for head in row]
            return heads + [
                row.text if isinstance(row, GroupRow) else "\n".join(map(cell, row.cells)) for row in block.rows
            ]
        case Closing():
            signed = [line for each in block.signatures for line in (*each.posts, each.note, each.name)]
            listed = [papers.RECIPIENTS, *papers.recipient_lines(block.recipients)] if block.recipients else []
            return listed + signed
        case _:
            return []
