"""The extractors, in the order in which they look; others' come through the entry points `quiz.extractors`."""

from __future__ import annotations

from typing import Final

from quiz.derive.document import Extractor

EXTRACTORS: Final[dict[str, Extractor]] = {}
