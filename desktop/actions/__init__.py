"""Commands as data: menus, shortcuts and the shortcut overview are views of one registry."""
