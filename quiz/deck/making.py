"""Frozen values made quickly: a deck of ten thousand cards is forty thousand of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar, cast

_Made = TypeVar("_Made")


def maker(made: type[_Made]) -> Callable[..., _Made]:
    """What makes a value of `made`, a frozen slotted dataclass, of all its fields in their order, four times as fast.

    A frozen class sets each field by a call of `object.__setattr__`. Here the value is of a twin with the same slots,
    not frozen, while its fields are set; then it becomes one of `made`, and is like any other.
    """

    def become(self: object) -> None:
        self.__class__ = made

    own = [(each.name, each.type) for each in fields(cast(Any, made))]
    twin = make_dataclass(made.__name__, own, namespace={"__post_init__": become}, eq=False, repr=False, slots=True)
    return cast(Callable[..., _Made], twin)
