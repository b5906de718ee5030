"""What a file is by its first bytes, whatever its name says: a text, Markdown, HTML, or something else to be named."""

from __future__ import annotations

import re
from typing import Final, Literal

from quiz.fetch.raw import Raw
from quiz.problem import Failure, Problem

Form = Literal["text", "markdown", "html"]

#: How files begin that are no texts, and what people call them.
_BEGINNINGS: Final = (
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word (.doc)"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"bplist00", "Web Archive"),
)
#: What a ZIP archive holds says which document it is.
_INSIDE: Final = (
    (b"word/", "Word (.docx)"),
    (b"xl/", "Excel (.xlsx)"),
    (b"ppt/", "PowerPoint (.pptx)"),
    (b"application/epub+zip", "EPUB"),
    (b"opendocument.text", "OpenDocument (.odt)"),
    (b"Index/Document.iwa", "Pages"),
)
#: Formats that hold text which another program can write out.
_DOCUMENTS: Final = frozenset(
    {"RTF", "Word (.doc)", "Word (.docx)", "EPUB", "OpenDocument (.odt)", "Pages", "Web Archive"}
)
_MHTML: Final = re.compile(
    rb"(?:From: <Saved by|MIME-Version: 1\.0\r?\n)[\s\S]{0,2000}multipart/related", re.IGNORECASE
)

_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|article|main|title|meta)\b",
    re.IGNORECASE,
)
_FRONT: Final = re.compile(r"\ufeff?(?:---[ \t]*\n[\w-]+[ \t]*:|\+\+\+[ \t]*\n[\w-]+[ \t]*=)")
_NAMES: Final[tuple[tuple[tuple[str, ...], Form], ...]] = (
    ((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    ((".html", ".htm", ".xhtml", ".shtml"), "html"),
)
_TYPES: Final[dict[str, Form]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
}


def form(raw: Raw, text: str) -> Form:
    """What a decoded text is: HTML by how it begins, else by its type on the web, by its name, by its front matter.

    A page that a server calls plain text, or that was saved as `.txt`, is still a page.
    """
    if _HTML.match(text):
        return "html"
    if raw.type in _TYPES:
        return _TYPES[raw.type]
    for endings, found in _NAMES:
        if raw.name.lower().endswith(endings):
            return found
    # In a file that is called a text, nothing is taken for marks; what comes without a name may say what it is.
    return "markdown" if raw.name == "stdin" and _FRONT.match(text) else "text"


def refuse_other_formats(raw: Raw) -> None:
    """Raise `Failure` for what is no text: "article-pdf", "article-document", "article-other-format" with its name."""
    data = raw.data
    if data[:1024].lstrip().startswith(b"%PDF-"):
        raise Failure(Problem("article-pdf", facts={"name": raw.source}))
    found = _format(data)
    if found:
        code = "article-document" if found in _DOCUMENTS else "article-other-format"
        raise Failure(Problem(code, facts={"name": raw.source, "format": found}))


def _format(data: bytes) -> str:
    for beginning, name in _BEGINNINGS:
        if data.startswith(beginning):
            return name
    if data.startswith(b"PK\x03\x04"):
        # Names stand in the directory at the end, and for EPUB and OpenDocument at the beginning.
        told = data[:4096] + data[-65536:]
        return next((name for inside, name in _INSIDE if inside in told), "ZIP")
    if data[:4] == b"RIFF":
        return "WebP" if data[8:12] == b"WEBP" else "RIFF"
    if data[4:8] == b"ftyp":
        return "MP4"
    return "Web Archive" if _MHTML.match(data[:4096]) else ""
