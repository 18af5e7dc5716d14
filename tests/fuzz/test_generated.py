"""Inputs that nobody has sent yet: text, tables and manifests made up by hypothesis for every reader."""

from __future__ import annotations

import csv
import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.conftest import TRIED
from tests.importing.plans.test_properties import LINES
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.findings import Finding
from thidua_desktop.importing import tracker
from thidua_desktop.services import lists
from thidua_desktop.services.imports import read_plan, read_plan_text
from thidua_desktop.storage import manifests, packing
from thidua_desktop.storage.package_errors import PackageDamaged, PackageNewer
from thidua_desktop.wording import messages

MANY, SECONDS = 2000, 10.0
Record = Callable[[str, object], None]

_HEADINGS = ("STT", "TT", "Họ và tên", "Tên tập thể", "CCCD", "Ngày sinh", "Chức vụ", "Đơn vị", "Danh hiệu", "Ghi chú")
_VALUES = ("1", "I", "A", "Ông Nguyễn Văn An", "Bà Lò Ví", "Hộ ông Lê Ba", "Phòng Tổ chức", "LĐTT", "x", "17/5/1985")
_NASTY = ("=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "1.23E+11", "\u202e\u200b", "9" * 400, "\x00", "a\u0301" * 200)
_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)

cells = st.one_of(st.sampled_from(_HEADINGS), st.sampled_from(_VALUES), st.sampled_from(_NASTY), _TEXT)
tables = st.lists(st.lists(cells, min_size=1, max_size=9), max_size=25)
texts = st.lists(st.one_of(st.sampled_from(LINES), cells), max_size=50).map("\n".join)
encodings = st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1258", "cp1252"))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


def settled(many: bool) -> settings:
    return settings(
        deadline=None,  # by the clock; what counts is the time of the processor
        max_examples=MANY if many else 15,
        suppress_health_check=list(HealthCheck),
        database=None,
    )


def read(reader: Callable[[], Any]) -> None:
    """A reader gives something, or says in a sentence why not; soon."""
    begun = time.process_time()
    try:
        found = reader()
    except AppError as trouble:
        assert messages.error(trouble)
    else:
        for finding in getattr(found, "findings", ()):
            assert isinstance(finding, Finding)
            assert messages.finding(finding)
    assert time.process_time() - begun < SECONDS


def _delimited(folder: Path, rows: list[list[str]], mark: str, encoding: str) -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows)
    path = folder / "bang.csv"
    path.write_bytes(out.getvalue().encode(encoding, "replace"))
    return path


def plan_texts(many: bool) -> int:
    tried = 0

    @settled(many)
    @given(texts)
    def run(text: str) -> None:
        nonlocal tried
        tried += 1
        read(lambda: read_plan_text(text))

    run()
    return tried


def list_texts(many: bool) -> int:
    tried = 0

    @settled(many)
    @given(st.one_of(texts, tables.map(lambda rows: "\n".join("\t".join(row) for row in rows))))
    def run(text: str) -> None:
        nonlocal tried
        tried += 1
        read(lambda: lists.draft_to_json(lists.read_list_text(text)) and lists.read_list_text(text))

    run()
    return tried


def delimited_files(many: bool) -> int:
    tried = 0

    @settled(many)
    @given(tables, st.sampled_from(",;\t|"), encodings)
    def run(rows: list[list[str]], mark: str, encoding: str) -> None:
        nonlocal tried
        tried += 1
        with tempfile.TemporaryDirectory() as folder:
            path = _delimited(Path(folder), rows, mark, encoding)
            for reader in (lists.read_list, read_plan, tracker.read):
                read(lambda: reader(path))  # noqa: B023 - called at once

    run()
    return tried


def manifests_of_backups(many: bool) -> int:
    tried = 0

    @settled(many)
    @given(values, st.binary(max_size=40))
    def run(value: Any, tail: bytes) -> None:
        nonlocal tried
        tried += 1
        with tempfile.TemporaryDirectory() as folder:
            backup = Path(folder) / "sao.tdkt"
            manifests.path_of(backup).write_bytes(_json(value) + tail)
            found = manifests.read(backup)
            assert found is None or found.format == manifests.FORMAT

    run()
    return tried


def manifests_of_packages(many: bool) -> int:
    tried = 0

    @settled(many)
    @given(values, st.binary(max_size=40))
    def run(value: Any, tail: bytes) -> None:
        nonlocal tried
        tried += 1
        try:
            found = packing.decoded(_json(value) + tail, Path("goi.tdgoi"))
        except (PackageDamaged, PackageNewer) as trouble:
            assert messages.error(trouble)
        else:
            assert found.format == packing.FORMAT

    run()
    return tried


def _json(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except (TypeError, ValueError, OverflowError):
        return repr(value).encode("utf-8", "replace")


GENERATED: dict[str, Callable[[bool], int]] = {
    "plan, text": plan_texts,
    "list, text": list_texts,
    "list, plan, tracker, delimited text": delimited_files,
    "backup, manifest": manifests_of_backups,
    "package, manifest": manifests_of_packages,
}


@pytest.mark.parametrize("kind", GENERATED)
def test_what_is_made_up_does_no_harm(kind: str, record_property: Record) -> None:
    record_property(TRIED, (GENERATED[kind](False), f"{kind}, made up"))


@pytest.mark.fuzz
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", GENERATED)
def test_thousands_of_made_up_inputs_do_no_harm(kind: str, record_property: Record) -> None:
    tried = GENERATED[kind](True)
    assert tried >= MANY
    record_property(TRIED, (tried, f"{kind}, made up"))


def test_a_manifest_that_goes_on_inwards_without_end(tmp_path: Path) -> None:
    backup = tmp_path / "sao.tdkt"
    for deep in (b"[" * 1_000_000, b'{"x":' * 200_000):
        manifests.path_of(backup).write_bytes(deep)
        assert manifests.read(backup) is None
