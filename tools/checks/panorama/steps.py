"""Steps of a check: each is printed with its outcome, and all of them run, whatever failed before."""

import sys
import traceback
from contextlib import contextmanager

failures = 0


@contextmanager
def step(text):
    """Runs the body; an exception fails the step and is printed with the line that it comes from."""
    global failures
    try:
        yield
    except Exception as error:
        failures += 1
        own = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(sys.path[0])]
        print("  FAILED %s\n         line %d: %s: %s" % (text, own[-1].lineno, type(error).__name__, error))
    else:
        print("  ok     %s" % text)


def expect(actual, wanted):
    """Fails where a value is not the wanted one."""
    if actual != wanted:
        raise AssertionError("got %r, wanted %r" % (actual, wanted))


def expect_error(kind, text, action):
    """Fails unless the action raises exactly this class of exception, with this text in its message."""
    try:
        action()
    except Exception as error:
        if type(error) is not kind or text not in str(error):
            raise AssertionError(
                "raised %s: %s; wanted %s: %s" % (type(error).__name__, error, kind.__name__, text)
            ) from error
        return error
    raise AssertionError("raised nothing; wanted %s: %s" % (kind.__name__, text))


def finish():
    """Ends the program: with status 1 where a step failed."""
    print("%d failed" % failures if failures else "all as expected")
    sys.exit(1 if failures else 0)
