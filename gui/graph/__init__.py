"""The Graph workspace: a typed expression as a computation graph, values forward, derivatives backward."""
