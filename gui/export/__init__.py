"""What is taken out of the window: the network in other forms, pictures and data of views; weights come back in.

`Exports` is all that the window knows; the rest is imported when it is first wanted.
"""

from gui.export.exports import Exports

__all__ = ["Exports"]
