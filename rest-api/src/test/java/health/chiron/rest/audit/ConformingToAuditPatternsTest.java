package health.chiron.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported of the log is valid FHIR R4, and valid by the profiles of IHE's that it names (check 65). */
class ConformingToAuditPatternsTest {
    private static final UUID ID = UUID.fromString("019ab3c5-7e10-7cc3-98c4-dc0c0c07398f");
    private static final AuditPatterns PATTERNS = new AuditPatterns();

    /** Everything there is to say of an act, or only what every row of the log has. */
    private static ObjectNode event(Action action, Channel channel, boolean ofPatient, boolean full, String outcome) {
        AccessEntry entry = new AccessEntry(
                ID,
                Instant.parse("2026-11-20T14:31:02.123456Z"),
                new AccountId(ID),
                full ? "Dr. Robin Hale" : null,
                full ? AccountKind.DOCTOR : null,
                full ? "Northside" : null,
                channel,
                ofPatient ? new PatientId(ID) : null,
                full ? "GRANT" : null,
                full ? "doctor-reads-under-grant" : null,
                full ? new GrantId(ID) : null,
                full ? "Yearly check" : null,
                action,
                Category.VISITS,
                "Visits.get",
                full ? ID : null,
                outcome,
                outcome.equals("PERMITTED") ? null : "no-relationship",
                full ? "request-1" : null,
                full ? "203.0.113.24" : null);
        return AuditEventForm.of(entry, "https://records.northside-clinic.health");
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_act_through_every_face_with_all_and_with_little_known_of_it(Action action) {
        for (Channel channel : Channel.values()) {
            for (boolean ofPatient : new boolean[] {true, false}) {
                for (boolean full : new boolean[] {true, false}) {
                    for (String outcome : List.of("PERMITTED", "DENIED", "FAILED")) {
                        ObjectNode event = event(action, channel, ofPatient, full, outcome);

                        assertThat(PATTERNS.faults(event.toString()))
                                .as(event.toString())
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void what_succeeds_names_a_profile_unless_it_is_a_look_up() {
        for (Action action : Action.values()) {
            assertThat(event(action, Channel.API, true, true, "PERMITTED").has("meta"))
                    .as(action.name())
                    .isEqualTo(action != Action.LOOK_UP);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a client without a network", event -> ((ObjectNode) event.at("/agent/1")).remove("network")),
                fault(
                        "a server in the client's place",
                        event -> ((ObjectNode) event.at("/agent/1/type/coding/0")).put("code", "110153")),
                fault("a user who did not ask", event -> ((ObjectNode) event.at("/agent/0")).put("requestor", false)),
                fault(
                        "a user with a network",
                        event -> ((ObjectNode) event.at("/agent/0")).set("network", event.at("/agent/2/network"))),
                fault("no record", event -> ((ObjectNode) event.at("/entity/0")).remove("what")),
                fault("no patient", event -> event.withArray("entity").remove(1)),
                fault("a patient in another role", event -> ((ObjectNode) event.at("/entity/1/role")).put("code", "6")),
                fault("a refusal", event -> event.put("outcome", "4")),
                fault("another act", event -> event.put("action", "U")),
                fault("another interaction", event -> ((ObjectNode) event.at("/subtype/0")).put("code", "update")),
                fault("a code that FHIR does not have", event -> event.put("outcome", "5")),
                fault("a field that FHIR does not have", event -> event.put("wherefore", "x")));
    }

    private static Arguments fault(String name, Consumer<ObjectNode> bend) {
        return Arguments.of(name, bend);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void what_does_not_conform_is_seen(String name, Consumer<ObjectNode> bend) {
        ObjectNode event = event(Action.READ, Channel.API, true, true, "PERMITTED");
        bend.accept(event);

        assertThat(PATTERNS.faults(event.toString())).isNotEmpty();
    }
}
