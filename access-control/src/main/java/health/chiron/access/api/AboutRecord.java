package health.chiron.access.api;

import java.util.UUID;

/** A result or command that names the record concerned; its id goes into the audit row. */
public interface AboutRecord {
    /** The record's id. */
    UUID recordId();
}
