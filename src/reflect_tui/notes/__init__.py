"""What goes out: notes made of what was moved into them, and nothing else."""
