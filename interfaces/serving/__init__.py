"""What stands between the network and the page: hosts, origins, sizes, time, and which requests reach gradio.

Wraps an ASGI application, and gives one. Imports nothing of the interfaces.
"""
