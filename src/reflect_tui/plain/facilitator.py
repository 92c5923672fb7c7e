"""The facilitator's page, a line at a time: asked about first, pushed off the screen after."""

from __future__ import annotations

from reflect_tui.plain.talk import Talk
from reflect_tui.practice.facilitator import ASKED, FacilitatorPage, cited


def say_facilitator(talk: Talk, page: FacilitatorPage) -> None:
    """Say every caution, once whoever leads has said that nobody else can see or hear it."""
    talk.say(ASKED, "`reflect-tui facilitator FILE` writes it into a file.")
    if not talk.yes("Can only you see and hear this now?"):
        talk.say("Not said. Back to where you were.")
        return
    talk.say("", page.title, *([page.intro] if page.intro else []))
    for part in page.parts:
        talk.say("", part.title, *(f"- {cited(caution)}" for caution in part.cautions))
    try:
        talk.say("", "Press Enter when you have read it. It is then pushed off the screen.")
        talk.pause()
    finally:
        talk.clear()
    talk.say("Back to where you were.")
