"""The lab of broadcasting: arrays as coloured cells, with what only acts as if it were there hatched."""
