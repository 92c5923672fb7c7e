"""The standards as rows of a list, and one of them as words to read."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from reflect_tui.practice.standards import Part, Said
from reflect_tui.tui.content import join, said
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.rows import Row

_NUMBER = 6
"""Cells for a number such as 2.13; what is longer takes as many as the longest of its section."""


def standard_rows(found: Iterable[Part]) -> list[Row]:
    """Every section with its clauses; each is chosen by its number."""
    rows: list[Row] = []
    for part in found:
        if rows:
            rows.append(Row(Content("")))
        rows.append(Row(said(one_line(part.section.title), "$second")))
        longest = max(len(clause.number) for clause in part.clauses) + 2
        for clause in part.clauses:
            room = _NUMBER if len(clause.number) < _NUMBER else longest
            number = said(f"{one_line(clause.number):<{room}}", "$muted")
            rows.append(Row(number.append(said(one_line(clause.title))), clause.number))
    return rows


def clause_words(told: Said) -> Content:
    """All that is said of a clause."""
    clause = told.clause
    pieces = [said(f"{clause.number}  {clause.title}", "bold"), said(clause.summary)]
    pieces += [join(said(f"{term.term}: ", "bold"), said(term.plain)) for term in told.terms]
    if told.exercises:
        titles = [join("\n· ", said(title)) for title in told.exercises]
        pieces.append(join(said("Exercises that meet it", "$second"), *titles))
    if told.frame:
        titles = [join("\n· ", said(title)) for title in told.frame]
        pieces.append(join(said("And in every session", "$second"), *titles))
    pieces.append(said(" ".join(filter(None, [told.where, told.only])), "$muted"))
    return Content("\n\n").join(pieces)
