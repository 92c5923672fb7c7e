"""What could identify someone in any text: to be looked at before it is handed over.

Never a promise that a text is anonymous: whoever knows the family or the area may know them by
what no rule can see.
"""

from __future__ import annotations

from reflect_tui.notes import addresses, dates, numbers
from reflect_tui.notes.identifiers import Identifier, Kind
from reflect_tui.notes.people import people

__all__ = ["Identifier", "Kind", "look"]

_MOST_EXACT_FIRST = (
    numbers.emails,
    numbers.web_names,
    numbers.nhs_numbers,
    numbers.insurance_numbers,
    numbers.postcodes,
    dates.dates,
    numbers.references,
    numbers.phone_numbers,
    addresses.addresses,
    addresses.places,
    people,
)


def look(text: str) -> tuple[Identifier, ...]:
    """What could identify someone in `text`, from its beginning on, none over another.

    Where two kinds claim the same words the more exact one has them. Names in small letters, in
    capitals throughout, or in a script without capitals are not found.
    """
    taken = bytearray(len(text))
    found: list[Identifier] = []
    for find in _MOST_EXACT_FIRST:
        for each in find(text):
            if taken.find(1, each.start, each.end) < 0:
                found.append(each)
                taken[each.start : each.end] = b"\x01" * (each.end - each.start)
        if find is numbers.web_names:
            # Other pages are anybody's, and what stands in their addresses is no name.
            for start, end in numbers.web_addresses(text):
                taken[start:end] = b"\x01" * (end - start)
    return tuple(sorted(found, key=lambda each: each.start))
