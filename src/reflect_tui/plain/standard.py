"""The standard behind a step, a line at a time: the same as stands beside the page on a screen."""

from __future__ import annotations

from reflect_tui.plain.talk import Talk
from reflect_tui.practice.behind import OURS, behind, terms_behind
from reflect_tui.practice.shelf import Shelf
from reflect_tui.session.course import Page


def say_standard(talk: Talk, shelf: Shelf, page: Page) -> None:
    """Each clause behind a page, the exercises that meet it, and the terms the page uses."""
    found = behind(shelf, page.exercise, page.stage, page.prompts)
    whole = not any(each.of_step for each in found)
    for each in found:
        if not (each.of_step or whole):
            whole = True
            talk.say("", "Behind the whole exercise:")
        clause = each.clause
        talk.say("", f"Standard {clause.number}, {clause.title}: {clause.summary}")
        if each.also_in:
            talk.say(f"Also met in: {', '.join(each.also_in)}.")
    talk.say("", OURS)
    for term in terms_behind(shelf.clauses, page.exercise, page.stage, page.prompts):
        talk.say(f"{term.term}: {term.plain}")
    talk.say("")
