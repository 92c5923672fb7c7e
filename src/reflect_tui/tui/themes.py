"""Our three themes. Text reaches 7:1 on every ground, lines and focus 3:1; a test holds it."""

from __future__ import annotations

from textual.theme import Theme


def _theme(
    name: str,
    *,
    dark: bool,
    background: str,
    surface: str,
    panel: str,
    text: str,
    muted: str,
    accent: str,
    second: str,
    caution: str,
    line: str,
) -> Theme:
    """A theme of nine colours; every variable Textual's own widgets fall back on is set too."""
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=second,
        accent=accent,
        warning=caution,
        error=caution,
        success=second,
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        text_alpha=1.0,
        variables={
            "text-main": text,
            "muted": muted,
            "second": second,
            "caution": caution,
            "line": line,
            "text": text,
            "text-muted": muted,
            "text-disabled": muted,
            "foreground-muted": muted,
            "foreground-disabled": muted,
            "block-cursor-background": accent,
            "block-cursor-foreground": background,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": panel,
            "block-cursor-blurred-foreground": text,
            "block-cursor-blurred-text-style": "none",
            "block-hover-background": panel,
            "input-cursor-background": text,
            "input-cursor-foreground": background,
            "input-cursor-text-style": "none",
            "input-selection-background": f"{accent} 35%",
            "border": line,
            "border-blurred": line,
            "scrollbar": line,
            "scrollbar-hover": muted,
            "scrollbar-active": accent,
            "scrollbar-background": background,
            "scrollbar-corner-color": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "link-color": text,
            "link-style": "none",
            "link-color-hover": text,
            "link-background-hover": panel,
            "link-style-hover": "none",
        },
    )


INK = _theme(
    "ink",
    dark=True,
    background="#15181c",
    surface="#1c2026",
    panel="#242a31",
    text="#ece9e2",
    muted="#b9b6ae",
    accent="#e9b872",
    second="#9cc5b8",
    caution="#f2a38c",
    line="#7d858f",
)
PAPER = _theme(
    "paper",
    dark=False,
    background="#faf8f4",
    surface="#f2efe8",
    panel="#e7e3d9",
    text="#1f2328",
    muted="#40454b",
    accent="#6b3b00",
    second="#0f4f45",
    caution="#8a1f0b",
    line="#6c7177",
)
HIGH_CONTRAST = _theme(
    "high-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text="#ffffff",
    muted="#f0f0f0",
    accent="#ffd84a",
    second="#7fffd4",
    caution="#ffb3a0",
    line="#ffffff",
)
THEMES = (INK, PAPER, HIGH_CONTRAST)
SPOKEN = {"ink": "Dark", "paper": "Light", "high-contrast": "High contrast"}
"""What a person sees for each theme's name."""
