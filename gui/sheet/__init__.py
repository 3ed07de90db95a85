"""Printed exercise sheets: a tape as blanks or with its answers, black on white, as PDF. Begin with `gui.sheet.make`."""
