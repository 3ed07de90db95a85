"""The window: everything that needs Qt. It imports `engine`; `engine` never imports it."""
