"""From the mappings of a tree to cards. An error in what is asked leaves the card out; one beside it, that key only."""

from __future__ import annotations

import unicodedata
from typing import Final

from quiz.answers.verdict import KIND_NAMES, Answer
from quiz.deck import cloze, slips, values
from quiz.deck.card import Card, Evidence, Source
from quiz.deck.faults import Faults
from quiz.deck.identity import REVERSE, identity, is_id, normalised
from quiz.deck.keys import PARTS, Key, nearest
from quiz.deck.making import maker
from quiz.deck.superseding import superseding
from quiz.deck.tree import List, Map, Node, Text
from quiz.problem import Place

_answer: Final = maker(Answer)
_evidence: Final = maker(Evidence)
_card: Final = maker(Card)

_CARD: Final = PARTS["card"]
_EVIDENCE: Final = PARTS["evidence"]
_KINDS: Final = frozenset(KIND_NAMES)
#: Keys without which there is nothing to ask: a fault in one of these leaves the card out.
_ASKED: Final = _KINDS | {"question", "options", "ordered", "id"}
#: Names of cards: the same however their letters are put together.
_NAMES: Final = ("id", "supersedes")


class CardReader:
    """Reads the cards of one deck, one after the other, and remembers which questions there were."""

    def __init__(self, deck: str, language: str, sources: tuple[Source, ...], faults: Faults) -> None:
        self.deck = deck
        self.language = language
        self.sources = dict.fromkeys(source.key for source in sources)
        self.faults = faults
        self.cards: list[Card] = []
        self._lines: dict[str, int] = {}
        self._ids: set[str] = set()
        self._supersedes = self._partly = False
        #: The entries of `cards:`, and which of them is being read.
        self.entries: list[Node] = []
        self.at = 0
        self._rest: Node | None = None

    def finish(self, *, whole: bool) -> None:
        """Once all cards are read: see which of them supersede others. `whole`: no part of the file was unreadable."""
        if self._supersedes:
            superseding(self.cards, frozenset(self._ids), self.faults, whole=whole and not self._partly)

    def read(self, node: Node) -> None:
        """Read one entry of `cards:`."""
        if type(node) is not Map:
            if not values.told(node):
                self._not_mapping(node)
            return
        if node.cut:
            self._partly = True
            return
        if node.suspect:
            self._partly = True
            # What this card lacks is probably in the lines that could not be read: that has been told.
            real, self.faults = self.faults, Faults(self.faults.path)
            node.suspect = False
            self.read(node)
            self.faults = real
            return
        if not node.pairs:
            self.faults.add("card-empty", node.line, node.column)
            return
        if self._rest is not None and self._goes_on(node):
            return
        faults = self.faults
        if len(node.pairs) == 1 and (turned := slips.question_as_key(node)):
            faults.add("card-pair", node.line, node.column, question=turned[0][:80], answer=turned[1][:80])
            return
        said: dict[str, str] = {}
        many: dict[str, tuple[str, ...]] = {}
        flags: dict[str, bool] = {}
        where: dict[str, tuple[int, int]] = {}
        strangers: set[str] = set()
        kinds: list[str] = []
        narrow: list[tuple[Key, Text]] = []
        proof: tuple[Text, Node] | None = None
        broken = False
        for written_key, (key, value) in node.pairs.items():
            spec = _CARD.get(written_key) or values.known("card", _CARD, key, strangers, faults)
            if spec is None:
                continue
            name = spec.name
            holds = spec.holds
            fine: object
            if holds == "text":
                if type(value) is Text and (fine := value.value.strip()):
                    where[name] = value[1:]
                else:
                    fine = values.text(spec, key, value, faults)
                said[name] = fine
            else:
                where[name] = values.place(key, value)
                if holds == "flag":
                    fine = type(value) is Text and value.value.strip().casefold() in values.FLAGS
                    flags[name] = values.flag(spec, key, value, faults)
                elif holds == "evidence":
                    proof = (key, value)
                    fine = True
                else:
                    fine = many[name] = values.texts(spec, key, value, faults)
            if name in _KINDS:
                kinds.append(name)
            if spec.kinds is not KIND_NAMES:
                narrow.append((spec, key))
            if not fine and name in _ASKED:
                broken = True
        for name in _NAMES:
            if name in said and not said[name].isascii():
                said[name] = unicodedata.normalize("NFC", said[name])
        written = said.get("id", "")
        if written:
            self._ids.add(written)
        kind = self._kind(node, kinds, strangers)
        if not kind:
            return
        for spec, key in narrow:
            if kind not in spec.kinds:
                faults.add("key-not-with-kind", key.line, key.column, key=spec.name, kind=kind, kinds=spec.kinds)
                flags.pop(spec.name, None)
                many.pop(spec.name, None)
                broken = broken or spec.name == "question"
        if written and not is_id(written):
            faults.add("id-odd", *where["id"], id=written[:80])
            broken = True
        if broken:
            return
        if kind == "cloze":
            answer = self._cloze(said["cloze"], where["cloze"], many)
            question = cloze.blanked(said["cloze"]) if answer else ""
        elif "question" not in said:
            if "question" not in strangers:
                faults.add("no-question", node.line, node.column)
            return
        else:
            answer = self._answer(kind, said, many, flags, where)
            question = said["question"]
        if answer is None:
            return
        own = self._own(question, written, node, where)
        if not own:
            return
        place = Place(faults.path, node.line, node.column)
        sources = self._sources(node, many) if "source" in many else ()
        tags = many.get("tags", ())
        if len(tags) == 1 and "," in tags[0] and "tags" in node.pairs and type(node.pairs["tags"][1]) is Text:
            tags = tuple(tag.strip() for tag in tags[0].split(",") if tag.strip())
        card = _card(
            own,
            question,
            answer,
            self.language,
            place,
            own,
            said.get("hint", ""),
            said.get("note", ""),
            tags,
            sources,
            self._evidence(proof, sources) if proof else (),
            said.get("as_of", ""),
            written,
            where,
            flags.get("draft", False),
            many.get("allow", ()),
            said.get("supersedes", ""),
            None,
            "",
        )
        self.cards.append(card)
        if card.supersedes:
            self._supersedes = True
        if flags.get("reverse"):
            self.cards.append(reversed_card(card))

    def _not_mapping(self, node: Node) -> None:
        written = node.value if type(node) is Text else ""
        name, colon, _ = written.partition(":")
        if type(node) is Text and not written:
            self.faults.add("card-empty", node.line, node.column)
        elif colon and name in _CARD:
            self.faults.add("yaml-colon-space", node.line, node.column, key=name)
        elif slips.wide_colon(written):
            self.faults.add("colon-wide", node.line, node.column)
        else:
            self.faults.add("card-not-mapping", node.line, node.column)

    def _kind(self, node: Map, kinds: list[str], strangers: set[str]) -> str:
        if len(kinds) == 1:
            return kinds[0]
        if kinds:
            second = node.pairs[kinds[1]][0] if kinds[1] in node.pairs else node
            self.faults.add("answers-several", second.line, second.column, first=kinds[0], second=kinds[1])
        elif not strangers & _KINDS:
            after = self.entries[self.at + 1] if self.at + 1 < len(self.entries) else None
            if slips.parted(node, after):
                self._rest = after
            else:
                self.faults.add("no-answer", node.line, node.column, kinds=KIND_NAMES)
        return ""

    def _goes_on(self, node: Map) -> bool:
        """Whether this entry goes on with the card before it: told once, and passed over with what else is behind."""
        if node is not self._rest and ("question" in node.pairs or "cloze" in node.pairs):
            self._rest = None
            return False
        if node is self._rest:
            self.faults.add("card-parted", node.line, node.column, key=next(iter(node.pairs)))
        return True

    def _answer(
        self,
        kind: str,
        said: dict[str, str],
        many: dict[str, tuple[str, ...]],
        flags: dict[str, bool],
        where: dict[str, tuple[int, int]],
    ) -> Answer | None:
        accept = many.get("accept", ())
        if kind == "choice":
            options = many.get("options")
            if options is None:
                self.faults.add("options-missing", *where["choice"])
                return None
            if len({normalised(option) for option in (*options, said["choice"])}) < 2:
                self.faults.add("options-too-few", *where["options"])
                return None
            if said["choice"] not in options and (stands := slips.letter_for(said["choice"], options)):
                self.faults.add("choice-letter", *where["choice"], letter=said["choice"], option=stands[:80])
            return _answer(kind, said["choice"], (), accept, options, ordered=False)
        if kind == "list":
            return _answer(kind, "", many["list"], accept, (), ordered=flags.get("ordered", False))
        return _answer(kind, said[kind], (), accept, (), ordered=False)

    def _cloze(self, sentence: str, at: tuple[int, int], many: dict[str, tuple[str, ...]]) -> Answer | None:
        code = cloze.fault(sentence)
        if code:
            self.faults.add(code, *at)
            return None
        return _answer("cloze", sentence, cloze.items(sentence), many.get("accept", ()), (), ordered=False)

    def _own(self, question: str, written: str, node: Map, where: dict[str, tuple[int, int]]) -> str:
        own = identity(self.deck, question, written)
        first = self._lines.get(own)
        if first is None:
            self._lines[own] = node.line
            return own
        if written:
            self.faults.add("id-twice", *where["id"], id=written, first=first)
        else:
            at = where.get("question") or where.get("cloze") or (node.line, node.column)
            self.faults.add("question-twice", *at, first=first)
        return ""

    def _sources(self, node: Map, many: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        known = []
        value = node.pairs["source"][1] if "source" in node.pairs else node
        entries = value.items if isinstance(value, List) else [value]
        places: dict[str, Text] = {}
        for name in many["source"]:
            if name in self.sources:
                known.append(name)
                continue
            if not places:
                for entry in entries:
                    if isinstance(entry, Text):
                        places.setdefault(entry.value.strip(), entry)
            at = places.get(name, value)
            self._unknown_source(name, at.line, at.column)
        return tuple(dict.fromkeys(known))

    def _unknown_source(self, name: str, line: int, column: int) -> None:
        likely = (
            ""
            if self.faults.full("source-unknown-near")
            else nearest(name, tuple(self.sources))
            if len(self.sources) <= 200
            else ""
        )
        if likely:
            self.faults.add("source-unknown-near", line, column, source=name[:80], meant=likely)
        else:
            self.faults.add("source-unknown", line, column, source=name[:80])

    def _evidence(self, proof: tuple[Text, Node], sources: tuple[str, ...]) -> tuple[Evidence, ...]:
        key, node = proof
        found = []
        for entry in node.items if type(node) is List else [node]:
            inner = values.mapping("evidence", key, entry, self.faults)
            if inner is None:
                continue
            evidence = self._one_evidence(inner, sources)
            if evidence:
                found.append(evidence)
        return tuple(found)

    def _one_evidence(self, node: Map, sources: tuple[str, ...]) -> Evidence | None:
        source, paragraph, words = "", 0, ""
        place = (node.line, node.column)
        strangers: set[str] = set()
        for key, value in node.pairs.values():
            spec = values.known("evidence", _EVIDENCE, key, strangers, self.faults)
            if spec is None:
                continue
            if spec.name == "paragraph":
                paragraph = values.count(spec, key, value, self.faults)
            elif spec.name == "words":
                words = values.text(spec, key, value, self.faults)
                place = values.place(key, value)
                strangers.add("words")
            else:
                source = values.text(spec, key, value, self.faults)
                if source and source not in self.sources:
                    self._unknown_source(source, value.line, value.column)
                    return None
                if source and source not in sources:
                    self.faults.add("evidence-other-source", value.line, value.column, source=source[:80])
                    return None
        if not words:
            if "words" not in strangers:
                self.faults.add("evidence-without-words", node.line, node.column)
            return None
        if not source:
            if len(sources) != 1:
                code = "evidence-source-unsaid" if sources else "evidence-without-source"
                self.faults.add(code, node.line, node.column)
                return None
            source = sources[0]
        return _evidence(source, paragraph, words, Place(self.faults.path, *place))


def reversed_card(card: Card) -> Card:
    """The other side of a `reverse: true` card: asks its answer, wants its question. The hint was for the answer."""
    return Card(
        card.identity + REVERSE,
        card.answer.text,
        Answer("answer", card.question),
        card.language,
        card.place,
        card.identity,
        "",
        card.note,
        card.tags,
        card.sources,
        card.evidence,
        card.as_of,
        card.written_id,
        card.where,
        card.draft,
        card.allow,
        card.supersedes,
    )
