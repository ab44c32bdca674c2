package health.chiron.rules.planted;

import health.chiron.neighbour.internal.Cellar;

/** Breaks: only doors. */
public class GoesBehindTheDoor {
    /** Reaches into another module. */
    public Object reach() {
        return new Cellar();
    }
}
