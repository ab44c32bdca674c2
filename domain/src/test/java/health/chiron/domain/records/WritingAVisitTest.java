package health.chiron.domain.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WritingAVisitTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final AccountId AUTHOR = AccountId.next();

    @Test
    void a_draft_is_its_authors_and_open() {
        Visit visit = draft(content("Limps", 120, 80, false, null));
        assertThat(visit.signed()).isFalse();
        assertThat(visit.writtenBy(AUTHOR)).isTrue();
        assertThat(visit.writtenBy(AccountId.next())).isFalse();
    }

    @Test
    void a_colleague_does_not_even_learn_that_the_draft_exists() {
        Visit visit = draft(content("Limps", null, null, false, null));
        assertRefused(() -> visit.sign(AccountId.next(), 0, NOW), Refusal.Kind.NOT_FOUND);
    }

    @Test
    void a_signed_visit_takes_no_change() {
        Visit visit = draft(content("Limps", null, null, false, null));
        visit.sign(AUTHOR, 0, NOW);
        assertThat(visit.signed()).isTrue();
        assertRefused(
                () -> visit.change(AUTHOR, 0, content("Other", null, null, false, null), NOW), Refusal.Kind.CONFLICT);
        assertRefused(() -> visit.sign(AUTHOR, 0, NOW), Refusal.Kind.CONFLICT);
    }

    @Test
    void an_empty_draft_cannot_be_signed() {
        Visit visit = draft(content(null, null, null, false, null));
        assertRefused(() -> visit.sign(AUTHOR, 0, NOW), Refusal.Kind.CONFLICT);
    }

    @Test
    void a_change_on_an_old_version_is_stale() {
        Visit visit = draft(content("Limps", null, null, false, null));
        assertRefused(
                () -> visit.change(AUTHOR, 7, content("Limps", null, null, false, null), NOW), Refusal.Kind.STALE);
    }

    @Test
    void blood_pressure_needs_both_values_in_order() {
        assertFault(content("x", 120, null, false, null), "vitalSigns.diastolic");
        assertFault(content("x", null, 80, false, null), "vitalSigns.systolic");
        assertFault(content("x", 80, 120, false, null), "vitalSigns.systolic");
    }

    @Test
    void a_follow_up_date_needs_a_follow_up_and_lies_behind_the_visit() {
        assertFault(content("x", null, null, false, LocalDate.of(2026, 12, 1)), "followUpRequired");
        assertFault(content("x", null, null, true, LocalDate.of(2026, 11, 1)), "followUpDate");
    }

    @Test
    void a_weight_keeps_its_unit_and_gets_its_kilograms() {
        Measured pounds = Measured.weight(new BigDecimal("10"), "lb");
        assertThat(pounds.unit()).isEqualTo("lb");
        assertThat(pounds.canonical()).isEqualByComparingTo("4.5359");
        assertThat(Measured.weight(new BigDecimal("250"), "g").canonical()).isEqualByComparingTo("0.25");
    }

    @Test
    void a_temperature_in_fahrenheit_gets_its_degrees_celsius() {
        assertThat(Measured.temperature(new BigDecimal("101.3"), "[degF]").canonical())
                .isEqualByComparingTo("38.5");
    }

    @Test
    void impossible_measures_and_unknown_units_are_refused() {
        assertRefused(() -> Measured.weight(new BigDecimal("3000.1"), "kg"), Refusal.Kind.INVALID);
        assertRefused(() -> Measured.weight(new BigDecimal("1"), "stone"), Refusal.Kind.INVALID);
        assertRefused(() -> Measured.temperature(new BigDecimal("98.6"), "Cel"), Refusal.Kind.INVALID);
    }

    private static Visit draft(Visit.Content content) {
        return Visit.draft(PatientId.next(), ClinicId.next(), AUTHOR, null, content, NOW);
    }

    private static Visit.Content content(
            String complaint, Integer systolic, Integer diastolic, boolean followUp, LocalDate followUpDate) {
        return new Visit.Content(
                VisitType.OTHER,
                VisitPriority.ROUTINE,
                NOW,
                null,
                null,
                null,
                complaint,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                systolic,
                diastolic,
                null,
                followUp,
                followUpDate,
                null);
    }

    private static void assertFault(Visit.Content content, String field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> draft(content))
                .satisfies(refusal ->
                        assertThat(refusal.faults()).extracting(Fault::field).containsExactly(field));
    }

    private static void assertRefused(ThrowingCallable act, Refusal.Kind kind) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
