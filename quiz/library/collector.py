"""Python's cyclic garbage collector, told to wait where it would only walk through what stays."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[Callable[[], None]]:
    """No collection within; or until the function that this gives is called, which leaves what is there for ever.

    While much is being made that stays (cards, modules), the collector costs a tenth of loading and half of reading.
    """
    enabled = gc.isenabled()

    def resume() -> None:
        if enabled:
            gc.freeze()
            gc.enable()

    gc.disable()
    try:
        yield resume
    finally:
        if enabled:
            gc.enable()
