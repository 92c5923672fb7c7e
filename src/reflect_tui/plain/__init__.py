"""The line-by-line face: everything, a line at a time, with no screen at all."""
