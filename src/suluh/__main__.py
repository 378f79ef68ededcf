"""`python -m suluh` is the same program as the console script."""

from suluh.cli import main

main()
