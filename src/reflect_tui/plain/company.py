"""Whether somebody else is listening: then nothing of other sessions is said, nor written alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reflect_tui.plain.beginning import begun
from reflect_tui.plain.talk import Left, Talk
from reflect_tui.plain.world import World
from reflect_tui.session.covering import COVERED
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting

if TYPE_CHECKING:
    from reflect_tui.notebook.summary import Summary
    from reflect_tui.plain.at_hand import AtHand

HELP = {
    "alone": "say that you are alone now",
    "beside": "say that somebody is beside you: only what you did together is said",
}
_ALONE = "I'm alone now"


class Company:
    """Who is listening, as far as was said."""

    def __init__(self, talk: Talk, world: World) -> None:
        self._talk = talk
        self._world = world
        self.sitting: Callable[[], Sitting | None] = lambda: None
        """The sitting that is open, if one is."""

    def met(self, sitting: Sitting) -> None:
        """A sitting is opened: one of several people means that somebody listens."""
        if sitting.company:
            self._world.company = True

    def alone(self) -> None:
        """Nobody else is here any more."""
        self._set(False)
        self._talk.say("You are alone: everything is said again.")

    def beside(self) -> None:
        """Somebody is here now."""
        self._set(True)
        self._talk.say("Only what you did together is said, until you type /alone.")

    def _set(self, company: bool) -> None:
        self._world.company = company
        sitting = self.sitting()
        if sitting is not None and sitting.session.way != "solo":
            sitting.company = company


def say_covered(talk: Talk) -> None:
    """In the place of a question whose answer was written alone."""
    talk.say(COVERED, "Its owner can type /alone, hear it with /read, and go on.")


def shared_home(hand: AtHand, summaries: Sequence[Summary]) -> Session | None:
    """What brings you here, with somebody beside one: nothing of other sessions is named."""
    talk, world = hand.talk, hand.world
    shared = [each for each in summaries if each.trouble is None and each.way not in ("", "solo")]
    latest = max(shared, key=lambda summary: summary.changed, default=None)
    talk.say("", "What brings you here?")
    options = ["Begin a session"]
    if latest is not None:
        options.append(f"Go on with {latest.brought or 'the last session'}")
    chosen = talk.choose([*options, _ALONE, "Leave"], blank="hear this again")
    if chosen is None:
        return None
    if chosen == len(options):
        hand.company.alone()
        return None
    if chosen > len(options):
        raise Left
    if chosen == 0:
        return begun(talk, world)
    return world.notebook.load(latest.id) if latest is not None else None
