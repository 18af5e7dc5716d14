"""Every paper of councils and decisions measured on its pages against NĐ 30/2020/NĐ-CP; a millimetre fails.

The figures are those of document-forms §1.1 to §1.5. Measures are millimetres from the top left corner of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from tests.reports import paper
from tests.reports.councils.papers import PAPERS
from tests.reports.paper import Paper, Text
from thidua_desktop.reports import pdf
from thidua_desktop.reports.model import Closing, Heading, Letterhead, PageFormat, Paragraph, Report, Style, Table

POINT = 25.4 / 72
ASCENT = 0.891
"""Of a face with the metrics of Times, in parts of its size."""

NAMES = tuple(PAPERS)
HEADED = tuple(name for name, report in PAPERS.items() if any(isinstance(one, Letterhead) for one in report.blocks))
FACES = {"LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"}
SIZES = {11, 12, 13, 14}
UNSIGNED = ("ballot", "ballot_a5")
"""Secret: nobody signs them."""
NO_END_MARK = ("ballot", "ballot_a5", "opinion_sheet", "vote_summary")
"""Forms to be filled in, and a table that ends with its signatures."""
ENDED = tuple(name for name in NAMES if name not in NO_END_MARK)

Shown = Callable[[str], Paper]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The pages of a paper, written and read once."""
    folder = tmp_path_factory.mktemp("measures")

    @cache
    def page_of(name: str) -> Paper:
        pdf.write(PAPERS[name], folder / f"{name}.pdf")
        seen = paper.read(folder / f"{name}.pdf")
        # Of two copies on a sheet the upper one is measured; the marks where it is cut stand between both.
        cut = sheet(name).height - 0.5 if sheet(name).copies > 1 else 1000
        texts_ = tuple(run for run in seen.texts if run.base < cut)
        return Paper(seen.sizes, texts_, tuple(rule for rule in seen.rules if rule.top < cut))

    return page_of


def sheet(name: str) -> PageFormat:
    return PAPERS[name].page


def columns(name: str) -> tuple[float, float]:
    """The middles of both columns of the head."""
    page = sheet(name)
    left = page.text_width * 62 / 165
    return page.left + left / 2, page.left + left + (page.text_width - left) / 2


def head_of(name: str) -> Letterhead:
    return next(one for one in PAPERS[name].blocks if isinstance(one, Letterhead))


def texts(report: Report) -> list[str]:
    return [one.said for each in (report, *report.annexes) for one in each.blocks if isinstance(one, Paragraph)]


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_a4(name: str, shown: Shown) -> None:
    page = sheet(name)
    height = page.height * page.copies
    for size in shown(name).sizes:
        assert sorted(size) == pytest.approx(sorted((page.width, height)), abs=0.1)
        assert sorted(size) == pytest.approx([210, 297], abs=0.1)


@pytest.mark.parametrize("name", NAMES)
def test_margins_are_within_the_decree(name: str, shown: Shown) -> None:
    """Top and bottom 20-25, left 30-35, right 15-20; landscape tables of the council and cut half sheets apart."""
    page, seen = sheet(name), shown(name)
    if not page.landscape and page.copies == 1:
        assert (20 <= page.top <= 25, 20 <= page.bottom <= 25) == (True, True)
        assert (30 <= page.left <= 35, 15 <= page.right <= 20) == (True, True)
    for run in seen.texts:
        numbered = run.base < page.top and run.text.strip().isdecimal()
        assert run.left >= page.left - 0.6, run
        assert run.right <= page.width - page.right + 0.6, run
        assert numbered or run.base >= page.top, run
    lowest = max(run.base for run in seen.texts)
    assert lowest <= page.height - page.bottom + 0.1
    for rule in seen.rules:
        assert rule.left >= page.left - 0.2
        assert rule.right <= page.width - page.right + 0.2


@pytest.mark.parametrize("name", NAMES)
def test_the_text_begins_at_the_top_margin(name: str, shown: Shown) -> None:
    first = min(run.base for run in shown(name).on(1))
    assert first == pytest.approx(sheet(name).top + 12 * ASCENT * POINT, abs=1)


@pytest.mark.parametrize("name", NAMES)
def test_faces_and_sizes(name: str, shown: Shown) -> None:
    assert {run.font for run in shown(name).texts} <= FACES
    assert {run.size for run in shown(name).texts} <= SIZES


@pytest.mark.parametrize("name", HEADED)
def test_state_and_motto(name: str, shown: Shown) -> None:
    """Quốc hiệu bold 12, Tiêu ngữ bold 13, both on one line in the right column; the rule as long as the Tiêu ngữ."""
    seen, (_, middle) = shown(name), columns(name)
    state, motto = seen.find("CỘNG HÒA", 1), seen.find("Độc lập", 1)
    assert (state.text, state.font, state.size) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "LiberationSerif-Bold", 12)
    assert (motto.text, motto.font, motto.size) == ("Độc lập - Tự do - Hạnh phúc", "LiberationSerif-Bold", 13)
    assert state.middle == pytest.approx(middle, abs=0.5)
    assert motto.middle == pytest.approx(middle, abs=0.5)
    assert motto.base - state.base == pytest.approx(13 * 1.15 * POINT, abs=1)
    rule = seen.rule_below(motto)
    assert rule.length == pytest.approx(56.1, abs=0.3)
    assert rule.middle == pytest.approx(motto.middle, abs=0.3)
    assert 0.5 < rule.top - motto.base < 3


@pytest.mark.parametrize("name", HEADED)
def test_agencies(name: str, shown: Shown) -> None:
    """The superior regular 12, the issuer bold 12, centred; the rule a third to a half of the longest line."""
    seen, (middle, _), head = shown(name), columns(name), head_of(name)
    above = shown(name).find("Độc lập", 1).base + 40
    left = [run for run in seen.on(1) if run.right < sheet(name).left + sheet(name).text_width * 62 / 165 + 0.5]
    agency = [
        run for run in left if run.size == 12 and run.base < above and run.text in f"{head.superior}\n{head.name}"
    ]
    regular = [run for run in agency if run.font == "LiberationSerif"]
    bold = [run for run in agency if run.font == "LiberationSerif-Bold"]
    assert " ".join(run.text for run in regular) == head.superior
    assert " ".join(run.text for run in bold) == head.name
    for run in (*regular, *bold):
        assert run.middle == pytest.approx(middle, abs=0.5)
    rule = seen.rule_below(bold[-1])
    longest = max(run.right - run.left for run in bold)
    assert longest / 3 - 0.3 <= rule.length <= longest / 2 + 0.3
    assert rule.middle == pytest.approx(middle, abs=0.3)


@pytest.mark.parametrize("name", HEADED)
def test_number_and_day_stand_on_one_row(name: str, shown: Shown) -> None:
    """Số regular 13 at the left, place and day italic 13 at the right, on one base line below both names."""
    seen, (left, right), head = shown(name), columns(name), head_of(name)
    rows = [run for run in seen.on(1) if run.size == 13 and run.base < seen.find("Độc lập", 1).base + 40]
    if head.dated:
        day = next(run for run in rows if "ngày" in run.text)
        assert (day.font, day.size) == ("LiberationSerif-Italic", 13)
        assert day.middle == pytest.approx(right, abs=1)
    if head.number is not None:
        number = seen.find("Số:", 1)
        assert (number.font, number.size) == ("LiberationSerif", 13)
        assert number.middle == pytest.approx(left, abs=0.5)
        if head.dated:
            assert number.base == pytest.approx(day.base, abs=0.1)


@pytest.mark.parametrize("name", NAMES)
def test_titles(name: str, shown: Shown) -> None:
    """Tên loại bold 14 in capitals, trích yếu below it, centred; the rule a third to a half of the longest line."""
    seen, page = shown(name), sheet(name)
    heading = next(one for one in PAPERS[name].blocks if isinstance(one, Heading))
    first = seen.find(heading.lines[0].text[:12], 1)
    assert heading.lines[0].text.isupper()
    assert (first.font, first.size) == ("LiberationSerif-Bold", 14)
    assert first.middle == pytest.approx(page.left + page.text_width / 2, abs=0.5)
    if not heading.rule:
        return
    last = heading.lines[-1]
    words = last.text.split()
    ends = [run for run in seen.on(1) if run.size == 14 and run.base > first.base and run.text.endswith(words[-1])]
    rule = seen.rule_below(ends[0])
    faces = {
        Style.BOLD: "LiberationSerif-Bold",
        Style.ITALIC: "LiberationSerif-Italic",
        Style.REGULAR: "LiberationSerif",
    }
    lines = [run for run in seen.on(1) if run.font == faces[last.style] and first.base < run.base < rule.top]
    lines = [run for run in lines if run.text.strip() in last.text] or [ends[0]]
    longest = max(run.right - run.left for run in lines)
    assert longest / 3 - 0.5 <= rule.length <= longest / 2 + 0.5
    assert rule.middle == pytest.approx(page.left + page.text_width / 2, abs=0.5)


@pytest.mark.parametrize("name", NAMES)
def test_body_text(name: str, shown: Shown) -> None:
    """14 upright, the first line indented by 10 mm, at least 6 points between paragraphs of a document."""
    seen, page = shown(name), sheet(name)
    for block in PAPERS[name].blocks:
        if not isinstance(block, Paragraph) or not block.text or not block.indent or block.align.value != "justify":
            continue
        opening = (block.lead or block.text).split("\n")[0][:10]
        run = next((one for one in seen.texts if one.text.startswith(opening)), None)
        if run is None:
            continue  # justified lines may be cut into words
        assert run.size == 14
        assert run.left == pytest.approx(page.left + block.indent, abs=1)


@pytest.mark.parametrize("name", NAMES)
def test_page_numbers(name: str, shown: Shown) -> None:
    """13 upright, in the middle of the text, inside the top margin, from the second page on; annexes begin anew."""
    seen = shown(name)
    starts = first_pages(name, seen)
    at = 0
    for number in range(1, len(seen.sizes) + 1):
        at = 1 if number in starts else at + 1
        tops = [run for run in seen.on(number) if run.base < sheet(name).top and run.text.strip().isdecimal()]
        if at == 1:
            assert tops == []
            continue
        (run,) = tops
        assert (run.text, run.font, run.size) == (str(at), "LiberationSerif", 13)
        assert run.middle == pytest.approx(sheet(name).left + sheet(name).text_width / 2, abs=1)
        assert 10 <= run.base <= 16


def first_pages(name: str, seen: Paper) -> set[int]:
    """The pages on which the paper and its annexes begin."""
    found = {1}
    for annex in PAPERS[name].annexes:
        heading = next(one for one in annex.blocks if isinstance(one, Heading))
        start = heading.lines[0].text[:12]
        found |= {run.page for run in seen.texts if run.text.startswith(start) and run.page > 1 and run.size == 14}
    return found


@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNSIGNED])
def test_signatures(name: str, shown: Shown) -> None:
    """Posts in capitals bold 14, 25-30 mm for hand and seal, the name bold 14 in the same column, without học vị."""
    seen = shown(name)
    closing = next(one for one in PAPERS[name].blocks if isinstance(one, Closing))
    for signature in closing.signatures:
        posts = [found(seen, post) for post in signature.posts]
        for run, post in zip(posts, signature.posts, strict=True):
            assert post == post.upper()
            assert (run.font, run.size) == ("LiberationSerif-Bold", 14)
        if not signature.name:
            continue
        signed = next(
            run for run in reversed(seen.texts) if run.text.startswith(signature.name[:14]) and run.size == 14
        )
        assert signed.font == "LiberationSerif-Bold"
        assert signed.page == posts[-1].page
        assert signed.middle == pytest.approx(posts[-1].middle, abs=0.7)
        tall = max(len(one.posts) + bool(one.note) for one in closing.signatures) - len(signature.posts)
        gap = signed.base - posts[-1].base - 14 * ASCENT * POINT
        assert 25 <= gap <= 30.5 + tall * 14 * 1.2 * POINT
        assert not re.match(r"(GS|PGS|TS|ThS|BS)\b", signature.name)


def found(seen: Paper, text: str) -> Text:
    """The last run that begins like a text: the same words may stand in the body."""
    return next(run for run in reversed(seen.texts) if run.text.startswith(text[:16]))


@pytest.mark.parametrize("name", [name for name in HEADED if name not in UNSIGNED])
def test_recipients(name: str, shown: Shown) -> None:
    """Nơi nhận bold italic 12 at the left margin level with the first post, its lines 11 with hyphens."""
    seen = shown(name)
    closing = next(one for one in PAPERS[name].blocks if isinstance(one, Closing))
    if not closing.recipients:
        assert not any(run.text.startswith("Nơi nhận") for run in seen.texts)
        return
    title = seen.find("Nơi nhận:")
    assert (title.font, title.size) == ("LiberationSerif-BoldItalic", 12)
    assert title.left == pytest.approx(sheet(name).left, abs=0.5)
    post = found(seen, closing.signatures[0].posts[0])
    if closing.below:
        assert title.base > post.base
    else:
        assert title.base == pytest.approx(post.base, abs=1.5)
    lines = [run for run in seen.on(title.page) if run.base > title.base and run.size == 11]
    assert {run.font for run in lines} == {"LiberationSerif"}
    assert all(run.left == pytest.approx(sheet(name).left, abs=0.5) for run in lines if run.text.startswith("-"))
    assert lines[-1].text.endswith(".")


@pytest.mark.parametrize("name", ENDED)
def test_the_text_ends_with_its_mark(name: str) -> None:
    ends = [text for text in texts(PAPERS[name]) if text.endswith("./.")]
    assert ends, name
    assert all("./." not in text[:-3] for text in texts(PAPERS[name]))


@pytest.mark.parametrize("name", NAMES)
def test_columns_of_tables_stand_where_they_should(name: str, shown: Shown) -> None:
    seen = shown(name)
    for report in (PAPERS[name], *PAPERS[name].annexes):
        for table in (block for block in report.blocks if isinstance(block, Table)):
            assert sum(column.width for column in table.columns) == pytest.approx(report.page.text_width, abs=0.1)
            edges = [report.page.left]
            for column in table.columns:
                edges.append(edges[-1] + column.width)
            upright = {round(rule.left, 1) for rule in seen.rules if abs(rule.left - rule.right) < 0.01}
            for edge in edges:
                assert any(abs(edge - one) < 0.2 for one in upright), (name, edge)


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_12_and_their_texts_stay_between_their_lines(name: str, shown: Shown) -> None:
    seen = shown(name)
    levels = [rule for rule in seen.rules if rule.level and rule.length > 20]
    for run in seen.texts:
        through = [
            rule
            for rule in levels
            if rule.page == run.page
            and rule.left < run.middle < rule.right
            and run.base - run.size * 0.35 * POINT < rule.top < run.base - 0.05
        ]
        assert not through, run


@pytest.mark.parametrize("name", ENDED)
def test_nothing_is_said_after_the_mark(name: str) -> None:
    for report in (PAPERS[name], *PAPERS[name].annexes):
        said = [block.said for block in report.blocks if isinstance(block, Paragraph)]
        assert not any(text.endswith("./.") for text in said[:-1])
