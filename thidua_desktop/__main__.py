"""Entry point: the window without arguments, otherwise the command line."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Run the program and leave with its exit code."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and arguments[0].endswith(".tdkt")):
        # Double-clicking an office file starts the program with its path.
        from thidua_desktop import app

        sys.exit(app.run(Path(arguments[0]) if arguments else None))
    from thidua_desktop import cli

    sys.exit(cli.run(arguments))


if __name__ == "__main__":
    main()
