"""The Course workspace: lessons beside the scenes that they talk about."""
