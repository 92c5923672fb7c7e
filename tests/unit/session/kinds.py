"""Values of every kind, for property tests: whatever somebody could write to a prompt."""

from __future__ import annotations

from hypothesis import strategies as st

from reflect_tui.practice.exercise import Kind, Prompt
from reflect_tui.session.values import (
    Choice,
    Choices,
    Contrast,
    Day,
    Line,
    Moment,
    Placement,
    Round,
    Spot,
    Text,
    Value,
)

WORDS = st.sampled_from(["", " ", "\n", "a", "b", "they said\nso", "Ünïcode ✎", "\x1b[31m"]) | (
    st.text(max_size=8)
)
SPOTS = st.none() | st.builds(Spot)


def values_for(prompt: Prompt) -> st.SearchStrategy[Value]:
    """Anything that fits a prompt, blank too; nothing for one that keeps no response."""
    ids = st.sampled_from([option.id for option in prompt.options] or ["none"])
    some = st.lists(ids, unique=True, max_size=prompt.at_most).map(tuple)
    moment = st.builds(Moment, part=ids, text=WORDS)
    moments = st.lists(moment, unique_by=lambda made: made.part, max_size=2).map(tuple)
    strategies: dict[Kind, st.SearchStrategy[Value]] = {
        Kind.TEXT: st.builds(Text, text=WORDS | st.just(prompt.starts)),
        Kind.LINE: st.builds(Line, text=WORDS | st.just(prompt.starts)),
        Kind.CHOOSE: st.builds(Choice, option=ids),
        Kind.CHOOSE_MANY: st.builds(Choices, options=some),
        Kind.CONTRAST: st.builds(Contrast, left=WORDS, right=WORDS),
        Kind.PLACE: st.builds(Placement, me=SPOTS, them=SPOTS, between=SPOTS),
        Kind.DAY: st.builds(Day, moments=moments),
        Kind.ROUND: st.builds(Round, pieces=st.lists(WORDS, max_size=2).map(tuple)),
        Kind.ACTIONS: st.nothing(),
        Kind.AGREED: st.nothing(),
    }
    return strategies[prompt.kind]
