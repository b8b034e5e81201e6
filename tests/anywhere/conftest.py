"""What changes a Python when it is imported is for the processes that these tests start."""

collect_ignore_glob = ["*/sitecustomize.py"]
