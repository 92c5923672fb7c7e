"""Which questions about wording are asked, as somebody chose in the settings. Pure."""

from __future__ import annotations

from dataclasses import replace

from reflect_tui.practice.hints import Rule
from reflect_tui.settings import Settings


def is_asked(settings: Settings, rule: Rule) -> bool:
    """Whether a rule is asked now."""
    return rule.id not in settings.hints_off and (rule.on or rule.id in settings.hints_on)


def choose(settings: Settings, rule: Rule, *, asked: bool) -> Settings:
    """The settings with a rule asked or not; what is as usual stands in neither list."""
    off = tuple(each for each in settings.hints_off if each != rule.id)
    on = tuple(each for each in settings.hints_on if each != rule.id)
    if asked and not rule.on:
        on = (*on, rule.id)
    elif not asked and rule.on:
        off = (*off, rule.id)
    return replace(settings, hints_off=off, hints_on=on)


def title(rule_id: str) -> str:
    """What a rule is called where one chooses; its words may hurt, so they don't stand there."""
    words = rule_id.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}"


def in_words(settings: Settings) -> str:
    """What was chosen otherwise than usual, in a few words."""
    chosen = {"not asked": settings.hints_off, "asked as well": settings.hints_on}
    parts = [f"{how}: {', '.join(map(title, rules))}" for how, rules in chosen.items() if rules]
    return "; ".join(parts) or "as usual"
