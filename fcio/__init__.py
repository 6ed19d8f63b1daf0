"""Decision support for choosing technology leadership."""
