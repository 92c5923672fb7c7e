"""Words the screens share."""

from __future__ import annotations

from reflect_tui.errors import ReflectError

WAY_WORDS = {"one-to-one": "one-to-one", "group": "group", "solo": "on your own"}
"""What a person sees for a way of working; keyed by text so that home need import no more."""
SERVICE_WORDS = {"children": "children's", "adults": "adults'"}
"""What a person sees for a service."""

BOARD_FOOT = "Arrows or a letter move · Enter opens · {picks}Tab more · Ctrl+N next"
"""What works on a board; the numbers that pick are put in."""
SESSION_HELP = (
    "This is one step of your session. Read what stands at the top, then write where you are "
    "invited to, or leave it blank: blank is a fine answer.\n\n"
    "Next, under the text, goes on. Back returns. All the steps lets you go anywhere.\n\n"
    "The standard's number at the top of the page opens a short summary of what it asks, beside "
    "the page where there is room; so does F5. You can go on writing meanwhile.\n\n"
    "“Look at wording”, under an answer, or Ctrl+O asks gentle questions about its words, each "
    "with the standard it comes from. They come only when you ask, and never change a word; choose "
    "one to go to its words. F6 leads to them and back.\n\n"
    "Everything you write is kept by itself about a second after you stop typing. "
    "You can close the window at any moment and go on later.\n\n"
    "What you write stays here until you move it into the note: choose “In the note” under "
    "the answer. You see the whole note before anything is handed over."
)
"""How a step works, for whoever asks for help on one."""

BOTH_KEPT = (
    "Another program changed this session's file. Both are kept: yours goes on as a session of "
    "its own, and both are in the list."
)
"""Two programs wrote to one session."""

NOT_ADDED = ReflectError(
    "Somebody's turn is under way, and what they wrote is not added yet",
    do="Add it or leave it out first, or do the same again to go on without it.",
)
"""What one writes in a round is kept nowhere until they add it, so it is never dropped unasked."""

NOT_KEPT = ReflectError(
    "NOT KEPT: the disk refused the last words, so this session stays open",
    do="Make some room, or do the same again to leave without them.",
)
"""Somebody is leaving a session that is not all on the disk."""

MAKE = "Make the Word file"
PRINT = "Print"
