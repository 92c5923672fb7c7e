"""Fifteen minutes on your own, a line at a time: one question, and its exercise begins at once."""

from __future__ import annotations

from collections.abc import Sequence

from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.alone import QUESTION, SERVICE, Offer, in_mind
from reflect_tui.practice.library import SERVICES
from reflect_tui.session.alone import begin_alone
from reflect_tui.session.model import Session

FIFTEEN = "Fifteen minutes on your own"


def alone(talk: Talk, world: World) -> Session | None:
    """A session by what somebody has in mind, or None when they would rather not."""
    offers = in_mind(world.shelf, world.settings.services)
    if not offers:
        talk.say("There is nothing to choose here just now. Begin a session instead.")
        return None
    return begun_alone(talk, world, offers, QUESTION)


def begun_alone(talk: Talk, world: World, offers: Sequence[Offer], question: str) -> Session | None:
    """A session with the short form of what was chosen; a single offer needs no choosing."""
    which: int | None = 0
    if len(offers) > 1:
        talk.say("", question, "It begins at once; put it down whenever you like.")
        lines = [f"{offer.words} ({offer.about.rstrip('.')})" for offer in offers]
        which = talk.choose(lines, blank="go back")
    if which is None:
        return None
    offer = offers[which]
    service: int | None = 0
    if len(offer.services) > 1:
        talk.say(SERVICE)
        service = talk.choose([SERVICES[each] for each in offer.services], blank="go back")
    if service is None:
        return None
    return begin_alone(world.shelf, offer.exercise, offer.services[service])
