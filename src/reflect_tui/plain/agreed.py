"""What earlier sessions agreed, asked one after the other: what became of it, and the words."""

from __future__ import annotations

from reflect_tui.plain.asked import UNTIL, Asked, Part
from reflect_tui.practice.exercise import Way
from reflect_tui.session.agreed import AgreedAction
from reflect_tui.session.endings import (
    ASK_BECAME,
    ASK_WORDS,
    BECAME,
    LEFT,
    ending_of,
    said_of,
)


def ask_agreed(asked: Asked) -> str:
    """Each agreed thing as it was written; any of them can be left with a full stop."""
    said = [_one(asked, action) for action in asked.sitting.to_come_back_to]
    return "Kept." if any(said) else ""


def _one(asked: Asked, action: AgreedAction) -> bool:
    """Ask of one agreed thing; whether anything was said of it."""
    talk, sitting = asked.talk, asked.sitting
    talk.say("", f"Agreed: {action.what}", *filter(None, [action.details]))
    before = ending_of(sitting.session, action.id)
    if before is not None:
        talk.say("You said:", *said_of(before))
    talk.say(ASK_BECAME)
    ways = [*BECAME]
    leave = "leave it as it is" if before else "leave it without words"
    chosen = talk.choose([*BECAME.values(), f"{LEFT}, with a few words"], blank=leave)
    if chosen is None:
        return False
    words = before.words if before else ""
    sitting.end_action(action.id, ways[chosen] if chosen < len(ways) else "", words)
    sitting.settle()
    talk.say(ASK_WORDS, UNTIL)
    asked.hear("" if asked.anew else words, _words(asked, action))
    sitting.settle()
    return _moved(asked, action)


def _words(asked: Asked, action: AgreedAction) -> Part:
    """Where the words about one agreed thing are written, whatever became of it."""
    sitting = asked.sitting

    def stands() -> str:
        kept = ending_of(sitting.session, action.id)
        return kept.words if kept else ""

    def keep(text: str) -> None:
        kept = ending_of(sitting.session, action.id)
        sitting.end_action(action.id, kept.became if kept else "", text)

    return Part(stands, keep, asked=f"Agreed: {action.what}")


def _moved(asked: Asked, action: AgreedAction) -> bool:
    """Ask where it goes, once something is said; whether something is."""
    talk, sitting = asked.talk, asked.sitting
    kept = ending_of(sitting.session, action.id)
    if kept is None:
        return False
    ours = "just me" if sitting.session.way is Way.SOLO else "between us"
    talk.say("In the note?")
    chosen = talk.choose(
        ["in the note", ours], blank=f"leave it {'in the note' if kept.in_note else ours}"
    )
    if chosen is not None:
        sitting.move_ending(action.id, in_note=chosen == 0)
    return True
