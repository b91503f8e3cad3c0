"""What is asked: small talk, follow-ups made complete, the kind of answer, names and documents named. Imports
`language`.
"""
