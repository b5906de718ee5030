"""`python -m quiz`."""

if __name__ == "__main__":
    import signal
    import sys

    # ^C while the program itself is still being loaded ends it at once; a traceback would tell nobody anything.
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from quiz.cli import main

    signal.signal(signal.SIGINT, heard)
    sys.exit(main())
