"""A module for each promise; each has ``PROMISES``, found by itself: a new module is a new row."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from tests.bench.frame import Promise


def everything() -> Iterator[Promise]:
    """All promises in the order of their modules' names."""
    for module in iter_modules(__path__):
        yield from import_module(f"{__name__}.{module.name}").PROMISES


def find(key: str) -> Promise:
    """The promise with that key."""
    return next(promise for promise in everything() if promise.key == key)
