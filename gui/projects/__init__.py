"""Projects in the window: new, open, save, recent files, what is unsaved, autosave and recovery."""
