"""Words the screens share."""

from __future__ import annotations

WAY_WORDS = {"one-to-one": "one-to-one", "group": "group", "solo": "on your own"}
"""What a person sees for a way of working; keyed by text so that home need import no more."""
SERVICE_WORDS = {"children": "children's", "adults": "adults'"}
"""What a person sees for a service."""
