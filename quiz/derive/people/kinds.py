"""What a party can be."""

from __future__ import annotations

from typing import Literal

Gender = Literal["", "m", "f"]
Kind = Literal["person", "organisation", "place", "name"]
