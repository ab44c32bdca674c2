package health.chiron.rules.planted.api;

import health.chiron.rules.planted.internal.Hidden;
import jakarta.persistence.Entity;

/** Breaks: doors hide the inside. */
public interface LetsTheInsideOut {
    /** What nobody outside should see. */
    Hidden hidden();

    /** An aggregate that leaves its transaction. */
    Row row();

    /** An aggregate. */
    @Entity
    class Row {}
}
