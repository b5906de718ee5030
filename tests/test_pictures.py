"""The pictures of the manual show what the program shows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parent.parent
PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())


def test_no_picture_is_out_of_date() -> None:
    """Each screen, run anew on the same log, is the one in docs/pictures; else: scripts/pictures makes them anew."""
    command = [sys.executable, str(ROOT / "scripts" / "pictures.py"), "--check"]
    told = subprocess.run(
        command, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    )

    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_small_safe_and_shown_somewhere(path: Path) -> None:
    """Under 150 kB, well-formed, without a script or an address of elsewhere, and part of a page of the manual."""
    assert path.stat().st_size < 150_000
    if path.suffix == ".svg":
        text = path.read_text(encoding="utf-8")
        root = ET.fromstring(text)
        assert not [
            one for one in root.iter() if one.tag.rpartition("}")[2] in ("script", "image", "use", "foreignObject")
        ]
        assert re.findall(r"https?:[^\"]+", text) == ["http://www.w3.org/2000/svg"]
        assert not re.search(r"/(?:work|root|tmp|home/\w+|Users)/", text)
        assert root.find("{http://www.w3.org/2000/svg}desc") is not None
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    assert any(f"pictures/{path.name})" in page.read_text(encoding="utf-8") for page in pages)
