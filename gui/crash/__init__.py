"""What nobody caught: hooks that hear of it, a log, one dialog that says it, and what a hard crash left."""
