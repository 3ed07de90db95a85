"""The bar on top: reset, run, step, epoch, hyperparameters, speed."""
