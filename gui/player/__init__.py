"""What is gone through place by place, as a tape or a graph is: where it stands, its bar, its list of places."""
