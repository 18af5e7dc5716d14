"""Words that speak of what somebody has got or done before, never of what he is to get now."""

from __future__ import annotations

import re

from thidua_desktop.common.vietnamese import fold

MARKS = re.compile(r"^[\s(\[*+•–—-]+|[\s)\]]+$")
"""A bullet or brackets around a note."""
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
ASKED = re.compile(r"\b(?:de nghi|dang ky|xet tang)\b")
_PAST = re.compile(
    r"(?:(?:ca nhan|dong chi|ong|ba|ban than|trong do|truoc day)[ ,:]+)?(?:"
    r"(?:da|tung|da tung|vinh du|da vinh du)\b.{0,30}\b(?:duoc|dat|co|nhan|tang|khen|hoan thanh|lap|cong hien)\b|"
    r"duoc .{2,70}\b(?:tang|khen|cong nhan|suy ton|bieu duong)\b|"
    r"(?:co )?\d{1,2} (?:nam|lan) (?:lien|lien tuc|lien tiep|duoc|dat|la)\b|lien tuc\b|"
    r"(?:co )?(?:tu )?nam 20\d\d (?:den|toi|-|–) .{0,20}(?:dat|duoc|la)\b|"
    r"(?:nhieu nam|cac nam|nhung nam|truoc day|nam truoc)\b.{0,40}(?:dat|duoc|tang|khen|:))"
)


def speaks_of_past(text: str) -> bool:
    """Whether a text begins with what somebody has got before: "đã được tặng …", "02 năm liền đạt …"."""
    words = fold(MARKS.sub("", text))
    return _PAST.match(words) is not None and not ASKED.search(words)
