"""``python -m analysis``: the command line, for where the script ``parallax`` is not installed."""

from analysis.cli import main

if __name__ == "__main__":
    main()
