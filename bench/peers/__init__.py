"""Each module asks one program: ``work`` answers a task in a worker process, ``version`` says which program it is.

A task has ``query``, a claim in the batch syntax, and ``limit``, after which the worker is killed.
"""
