package health.chiron.domain.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a clinic lets one of its people do in its name. The same person may hold more of them at one clinic than at another; a
 * clinic's administrator says which. They only narrow what the kind of account may do, they never widen it.
 */
public enum ClinicRight {
    /** Asks owners for access, and enters their codes. */
    REQUEST_ACCESS,
    /** Registers patients. */
    REGISTER_PATIENTS,
    /** Writes invoices and takes payments. */
    BILLING,
    /** Opens a chart in an emergency, with a reason and for an hour; doctors only. */
    EMERGENCY,
    /** Registers programs that act for the clinic, and keeps their credentials; administrators only. */
    INTEGRATIONS,
    /** Writes into charts that are open: visits, addenda, conditions, family history; doctors only. Without it a doctor reads. */
    WRITE_RECORDS;

    /** What somebody of this kind holds on joining a clinic. */
    public static Set<ClinicRight> defaultsOf(AccountKind kind) {
        return switch (kind) {
            case DOCTOR -> EnumSet.of(REQUEST_ACCESS, REGISTER_PATIENTS, EMERGENCY, WRITE_RECORDS);
            case STAFF -> EnumSet.of(REQUEST_ACCESS, REGISTER_PATIENTS);
            case CLINIC_ADMIN -> EnumSet.of(REQUEST_ACCESS, REGISTER_PATIENTS, BILLING, INTEGRATIONS);
            default -> EnumSet.noneOf(ClinicRight.class);
        };
    }

    /** Whether somebody of this kind may hold it at all. */
    public boolean possibleFor(AccountKind kind) {
        return switch (kind) {
            case DOCTOR -> this != INTEGRATIONS;
            case STAFF -> this != EMERGENCY && this != INTEGRATIONS && this != WRITE_RECORDS;
            case CLINIC_ADMIN -> this != EMERGENCY && this != WRITE_RECORDS;
            default -> false;
        };
    }

    /** The stored form: words with blanks between, in the order of this list; empty for none. */
    public static String stored(Set<ClinicRight> rights) {
        return rights.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** The rights of the stored form. */
    public static Set<ClinicRight> read(String stored) {
        Set<ClinicRight> rights = EnumSet.noneOf(ClinicRight.class);
        if (stored != null && !stored.isBlank()) {
            for (String word : stored.strip().split(" ", -1)) {
                rights.add(valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return rights;
    }
}
