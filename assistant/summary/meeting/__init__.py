"""What the paragraphs of a meeting report hold: officers, speakers and statements, decisions, activities.

Takes an `Outline`, gives values and `Point`s that cite their paragraphs.
"""
