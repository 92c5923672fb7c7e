"""What is kept: one file a session, saved so that nothing is lost."""
