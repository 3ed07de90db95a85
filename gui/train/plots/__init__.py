"""The lower panels: cost, gradients, distributions and weights over time. The only users of pyqtgraph."""
