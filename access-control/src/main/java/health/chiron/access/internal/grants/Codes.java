package health.chiron.access.internal.grants;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.signin.Secrets;
import health.chiron.domain.access.AccessRequest;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One-time codes: six digits, ten minutes, one use. What decides is always one conditional statement in the database, never an
 * {@code if} over what was read before: fifty parallel posts of the right code make one grant.
 */
@ApplicationScoped
class Codes {
    /** Life of a code (ASVS 6.5.5). */
    static final Duration LIFE = Duration.ofMinutes(10);
    /** Wrong codes borne for a patient and clinic, over all codes, within {@link #WINDOW}. */
    static final int TRIES = 5;
    /** After this the count starts anew. */
    static final Duration WINDOW = Duration.ofHours(24);

    @Inject
    private Sql sql;

    @Inject
    private Secrets secrets;

    @Inject
    private Clock clock;

    /** A code just made; the digits are told to the owner and nowhere kept. */
    record Made(UUID id, String digits) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /**
     * Makes a new code; the one before stops working.
     *
     * @param to where it is sent; null when it is only shown
     */
    Made replace(AccessRequest request, OwnerLetters.Contact to) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE access.one_time_code SET replaced_at = ? WHERE request_id = ? AND used_at IS NULL AND replaced_at IS NULL",
                now,
                request.id());
        Made made = new Made(Ids.next(), secrets.code());
        sql.update(
                """
                INSERT INTO access.one_time_code (id, request_id, patient_id, clinic_id, code_hash, channel, masked_target, created_at, expires_at, delivery)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                made.id(),
                request.id(),
                request.patient(),
                request.clinic(),
                secrets.hashOfCode(request.id().value(), made.digits()),
                to == null ? "SHOWN" : to.channel().name(),
                to == null ? null : to.masked(),
                now,
                now.plus(LIFE),
                to == null ? "SENT" : "PENDING");
        return made;
    }

    /** Uses the live code of a request if these are its digits. Of parallel uses exactly one wins. */
    boolean use(RequestId request, String digits) {
        Instant now = clock.instant();
        return sql.update("""
                        UPDATE access.one_time_code SET used_at = ?
                         WHERE request_id = ? AND code_hash = ? AND used_at IS NULL AND replaced_at IS NULL AND expires_at > ?""", now, request, secrets.hashOfCode(request.value(), digits), now) == 1;
    }

    /** How many wrong codes are still borne. */
    int triesLeft(PatientId patient, ClinicId clinic) {
        return sql.first(
                        "SELECT tries FROM access.code_tries WHERE patient_id = ? AND clinic_id = ? AND window_start > ?",
                        row -> TRIES - row.integer("tries"),
                        patient,
                        clinic,
                        clock.instant().minus(WINDOW))
                .orElse(TRIES);
    }

    /** The owner has opened access: earlier slips of the finger no longer count. */
    void forgive(PatientId patient, ClinicId clinic) {
        sql.update("UPDATE access.code_tries SET tries = 0 WHERE patient_id = ? AND clinic_id = ?", patient, clinic);
    }

    /** The refusal when none is left. */
    static Refusal exhausted() {
        return Refusal.tooMany(
                "access/codes-exhausted",
                "Too many wrong codes for this patient. The owner can be asked again tomorrow.",
                WINDOW);
    }
}
