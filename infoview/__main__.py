"""`python -m infoview` is the command `infoview`."""

from infoview.cli import main

main()
