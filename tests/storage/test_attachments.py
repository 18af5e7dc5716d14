"""Attachments: their name says what must be in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from thidua_desktop.storage.attachments import Attachments, folder_of


@pytest.fixture
def kept(tmp_path: Path) -> Attachments:
    return Attachments(folder_of(tmp_path / "co-quan.tdkt"))


def _keep(kept: Attachments, tmp_path: Path, content: bytes) -> str:
    source = tmp_path / "nguồn.pdf"
    source.write_bytes(content)
    return kept.keep(source)


def test_the_same_content_is_kept_once(kept: Attachments, tmp_path: Path) -> None:
    assert kept.all() == ()
    first, again = _keep(kept, tmp_path, b"a"), _keep(kept, tmp_path, b"a")
    other = _keep(kept, tmp_path, b"b")
    assert first == again != other
    assert set(kept.all()) == {first, other}
    assert kept.path(first).read_bytes() == b"a"
    assert kept.folder.name == "co-quan-dinh-kem"


def test_keeping_again_mends_what_was_damaged(kept: Attachments, tmp_path: Path) -> None:
    digest = _keep(kept, tmp_path, b"a")
    kept.path(digest).write_bytes(b"x")
    assert kept.damaged([digest, "0" * 64]) == (digest, "0" * 64)
    assert _keep(kept, tmp_path, b"a") == digest
    assert kept.holds(digest)


@pytest.mark.parametrize("saves", [1, 99])
def test_a_file_that_is_saved_meanwhile_is_kept_as_it_is_then_or_not_at_all(
    kept: Attachments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saves: int
) -> None:
    source = tmp_path / "biểu.xlsx"
    source.write_bytes(b"0")
    put, contents = kept.put, iter(range(1, saves + 1))

    def saved_before(digest: str, content: Iterable[bytes]) -> None:
        if (now := next(contents, None)) is not None:
            source.write_bytes(str(now).encode())
        put(digest, content)

    monkeypatch.setattr(kept, "put", saved_before)
    if saves == 1:
        assert kept.path(kept.keep(source)).read_bytes() == b"1"
    else:
        with pytest.raises(OSError, match="written to"):
            kept.keep(source)
    assert all(map(kept.holds, kept.all()))


def test_only_whole_files_are_copied(kept: Attachments, tmp_path: Path) -> None:
    good, bad = _keep(kept, tmp_path, b"a"), _keep(kept, tmp_path, b"b")
    kept.path(bad).write_bytes(b"x")
    pool = Attachments(tmp_path / "USB")
    assert pool.fill(kept, [good, bad, "0" * 64]) == (bad, "0" * 64)
    assert pool.all() == (good,)
    pool.path(good).write_bytes(b"x")
    assert pool.fill(kept, [good]) == ()  # not read again
    assert pool.repair(kept, [good]) == ()
    assert pool.holds(good)


def test_other_files_are_none_of_ours(kept: Attachments) -> None:
    kept.folder.mkdir()
    (kept.folder / "Thumbs.db").write_bytes(b"x")
    assert kept.all() == ()
