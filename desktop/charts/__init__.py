"""Charts on the screen. This package imports pyqtgraph, so it is imported after the first paint."""
