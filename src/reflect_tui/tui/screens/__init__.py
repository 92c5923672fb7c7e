"""One module a screen, each with its own stylesheet."""
