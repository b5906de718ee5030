"""The subject of a verb of saying: the whole phrase, its head, over whatever stands between it and the verb."""

from __future__ import annotations

import pytest

from quiz.derive.speech import subjects
from quiz.derive.speech.stream import tokens

# ruff: noqa: E501 - a row is read across

BEFORE = [
    ("fr", "Le maire de Lorvic, contacté par l'AFP, |a dit", "Le maire de Lorvic"),
    ("fr", "Sa directrice pour la France, Maud Kerlan-Lind, |a jugé", "Sa directrice pour la France, Maud Kerlan-Lind"),
    ("fr", "Jointe par nos soins, sa patronne Leïla Hadda |admet", "sa patronne Leïla Hadda"),
    ("fr", "En février, Orvex |a annoncé", "Orvex"),
    ("fr", "En février Jean Dupuis |a annoncé", "Jean Dupuis"),
    ("fr", "Les avocats représentant Paul Girard |ont demandé", "Les avocats représentant Paul Girard"),
    ("fr", "Jeudi soir, Hervé Costa, président du club, |redoute", "Hervé Costa"),
    ("fr", "De plus, Orvex, qui vaut cher, |a dit", "Orvex"),
    ("fr", "Le ministre chargé de la Mer, Paul Brizard, |a exclu", "Le ministre chargé de la Mer, Paul Brizard"),
    ("fr", "Un proche du ministre |reconnaît", "Un proche du ministre"),
    ("fr", "Le président du club et le maire |ont dit", "Le président du club et le maire"),
    ("fr", "Il a vu le président et le maire |a dit", "le maire"),
    ("fr", "mais la préfecture |assure", "la préfecture"),
    ("fr", "Le club, dont l'avocat |a dit", "l'avocat"),
    ("fr", "Le club, qui |a dit", "Le club"),
    ("fr", "Le pont a cédé à la société Orvex, qui |promet", "la société Orvex"),
    ("fr", "Après la mort de son père la romancière |a dit", "la romancière"),
    ("fr", "Des habitants du quartier |ont raconté", "Des habitants du quartier"),
    ("fr", "La ministre de l'Économie et des Finances |a dit", "La ministre de l'Économie et des Finances"),
    ("fr", "Ève Tardieu (centre) |écrit", "Ève Tardieu"),
    ("fr", "Interrogé, il |répond", "il"),
    ("fr", "À la sortie de la salle |annonce", None),
    ("en", "Miguel Breu-Stone, a lawyer, who represents 11 families, |said", "Miguel Breu-Stone"),
    ("en", "Their attorney, Miguel Breu-Stone, |said", "Their attorney, Miguel Breu-Stone"),
    ("en", "Barry Oller, 61, |has been saying", "Barry Oller"),
    ("en", "A second owner, who goes by a nickname and asked me not to use his name, |says", "A second owner"),
    ("en", "On Thursday police |said", "police"),
    ("en", "A state official familiar with the talks, who asked not to be named, |said", "A state official familiar with the talks"),
    ("en", "The roof leaks, and lawyers for the Pratts |said", "lawyers for the Pratts"),
    ("en", "Leonard and Odessa Pratt |said", "Leonard and Odessa Pratt"),
    ("en", "Wendell Prowse, a spokesman for the port, |declined", "Wendell Prowse"),
    ("en", "In a letter filed with the court, he |asserted", "he"),
    ("en", "Jury foreman Curtis Yeo, an actuary, |said", "Jury foreman Curtis Yeo"),
    ("en", "Orvex's former head of hardware, Jo Adeyemi, who left in May, |says", "Orvex's former head of hardware, Jo Adeyemi"),
    ("en", "U.S. District Judge Ann Moore |issued", "U.S. District Judge Ann Moore"),
    ("en", "It cost £5 in May, when the council (led by Labour) |said", "the council"),
    ("en", "Labour’s shadow environment minister, Ruth Oyela, |went", "Labour’s shadow environment minister, Ruth Oyela"),
    ("en", "The mayor and the bishop |said", "The mayor and the bishop"),
    ("en", "He phoned the mayor and the bishop |said", "the bishop"),
    ("en", "Loos, she tells me, once |said", "Loos"),
]  # fmt: skip

AFTER = [
    ("fr", "a déclaré| mardi à l'AFP le président du club, Paul Durel, avant de partir", "le président du club, Paul Durel"),
    ("fr", "rappelait| l'an dernier Nadège Pruvel, chercheuse à Lille", "Nadège Pruvel"),
    ("fr", "évacue| sèchement le service communication.", "le service communication"),
    ("fr", "s'emporte| une quinquagénaire venue de Rosières.", "une quinquagénaire venue de Rosières"),
    ("fr", "a indiqué| dans un communiqué la préfecture de police.", "la préfecture de police"),
    ("fr", "a déclaré| Cyril Montal juché sur un camion", "Cyril Montal"),
    ("fr", "raconte|, un brin fataliste, un pédiatre lausannois", "un pédiatre lausannois"),
    ("fr", "lança| à un moment Guillaume Hannel", "Guillaume Hannel"),
    ("fr", "confie| le ministre de l'Intérieur, Gérald Marin, à la presse", "le ministre de l'Intérieur, Gérald Marin"),
    ("fr", "sourit| Anne-Laure Quemen, la directrice du mécénat", "Anne-Laure Quemen"),
    ("en", "said| Caroline Fairlie, the chief executive, who joined", "Caroline Fairlie"),
    ("en", "asked| the Pratts' lead attorney, Simone Baptist.", "the Pratts' lead attorney, Simone Baptist"),
    ("en", "said| a spokesman for the agency in a statement.", "a spokesman for the agency"),
    ("en", "said| Mr. Jones on Tuesday", "Mr. Jones"),
    ("en", "wrote| Bramwell & Co analyst Lucia Ferrant, who", "Bramwell & Co analyst Lucia Ferrant"),
    ("en", "said| police in Leeds.", "police in Leeds"),
]  # fmt: skip

MAIN = [
    ("fr", "À ses côtés, un retraité hausse les épaules", "un retraité"),
    ("fr", "Me Éloi Sant, qui défend dix-sept plaignants, enfonce le clou", "Me Éloi Sant"),
    ("fr", "Son directeur Cyril Montal l'a répété ce matin", "Son directeur Cyril Montal"),
    ("fr", "Interrogé mardi à l'Assemblée, le ministre de la Mer, Paul Briz, a exclu tout", "le ministre de la Mer, Paul Briz"),
    ("fr", "C'est son porte-parole, le colonel Dario Fuens, qui a lu un message", "son porte-parole, le colonel Dario Fuens"),
    ("fr", "Puis, d’une voix presque inaudible, il a dit", "il"),
    ("en", "Asked if Orvex can survive it, Copper partner Dev Raghu emailed back a line", "Copper partner Dev Raghu"),
    ("en", "Furious Barry blasted", "Furious Barry"),
    ("en", "Harding left the room", "Harding"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "phrase"), BEFORE)
def test_the_subject_before_the_verb(language: str, text: str, phrase: str | None) -> None:
    """The subject ends before the bar; appositions, relative clauses and ages are no part of the way."""
    bar = text.index("|")
    text = text.replace("|", "")
    line = tokens(text)
    verb = next(place for place, token in enumerate(line) if token.start >= bar)
    found = subjects.before(line, verb, language)

    assert (text[slice(*found.span(line))] if found else None) == phrase


@pytest.mark.parametrize(("language", "text", "phrase"), AFTER)
def test_the_subject_of_an_inversion(language: str, text: str, phrase: str) -> None:
    """The subject follows the bar, after adverbs, times and complements."""
    bar = text.index("|")
    text = text.replace("|", "")
    line = tokens(text)
    verb = max(place for place, token in enumerate(line) if token.end <= bar)
    found = subjects.after(line, verb, language)

    assert (text[slice(*found.span(line))] if found else None) == phrase


@pytest.mark.parametrize(("language", "text", "phrase"), MAIN)
def test_the_subject_of_the_sentence(language: str, text: str, phrase: str) -> None:
    """What leads in is skipped, whatever the verb may be."""
    line = tokens(text)
    found = subjects.main(line, len(line), language)

    assert (text[slice(*found.span(line))] if found else None) == phrase
