package health.chiron.domain.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeepingFamilyHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId BY = AccountId.next();

    private static FamilyMember.Facts facts(Integer born, Integer died) {
        return new FamilyMember.Facts("Ada", FamilyRelation.AUNT, null, born, died, false, null);
    }

    private static FamilyMember member() {
        return FamilyMember.enter(PatientId.next(), null, BY, facts(1931, null), NOW);
    }

    @Test
    void who_has_a_year_of_death_has_died() {
        assertThat(facts(1931, 2010).deceased()).isTrue();
        assertThat(facts(1931, null).deceased()).isFalse();
    }

    @Test
    void years_are_possible_ones() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> facts(1931, 1930));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> FamilyMember.enter(PatientId.next(), null, BY, facts(2027, null), NOW));
    }

    @Test
    void the_row_says_which_side_entered_it() {
        assertThat(member().ofOwner()).isTrue();
        assertThat(FamilyMember.enter(PatientId.next(), ClinicId.next(), BY, facts(null, null), NOW)
                        .ofOwner())
                .isFalse();
    }

    @Test
    void what_is_void_changes_no_more() {
        FamilyMember member = member();
        member.voidBy(BY, 0, "Not a relative", NOW);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> member.correct(0, facts(1931, null), NOW))
                .satisfies(r -> assertThat(r.code()).isEqualTo("records/entry-void"));
        FamilyCondition.Facts gout = new FamilyCondition.Facts("Gout", null, 50, null, null, null, null);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> FamilyCondition.enter(member, BY, gout, NOW));
    }

    @Test
    void a_correction_is_based_on_a_version() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> member().correct(1, facts(1931, null), NOW))
                .satisfies(r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
    }
}
