"""Everyone can read it: contrast of every theme, computed as WCAG does."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from reflect_tui.tui.themes import SPOKEN, THEMES

GROUNDS = ("background", "surface", "panel")


def luminance(colour: Color) -> float:
    """Relative luminance, 0 to 1."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(theme: Theme) -> dict[str, str]:
    """Every colour of a theme by name."""
    plain = {name: getattr(theme, name) for name in (*GROUNDS, "accent", "primary", "foreground")}
    return {**plain, **theme.variables}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    "text", ["text-main", "muted", "accent", "second", "caution", "text-disabled", "foreground"]
)
def test_whatever_is_read_reaches_seven_to_one(theme: Theme, ground: str, text: str) -> None:
    named = colours(theme)
    assert contrast(named[text], named[ground]) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", ["line", "accent", "border", "scrollbar"])
def test_borders_and_focus_reach_three_to_one(theme: Theme, ground: str, line: str) -> None:
    named = colours(theme)
    assert contrast(named[line], named[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_chosen_reads_on_its_own_ground(theme: Theme) -> None:
    named = colours(theme)
    assert contrast(named["background"], named["accent"]) >= 7
    assert contrast(named["background"], named["text-main"]) >= 7


def test_every_theme_has_a_name_a_person_understands() -> None:
    assert {theme.name for theme in THEMES} == set(SPOKEN)
