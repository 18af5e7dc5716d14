"""Whatever comes in: nothing is raised, no block is dropped in silence, it ends quickly, and always the same."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.documents import Block, BlockKind, Document, Source
from thidua_desktop.domain.plans import PlanDraft, Role
from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.plans.idle import says_nothing
from thidua_desktop.importing.plans.quality import unreadable
from thidua_desktop.importing.plans.sections import attribute_of, topic_of_inner
from thidua_desktop.importing.readers import read_text
from thidua_desktop.wording import messages

SAMPLES = Path(__file__).parent / "samples"
TEXTS = tuple(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")))
LINES = tuple(line for text in TEXTS for line in text.split("\n") if line.strip())
QUICK = settings(deadline=None, max_examples=60)


def accounted(document: Document) -> PlanDraft:
    draft = parse(document)
    assert [part.source for part in draft.parts] == [block.source for block in document.blocks]
    numbers = {block.source.block for block in document.blocks}
    roles = {part.source.block: part.role for part in draft.parts}
    for task in draft.tasks:
        assert task.text.strip()
        assert set(task.blocks) <= numbers
        assert task.source.block == task.blocks[0]
        assert all(roles[block] is Role.TASK for block in task.blocks)
        assert task.quarter in (None, 1, 2, 3, 4)
        assert task.due is None or (task.month, task.year) == (task.due.month, task.due.year)
        assert task.month is None or task.quarter == (task.month + 2) // 3
    for finding in draft.findings:
        assert messages.finding(finding)
    return draft


def of_lines(lines: list[str]) -> Document:
    return read_text("\n".join(lines))


@QUICK
@given(st.lists(st.sampled_from(LINES), max_size=60))
def test_lines_of_all_plans_shuffled(lines: list[str]) -> None:
    accounted(of_lines(lines))


@QUICK
@given(st.sampled_from(TEXTS), st.integers(min_value=0), st.integers(min_value=0))
def test_plans_cut_anywhere(text: str, start: int, length: int) -> None:
    start %= len(text)
    accounted(read_text(text[start : start + 1 + length % len(text)]))


@QUICK
@given(st.sampled_from(TEXTS), st.integers(min_value=0, max_value=10**6), st.sampled_from([0.01, 0.1, 0.4]))
def test_plans_garbled(text: str, seed: int, share: float) -> None:
    dice = random.Random(seed)
    signs = "lI1O0|.-–+*)(:;,/\n\t \u0300\u0301đĐ�\x00\u200b"
    garbled = "".join(dice.choice(signs) if dice.random() < share else char for char in text)
    accounted(read_text(garbled))


@QUICK
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    accounted(read_text(text))


BLOCKS = st.builds(
    Block,
    source=st.just(Source(block=0)),
    text=st.one_of(st.text(max_size=40), st.sampled_from(LINES)),
    kind=st.sampled_from(BlockKind),
    cells=st.lists(st.one_of(st.text(max_size=12), st.sampled_from(LINES)), max_size=6).map(tuple),
    label=st.one_of(st.none(), st.sampled_from(["1.", "a)", "-", "I.", "", "•", "1.1."]), st.text(max_size=4)),
    bold=st.booleans(),
    centered=st.booleans(),
    indent=st.one_of(st.none(), st.floats(min_value=-20, max_value=200)),
    header_row=st.booleans(),
    gap_before=st.booleans(),
)


@QUICK
@given(st.lists(BLOCKS, max_size=30))
def test_any_blocks(blocks: list[Block]) -> None:
    numbered = tuple(Block(Source(block=place, page=place // 7), *_rest(block)) for place, block in enumerate(blocks))
    document = Document(name="x", blocks=numbered)
    assert accounted(document) == parse(document)


def _rest(block: Block) -> tuple[object, ...]:
    return (
        block.text, block.kind, block.cells, block.label, block.bold, block.italic, block.centered, block.indent,
        block.header_row, block.spans, block.gap_before,
    )  # fmt: skip


def test_a_markdown_rule_alone_is_no_table() -> None:
    accounted(of_lines(["| --- | --- |", "Tổ chức các đợt thi đua."]))


@pytest.mark.bench
def test_two_hundred_pages_are_read_in_two_seconds() -> None:
    lines = [line for line in LINES if "Nơi nhận" not in line and "KẾ HOẠCH" not in line]
    document = of_lines((["KẾ HOẠCH", "II. NỘI DUNG"] + lines * (9000 // len(lines) + 1))[:9000])
    started = time.process_time()
    draft = accounted(document)
    assert time.process_time() - started < 4
    assert len(draft.tasks) > 1000


_PIECES = (
    "ngày 15 tháng 6, ",
    "quý I, ",
    "a) Họp; ",
    "phối hợp với Sở Nội vụ, ",
    "(((",
    "- ",
    "1. ",
    "Thời gian: ",
    "và các ",
)


def _endless(piece: str, length: int) -> Document:
    return of_lines(["KẾ HOẠCH", "Năm 2025", "II. NỘI DUNG", "1. Tổ chức " + piece * (length // len(piece))])


def test_one_endless_line_is_accounted_for() -> None:
    for piece in _PIECES:
        accounted(_endless(piece, 3_000))


@pytest.mark.bench
def test_one_endless_line_is_read_quickly() -> None:
    for piece in _PIECES:
        started = time.process_time()
        accounted(_endless(piece, 60_000))
        assert time.process_time() - started < 3, piece


def _may_be_work(text: str) -> bool:
    """No end of the plan, no attribute and no heading of another topic."""
    ends = text.startswith(("Nơi nhận", "Trên đây", "PHỤ LỤC", "Phụ lục"))
    return not ends and attribute_of(text) is None and topic_of_inner(text, has_children=True) is None


ITEMS = st.tuples(
    st.sampled_from(["-", "+", "a)", "b)", "1.", "2.", "1.1.", "*"]),
    st.sampled_from(LINES).map(lambda line: re.sub(r"^[\W\d]*(?:[a-zđ][.)])?\s*", "", line.split("\t")[0])),
).filter(lambda item: len(item[1]) > 3 and _may_be_work(item[1]))


@QUICK
@given(st.lists(ITEMS, min_size=1, max_size=12))
def test_no_item_of_a_work_section_vanishes_unsaid(items: list[tuple[str, str]]) -> None:
    lines = ["KẾ HOẠCH", "Công tác thi đua năm 2026", "", "II. NỘI DUNG THỰC HIỆN"]
    draft = accounted(of_lines([*lines, *(f"{label} {text}" for label, text in items)]))
    said = {finding.source.block for finding in draft.findings if finding.source is not None}
    codes = {finding.code for finding in draft.findings}
    told = (Role.TASK, Role.DETAIL, Role.RESPONSIBILITY, Role.PURPOSE, Role.BUDGET, Role.CLOSING)
    for place, part in enumerate(draft.parts[3:], start=3):
        following = draft.parts[place + 1 :]
        if part.label and part.role not in told and part.source.block not in said:
            heads = part.role is Role.HEADING and bool(following)
            bare = part.text.lstrip("-+*ab12.) ")
            assert heads or "plan.undated_left" in codes or says_nothing(bare), part.text


@pytest.mark.parametrize("piece", ["9", "_a", "1_", "a1", "a\u0301", "_"])
def test_words_are_counted_in_one_go(piece: str) -> None:
    """Each of these once was gone through anew from every letter on: four hundred figures took half a second."""
    started = time.process_time()
    unreadable([piece * (60_000 // len(piece))])
    assert time.process_time() - started < 1
