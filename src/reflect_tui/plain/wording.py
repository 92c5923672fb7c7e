"""Look at wording, a line at a time: what may be asked of an answer, only when somebody asks."""

from __future__ import annotations

from typing import Final

from reflect_tui.errors import ReflectError
from reflect_tui.plain.going import go_to
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.facilitator import standard_named
from reflect_tui.session.address import Address, parse_address
from reflect_tui.session.at_words import Looked, look_at_words
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.wording import HOW_LONG, Dismissed, Question, Until, never_again

_LET_BE: Final = "They only ask. Write on as you like; /wording 1 lets the first one be."
_DONE: Final = {
    Until.CHANGED: "It isn't asked of these words any more.",
    Until.CLOSED: "It isn't asked any more until the program is closed.",
    Until.EVER: "It isn't asked any more. Settings has it, to ask it again.",
}


class Wordings:
    """Asks of an answer what may be asked; what was let be is known while the program runs."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._dismissed = Dismissed()

    def of(self, sitting: Sitting, address: Address) -> Looked:
        """What is asked of an answer as it stands now."""
        world = self._world
        return look_at_words(sitting, address, world.shelf.hints, world.settings, self._dismissed)

    def look(self, talk: Talk, sitting: Sitting, address: Address | None, which: str) -> None:
        """Say what is asked of the answer at hand; with a number, let that one be.

        Nobody is asked to answer: whoever writes on would have their line taken for it.
        """
        if address is None:
            talk.say("Nothing is written yet.")
            return
        looked = self.of(sitting, address)
        if not looked.questions:
            talk.say(looked.none)
        elif which.isdecimal() and 0 < int(which) <= len(looked.questions):
            self._let_be(talk, looked.questions[int(which) - 1])
        else:
            talk.say(f"The words written to “{sitting.prompt(address).title}”:")
            asked = enumerate(looked.questions, 1)
            talk.say(*(f"{number}. {said(question)}" for number, question in asked), _LET_BE)

    def ways(self, talk: Talk, sitting: Sitting, question: Question) -> None:
        """What may be done about a question where a note is looked at; raises Turn."""
        options = ["Go to the answer", *(HOW_LONG[until] for until in Until)]
        talk.say("", said(question))
        chosen = talk.choose(options, blank="go back")
        if chosen == 0:
            go_to(talk, sitting, parse_address(question.where))
        elif chosen is not None:
            self._until(talk, question, list(Until)[chosen - 1])

    def _let_be(self, talk: Talk, question: Question) -> None:
        talk.say(said(question))
        chosen = talk.choose([HOW_LONG[until] for until in Until], blank="go on asking it")
        if chosen is not None:
            self._until(talk, question, list(Until)[chosen])

    def _until(self, talk: Talk, question: Question, until: Until) -> None:
        if until is Until.CHANGED:
            self._dismissed.once(question)
        elif until is Until.CLOSED:
            self._dismissed.for_session(question.rule)
        else:
            chosen = never_again(self._world.settings, question.rule)
            try:
                self._world.keep_settings(chosen)
            except ReflectError as error:
                self._dismissed.for_session(question.rule)
                talk.say(str(error), _DONE[Until.CLOSED])
                return
            self._world.settings = chosen
        talk.say(_DONE[until])


def said(question: Question) -> str:
    """A question with its standard and its words."""
    standard = standard_named(question.clause)
    return f"{standard[:1].upper()}{standard[1:]}, “{question.text}”: {question.ask}"
