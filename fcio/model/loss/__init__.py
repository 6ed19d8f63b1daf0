"""The distribution of a year's loss: exact by transforms, from scenarios with a frequency and a severity."""
