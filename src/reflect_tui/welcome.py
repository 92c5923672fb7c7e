"""What this is and what it is not, in the words that both faces welcome somebody new with."""

from __future__ import annotations

from typing import Final

WHAT_IT_IS: Final = (
    ("A place to think", " about your work: alone, with a supervisor, in a group."),
    ("Never a test.", " Nothing is scored; any question can be left blank."),
    ("Only your words.", " It writes nothing for you, and sends nothing anywhere."),
    ("Not the case record.", " Put decisions in the record today, as always."),
    ("Your employer", " is responsible for the information in it."),
    ("A court, or a person it is about,", " may be able to see it."),
)
"""Six lines; the words each begins with are set apart, for a face that can make them stand out."""
