"""What to do next: the plan of an engagement, its mandate, and who does what, all from the answers of one client."""
