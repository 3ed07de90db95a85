"""The lesson editor: text, faults, preview."""
