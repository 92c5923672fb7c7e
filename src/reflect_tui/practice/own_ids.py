"""The id of an entry in a file of many: its own, as ids are formed, and no other entry's."""

from __future__ import annotations

from reflect_tui.practice.frontmatter import ID, id_from
from reflect_tui.practice.problems import Found
from reflect_tui.practice.schema import Fields


def own_id(entry: Fields, seen: dict[str, int], found: Found) -> str:
    """The id of an entry; empty, and told, where it is missing, is none, or stood there before.

    `seen` holds the ids before it and their lines, and gets this one.
    """
    own = entry.text("id", required=True)
    if not own:
        return ""
    if not ID.fullmatch(own):
        entry.bad_id(own, "id", f'write id: "{id_from(own)}"')
        return ""
    if own in seen:
        message = f'"{own}" stands in line {seen[own]} too'
        found.add(entry.line_of("id"), "repeated-id", message, "write another id in one of them")
        return ""
    seen[own] = entry.line_of("id")
    return own
