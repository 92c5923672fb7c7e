"""What a sitting is: the session, its values, what comes next, and the one live object."""
