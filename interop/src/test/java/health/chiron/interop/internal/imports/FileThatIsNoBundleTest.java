package health.chiron.interop.internal.imports;

import static health.chiron.interop.internal.imports.Elsewhere.bundle;
import static health.chiron.interop.internal.imports.Elsewhere.encounter;
import static health.chiron.interop.internal.imports.Elsewhere.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileThatIsNoBundleTest {
    private final House house = new House();

    private void assertRefused(String content, String code) {
        assertThatThrownBy(() -> house.takes(content))
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).faults().get(0).code())
                .isEqualTo(code);
        assertThat(house.charts()).isEmpty();
        assertThat(house.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|not_json",
                "<Bundle xmlns=\"http://hl7.org/fhir\"/>|not_json",
                "{\"resourceType\": \"Bundle\"} {}|not_json",
                "''|incomplete",
                "'  '|incomplete",
                "{\"resourceType\": \"Bundle\", \"entry\": [|incomplete",
                "[]|not_a_bundle",
                "\"Bundle\"|not_a_bundle",
                "{}|not_a_bundle",
                "{\"resourceType\": \"Patient\"}|not_a_bundle",
                "{\"resourceType\": \"Bundle\"}|empty",
                "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {\"resourceType\": \"Claim\"}}]}|empty"
            })
    void is_refused_with_what_is_wrong(String content, String code) {
        assertRefused(content, code);
    }

    @Test
    void is_refused_wherever_it_was_cut_off() {
        String whole = bundle(patient(), encounter("e1", ""));
        for (int length = 1; length < whole.length(); length += 7) {
            assertRefused(whole.substring(0, length), "incomplete");
        }
    }

    @Test
    void is_refused_without_the_patient_whose_chart_it_is() {
        assertRefused(bundle(encounter("e1", "")), "no_patient");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5000})
    void is_refused_beyond_the_limit(int most) {
        byte[] whole = (bundle(patient()) + " ".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> house.takes(new BoundedContent(new ByteArrayInputStream(whole), most)))
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).faults().get(0).code())
                .isEqualTo("too_large");
    }

    @Test
    void nested_beyond_reason_is_not_json_to_us() {
        assertRefused("{\"resourceType\": \"Bundle\", \"x\": " + "[".repeat(100_000), "not_json");
    }
}
