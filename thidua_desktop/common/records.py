"""``dataclass`` as in the standard library, for classes that the start of the program defines by the hundred.

The standard one writes and compiles six functions for each class when its module is imported, a millisecond in all;
most classes are not even used before the window stands. Here each function is made when it is first called. Type
checkers see the standard decorator, and so does ``dataclasses``: ``fields``, ``replace`` and ``asdict`` work as ever.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True):
        """See ``dataclasses.dataclass``; what else that can do is not needed here.

        A class of this kind and one of the standard kind cannot inherit from each other where one is frozen.
        """

        def made(raw: type) -> type:
            return _made(raw, frozen=frozen, slots=slots, eq=eq)

        return made if cls is None else made(cls)


_GIVEN = object()
"""Stands as the default of what a factory makes."""


def _made(raw: type, *, frozen: bool, slots: bool, eq: bool) -> type:
    if raw.__doc__ is None:
        raw.__doc__ = raw.__name__  # the standard one would ask for the signature, which takes long
    own = frozenset(vars(raw))
    cls: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(raw)
    if "__init__" not in own:
        _put_off(cls, "__init__", _init, frozen)
    if "__repr__" not in own:
        _put(cls, "__repr__", _repr)
    if eq and "__eq__" not in own:
        _put_off(cls, "__eq__", _eq)
    if eq and "__hash__" not in own:
        if frozen:
            _put_off(cls, "__hash__", _hash)
        else:
            _put(cls, "__hash__", None)
    if frozen:
        _freeze(cls, slots=slots, own=own)
    return cls


def _freeze(cls: type, *, slots: bool, own: frozenset[str]) -> None:
    _put(cls, "__setattr__", _set)
    _put(cls, "__delattr__", _delete)
    if slots and "__getstate__" not in own:
        _put(cls, "__getstate__", _state)
        _put(cls, "__setstate__", _set_state)


def _put(cls: type, name: str, what: object) -> None:
    type.__setattr__(cls, name, what)


def _put_off(cls: type, name: str, make: Callable[..., Callable[..., Any]], *given: object) -> None:
    """Let a method make itself with its first call."""

    def first(self: object, /, *args: object, **named: object) -> object:
        method = make(cls, *given)
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        _put(cls, name, method)
        return method(self, *args, **named)

    first.__name__ = name
    _put(cls, name, first)


def _init(cls: type, frozen: bool) -> Callable[..., Any]:
    """Takes the fields in their order and puts them into their places."""
    known: dict[str, object] = {"_given": _GIVEN, "_set": object.__setattr__}
    taken, body = ["self"], []
    for field in dataclasses.fields(cls):
        value = _taken(field, known, taken)
        if value is None:
            continue
        if not frozen:
            body.append(f"self.{field.name} = {value}")
        elif isinstance(place := getattr(cls, field.name, None), MemberDescriptorType):
            known[f"_put_{field.name}"] = place.__set__  # a third faster than by its name
            body.append(f"_put_{field.name}(self, {value})")
        else:
            body.append(f"_set(self, {field.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    return _compiled("__init__", ", ".join(taken), body or ["pass"], known)


def _taken(field: dataclasses.Field[Any], known: dict[str, object], taken: list[str]) -> str | None:
    """What the place of a field is given, as it is written in ``__init__``; the argument goes to ``taken``."""
    name = field.name
    made = field.default_factory is not dataclasses.MISSING
    if made:
        known[f"_made_{name}"] = field.default_factory
    elif field.default is not dataclasses.MISSING:
        known[f"_default_{name}"] = field.default
    if not field.init:
        return f"_made_{name}()" if made else f"_default_{name}" if f"_default_{name}" in known else None
    if made:
        taken.append(f"{name}=_given")
        return f"_made_{name}() if {name} is _given else {name}"
    taken.append(f"{name}=_default_{name}" if f"_default_{name}" in known else name)
    return name


def _eq(cls: type) -> Callable[..., Any]:
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    body = [
        "if other.__class__ is self.__class__:",
        f"    return {_tuple('self', names)} == {_tuple('other', names)}",
        "return NotImplemented",
    ]
    return _compiled("__eq__", "self, other", body, {})


def _hash(cls: type) -> Callable[..., Any]:
    names = [field.name for field in dataclasses.fields(cls) if _is_hashed(field)]
    return _compiled("__hash__", "self", [f"return hash({_tuple('self', names)})"], {})


def _is_hashed(field: dataclasses.Field[Any]) -> bool:
    return field.compare if field.hash is None else field.hash


def _tuple(of: str, names: list[str]) -> str:
    return f"({''.join(f'{of}.{name}, ' for name in names)})"


def _compiled(name: str, taken: str, body: list[str], known: dict[str, object]) -> Callable[..., Any]:
    lines = "".join(f"  {line}\n" for line in body)
    exec(f"def {name}({taken}):\n{lines}", known)
    made: Callable[..., Any] = known[name]  # type: ignore[assignment]
    return made


@recursive_repr()
def _repr(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _set(self: Any, name: str, value: object) -> None:
    _refuse(self, name, "assign to")
    object.__setattr__(self, name, value)


def _delete(self: Any, name: str) -> None:
    _refuse(self, name, "delete")
    object.__delattr__(self, name)


def _refuse(self: Any, name: str, deed: str) -> None:
    """A class that only inherits from a frozen one may have attributes of its own."""
    if "__dataclass_fields__" in vars(type(self)) or name in self.__dataclass_fields__:
        message = f"cannot {deed} field {name!r}"
        raise dataclasses.FrozenInstanceError(message)


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
