"""Generated numbers come out as Word prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.readers.make import p, word_file
from thidua_desktop.importing.readers import read_file
from thidua_desktop.importing.readers.word_numbering import written


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    inside = f"<w:start w:val='{start}'/><w:numFmt w:val='{form}'/>{more}<w:lvlText w:val='{text}'/>"
    return f"<w:lvl w:ilvl='{at}'>{inside}</w:lvl>"


LEVELS = (
    level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)")
    + level(3, "bullet", "\uf0b7")
)
NUMBERING = (
    f"<w:abstractNum w:abstractNumId='5'>{LEVELS}</w:abstractNum>"
    f"<w:abstractNum w:abstractNumId='6'>{level(0, 'decimal', '%1.')}{level(1, 'decimal', '%1.%2.')}"
    f"{level(2, 'decimal', '%1.%2.%3', more='<w:isLgl/>')}</w:abstractNum>"
    f"<w:abstractNum w:abstractNumId='7'>{level(0, 'upperRoman', 'Phần %1')}"
    f"{level(1, 'decimal', '%1.%2', more='<w:isLgl/>')}{level(2, 'bullet', '+')}{level(3, 'none', '')}</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='5'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='6'/></w:num>"
    "<w:num w:numId='4'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='5'><w:abstractNumId w:val='5'/></w:num>"
)


def item(number: int, at: int) -> str:
    return p("x", f"<w:numPr><w:ilvl w:val='{at}'/><w:numId w:val='{number}'/></w:numPr>")


def labels(body: str, tmp_path: Path, **parts: str) -> list[str | None]:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(body, **{"numbering": NUMBERING, **parts}))
    return [block.label for block in read_file(path).blocks]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1)], ["I.", "1.", "2.", "a)", "b)", "II.", "1."]),
        ([(1, 3), (1, 3)], ["-", "-"]),
        ([(1, 2)] * 6, ["a)", "b)", "c)", "d)", "e)", "f)"]),
        ([(1, 0), (1, 0), (2, 0), (2, 0)], ["I.", "II.", "I.", "II."]),
        ([(1, 0), (5, 0)], ["I.", "II."]),
        ([(3, 0), (3, 1), (3, 1), (3, 2), (3, 0), (3, 1)], ["1.", "1.1.", "1.2.", "1.2.1", "2.", "2.1."]),
        ([(3, 1)], ["1.1."]),
        ([(4, 0), (4, 1), (4, 2), (4, 3)], ["Phần I", "1.1", "+", None]),
        ([(9, 0), (0, 0)], [None, None]),
    ],
)
def test_lists(steps: list[tuple[int, int]], expected: list[str | None], tmp_path: Path) -> None:
    assert labels("".join(item(*step) for step in steps), tmp_path) == expected


def test_numbers_of_styles_and_empty_paragraphs_count_too(tmp_path: Path) -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='H1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='H2'><w:basedOn w:val='H1'/>"
        "<w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>"
    )
    empty = "<w:p><w:pPr><w:pStyle w:val='H2'/></w:pPr></w:p>"
    body = p("a", "<w:pStyle w:val='H1'/>") + empty + p("b", "<w:pStyle w:val='H2'/>")
    switched_off = p("c", "<w:pStyle w:val='H2'/><w:numPr><w:numId w:val='0'/></w:numPr>")
    assert labels(body + switched_off, tmp_path, styles=styles) == ["I.", "2.", None]


def test_ordinals_generated_in_a_table_are_part_of_the_cell(tmp_path: Path) -> None:
    number = "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"
    row = f"<w:tr><w:tc>{number}</w:tc><w:tc>{p('Họp')}{item(1, 3)}</w:tc></w:tr>"
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(f"<w:tbl>{row * 2}</w:tbl>", numbering=NUMBERING))
    assert [block.cells for block in read_file(path).blocks] == [("1.", "Họp\n- x"), ("2.", "Họp\n- x")]


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (5000, "upperRoman", "5000"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (0, "lowerLetter", "0"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (7, "chineseCounting", "7"),
    ],
)
def test_number_formats(count: int, form: str, text: str) -> None:
    assert written(count, form) == text
