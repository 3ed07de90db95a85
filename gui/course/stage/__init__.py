"""The stage of a lesson: the live scene beside its text. One module a kind of scene."""
