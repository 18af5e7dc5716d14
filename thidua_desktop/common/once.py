"""An attribute that is made when it is first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Any, Generic, Self, TypeVar, overload

_Value = TypeVar("_Value")
_MAKING = RLock()


class once(Generic[_Value]):  # noqa: N801 - stands where ``property`` stands
    """Like ``functools.cached_property``, but made once however many threads ask.

    The window's thread and its worker share the services: two of one kind would each keep what they remember for
    themselves. (``cached_property`` has no lock from Python 3.12 on.) One lock for all, which may be taken again by
    its holder, since making one thing asks for others.
    """

    def __init__(self, make: Callable[[Any], _Value]) -> None:
        self._make = make
        self._name = ""
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type) -> Self: ...
    @overload
    def __get__(self, holder: object, owner: type) -> _Value: ...
    def __get__(self, holder: object | None, owner: type) -> Self | _Value:
        if holder is None:
            return self
        kept = vars(holder)
        with _MAKING:
            if self._name not in kept:
                kept[self._name] = self._make(holder)
            value: _Value = kept[self._name]
            return value
