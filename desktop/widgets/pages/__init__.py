"""The pages in the middle of the window, one file each."""
