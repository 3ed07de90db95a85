"""The left column: data sets, noise, split, batches, drawn points, inputs."""
