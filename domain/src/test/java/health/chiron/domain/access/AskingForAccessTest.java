package health.chiron.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AskingForAccessTest {
    private static final AccountId DESK = AccountId.next();
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void the_grant_is_for_what_was_asked_and_as_long() {
        AccessRequest request = request(EnumSet.of(Section.VISITS), 24);
        AccessGrant grant = request.grant(DESK, NOW);
        assertThat(grant.patient()).isEqualTo(request.patient());
        assertThat(grant.clinic()).isEqualTo(request.clinic());
        assertThat(grant.active(NOW)).isTrue();
        assertThat(grant.active(NOW.plus(Duration.ofHours(24)).minusSeconds(1))).isTrue();
        assertThat(grant.active(NOW.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void a_request_becomes_one_grant() {
        AccessRequest request = request(Set.of(), 24);
        request.grant(DESK, NOW);
        assertRefused(() -> request.grant(DESK, NOW), Refusal.Kind.CONFLICT);
    }

    @Test
    void a_request_waits_an_hour() {
        AccessRequest request = request(Set.of(), 24);
        assertThat(request.waits(NOW.plus(Duration.ofMinutes(59)))).isTrue();
        assertRefused(() -> request.grant(DESK, NOW.plus(Duration.ofHours(1))), Refusal.Kind.CONFLICT);
    }

    @Test
    void four_codes_are_sent_half_a_minute_apart() {
        AccessRequest request = request(Set.of(), 24);
        request.sendCode(NOW);
        assertRefused(() -> request.sendCode(NOW.plusSeconds(29)), Refusal.Kind.TOO_MANY);
        request.sendCode(NOW.plusSeconds(30));
        request.sendCode(NOW.plusSeconds(60));
        request.sendCode(NOW.plusSeconds(90));
        assertRefused(() -> request.sendCode(NOW.plusSeconds(200)), Refusal.Kind.TOO_MANY);
    }

    @Test
    void a_request_that_was_taken_back_opens_nothing() {
        AccessRequest request = request(Set.of(), 24);
        request.cancel(NOW);
        assertRefused(() -> request.grant(DESK, NOW), Refusal.Kind.CONFLICT);
        assertRefused(() -> request.sendCode(NOW), Refusal.Kind.CONFLICT);
    }

    @Test
    void an_ended_grant_opens_nothing_and_ends_once() {
        AccessGrant grant = request(Set.of(), 24).grant(DESK, NOW);
        grant.end(AccountId.next(), AccessGrant.EndReason.REVOKED_BY_OWNER, NOW.plusSeconds(5));
        assertThat(grant.active(NOW.plusSeconds(5))).isFalse();
        assertRefused(
                () -> grant.end(AccountId.next(), AccessGrant.EndReason.REVOKED_BY_OWNER, NOW.plusSeconds(6)),
                Refusal.Kind.CONFLICT);
    }

    @Test
    void all_sections_and_none_mean_the_whole_chart() {
        assertThat(Sections.stored(Set.of())).isNull();
        assertThat(Sections.stored(EnumSet.allOf(Section.class))).isNull();
        assertThat(Sections.read(Sections.stored(EnumSet.of(Section.CONDITIONS))))
                .containsExactly(Section.CONDITIONS);
    }

    private static AccessRequest request(Set<Section> sections, int hours) {
        return AccessRequest.ask(
                PatientId.next(), ClinicId.next(), AccountId.next(), AccountId.next(), "Check", sections, hours, NOW);
    }

    private static void assertRefused(ThrowingCallable act, Refusal.Kind kind) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
