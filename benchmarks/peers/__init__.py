"""Other generators, each given the same corpus in the form that is fastest for it."""
