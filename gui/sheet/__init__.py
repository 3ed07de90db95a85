"""Printed exercise sheets: a tape as blanks or with its answers, black on white, as PDF (`gui.sheet.make`)."""
