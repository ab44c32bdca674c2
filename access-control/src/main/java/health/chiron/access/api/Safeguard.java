package health.chiron.access.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One safeguard, as it stands now.
 *
 * @param rule the paragraph of the HIPAA rules that it answers to
 * @param found the names of what is wrong: kinds of account, or tables; never a person's or a patient's
 * @param count how many are wrong or wait, or how many years; null where nothing is counted, and for a collector where none is set
 * @param since the time that tells the state: of the oldest row without a seal or not sent, the last verification, the newest head; null for none
 */
public record Safeguard(Kind kind, State state, String rule, List<String> found, Long count, Instant since) {
    /** Copies the list. */
    public Safeguard {
        found = List.copyOf(found);
    }

    /** Begins from a yes or no. */
    public static Safeguard of(Kind kind, boolean held) {
        return new Safeguard(kind, held ? State.HELD : State.NOT_HELD, kind.rule(), List.of(), null, null);
    }

    /** One that nobody can see from inside. */
    public static Safeguard untold(Kind kind) {
        return new Safeguard(kind, State.UNTOLD, kind.rule(), List.of(), null, null);
    }

    /** One that holds while nothing is counted. */
    public static Safeguard none(Kind kind, long count) {
        return of(kind, count == 0).counting(count);
    }

    /** The same with names. */
    public Safeguard naming(List<String> names) {
        return new Safeguard(kind, state, rule, names, count, since);
    }

    /** The same with a number. */
    public Safeguard counting(long number) {
        return new Safeguard(kind, state, rule, found, number, since);
    }

    /** The same with a time. */
    public Safeguard dated(Instant time) {
        return new Safeguard(kind, state, rule, found, count, time);
    }

    /** How it stands. */
    @Schema(name = "SafeguardState")
    public enum State {
        /** It is there. */
        HELD,
        /** Something is missing. */
        NOT_HELD,
        /** It cannot be seen from inside the application: look yourself. */
        UNTOLD
    }

    /** The safeguards there are. */
    @Schema(name = "SafeguardKind")
    public enum Kind {
        /** The public address is https. */
        HTTPS("164.312(e)(1)"),
        /** Letters reach people and do not lie in files. */
        DELIVERY("164.312(d)"),
        /** What is stored is encrypted. */
        ENCRYPTED_STORAGE("164.312(a)(2)(iv)"),
        /** A second factor is required of the people who work with the house. */
        SECOND_FACTOR_REQUIRED("164.312(d)"),
        /** Administrators and auditors have a second factor. */
        ADMINISTRATORS_SECOND_FACTOR("164.312(d)"),
        /** Nobody goes on with a password that somebody else has chosen. */
        FIRST_PASSWORDS("164.308(a)(5)(ii)(D)"),
        /** People who do not come any more have no account in use. */
        ACCOUNTS_USED("164.308(a)(3)(ii)(C)"),
        /** Programs get new credentials within a year. */
        PROGRAMS_ROTATED("164.312(d)"),
        /** Row-level security is on and forced for every table with a patient. */
        ROW_LEVEL_SECURITY("164.312(a)(1)"),
        /** The application's role owns nothing and is above nothing. */
        APPLICATION_ROLE("164.312(a)(1)"),
        /** The log can only be added to. */
        LOG_APPEND_ONLY("164.312(b)"),
        /** What was written is sealed soon. */
        LOG_SEALED("164.312(c)(2)"),
        /** The log was verified lately, and held. */
        LOG_VERIFIED("164.312(b)"),
        /** Its head was published lately outside the database. */
        HEAD_PUBLISHED("164.312(c)(1)"),
        /** The log is kept for six years at least. */
        LOG_RETENTION("164.316(b)(2)(i)"),
        /** The log goes to a collector, and what was sealed is there within minutes. */
        LOG_SHIPPED("164.308(a)(1)(ii)(D)"),
        /** The clocks of application and database agree. */
        CLOCKS_AGREE("164.312(b)"),
        /** Emergencies are judged within seven days. */
        EMERGENCIES_JUDGED("164.312(a)(2)(ii)");

        private final String rule;

        Kind(String paragraph) {
            this.rule = "45 CFR " + paragraph;
        }

        /** The paragraph that it answers to. */
        public String rule() {
            return rule;
        }
    }
}
