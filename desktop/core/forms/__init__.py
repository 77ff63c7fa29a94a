"""How each kind of item is corrected: its fields as words, and the item that those words make."""
