"""One file per kind of chart."""
