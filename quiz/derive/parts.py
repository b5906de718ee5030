"""Paragraphs → which part of the page each of them is, by its form and by where it stands among the others.

A page is read from both ends. At its head stand title, standfirst, byline and date; at its foot biographies, teasers
and rights; between them a paragraph is the story, unless it is a heading, a post, or furniture by its form alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive import biography
from quiz.derive.datelines import authors, is_dateline
from quiz.derive.document import Part
from quiz.derive.foreign import is_foreign
from quiz.derive.furniture import furniture, heads_summary, opens_teasers, plain
from quiz.derive.lines import Paragraph, is_bullet
from quiz.language import verbs
from quiz.language.pattern import pattern

#: A byline is looked for among so many paragraphs, and a biography among so many of the last.
_HEAD, _FOOT = 12, 12
#: No title, heading or signature is longer.
_TITLE, _HEADING, _HEADING_WORDS = 200, 110, 16
_STANDFIRST = 400
#: A line of prose that is as long as this is no heading, though it may lack its full stop.
_PROSE = 130

#: The end of a sentence; marks, a note's figure or "(AFP)" may follow.
_STOP: Final = pattern(r"[.!?…][\"»”’'›)\]*_\d\s]*(?:\([^()]{1,40}\))?$")
_FULL_STOP: Final = pattern(r"[.…][\"»”’'›)\]*_\d\s]*(?:\([^()]{1,40}\))?$")
_GOES_ON: Final = pattern(r"[:;,][\"»”’'›)\]*_\s]*$")
_QUESTION: Final = pattern(r"[?!][\"»”’'›)\]*_\s]*$")
_TURN: Final = pattern(
    r"(?:[–—-]\s*\S|[A-ZÀ-Ý][\w.'’-]*(?:\s[A-ZÀ-Ý][\w.'’-]*){0,3}\s?[:.]\s|Q\s?[:.]|R\s?[:.]|A\s?[:.])"
)
_DASH: Final = pattern(r"[–—-]\s*\S")
_TABLE: Final = pattern(r"\||\S+\t\S+|\(")
_QUOTED_LINE: Final = pattern(r"\s*(?P<mark>[«“\"‘'])\s*(?P<words>.{8,200}?)\s*[»”\"’']\s*$")
#: — Jane Roe (@jroe) March 3, 2024. The handle is enough; without one a dash and a name after a quoted block.
_ATTRIBUTION: Final = pattern(
    r"[>\s]*(?:[–—―-]{1,3}|&mdash;)?\s*[*_]*[^\W\d_][^@.!?\n]{0,60}\(\s*@\w[\w.@-]*\s*\)[*_]*.{0,60}$"
)
_SIGNED: Final = pattern(r"[>\s]*[–—―-]{1,3}\s*[*_]*[A-ZÀ-Ý][\w.'’*-]*(?:\s+[\w.'’&*-]+){0,3}(?:,[^.!?]{2,80})?$")
_PRONOUN: Final = pattern(r"(?:Il|Elle|He|She|They)\s")
_BLOCK: Final = pattern(r">")
_MARKDOWN: Final = pattern(r"(#{1,6})\s")
_ADDRESS: Final = pattern(r"https?://\S+$|(?:pic\.twitter|t)\.co\S*$")
#: The time at which a line of a running report was written.
_STAMP: Final = pattern(
    r"(?:[àa]\s)?\d{1,2}(?:[.:]\d{2}|\s?h\s?\d{2}|(?=\s?[ap]m))\s?(?:[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}))?$"
)
#: A page with as many of them is a running report.
_STAMPS: Final = 3
_CORRECTS: Final = pattern(r"(?i)(?:corrections?|update|rectificatif|pr[ée]cision|mise à jour|maj)\b")
#: JAKARTA (Reuters) - …: with this a dispatch begins.
_DISPATCH: Final = pattern(r"[A-ZÀ-Ý][A-ZÀ-Ý .'’-]{2,40}(?:,[^()\n]{2,40})?\s*\([A-Z][\w /&.-]{1,30}\)\s*[-–—]{1,2}\s")
#: A picture's maker alone: what stands above it says what is seen.
_CREDIT: Final = pattern(
    r"(?i)\(?(?:photo |image |picture )?(?:credits?|crédits?|photos?|images?|pictures?)\s?(?:photos?)?\s?[:/©]"
    r"[^.!?]*(?:\.com\b[^.!?]*)?\.?$"
)
_CAPTION: Final = 250
#: Somebody somewhere: a line that says so without a verb and without a figure describes a picture.
_SEEN: Final = pattern(
    r"[A-ZÀ-Ý][^.!?…:;|«»“”\"\d]{10,140}?\s(?:at|in|outside|inside|near|during|with|on|beside|before|after|à|au|aux|devant|dans"
    r"|lors|pendant|sur|avec|en|près|chez)\s[^.!?…:;|«»“”\"\d]{3,80}\.$"
)
_NAMED: Final = pattern(r"(?<=\s)[A-ZÀ-Ý][\w'’-]+")
#: The kind of a piece before its standfirst: REPORTAGE – …
_GENRE: Final = pattern(
    r"(?:REPORTAGE|ENQUÊTE|ENQUETE|RÉCIT|RECIT|ANALYSE|ENTRETIEN|INTERVIEW|PORTRAIT|DÉCRYPTAGE|DECRYPTAGE|TÉMOIGNAGES?"
    r"|TRIBUNE|CHRONIQUE|CRITIQUE|ÉDITORIAL|EDITORIAL|VIDÉO|VIDEO|INFOGRAPHIE|EXCLUSIF|EXCLUSIVE|ANALYSIS|OPINION|REVIEW"
    r"|FEATURE|PROFILE|EXPLAINER|COMMENT|INVESTIGATION|REPORT)S?\s*(?:[–—:|.]|-\s)"
)
#: …, as Jane Roe reports: how a standfirst names who wrote the piece.
_REPORTS: Final = pattern(r",\s[^,.]{2,40}[A-Z][\w'’-]+ (?:reports|writes|explains|has more|finds out|asks)\.?$")
_BARS: Final = pattern(r"\s\|\s|\t")
_FIGURE: Final = pattern(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_WORD: Final = pattern(r"[^\W\d_]{4,}")
_LETTERS: Final = pattern(r"[^\W\d_]+")


def parts(paragraphs: Sequence[Paragraph], language: str, author: str = "") -> list[Part]:
    """The part of each paragraph. `author` is who wrote the page, where that is known, or ""."""
    return _Page(paragraphs, language, author).read()


class _Page:
    """The paragraphs of a page with what is known of them so far."""

    def __init__(self, paragraphs: Sequence[Paragraph], language: str, author: str) -> None:
        self.all = paragraphs
        self.language = language
        self.author = author
        self.count = len(paragraphs)
        self.found: list[Part | None] = [None] * self.count

    def read(self) -> list[Part]:
        """Each rule in its turn: what is sure by its form first, what depends on its neighbours after it."""
        self._by_form()
        self._rows()
        self._running()
        self._posts()
        self._teasers()
        start = self._head()
        self._summaries(start)
        self._foot(start)
        self._headings(start)
        told = [part or "body" for part in self.found]
        return told if any(part in ("body", "post") for part in told) else self._nothing_else()

    def _nothing_else(self) -> list[Part]:
        """A page whose every line looks like a title is told in titles."""
        return [furniture(one.text) or "body" for one in self.all]

    # --- by form ---

    def _by_form(self) -> None:
        for at, one in enumerate(self.all):
            if len(one.text) <= _TITLE and self._attributes(at):
                self.found[at] = "attribution"
            elif (level := _MARKDOWN.match(one.text)) is not None:
                self.found[at] = "title" if len(level[1]) == 1 and at < _HEAD else "heading"
            elif heads_summary(one.text) and at + 1 < self.count:
                self.found[at] = "heading"
            else:
                self.found[at] = furniture(one.text)
            if self.found[at] is None and self._is_seen(one.text):
                self.found[at] = "caption"
            if self.found[at] in (None, "legal", "navigation") and is_dateline(one.text, self.language):
                self.found[at] = "byline"

    def _rows(self) -> None:
        """Two lines or more with as many bars, and figures between them, are a table of the story."""
        bars = [len(_BARS.findall(one.text)) if "|" in one.text or "\t" in one.text else 0 for one in self.all]
        at = 0
        while at < self.count:
            end = at + 1
            while bars[at] and end < self.count and bars[end] == bars[at]:
                end += 1
            if end - at > 1 and sum(_FIGURE.search(one.text) is not None for one in self.all[at:end]) * 2 >= end - at:
                self.found[at:end] = ["body"] * (end - at)
            at = end

    def _running(self) -> None:
        """The times of a running report are headings, and so is a line under one that is no sentence."""
        stamps = [at for at, one in enumerate(self.all) if len(one.text) <= 16 and _STAMP.match(one.text)]
        for at in stamps:
            self.found[at] = "heading"
        if len(stamps) < _STAMPS:
            return
        for at in stamps:
            if at + 1 < self.count and self.found[at + 1] is None and self._is_title(at + 1, _HEADING):
                self.found[at + 1] = "heading"
        for at in range(stamps[0], stamps[-1]):
            if self.found[at] == "legal" and _CORRECTS.match(self.all[at].text) and _STOP.search(self.all[at].text):
                self.found[at] = "body"

    def _is_title(self, at: int, longest: int) -> bool:
        text = self.all[at].text
        return len(text) <= longest and not is_bullet(text) and not (_STOP.search(text) or _GOES_ON.search(text))

    def _is_seen(self, text: str) -> bool:
        return (
            len(text) <= _TITLE
            and _SEEN.match(text) is not None
            and len(_NAMED.findall(text)) > 1
            and not any(verbs.is_finite(word, self.language) for word in _LETTERS.findall(text))
        )

    def _attributes(self, at: int) -> bool:
        text = self.all[at].text
        return ("@" in text and _ATTRIBUTION.match(text) is not None) or self._signs(at) or self._cites(at)

    def _signs(self, at: int) -> bool:
        """Whether a line with a dash and a name stands under quoted words."""
        text = self.all[at].text
        if at == 0 or _SIGNED.match(text) is None:
            return False
        above = self.all[at - 1].text
        return (_BLOCK.match(text) is not None and _BLOCK.match(above) is not None) or (
            _QUOTED_LINE.match(above) is not None and len(text) <= 100
        )

    def _cites(self, at: int) -> bool:
        """Whether a line is the name of whom the whole line above it quotes."""
        text = self.all[at].text
        above = _QUOTED_LINE.match(self.all[at - 1].text) if at else None
        return (
            above is not None
            and _STOP.search(above["words"]) is not None
            and biography.is_name(text)
            and plain(text) != plain(self.author)
            and at + 1 < self.count
        )

    def _posts(self) -> None:
        """What stands above an attribution is a post: one paragraph, all from a colon on, or all that goes with it."""
        for at, part in enumerate(self.found):
            if part != "attribution":
                continue
            if (
                at + 1 < self.count
                and self.found[at + 1] == "byline"
                and is_dateline(self.all[at + 1].text, self.language)
            ):
                self.found[at + 1] = "navigation"
            first = at - 1
            while first > 0 and _ADDRESS.match(self.all[first].text):
                self.found[first] = "navigation"
                first -= 1
            if first < 0 or self.found[first] not in (None, "navigation", "legal", "caption", "heading"):
                continue
            begin = self._post_begins(first)
            for place in range(begin, first + 1):
                self.found[place] = "post"

    def _post_begins(self, last: int) -> int:
        """Where a post begins that ends with the paragraph `last`."""
        for place in range(last - 1, max(-1, last - 6), -1):
            if self.found[place] is not None:
                break
            text = self.all[place].text
            if text.endswith(":"):
                return place + 1
        begin = last
        while begin > 0 and self.found[begin - 1] is None and self._one_post(begin - 1, begin):
            begin -= 1
        return begin

    def _one_post(self, first: int, second: int) -> bool:
        """Whether two paragraphs are of one post: both quoted, or both in a language that the page is not."""
        one, other = self.all[first].text, self.all[second].text
        if _BLOCK.match(one) or _BLOCK.match(other):
            return bool(_BLOCK.match(one) and _BLOCK.match(other))
        if is_foreign(one, self.language):
            return is_foreign(other, self.language, certain=False)
        return is_foreign(other, self.language) and is_foreign(one, self.language, certain=False)

    def _teasers(self) -> None:
        """Under a label that opens a list of other articles, the lines without a full stop are their titles."""
        open_list = False
        for at, one in enumerate(self.all):
            if self.found[at] == "navigation" and opens_teasers(one.text):
                open_list = True
            elif open_list and self.found[at] is None:
                if _STOP.search(one.text) is None and len(one.text) <= _TITLE and not _GOES_ON.search(one.text):
                    self.found[at] = "navigation"
                else:
                    open_list = False

    # --- the head ---

    def _head(self) -> int:
        """Title, standfirst and byline; where the story begins."""
        self._pictured()
        byline = max(self._last_byline(), self._dispatched())
        titled = any(part == "title" for part in self.found[: byline + 1])
        for at in range(byline + 1):
            if self.found[at] is not None:
                continue
            text = self.all[at].text
            if (
                not _FULL_STOP.search(text)
                or not titled
                or _GENRE.match(text)
                or _REPORTS.search(text)
                or self._repeats(text, at + 1, 0.4)
            ):
                self.found[at] = "title"
                titled = True
            else:
                self.found[at] = "lead"
        at = byline + 1
        while at < self.count - 1:
            text = self.all[at].text
            if self.found[at] is None:
                if is_bullet(text) or _DASH.match(text) or not self._may_be_title(at, titled):
                    break
                self.found[at] = "heading" if titled else "title"
                titled = titled or len(text.split()) > 1
            elif self.found[at] in ("post", "attribution"):
                break
            at += 1
        return self._leads(at)

    def _pictured(self) -> None:
        """What stands above a picture's credit before anything is told says what the picture shows."""
        for at, one in enumerate(self.all[:_HEAD]):
            if self.found[at] == "caption" and at and self.found[at - 1] is None and _CREDIT.match(one.text):
                above = self.all[at - 1].text
                if len(above) <= _CAPTION and _FULL_STOP.search(above):
                    self.found[at - 1] = "caption"
            last = at + 1 >= self.count or self.found[at + 1] != "caption"
            if last and self.found[at] is None and _FULL_STOP.search(one.text):
                return

    def _dispatched(self) -> int:
        """The last paragraph above the one with which a dispatch begins, -1 if none does."""
        for at, one in enumerate(self.all[:6]):
            if self.found[at] is None and _DISPATCH.match(one.text):
                for place in range(at):
                    self.found[place] = self.found[place] or "title"
                return at - 1
            if len(one.text) > _STANDFIRST:
                break
        return -1

    def _may_be_title(self, at: int, titled: bool) -> bool:
        text = self.all[at].text
        if titled and at < 4 and len(text) <= _STANDFIRST and (_GENRE.match(text) or _REPORTS.search(text)):
            return True
        if len(text) > (_PROSE if titled else _TITLE) or _GOES_ON.search(text):
            return False
        if _STOP.search(text) is None:
            return True
        return not titled and _QUESTION.search(text) is not None and len(text) <= _PROSE and self._next_is_prose(at)

    def _last_byline(self) -> int:
        """The last byline of the head, -1 if it has none: above it no story is told."""
        last, told = -1, 0
        for at, one in enumerate(self.all[:_HEAD]):
            if self.found[at] == "byline":
                last = at
            elif self.found[at] is None and not is_bullet(one.text):
                told += len(one.text) > _STANDFIRST or (_FULL_STOP.search(one.text) is not None)
                if told > 1 or len(one.text) > _STANDFIRST:
                    break
            elif self.found[at] in ("post", "attribution"):
                break
        return last

    def _leads(self, start: int) -> int:
        """A first paragraph above a title is the lead."""
        after = start + 1
        if (
            start == 0
            and after + 1 < self.count
            and self.found[0] is None
            and self.found[after] is None
            and _STOP.search(self.all[after].text) is None
            and len(self.all[0].text) <= _STANDFIRST
            and self._repeats(self.all[0].text, after, 0.6)
            and self._repeats(self.all[after].text, after + 1, 0.6)
        ):
            self.found[0], self.found[after] = "lead", "title"
            return after + 1
        return start

    # --- summaries ---

    def _summaries(self, start: int) -> None:
        """Points before the story, and those under a label, that say what the story says again."""
        at = 0
        while at < self.count:
            labelled = at > 0 and self.found[at - 1] == "heading" and heads_summary(self.all[at - 1].text)
            if not labelled and at > start + 1:
                break
            end = at
            while end < self.count and self.found[end] is None and self._is_point(end, labelled=labelled):
                end += 1
            if end - at >= (1 if labelled else 2):
                repeated = sum(self._repeats(self.all[place].text, end, 0.4) for place in range(at, end))
                if labelled or 2 * repeated >= end - at:
                    self.found[at:end] = ["summary"] * (end - at)
                    start = max(start, end)
            at = max(end, at + 1)

    def _is_point(self, at: int, *, labelled: bool) -> bool:
        text = self.all[at].text
        if is_bullet(text):
            return True
        return labelled and len(text) <= 220 and self._repeats(text, at + 1, 0.6)

    def _repeats(self, text: str, after: int, share: float) -> bool:
        """Whether a paragraph below says again what `text` says: its figures, and such a share of its longer words."""
        wanted = set(_WORD.findall(plain(text)))
        figures = set(_FIGURE.findall(text))
        if not wanted:
            return False
        rest = [one.text for at, one in enumerate(self.all[after:], after) if self.found[at] in (None, "body", "post")]
        if not all(any(figure in one for one in rest) for figure in figures):
            return False
        there = set(_WORD.findall(" ".join(map(plain, rest))))
        return len(wanted & there) >= share * len(wanted)

    # --- the foot ---

    def _foot(self, start: int) -> None:
        """From the end backwards: signatures, biographies and titles of other articles, until the story is met."""
        names = [name for name in (self.author, *authors(self._lines("byline"))) if name]
        for at in range(self.count - 1, max(start, self.count - _FOOT) - 1, -1):
            if self.found[at] is not None:
                if self.found[at] in ("post", "attribution", "summary"):
                    return
                continue
            text = self.all[at].text
            if biography.is_name(text.lstrip("–—- ")):
                self.found[at] = "byline"
                if at + 1 < self.count and self.found[at + 1] is None:
                    self.found[at + 1] = "biography"
            elif self._is_biography(at, names):
                self.found[at] = "biography"
            elif (_STOP.search(text) is None and len(text) <= _HEADING and not self._told(at)) or (
                text.endswith(":") and len(text) <= _PROSE and start < at < self.count - 1
            ):
                self.found[at] = "navigation"
            else:
                return

    def _is_biography(self, at: int, names: list[str]) -> bool:
        text = self.all[at].text
        first = at
        while first and at - first < _HEAD and _PRONOUN.match(self.all[first].text) and len(text) <= _STANDFIRST:
            first -= 1
        if first < at and _PRONOUN.match(self.all[first].text) is None and self._is_biography(first, names):
            return True
        return biography.is_one(text, names) or (
            at > 0
            and self.found[at - 1] in (None, "byline")
            and len(text) <= biography.LONGEST
            and biography.is_signature(self.all[at - 1].text, names)
        )

    def _told(self, at: int) -> bool:
        """Whether a line without a full stop is of the story: a point, a turn of talk, a row, what goes on."""
        text = self.all[at].text
        return bool(is_bullet(text) or _TURN.match(text) or _TABLE.match(text) or _GOES_ON.search(text))

    # --- between ---

    def _headings(self, start: int) -> None:
        """Lines without a full stop before a paragraph, and quoted ones that a paragraph says again."""
        questions = sum(self._asks(at) for at in range(start, self.count))
        for at in range(start, self.count):
            if self.found[at] is not None:
                continue
            text = self.all[at].text
            quoted = _QUOTED_LINE.match(text) if len(text) <= 220 else None
            if quoted is not None and self._said_elsewhere(quoted["words"], at):
                self.found[at] = "heading"
                continue
            if len(text) > _HEADING or len(text.split()) > _HEADING_WORDS or self._told(at):
                continue
            if at + 1 >= self.count or (self.found[at + 1] not in (None, "post", "heading", "caption", "summary")):
                continue
            if _STOP.search(text) is None or (self._asks(at) and questions <= 2) or (text.isupper() and len(text) > 3):
                self.found[at] = "heading"

    def _asks(self, at: int) -> bool:
        """Whether a paragraph is one short question that nobody is said to ask."""
        text = self.all[at].text
        return (
            self.found[at] is None
            and len(text) <= 90
            and text.endswith("?")
            and text[0] not in "«“\"‘'–—-"
            and text.count("?") == 1
            and _TURN.match(text) is None
            and self._next_is_prose(at)
        )

    def _next_is_prose(self, at: int) -> bool:
        return at + 1 < self.count and len(self.all[at + 1].text) > len(self.all[at].text)

    def _said_elsewhere(self, words: str, at: int) -> bool:
        wanted = plain(words).rstrip(".!?… ")
        return any(
            wanted in plain(one.text)
            for place, one in enumerate(self.all)
            if place != at and self.found[place] in (None, "body") and len(one.text) > len(words)
        )

    def _lines(self, part: Part) -> list[str]:
        return [one.text for at, one in enumerate(self.all) if self.found[at] == part]
