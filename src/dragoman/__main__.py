"""``python -m dragoman`` is ``dragoman``."""

from dragoman.commands import main

if __name__ == "__main__":
    main()
