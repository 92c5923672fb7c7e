"""What is said of a page before its questions, and where it may lead after them."""

from __future__ import annotations

import re

from reflect_tui.plain.talk import Talk
from reflect_tui.practice.exercise import Imagined, Prompt, Shape, Way
from reflect_tui.practice.local import Local, RiskCard
from reflect_tui.session.address import Place
from reflect_tui.session.board import after_cards, cards
from reflect_tui.session.course import Page, page_title
from reflect_tui.session.gathering import gathered, in_words
from reflect_tui.session.ledger import EntryLine, ledger, more_rounds
from reflect_tui.session.model import Session
from reflect_tui.session.pace import Pace, order
from reflect_tui.session.sitting import Sitting

IMAGINED = "Imagined for reflection; not about this person."
_SOME = 2
"""Entries from which on there is something to compare."""
_FIRST = 3
"""Steps of the risk card that are said beside a question; /risk says the others."""


def say_page(talk: Talk, page: Page, session: Session) -> None:
    """Title, words, the other entries of the round, and what the page shows."""
    entries = ledger(page, session)
    if page.exercise.stages[0].id == page.stage.id:
        talk.say("", page.exercise.title)
        if page.exercise.introduction and len(entries) < _SOME:
            talk.say(page.exercise.introduction)
    talk.say("", page_title(page, session))
    if session.way is Way.GROUP and page.stage.minutes:
        talk.say(_about(page.stage.minutes))
    for words in (page.stage.guidance, page.exercise.standing):
        if words:
            talk.say(words)
    others = [entry for entry in entries if not entry.here and (entry.name or entry.words)]
    if others:
        talk.say("The other rounds, to compare; /steps goes to them:", *map(_entry, others))
    if page.stage.shape is Shape.BOARD:
        talk.say(*_cards(page, session))
    for group in gathered(page, session):
        talk.say(*in_words(group))


def _about(minutes: int) -> str:
    return f"About {minutes} minute{'s' * (minutes != 1)}."


def say_clock(talk: Talk, pace: Pace, sitting: Sitting) -> None:
    """The time gone at this step beside the time meant, and what comes after. It ends nothing."""
    page = sitting.here
    if page is None:
        return
    now = order(sitting.course, page, sitting.session)
    then = f" Then {now.what_follows}." if now.then else ""
    meant = f", about {now.meant} meant" if now.meant else ""
    talk.say(f"{page.stage.title}: {pace.minutes()} min gone{meant}.{then}")


def in_order(page: Page, session: Session) -> str:
    """A step as /steps lists it; in a group with about how long it was meant to take."""
    about = session.way is Way.GROUP and page.stage.minutes
    minutes = f", about {page.stage.minutes} min" if about else ""
    return f"{page.exercise.title}: {page_title(page, session)}{minutes}"


def _entry(entry: EntryLine) -> str:
    words = entry.words.replace(" → ", " becomes ")
    words = re.sub(r"(^| · )… becomes ", r"\1nothing becomes ", words)
    words = re.sub(r" becomes …(?= · |$)", " becomes nothing", words)
    imagined = " (imagined for reflection; not about this person)" if entry.imagined else ""
    return f"- {entry.name}{': ' if entry.name and words else ''}{words}{imagined}"


def _cards(page: Page, session: Session) -> list[str]:
    return [
        f"{number}. {card.title}: {card.meaning}" + (" Something is written." * card.written)
        for number, card in enumerate(cards(page.exercise, page.stage, session), 1)
    ]


def say_beside(talk: Talk, prompt: Prompt, card: RiskCard, local: Local) -> None:
    """That an answer is imagined; the risk card's first steps, where it may not wait (1.10)."""
    if prompt.imagined is Imagined.ALL:
        talk.say(IMAGINED)
    if not prompt.risk:
        return
    talk.say(f"{card.title}; /risk says every step:")
    for number, step in enumerate(card.roads[0].steps[:_FIRST], 1):
        under = card.line_under(step, local)
        talk.say(f"{number}. {step.text}{' ' if under else ''}{under}")


def lead_on(talk: Talk, page: Page, sitting: Sitting) -> bool:
    """After a page: a card of a board, or another round, if they want one; whether they do."""
    if page.stage.shape is Shape.BOARD:
        return _open_a_card(talk, page, sitting)
    repeat = sitting.course.round_of(page.place)
    if repeat is None or not sitting.course.ends_round(page.place, sitting.session):
        return False
    sorts = more_rounds(page, sitting.session)
    called = ""
    if len(sorts) == 1:
        if not talk.yes(f"{sorts[0][:1].upper()}{sorts[0][1:]}?"):
            return False
    else:
        chosen = talk.choose(sorts, blank="go on")
        if chosen is None:
            return False
        called = sorts[chosen] if chosen else ""
    entry = sitting.add_entry(page.place.exercise, repeat.id, called)
    sitting.go(Place(page.place.exercise, repeat.id, entry.id))
    return True


def _open_a_card(talk: Talk, page: Page, sitting: Sitting) -> bool:
    laid = cards(page.exercise, page.stage, sitting.session)
    following = after_cards(page.exercise, page.stage, sitting.session)
    talk.say("", "You can open any card now, by its number.")
    options = [card.title for card in laid]
    options += [f"go on to “{following.title}”"] if following else []
    chosen = talk.choose(options, blank="go on")
    if chosen is None:
        return False
    if chosen < len(laid):
        sitting.go(laid[chosen].place)
    elif following is not None:
        sitting.go(Place(page.exercise.id, following.id))
    return True
