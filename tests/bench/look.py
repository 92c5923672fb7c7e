"""Looking for what could identify someone in 100 KB of ordinary text, and of text out to delay."""

from __future__ import annotations

from reflect_tui.notes.look import look
from tests.bench.long_texts import first_time, timed
from tests.bench.rows import Row

NAME = "look"
_VISIT = (
    "I met Amina Hassan and her aunt, Mrs Okonkwo, on 3 March 2019 at 14 Acacia Road, SE15 4AB. "
    "Her NHS number is 943 476 5919; ring 07700 900123. Kofi said that he was tired.\n"
)
_DELAYING = {
    "a.": "a.",
    "spaces": " ",
    "figures": "1",
    "figures and spaces": "1 ",
    "capitals": "A",
    "words with capitals": "Xx Yy ",
    "phone numbers": "07700 900123 ",
    "one line of names": "Grace 😀 ",
}


def run() -> list[Row]:
    """One text after the other, five times; then the first look in a new Python."""
    rows = timed(look, ("a name, number or date in each line", _VISIT), _DELAYING)
    first = first_time(
        "the first look, lists and libraries read",
        "from reflect_tui.notes.look import look",
        f"look({_VISIT!r})",
    )
    return [*rows, first]
