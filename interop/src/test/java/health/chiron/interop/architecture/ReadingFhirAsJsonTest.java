package health.chiron.interop.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import health.chiron.rules.ModuleClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The FHIR library's holes were in XML and in what it fetches by itself (security checks 38 and 42). Neither is used, and what they need
 * is not on the class path.
 */
class ReadingFhirAsJsonTest {
    private static final JavaClasses OURS = ModuleClasses.deployed("health.chiron.interop");
    private static final JavaClasses PLANTED = ModuleClasses.planted("health.chiron.interop.architecture.planted");

    private static final ArchRule JSON_ONLY = noClasses()
            .should()
            .callMethod(FhirContext.class, "newXmlParser")
            .orShould()
            .callMethod(FhirContext.class, "newRDFParser")
            .orShould()
            .callMethod(FhirContext.class, "newValidator")
            .orShould()
            .callMethod(FhirContext.class, "getRestfulClientFactory")
            .orShould()
            .callMethod(FhirContext.class, "newRestfulGenericClient", String.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hl7.fhir.utilities..", "ca.uhn.fhir.rest.client..", "ca.uhn.fhir.validation..");

    @Test
    void bundles_are_read_as_json_and_nothing_is_fetched() {
        JSON_ONLY.check(OURS);
    }

    @Test
    void a_planted_xml_parser_is_found() {
        assertThatThrownBy(() -> JSON_ONLY.check(PLANTED)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.sf.saxon.TransformerFactoryImpl", "org.apache.jena.rdf.model.Model"})
    void what_transforms_xml_is_not_there(String name) {
        assertThat(List.of(name)).noneMatch(ReadingFhirAsJsonTest::isThere);
    }

    private static boolean isThere(String name) {
        try {
            return Class.forName(name) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
