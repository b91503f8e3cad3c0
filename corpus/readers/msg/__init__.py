"""Messages as Outlook saves them."""
