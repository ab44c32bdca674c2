package health.chiron.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.shared.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VouchingForALicenceTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final AccountId SOMEBODY = AccountId.next();

    private final Clinic clinic = Clinic.register(profile("C-1"), NOON);

    private static Clinic.Profile profile(String licence) {
        return new Clinic.Profile("Clinic", licence, null, null, null, "UTC", null, List.of("Surgery", "Dental"), 24);
    }

    @Test
    void a_new_clinic_is_not_verified() {
        assertThat(clinic.verified()).isFalse();
        assertThat(clinic.verifiedAt()).isNull();
    }

    @Test
    void a_verified_licence_stays_so_until_its_number_changes() {
        clinic.verify(0, SOMEBODY, NOON);
        clinic.change(0, profile("C-1"), NOON);
        assertThat(clinic.verified()).isTrue();
        clinic.change(0, profile("C-2"), NOON);
        assertThat(clinic.verified()).isFalse();
        assertThat(clinic.verifiedAt()).isNull();
    }

    @Test
    void what_was_looked_at_has_to_be_what_is_there() {
        assertThatThrownBy(() -> clinic.verify(7, SOMEBODY, NOON)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_closed_clinic_opens_again_and_neither_happens_twice() {
        clinic.deactivate(SOMEBODY, NOON);
        assertThat(clinic.active()).isFalse();
        assertThatThrownBy(() -> clinic.deactivate(SOMEBODY, NOON)).isInstanceOf(Refusal.class);
        clinic.activate();
        assertThat(clinic.active()).isTrue();
        assertThatThrownBy(clinic::activate).isInstanceOf(Refusal.class);
    }

    @Test
    void services_are_a_list_again_when_they_are_read() {
        assertThat(clinic.profile().servicesOffered()).containsExactly("Surgery", "Dental");
        assertThat(Clinic.services(null)).isEmpty();
    }
}
