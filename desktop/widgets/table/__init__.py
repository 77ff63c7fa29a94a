"""A table of any size: view, header, filters, find, copy; pandas and numpy load with the first frame."""
