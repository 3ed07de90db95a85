"""Training off the GUI thread: a worker that loops, one slot for its newest snapshot, a controller that pulls."""
