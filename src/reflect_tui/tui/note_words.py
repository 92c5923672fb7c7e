"""What the page of the notes says: which note is for what, and how one goes about there."""

from __future__ import annotations

from typing import Final

from reflect_tui.practice.exercise import Way
from reflect_tui.session.noting import OWNERS_ALONE, Note

NAMED: Final = {
    Note.SUPERVISION: "Supervision note",
    Note.INSERT: "Case insert",
    Note.CPD: "CPD text",
    Note.OWN: "Own copy",
}
"""What each is called where one chooses among them."""

PURPOSE: Final = {
    Note.SUPERVISION: (
        "What is to stand in the supervision file, in words you both agree to. Only what you "
        "moved there goes in, and what was imagined never does."
    ),
    Note.INSERT: (
        "The decision, the reasons and the person's own words, for you to copy into their record. "
        "Nothing imagined goes in; keep colleagues out of the words too."
    ),
    Note.CPD: (
        "What you learnt, under the headings Social Work England asks for, to copy into your "
        "account there. Nothing imagined goes in; keep the family and colleagues out of it too."
    ),
    Note.OWN: (
        "Everything you wrote, for you alone to keep, so nothing has to be moved. It goes to "
        "nobody unless you hand it over, and never says who wrote what in a round."
    ),
}
"""What each is for, where it goes, and what never goes into it."""

_NOTHING_IN: Final = "Nothing is in {the} yet."
_MOVE: Final = (
    "\n\nEverything you wrote stays with you until you move it. Go to a line in the list with the "
    "arrows and press Enter, or click it: it moves in, and once more takes it out."
)
NOTHING_WRITTEN: Final = (
    "Nothing is written in this session yet, so there is nothing to put in a note."
)
_NOTHING_FITS: Final = (
    "Nothing written in this session has a place in {the}. {why} The other notes, at the top, "
    "hold more."
)
_WHY: Final = {
    Note.INSERT: "It holds only what an exercise marks as fit for the person's record.",
    Note.CPD: "It holds only what you wrote about your own learning.",
}
HERE_IT_IS: Final = {
    "write": "This is the note as it will read. Enter makes the Word file.",
    "print": "This is the note as it will read. Enter opens it in your browser, to print.",
}
"""What is said to somebody who came for one of its buttons from elsewhere."""
BESIDE: Final = (
    "This one is only for you, so it isn't shown while somebody is beside you.\n\n"
    "Say when you are alone at this screen, or choose another note at the top."
)
HELP: Final = (
    "At the top stand the four notes. Choose one with the left and right arrows, or click it. Each "
    "says what it is for. A piece goes into each of them on its own.\n\n"
    "At the left stands everything you wrote, step by step. A filled circle means that it is in "
    "the note. Enter or a click moves a line in, and once more takes it out.\n\n"
    "At the right is the note as it will read; “Sections” shows one part of it by itself. In a "
    "narrow window these are pages; choose between them at the top, or with F6.\n\n"
    "“Look at these before you hand it over” points at what could say who somebody is, and at "
    "words the standards ask about. Choose a line to see it in its sentence. You may leave "
    "everything as it is. It can't see everything either: whoever knows the family may know them "
    "by what no program notices.\n\n"
    "“Make the Word file” makes a file and says where it is. “Print” opens the note in your "
    "browser, where you print it. “More ways” has a web page, Markdown, plain text and copying. "
    "Every time makes a new file; nothing is ever written over.\n\n"
    "“Add names” puts names on the note while you hand it over; they are never kept here. "
    "“Draft to take away” is for the other to take two working days with. “Who agrees” is where "
    "each says what they say of the note. “Keep it, or give a copy” is for the end.\n\n"
    "What was imagined, and where things were placed on the map, never goes into a note for "
    "others."
)
LOOK: Final = "Look at these before you hand it over"
NOTHING_SEEN: Final = (
    "Nothing in it stands out to the program. You know more than it does: read it once as somebody "
    "would who knows the area."
)
NOTHING_YET: Final = "Nothing is in it yet, so there is nothing to look at."
ASK_TO_LOOK: Final = (
    "Choose it to see names, numbers and wording that stand out. Whoever is beside you sees them."
)
OTHER_WORDS: Final = "Changed in the notes; what you wrote is as it was"


def purpose(note: Note, way: Way) -> str:
    """What a note is for, where it goes and what never goes into it."""
    words = PURPOSE[note]
    if note is Note.SUPERVISION and way is not Way.ONE_TO_ONE:
        who = "you stand by" if way is Way.SOLO else "all of you agree to"
        return words.replace("you both agree to", who)
    return words


def nothing_to_move(note: Note, *, written: bool) -> str:
    """Why there is nothing to move; `written`: whether anything is written at all."""
    if not written or note not in _WHY:
        return NOTHING_WRITTEN
    return _NOTHING_FITS.format(the=f"the {note}", why=_WHY[note])


def nothing_in(note: Note, *, can_move: bool) -> str:
    """What stands where an empty note would; `can_move`: whether anything can be moved there."""
    words = _NOTHING_IN.format(the=f"the {note}" if note is not Note.SUPERVISION else "the note")
    return f"{words}{_MOVE}" if can_move else words


def legend(note: Note, way: Way) -> str:
    """What the circles mean."""
    if note is Note.OWN:
        return "● everything you wrote is in it"
    if note is Note.SUPERVISION:
        return f"● in the note   ○ {'just me' if way is Way.SOLO else 'between us'}"
    return f"● in the {note}   ○ not in it"


def is_owners(note: Note) -> bool:
    """Whether a note is not drawn while somebody else is at the screen."""
    return note in OWNERS_ALONE
