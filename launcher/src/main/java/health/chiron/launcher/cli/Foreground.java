package health.chiron.launcher.cli;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.Stack;
import health.chiron.launcher.StackOptions;

/** The stack of a launcher that waits at a terminal: Ctrl-C at any moment stops what was started so far. */
final class Foreground {
    private Thread starting;
    private Stack stack;
    private volatile boolean stopping;

    /** Starts the stack unless a stop came first. */
    Stack start(StackOptions options) {
        synchronized (this) {
            starting = Thread.currentThread();
        }
        Stack started;
        try {
            started = Stack.start(options);
        } finally {
            synchronized (this) {
                starting = null;
                notifyAll();
            }
        }
        synchronized (this) {
            stack = started;
            if (!stopping) {
                return started;
            }
        }
        stop();
        throw new LauncherException("Stopped.");
    }

    /** Interrupts a start that is under way and waits for its clean-up, then stops what runs. */
    void stop() {
        stopping = true;
        synchronized (this) {
            if (starting != null && starting != Thread.currentThread()) {
                starting.interrupt();
                awaitStartGivenUp();
            }
            if (stack != null) {
                stack.close();
                stack = null;
            }
        }
    }

    private void awaitStartGivenUp() {
        try {
            while (starting != null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the parts running when the launcher ends. */
    synchronized void letGo() {
        stack.detach();
        stack.close();
        stack = null;
    }

    boolean isStopping() {
        return stopping;
    }
}
