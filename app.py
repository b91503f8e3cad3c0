"""Open the chat page: `python app.py`; an empty library is first filled with the starter corpus."""

import sys

from interfaces.command_line import main

if __name__ == "__main__":
    sys.argv[1:1] = ["chat", "--starter"]
    main()
