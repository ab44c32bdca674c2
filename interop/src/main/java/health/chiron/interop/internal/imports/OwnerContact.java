package health.chiron.interop.internal.imports;

import health.chiron.access.api.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;

/**
 * Where a person can be reached with a one-time code: a mobile number before one at home before one at work, old ones never.
 *
 * @param phone in E.164; null when there is none
 * @param email null when there is none
 */
record OwnerContact(String phone, String email) {
    private static final Pattern EMAIL = Pattern.compile(Limits.EMAIL_PATTERN);

    private static final List<ContactPointUse> BEST_FIRST =
            List.of(ContactPointUse.MOBILE, ContactPointUse.HOME, ContactPointUse.WORK);

    /**
     * The best of what is there.
     *
     * @param country of the person's address; null when unknown
     */
    static OwnerContact of(List<ContactPoint> telecom, String country) {
        List<ContactPoint> usable = telecom.stream()
                .filter(point -> point.getUse() != ContactPointUse.OLD && point.hasValue())
                .sorted(Comparator.comparingInt(OwnerContact::rank))
                .toList();
        Optional<String> phone = usable.stream()
                .filter(point ->
                        point.getSystem() == ContactPointSystem.PHONE || point.getSystem() == ContactPointSystem.SMS)
                .map(point -> PhoneNumbers.e164(point.getValue(), country))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<String> email = usable.stream()
                .filter(point -> point.getSystem() == ContactPointSystem.EMAIL)
                .map(point -> point.getValue().strip())
                .filter(value ->
                        value.length() <= Limits.EMAIL && EMAIL.matcher(value).matches())
                .findFirst();
        return new OwnerContact(phone.orElse(null), email.orElse(null));
    }

    /** Whether there is nowhere to send a code. */
    boolean isMissing() {
        return phone == null && email == null;
    }

    private static int rank(ContactPoint point) {
        int place = point.hasUse() ? BEST_FIRST.indexOf(point.getUse()) : -1;
        return place < 0 ? BEST_FIRST.size() : place;
    }
}
