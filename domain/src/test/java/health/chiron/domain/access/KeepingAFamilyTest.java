package health.chiron.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A family is founded and renamed, people join by an accepted invitation and leave once, patients come in and go out once. */
class KeepingAFamilyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final AccountId FOUNDER = AccountId.next();
    private static final AccountId ASKED = AccountId.next();

    private static Invitation invitation(PatientId patient, FamilyId family) {
        return Invitation.toJoin(
                new Invitation.Envelope(
                        patient, FOUNDER, ASKED, "Sam@Example.org", "Ours", null, Duration.ofDays(7), NOW),
                family);
    }

    @Test
    void a_name_changes_on_the_ground_of_a_version() {
        Family family = Family.found(FOUNDER, " The Winters ", NOW);
        assertThat(family.name()).isEqualTo("The Winters");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> family.rename(7, "x"));
        family.rename(0, "The Summers ");
        assertThat(family.name()).isEqualTo("The Summers");
    }

    @Test
    void an_offer_of_a_family_is_about_no_patient_and_every_other_about_one() {
        assertThat(invitation(null, FamilyId.next()).family()).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> invitation(PatientId.next(), FamilyId.next()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invitation.toOwn(new Invitation.Envelope(
                        null, FOUNDER, ASKED, "sam@example.org", "x", null, Duration.ofDays(7), NOW)));
    }

    @Test
    void one_joins_by_an_accepted_invitation_only_and_leaves_once() {
        Invitation invitation = invitation(null, FamilyId.next());
        assertThatIllegalArgumentException().isThrownBy(() -> FamilyPerson.joining(invitation, NOW));
        invitation.accept(ASKED, null, NOW);
        FamilyPerson person = FamilyPerson.joining(invitation, NOW);
        person.leave(NOW.minusSeconds(5));
        assertThat(person.until()).contains(NOW);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> person.leave(NOW));
    }

    @Test
    void a_patient_is_taken_out_once() {
        FamilyPatient place = FamilyPatient.bringIn(
                FamilyId.next(), PatientId.next(), RelationshipToFamily.PET, " Rex ", FOUNDER, NOW);
        place.takeOut(FOUNDER, NOW.plusSeconds(1));
        assertThat(place.until()).contains(NOW.plusSeconds(1));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> place.takeOut(FOUNDER, NOW));
    }
}
