package health.chiron.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import health.chiron.domain.records.VisitType;
import health.chiron.domain.shared.Id;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireNamesTest {
    @ParameterizedTest
    @CsvSource({
        "patient.givenName, patient.given_name",
        "vitalSigns.systolic, vital_signs.systolic",
        "identifiers[2].value, identifiers[2].value",
        "icd10Code, icd10_code",
        "owner.full_name, owner.full_name",
        "limit, limit"
    })
    void a_java_path_becomes_the_path_in_the_body(String java, String wire) {
        assertThat(WireNames.of(java)).isEqualTo(wire);
    }

    @Test
    void the_command_as_a_whole_has_no_name() {
        assertThat(WireNames.of("")).isEmpty();
    }

    @Test
    void a_constant_is_a_word_in_lower_case() {
        assertThat(WireNames.of(VisitType.ROUTINE_CHECKUP)).isEqualTo("routine_checkup");
    }

    @Test
    void every_kind_of_id_can_be_read() {
        Set<String> ids = new ClassFileImporter()
                .importPackages("health.chiron.domain").stream()
                        .filter(type -> type.isAssignableTo(Id.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(ids).isNotEmpty();
        assertThat(WireIds.READERS.keySet()).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(ids);
    }
}
