"""What the larger pages are made of; loaded when a page is first shown."""
