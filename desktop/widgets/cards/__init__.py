"""The small things that pages are made of: cards, badges, tiles, and the layouts that hold them."""
