package health.chiron.portal.architecture.planted;

import health.chiron.portal.architecture.planted.internal.Hidden;

/** Breaks: only doors. */
class GoesBehindTheDoor {
    Object reach() {
        return new Hidden();
    }
}
