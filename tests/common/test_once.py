"""An attribute that is made once, by whichever thread asks first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from thidua_desktop.common.once import once

_THREADS = 4


class _Holder:
    def __init__(self) -> None:
        self.made = 0
        self.start = Barrier(_THREADS)

    @once
    def first(self) -> list[int]:
        """Made with another one."""
        self.made += 1
        return self.second

    @once
    def second(self) -> list[int]:
        """Made alone."""
        return [1]


def test_it_is_made_when_it_is_asked_for_and_kept() -> None:
    holder = _Holder()
    assert holder.made == 0
    assert holder.first is holder.first
    assert holder.first is holder.second  # asked for while the lock is held
    assert holder.made == 1


def test_holders_keep_their_own() -> None:
    assert _Holder().second is not _Holder().second


def test_threads_that_ask_together_get_the_same() -> None:
    for _ in range(20):
        holder = _Holder()

        def ask(holder: _Holder = holder) -> list[int]:
            holder.start.wait()
            return holder.first

        with ThreadPoolExecutor(_THREADS) as pool:
            got = list(pool.map(lambda _: ask(), range(_THREADS)))
        assert all(one is got[0] for one in got)
        assert holder.made == 1


def test_the_class_shows_what_it_is() -> None:
    assert _Holder.first.__doc__ == "Made with another one."
