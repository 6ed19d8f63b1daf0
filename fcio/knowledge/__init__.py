"""Domain knowledge as data: its shapes, its loading, and the refusals when it is not sound."""
