"""What the screen of all sessions says."""

from __future__ import annotations

HELP = (
    "All your sessions, newest first. Type a word, and only those are left that have it in "
    "their name or in anything that was written in them; more words narrow it further. "
    "Capitals and accents don't matter. Nothing you type here is kept.\n\n"
    "Move with Up and Down, or click a session; Enter, or a double click, opens it to read.\n\n"
    "“Go on with it” opens it where it was put down. “Its note” shows what would be handed "
    "over. “What follows on” shows the sessions that follow on from each other, with this one "
    "among them. “Earlier states” brings back an answer that was wiped.\n\n"
    "“Take one in” takes in a session that somebody gave you.\n\n"
    "In the list, reached with Tab, one letter is enough: R reads, N is the note, F what follows "
    "on, E earlier states; Delete puts it in the bin after asking. Nothing is ever removed by "
    "itself. Ctrl+F leads back to the line you type in."
)
READING = "Reading your notebook …"
FURTHER = "Looking further …"
NO_SESSIONS = "There are no sessions yet."
NOT_FOUND = "Nothing is found. Fewer words, or “Any way”, find more."
ON_ITS_OWN = "Nothing follows on from it, and it follows on from nothing."
TOGETHER = "These follow on from each other."
"""Above the sessions of one thread."""
