"""`python -m recoupe`: the command line, where the command itself is not on the path."""

from recoupe.cli import main

if __name__ == "__main__":
    main()
