"""Turning to another page or question in the middle of anything, a line at a time."""

from __future__ import annotations

from typing import NoReturn

from reflect_tui.plain.talk import Talk
from reflect_tui.session.address import Address
from reflect_tui.session.course import page_title
from reflect_tui.session.sitting import Sitting

HELP = {
    "next": "the next step",
    "back": "the step before",
    "skip": "pass this question by",
    "steps": "all the steps, to go anywhere",
    "where": "where you are",
    "clock": "how long you have been at this step, and what comes after it",
    "read": "everything written in this session",
    "change": "write an answer anew: /change 2 is the second question of this step",
    "wording": "look at the wording of the answer you are at, in the middle of it too",
    "note": (
        "the note as it stands, handing it over, and who agrees to it; /note insert, /note cpd "
        "and /note own are the other three"
    ),
    "in": "move your last answer into the note",
    "out": "take your last answer out of the note",
    "undo": "take back the last thing",
    "standard": "the standard behind this step",
}
"""What can be asked for in a session."""


class Turn(Exception):
    """Somebody turned to another page or another question."""

    def __init__(self, to: str, number: int = 0) -> None:
        super().__init__(to)
        self.to = to
        self.number = number
        """The question of the page, from 1 on; 0 for the page's beginning."""


def go_to(talk: Talk, sitting: Sitting, address: Address) -> NoReturn:
    """Go to an answer, to write on there; raises Turn."""
    page = sitting.go(address.place)
    asked = [prompt.id for prompt in page.prompts]
    number = asked.index(address.prompt) + 1 if address.prompt in asked else 0
    if number:
        # From its beginning on, the page says its title itself.
        talk.say("", page_title(page, sitting.shown))
    raise Turn("go", number)
