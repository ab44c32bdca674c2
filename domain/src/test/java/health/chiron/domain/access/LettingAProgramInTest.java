package health.chiron.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LettingAProgramInTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId CLINICS = AccountId.next();
    private static final AccountId PLATFORMS = AccountId.next();
    private static final long FIRST = 0;

    private static ApiClient registered() {
        return ApiClient.register(
                ClinicId.next(),
                new ApiClient.Profile("Lab", "it@example.org", "Sends results to the laboratory"),
                EnumSet.of(ClientScope.PATIENT_READ, ClientScope.ENCOUNTER_READ),
                CLINICS,
                NOW);
    }

    private static ApiClient letIn() {
        ApiClient client = registered();
        client.approve(FIRST, client.wanted(), PLATFORMS, NOW);
        return client;
    }

    @Test
    void it_waits_with_nothing_allowed() {
        ApiClient client = registered();
        assertThat(client.state()).isEqualTo(ClientState.REQUESTED);
        assertThat(client.allowed()).isEmpty();
        refused("client/not-active", () -> client.mayTakeCredential(List.of(), NOW.plusSeconds(60), NOW));
    }

    @Test
    void it_is_allowed_a_part_of_what_it_wants_and_never_more() {
        ApiClient client = registered();
        invalid("scopes", () -> client.approve(FIRST, Set.of(ClientScope.BUNDLE_CREATE), PLATFORMS, NOW));
        invalid("scopes", () -> client.approve(FIRST, Set.of(), PLATFORMS, NOW));
        client.approve(FIRST, Set.of(ClientScope.PATIENT_READ), PLATFORMS, NOW);
        assertThat(client.allowed()).containsExactly(ClientScope.PATIENT_READ);
        refused("client/decided", () -> client.approve(FIRST, client.wanted(), PLATFORMS, NOW));
        refused("client/decided", () -> client.refuse(FIRST, "No", PLATFORMS, NOW));
    }

    @Test
    void whoever_registers_does_not_decide() {
        ApiClient client = registered();
        refused("client/own-request", () -> client.approve(FIRST, client.wanted(), CLINICS, NOW));
        refused("client/own-request", () -> client.refuse(FIRST, "No", CLINICS, NOW));
    }

    @Test
    void a_stale_decision_is_refused() {
        ApiClient client = registered();
        assertThatThrownBy(() -> client.approve(7, client.wanted(), PLATFORMS, NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    @Test
    void what_the_platform_holds_back_the_clinic_does_not_let_go_on() {
        ApiClient client = letIn();
        client.suspend(FIRST, ApiClient.Side.PLATFORM, "Too many calls", PLATFORMS, NOW);
        refused("client/held-by-platform", () -> client.resume(FIRST, ApiClient.Side.CLINIC, CLINICS, NOW));
        client.resume(FIRST, ApiClient.Side.PLATFORM, PLATFORMS, NOW);
        client.suspend(FIRST, ApiClient.Side.CLINIC, "Under repair", CLINICS, NOW);
        refused("client/not-active", () -> client.suspend(FIRST, ApiClient.Side.CLINIC, "Again", CLINICS, NOW));
        client.resume(FIRST, ApiClient.Side.CLINIC, CLINICS, NOW);
        refused("client/not-suspended", () -> client.resume(FIRST, ApiClient.Side.CLINIC, CLINICS, NOW));
        assertThat(client.state()).isEqualTo(ClientState.APPROVED);
    }

    @Test
    void refused_and_revoked_are_for_good() {
        ApiClient refused = registered();
        refused.refuse(FIRST, "Not needed", PLATFORMS, NOW);
        ApiClient revoked = letIn();
        revoked.revoke(FIRST, "Contract over", CLINICS, NOW);
        for (ApiClient over : List.of(refused, revoked)) {
            refused("client/over", () -> over.revoke(FIRST, "Again", CLINICS, NOW));
            refused("client/decided", () -> over.approve(FIRST, over.wanted(), PLATFORMS, NOW));
            refused("client/not-suspended", () -> over.resume(FIRST, ApiClient.Side.PLATFORM, PLATFORMS, NOW));
            refused("client/not-active", () -> over.suspend(FIRST, ApiClient.Side.CLINIC, "Why", CLINICS, NOW));
            refused("client/over", () -> over.mayTakeCredential(List.of(), NOW.plusSeconds(60), NOW));
        }
    }

    @Test
    void five_credentials_hold_and_one_that_is_over_makes_room() {
        ApiClient client = letIn();
        List<ClientCredential> held = new ArrayList<>();
        for (int i = 0; i < ApiClient.CREDENTIALS_MOST; i++) {
            client.mayTakeCredential(held, NOW.plusSeconds(60), NOW);
            held.add(secret(client, NOW.plusSeconds(60 + i)));
        }
        refused("client/too-many-credentials", () -> client.mayTakeCredential(held, NOW.plusSeconds(60), NOW));
        client.mayTakeCredential(held, NOW.plusSeconds(120), NOW.plusSeconds(60));
        held.get(4).retire(CLINICS, NOW);
        client.mayTakeCredential(held, NOW.plusSeconds(60), NOW);
        refused("client/credential-over", () -> held.get(4).retire(CLINICS, NOW));
        assertThat(held.get(4).holds(NOW)).isFalse();
    }

    @Test
    void a_credential_ends_ahead_and_within_two_years() {
        ApiClient client = letIn();
        invalid("validDays", () -> client.mayTakeCredential(List.of(), NOW, NOW));
        invalid(
                "validDays",
                () -> client.mayTakeCredential(
                        List.of(), NOW.plus(ApiClient.CREDENTIAL_LIFE_MOST).plus(Duration.ofSeconds(1)), NOW));
        client.mayTakeCredential(List.of(), NOW.plus(ApiClient.CREDENTIAL_LIFE_MOST), NOW);
    }

    private static ClientCredential secret(ApiClient client, Instant until) {
        return ClientCredential.secret(
                CredentialId.next(), client.id(), "Server", new byte[32], "abcd", until, CLINICS, NOW);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void invalid(String field, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(fault -> fault.field())
                                .containsExactly(field));
    }
}
