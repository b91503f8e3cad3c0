"""What the paragraphs of a meeting report hold: officers, speakers, decisions, activities."""
