package health.chiron.domain.shared;

import java.util.UUID;

/** A typed identifier: a visit's id can never be handed in where a patient's is meant. The value is a UUID of version 7 (RFC 9562). */
public interface Id {
    /** The bare value, for storage and the wire. */
    UUID value();
}
