"""Textual's debug variables, dropped before Textual is imported: it reads them once."""

from __future__ import annotations

import os

_HARMLESS = {"TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM"}


def scrub_environment() -> None:
    """Drop the TEXTUAL* variables that write keystrokes and screens to plain files."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        if name not in _HARMLESS:
            del os.environ[name]
