package health.chiron.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WritingAnAnswerTest {
    private static final UUID ID = UUID.fromString("019ab3c5-7e10-7cc3-98c4-dc0c0c07398f");

    @Test
    void names_words_ids_and_times_have_the_form_of_the_wire_and_what_is_not_there_is_left_out() {
        AccessEntry entry = new AccessEntry(
                ID,
                Instant.parse("2026-11-21T09:30:00Z"),
                null,
                "A",
                AccountKind.CLINIC_ADMIN,
                null,
                Channel.API,
                new PatientId(ID),
                "GRANT",
                null,
                null,
                null,
                Action.LOOK_UP,
                Category.IDENTITY,
                "Patients.lookUp",
                null,
                "PERMITTED",
                null,
                "r",
                null);

        assertThat(Json.write(entry))
                .isEqualTo(
                        "{\"id\":\"" + ID
                                + "\",\"occurred_at\":\"2026-11-21T09:30:00Z\",\"who\":\"A\",\"kind\":\"clinic_admin\","
                                + "\"channel\":\"api\",\"patient_id\":\"" + ID
                                + "\",\"relationship\":\"grant\",\"action\":\"look_up\","
                                + "\"category\":\"identity\",\"operation\":\"Patients.lookUp\",\"outcome\":\"permitted\",\"request_id\":\"r\"}");
    }
}
