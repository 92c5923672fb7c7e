"""Reading the standards, a line at a time: by part, by number, or by a word that is looked for."""

from __future__ import annotations

from contextlib import ExitStack

from reflect_tui.plain.alone import begun_alone
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.alone import WHICH, Offer, reflecting_on
from reflect_tui.practice.clauses import Clause, Clauses
from reflect_tui.practice.shelf import Shelf
from reflect_tui.practice.standards import Part, parts, said_of
from reflect_tui.session.model import Session

STANDARDS = "Read the standards"
_ASK = (
    "Type a part, a standard's number such as 2.13, or a word or two to find one; or a full stop "
    "to go back. /parts says the parts again."
)

_AGAIN = "Type one of the numbers to hear it, or something else to find; or a full stop to go back."


class _Reflect(Exception):
    """Somebody wants to reflect on what they just heard."""


def read_standards(talk: Talk, world: World, *, may_write: bool) -> Session | None:
    """The session somebody began on a standard they heard, or None."""
    clauses = world.shelf.clauses
    offers: tuple[Offer, ...] = ()

    def reflect(_: str) -> None:
        if not offers:
            talk.say("There is no exercise to begin here. Hear another standard first.")
            return
        raise _Reflect

    with ExitStack() as words:
        words.enter_context(talk.also("parts", lambda _: _say_parts(talk, clauses)))
        words.enter_context(talk.also("reflect", reflect))
        _say_parts(talk, clauses)
        talk.say("", _ASK)
        while True:
            try:
                typed = talk.line().strip()
            except _Reflect:
                session = begun_alone(talk, world, offers, WHICH)
                if session is not None:
                    return session
                talk.say("", _ASK)
                continue
            if typed in ("", "."):
                return None
            clause = _find(talk, clauses, typed)
            if clause is None:
                continue
            _say_clause(talk, world.shelf, clause)
            able = reflecting_on(world.shelf, clause.number, world.settings.services)
            offers = able if may_write else ()
            talk.say("", *["/reflect begins the short form of an exercise on this."] * bool(offers))
            talk.say("Another part, number or word; or a full stop to go back.")


def _find(talk: Talk, clauses: Clauses, typed: str) -> Clause | None:
    """The one standard that was meant; where there are several, or none, that is said."""
    wanted = typed.casefold()
    exact = next((clause for clause in clauses if clause.number.casefold() == wanted), None)
    if exact is not None:
        return exact
    section = next((each for each in clauses.sections if each.number.casefold() == wanted), None)
    if section is not None:
        found: tuple[Part, ...] = (Part(section, clauses.within(section.number)),)
    else:
        found = parts(clauses, typed)
    number = sum(len(part.clauses) for part in found)
    if number == 1:
        return found[0].clauses[0]
    for part in found:
        talk.say("", f"{part.section.title}:")
        talk.say(*(f"{clause.number}, {clause.title}" for clause in part.clauses))
    talk.say("", *["None has these words."] * (not found), _AGAIN if found else _ASK)
    return None


def _say_parts(talk: Talk, clauses: Clauses) -> None:
    """Every part, by what is typed for it."""
    talk.say("", "The standards, in our own words. Their parts:")
    talk.say(*(f"{section.number}, {section.title}" for section in clauses.sections))


def _say_clause(talk: Talk, shelf: Shelf, clause: Clause) -> None:
    told = said_of(shelf, clause)
    talk.say("", f"Standard {clause.number}, {clause.title}", clause.summary)
    talk.say(*(f"{term.term}: {term.plain}" for term in told.terms))
    if told.exercises:
        talk.say(f"Exercises that meet it: {'; '.join(told.exercises)}.")
    if told.frame:
        talk.say(f"And in every session: {'; '.join(told.frame)}.")
    talk.say(" ".join(filter(None, [told.where, told.only])))
