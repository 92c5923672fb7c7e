"""Letting a question about wording be: in one place, while the program is open, or for good."""

from __future__ import annotations

from reflect_tui.errors import ReflectError
from reflect_tui.session.wording import Question, Until, never_again
from reflect_tui.tui.world import World


def let_be(world: World, question: Question, until: Until) -> ReflectError | None:
    """Ask it no more of these words, until the program is closed, or ever.

    What the settings can't keep holds until the program is closed; then the error says why.
    """
    dismissed, before = world.dismissed(), world.settings
    if until is Until.CHANGED:
        dismissed.once(question)
    elif until is Until.CLOSED:
        dismissed.for_session(question.rule)
    else:
        try:
            world.save_settings(never_again(before, question.rule))
        except ReflectError as error:
            world.settings = before
            dismissed.for_session(question.rule)
            return error
    return None
