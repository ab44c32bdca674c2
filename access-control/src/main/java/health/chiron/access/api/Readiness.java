package health.chiron.access.api;

import jakarta.ejb.Local;

/**
 * Whether the house may serve. It does only while the database is there and has exactly the migrations of this build, its
 * clock and the application's agree, the audit log can be written, the keys can be read, and in production every setting is
 * fit for it. Until then each face answers 503 and nothing else. It opens by itself once what was missing is there; why it is
 * closed stands in the server's log.
 */
@Local
public interface Readiness {
    /** What the last look found; costs nothing. Looks are repeated every second while closed and every five while open. */
    boolean serves();

    /** Looks now, and opens or closes the house accordingly. */
    boolean check();
}
