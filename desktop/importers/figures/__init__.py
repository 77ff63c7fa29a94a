"""What a quantity is: number, unit, comparator, role, direction, period, whose and what."""
