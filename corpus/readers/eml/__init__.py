"""Mail: the message, its attachments and the mails within it."""
