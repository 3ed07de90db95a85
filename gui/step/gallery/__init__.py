"""The gallery: exercises that come along, and new ones by seed."""
