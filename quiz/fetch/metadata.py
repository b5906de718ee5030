"""What a page says of itself: title, author, day, address, language.

Asked in the order in which publishers keep them right: JSON-LD (schema.org articles), Open Graph and the many names of
<meta>, marks in the text (<time>, itemprop, rel), and last <title> and the address. A day that merely stands
somewhere on the page is not taken: a wrong day of publication would put every "on Tuesday" of the article wrong.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from quiz.fetch.when import day, day_of_address

_TITLES: Final = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHORS: Final = (
    "author", "article:author", "og:article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "citation_author", "twitter:data1",
)  # fmt: skip
_DAYS: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
    "article.published", "publish-date", "publish_date", "publishdate", "pubdate", "publication_date", "pub_date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "originalpublicationdate",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_ARTICLES: Final = re.compile(
    r"(?:.*(?:Article|Posting|Report|Review|Story)|Article|CreativeWork|WebPage|NewsArticle)$"
)
_WHOLE_PAGE: Final = frozenset({"WebPage", "CreativeWork", "CollectionPage"})
_BY: Final = re.compile(
    r"\s*(?:(?:written|posted|written and edited) by|by|par|propos recueillis par)\s*:?\s+(?=[^\W\d_])", re.IGNORECASE
)
_BYLINE: Final = re.compile(r"(?:^|[\s_-])(?:byline|author|auteur|signature)(?:[\s_-]|$)", re.IGNORECASE)
#: After the name come a date, a place, a job.
_AFTER: Final = re.compile(
    r"\s*(?:[|•·—–]|,?\s+(?:publié|mis à jour|le \d|published|updated|on \d|@|avec (?:AFP|Reuters)))", re.IGNORECASE
)
_DEEPEST: Final = 12
_SCHEMES: Final = ("http", "https")


class Told(NamedTuple):
    """What the page says; "" where it says nothing. `published` is an ISO date."""

    title: str
    author: str
    published: str
    url: str
    language: str


def metadata(tree: Any, url: str) -> Told:  # noqa: ANN401 - a tree of lxml
    """What the page `tree` says of itself; `url` is where it was found, or ""."""
    meta = _meta(tree)
    items = list(_items(tree))
    language = _language(tree, meta)
    return Told(
        title=_title(tree, meta, items),
        author=_author(tree, meta, items),
        published=_published(tree, meta, items, language) or day_of_address(_address(tree, meta, url)),
        url=_address(tree, meta, url),
        language=language,
    )


def _meta(tree: Any) -> dict[str, list[str]]:  # noqa: ANN401
    """What stands in <meta>, by its property, name or itemprop in small letters."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        said = _clean(element.get("content") or "")
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and said:
                found.setdefault(name, []).append(said)
    return found


def _items(tree: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    """The things of schema.org that are articles, the article proper before the page that holds it."""
    found = [item for script in tree.iter("script") for item in _things(script)]
    yield from sorted(
        found, key=lambda item: _WHOLE_PAGE.isdisjoint(map(str, _listed(item.get("@type")))), reverse=True
    )


def _things(script: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
        return
    try:
        waiting = [(json.loads(script.text_content().strip().rstrip(";"), strict=False), 0)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value, depth = waiting.pop(0)
        if depth > _DEEPEST:
            continue
        if isinstance(value, list):
            waiting.extend((part, depth + 1) for part in value)
        elif isinstance(value, dict):
            if any(_ARTICLES.match(str(name)) for name in _listed(value.get("@type"))):
                yield value
            waiting.extend(
                (value[key], depth + 1) for key in ("@graph", "mainEntity", "itemListElement") if key in value
            )


def _title(tree: Any, meta: Mapping[str, list[str]], items: list[Mapping[str, Any]]) -> str:  # noqa: ANN401
    site = next(iter(meta.get("og:site_name", ())), "")
    for name in _TITLES:
        for said in meta.get(name, ()):
            return _without_site(said, site)
    for item in items:
        said = item.get("headline") or ""
        if isinstance(said, str) and said.strip():
            return _clean(html.unescape(said))
    headings = [text for element in tree.iter("h1") if (text := _clean(element.text_content()))]
    titles = [text for element in tree.iter("title") if (text := _clean(element.text_content()))]
    if len(set(headings)) == 1 and not (titles and headings[0] == _site_of(titles[0])):
        return headings[0][:500]
    return _without_site(titles[0], site)[:500] if titles else ""


def _without_site(title: str, site: str) -> str:
    """The title without the name of the newspaper after it (or, if it is known, before it)."""
    parts = re.split(r"\s+[|•·–—-]\s+", title)
    if site and len(parts) > 1:
        if parts[-1].casefold() == site.casefold():
            return title[: title.rindex(parts[-1])].rstrip(" |•·–—-\xa0")
        if parts[0].casefold() == site.casefold():
            return title[len(parts[0]) :].lstrip(" |•·–—-\xa0")
    bar = re.split(r"\s+\|\s+", title)
    return bar[0] if len(bar) > 1 and len(bar[0]) > len(bar[-1]) else title


def _site_of(title: str) -> str:
    return re.split(r"\s+[|•·–—-]\s+", title)[-1]


def _author(tree: Any, meta: Mapping[str, list[str]], items: list[Mapping[str, Any]]) -> str:  # noqa: ANN401
    for item in items:
        names = _people([name for person in _listed(item.get("author")) for name in _names(person)])
        if names:
            return names
    for key in _AUTHORS:
        names = _people(meta.get(key, []))
        if names:
            return names
    marked = [
        element
        for element in tree.iter()
        if isinstance(element.tag, str) and (element.get("rel") == "author" or element.get("itemprop") == "author")
    ]
    marked += [
        element
        for element in tree.iter("p", "span", "div", "address", "a")
        if _BYLINE.search(element.get("class") or "") and len(element.text_content()) < 150
    ]
    for element in marked:
        names = _people([element.text_content()])
        if names:
            return names
    return ""


def _names(person: object) -> Iterator[str]:
    if isinstance(person, str):
        yield html.unescape(person)
    elif isinstance(person, dict):
        for name in _listed(person.get("name")):
            if isinstance(name, str):
                yield html.unescape(name)


def _people(said: list[str]) -> str:
    """Names as they are read, each once; addresses, handles and sentences are no names."""
    names: dict[str, None] = {}
    for one in said:
        name = _AFTER.split(_BY.sub("", _clean(one), count=1), maxsplit=1)[0].strip(" ,;:")
        if (
            2 < len(name) <= 120
            and not re.search(r"https?:|www\.|@|\.(?:com|fr|org|net)\b|\d{3}", name)
            and len(name.split()) < 15
        ):
            names[name] = None
    return ", ".join(names)


def _published(tree: Any, meta: Mapping[str, list[str]], items: list[Mapping[str, Any]], language: str) -> str:  # noqa: ANN401
    for item in items:
        for said in _listed(item.get("datePublished")):
            if found := day(str(said), language):
                return found
    for key in _DAYS:
        for said in meta.get(key, ()):
            if found := day(said, language):
                return found
    times = list(tree.iter("time"))
    marked = [time for time in times if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None]
    inside = [time for time in times if _within_article(time)]
    # Of several unmarked times outside the article, nobody knows which is the article's.
    for time in (*marked, *inside, *(times if len(times) == 1 else ())):
        if found := day(time.get("datetime") or "", language) or day(_clean(time.text_content()), language):
            return found
    for element in tree.iter("span", "p", "div", "abbr"):
        if element.get("itemprop") == "datePublished":
            return day(element.get("content") or element.get("datetime") or _clean(element.text_content()), language)
    return ""


def _within_article(element: Any) -> bool:  # noqa: ANN401
    """Whether an element stands in the article's own part of the page, not in a box of other articles or comments."""
    tags = [parent.tag for parent in element.iterancestors()]
    return (
        ("article" in tags or "main" in tags)
        and not {"aside", "nav", "footer"} & set(tags)
        and tags.count("article") < 2
    )


def _address(tree: Any, meta: Mapping[str, list[str]], url: str) -> str:  # noqa: ANN401
    """The address by which the page wants to be known, if it is of the same site as the one where it was found."""
    said = [
        element.get("href") or "" for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"
    ]
    for one in (*said, *meta.get("og:url", ())):
        try:
            whole: str = urljoin(url, one.strip()) if url else one.strip()
            parts = urlsplit(whole)
            if parts.scheme in _SCHEMES and parts.hostname and (not url or _same_site(parts.hostname, url)):
                return whole
        except ValueError:
            continue
    return url


def _same_site(host: str, url: str) -> bool:
    other = urlsplit(url).hostname or ""
    return host.removeprefix("www.") == other.removeprefix("www.")


def _language(tree: Any, meta: Mapping[str, list[str]]) -> str:  # noqa: ANN401
    root = next(tree.iter("html"), None)
    said = (
        [] if root is None else [root.get("lang") or "", root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""]
    )
    for one in (*said, *meta.get("og:locale", ()), *meta.get("language", ())):
        short = one.strip()[:2].lower()
        if short:
            return short if short in ("fr", "en") else ""
    return ""


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _clean(text: str) -> str:
    """Text on one line, without soft hyphens; the no-break space before French punctuation stays."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text.replace("\xad", "")).strip(" \xa0")
