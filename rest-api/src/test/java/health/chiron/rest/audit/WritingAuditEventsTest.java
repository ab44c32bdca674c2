package health.chiron.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritingAuditEventsTest {
    private static final String HOUSE = "https://records.northside-clinic.health";
    private static final UUID ID = UUID.fromString("019ab3c5-7e10-7cc3-98c4-dc0c0c07398f");

    private static AccessEntry entry(Action action, PatientId patient, String outcome) {
        return new AccessEntry(
                ID,
                Instant.parse("2026-11-20T14:31:02Z"),
                new AccountId(ID),
                "Dr. Robin Hale",
                AccountKind.DOCTOR,
                "Clinic",
                Channel.API,
                patient,
                "GRANT",
                "doctor-reads-under-grant",
                new GrantId(ID),
                "Yearly check",
                action,
                Category.VISITS,
                "Visits.get",
                ID,
                outcome,
                outcome.equals("PERMITTED") ? null : "no-relationship",
                "request-1",
                "203.0.113.24");
    }

    private static JsonNode event(AccessEntry entry) {
        return AuditEventForm.of(entry, HOUSE);
    }

    @Test
    void a_look_at_a_patient_is_a_patient_read_with_three_agents_and_its_entities() {
        JsonNode event = event(entry(Action.READ, new PatientId(ID), "PERMITTED"));

        assertThat(event.at("/meta/profile/0").asText()).endsWith("IHE.BasicAudit.PatientRead");
        assertThat(event.at("/type/code").asText()).isEqualTo("rest");
        assertThat(event.at("/subtype/0/code").asText()).isEqualTo("read");
        assertThat(event.path("action").asText()).isEqualTo("R");
        assertThat(event.path("outcome").asText()).isEqualTo("0");
        assertThat(event.path("agent")).hasSize(3);
        assertThat(event.at("/agent/0/type/coding/0/code").asText()).isEqualTo("IRCP");
        assertThat(event.at("/agent/0/requestor").asBoolean()).isTrue();
        assertThat(event.at("/agent/0/purposeOfUse/0/text").asText()).isEqualTo("Yearly check");
        // What is read flows from the server to the client.
        assertThat(event.at("/agent/1/type/coding/0/code").asText()).isEqualTo("110152");
        assertThat(event.at("/agent/1/network/address").asText()).isEqualTo("203.0.113.24");
        assertThat(event.at("/agent/2/type/coding/0/code").asText()).isEqualTo("110153");
        assertThat(event.at("/agent/2/network/address").asText()).isEqualTo(HOUSE);
        assertThat(event.at("/entity/0/what/display").asText()).isEqualTo("Visits.get");
        assertThat(event.at("/entity/1/what/reference").asText()).isEqualTo("Patient/" + ID);
        assertThat(event.at("/entity/3/type/code").asText()).isEqualTo("XrequestId");
    }

    @Test
    void a_refused_one_says_so_and_why_and_names_no_profile_for_they_are_for_what_succeeds() {
        JsonNode event = event(entry(Action.UPDATE, new PatientId(ID), "DENIED"));

        assertThat(event.path("outcome").asText()).isEqualTo("4");
        assertThat(event.path("outcomeDesc").asText()).isEqualTo("no-relationship");
        assertThat(event.at("/subtype/0/code").asText()).isEqualTo("update");
        assertThat(event.has("meta")).isFalse();
    }

    @Test
    void a_look_up_names_no_profile_for_what_was_searched_is_not_kept() {
        JsonNode event = event(entry(Action.LOOK_UP, null, "PERMITTED"));

        assertThat(event.path("action").asText()).isEqualTo("E");
        assertThat(event.has("meta")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_act_has_a_letter_and_one_without_a_patient_names_none(Action action) {
        JsonNode event = event(entry(action, null, "PERMITTED"));

        assertThat(event.path("action").asText()).matches("[CRUDE]");
        assertThat(event.at("/meta/profile/0").asText()).doesNotContain("Patient");
        assertThat(event.toString()).doesNotContain("Patient/");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void an_address_that_the_asker_may_not_see_is_masked_and_a_job_comes_from_the_house_itself(Channel channel) {
        AccessEntry seen = entry(Action.READ, new PatientId(ID), "PERMITTED");
        AccessEntry hidden = new AccessEntry(
                seen.id(),
                seen.occurredAt(),
                seen.accountId(),
                seen.who(),
                seen.kind(),
                seen.clinicName(),
                channel,
                seen.patientId(),
                seen.relationship(),
                seen.rule(),
                seen.grantId(),
                seen.purpose(),
                seen.action(),
                seen.category(),
                seen.operation(),
                seen.recordId(),
                seen.outcome(),
                seen.reason(),
                seen.requestId(),
                null);

        JsonNode network = event(hidden).at("/agent/1/network");

        if (channel == Channel.PORTAL || channel == Channel.API) {
            assertThat(network.at("/_address/extension/0/valueCode").asText()).isEqualTo("masked");
            assertThat(network.has("address")).isFalse();
        } else {
            assertThat(network.path("address").asText()).isEqualTo(HOUSE);
        }
    }
}
