"""Notes that give the colour or the letters of cells a meaning, which is not read: the clerk has to be told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from thidua_desktop.domain.findings import Finding
from thidua_desktop.importing.lists.meanings.lines import Line

_COLOUR = r"(?:vàng|xanh(?: lá| dương| lam| lục)?|đỏ|cam|tím|hồng|nâu|xám|ghi|đen|trắng)"
_LOOKS = re.compile(
    r"(?<!\w)(?i:tô|bôi|đánh dấu|in|nền|chữ|ô|dòng|hàng|phần)\s+(?:có\s+|bằng\s+|được\s+)?(?:(?:tô|bôi|in)\s+)?"
    rf"(?:(?:nền|chữ|màu|mầu)\s+)*(?:{_COLOUR}|đậm|nghiêng|gạch chân|màu|mầu)(?!\w)|"
    rf"(?<!\w)(?i:màu|mầu)\s+{_COLOUR}(?!\w)|"
    r"(?<!\w)(?i:gạch chân|gạch dưới|gạch ngang|in đậm|in nghiêng|tô đậm|bôi đậm)(?!\w)"
)
"""The colour itself in small letters: "Công ty Ô tô Vàng Anh" is somebody."""
_SAYS = re.compile(r"[:=–-]|(?<!\w)(?:là|nghĩa|gồm|đồng thời|được|đề nghị|không|thì)(?!\w)", re.IGNORECASE)
_FEWEST, _LONGEST = 3, 300
"""Words, and letters, of a note."""
_FEW_CELLS = 2


def speaks_of_looks(text: str) -> bool:
    """Whether a text says what a colour, bold or underlined letters mean: "Ô tô vàng: đề nghị CSTĐCS"."""
    if len(text) > _LONGEST or len(text.split()) < _FEWEST:
        return False
    words = text.casefold() if text.isupper() else text
    return _LOOKS.search(words) is not None and _SAYS.search(words) is not None


def looks_findings(lines: Iterable[Line]) -> list[Finding]:
    """What has to be said about the notes of a sheet that speak of colours and letters."""
    noted = [line for line in lines if len(line.cells) <= _FEW_CELLS and speaks_of_looks(line.text)]
    return [Finding("list.looks_meant", params={"text": line.text}, source=line.block.source) for line in noted]
