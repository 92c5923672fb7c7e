"""What practice wrote: exercises, clauses and local lines, read from text files and checked."""
