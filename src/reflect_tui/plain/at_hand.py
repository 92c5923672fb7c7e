"""What can be asked for at any moment: where one is, the standard, the ways out."""

from __future__ import annotations

from collections.abc import Callable

from reflect_tui.plain.company import HELP as COMPANY
from reflect_tui.plain.company import Company
from reflect_tui.plain.exact_words import OFFER, ExactWords, copy
from reflect_tui.plain.facilitator import say_facilitator
from reflect_tui.plain.locking import Locking
from reflect_tui.plain.talk import Left, Talk
from reflect_tui.plain.wording import Wordings
from reflect_tui.plain.world import World
from reflect_tui.practice.exercise import Way

HELP = {
    "risk": "someone may be at risk: what to do",
    "facilitator": "cautions for whoever leads a group; it asks first who can see and hear it",
    "copy": "copy the words of the answer you are at, for the record",
    "hide": "hide what was said, until you press Enter",
    "lock": "lock the notebook, until its password is given",
    "help": "what can be typed here",
    "leave": "put it down and leave; everything is kept",
}


class AtHand:
    """The words that work everywhere."""

    def __init__(self, talk: Talk, world: World) -> None:
        self.talk = talk
        self.world = world
        self.help = {**HELP, **COMPANY}
        self.all_kept = True
        """Whether all that was written reached the disk, when a session was last put down."""
        self.way: Way | None = None
        """The way of working of the session that is open, if one is."""
        self.words: Callable[[], ExactWords | None] = lambda: None
        """The words of the answer that is being written, if one is."""
        self.company = Company(talk, world)
        """Who else is listening."""
        self.wordings = Wordings(world)
        """Looks at wording; knows what was let be until the program is closed."""
        self.locking = Locking(talk, world)
        """The password, and what happens when nobody types."""
        talk.deeds = {
            "risk": lambda _: self.risk(),
            "facilitator": lambda _: say_facilitator(talk, world.shelf.facilitator),
            "copy": lambda _: copy(self.talk, self.words()),
            "hide": lambda _: self.locking.hide(),
            "lock": lambda _: self.locking.lock(),
            "alone": lambda _: self.company.alone(),
            "beside": lambda _: self.company.beside(),
            "help": lambda _: self.say_help(),
            "leave": lambda _: self.leave(),
        }

    def say_help(self) -> None:
        """Every word that works here, and what it does."""
        self.talk.say(*(f"/{word}: {what}" for word, what in self.help.items()))
        self.talk.say("Anything else you type is an answer. Two strokes begin a line with one.")

    def leave(self) -> None:
        """Put everything down."""
        raise Left

    def risk(self) -> None:
        """Procedure, not reflection."""
        card, local = self.world.shelf.risk, self.world.shelf.local
        roads = card.roads_for(self.way)
        self.talk.say(card.title, card.intro)
        chosen = self.talk.choose([road.title for road in roads], blank="go back")
        if chosen is None:
            return
        road = roads[chosen]
        self.talk.say("", road.title, *([road.intro] if road.intro else []))
        for number, step in enumerate(road.steps, 1):
            clause = f" (standard {step.clause})" if step.clause else ""
            self.talk.say(f"{number}. {step.text}{clause}")
            under = card.line_under(step, local)
            if under:
                self.talk.say(f"   {under}")
        if self.words() is not None:
            # Not a question: whoever writes on would have their line taken for the answer to it.
            self.talk.say("", OFFER)
        self.talk.say("", "Back to where you were.")
