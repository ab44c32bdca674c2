package health.chiron.launcher.cli;

import health.chiron.launcher.LauncherException;

/** A command line that cannot be understood; the sentence says which part of it. */
final class UsageException extends LauncherException {
    UsageException(String sentence) {
        super(sentence);
    }
}
