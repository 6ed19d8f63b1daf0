"""Risk in money: scenarios of one client, what the areas and roles do to them, and a year's loss before and after."""
