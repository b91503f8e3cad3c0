"""Word files: paragraphs with the numbers that Word prints, tables, notes and text boxes, from the parts of the
package.
"""
