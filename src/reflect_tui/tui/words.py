"""Words the screens share."""

from __future__ import annotations

WAY_WORDS = {"one-to-one": "one-to-one", "group": "group", "solo": "on your own"}
"""What a person sees for a way of working; keyed by text so that home need import no more."""
SERVICE_WORDS = {"children": "children's", "adults": "adults'"}
"""What a person sees for a service."""

SESSION_HELP = (
    "This is one step of your session. Read what stands at the top, then write where you are "
    "invited to, or leave it blank: blank is a fine answer.\n\n"
    "Next, under the text, goes on. Back returns. All the steps lets you go anywhere.\n\n"
    "Everything you write is kept by itself about a second after you stop typing. "
    "You can close the window at any moment and go on later.\n\n"
    "What you write stays here until you move it into the note: choose “In the note” under "
    "the answer. You see the whole note before anything is handed over."
)
"""How a step works, for whoever asks for help on one."""
