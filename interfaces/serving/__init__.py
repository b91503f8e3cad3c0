"""What stands between the network and the page: hosts, origins, sizes, time, and which requests reach gradio."""
