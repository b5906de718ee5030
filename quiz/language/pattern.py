"""Regular expressions that cost nothing until a text has to be matched: the readers have half a hundred of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Unused:
    """A pattern before its first use. What is asked of it is looked up once and is then an attribute like any other."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a compiled pattern has
        # Called only for what is not yet in the instance; `re` keeps the compiled pattern for the next name.
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off to the first use: compiling takes longer than reading a text with the result."""
    return cast("re.Pattern[str]", _Unused(source, flags))
