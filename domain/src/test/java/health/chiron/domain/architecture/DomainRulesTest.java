package health.chiron.domain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.junit.jupiter.api.Test;

/** What the build demands of the domain. Each rule has been planted against. */
class DomainRulesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("health.chiron.domain");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("health.chiron.domain.architecture.planted");

    private static final ArchRule KNOWS_NO_CONTAINER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ejb..",
                    "jakarta.ws.rs..",
                    "jakarta.faces..",
                    "jakarta.servlet..",
                    "jakarta.enterprise..",
                    "jakarta.inject..");

    private static final ArchRule NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    @Test
    void it_knows_no_container() {
        KNOWS_NO_CONTAINER.check(OURS);
        assertThatThrownBy(() -> KNOWS_NO_CONTAINER.check(PLANTED)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aggregates_change_by_verbs_of_the_clinic() {
        NO_SETTERS.check(OURS);
        assertThatThrownBy(() -> NO_SETTERS.check(PLANTED)).isInstanceOf(AssertionError.class);
    }

    @Test
    void every_aggregate_root_has_a_version() {
        assertThat(OURS.stream()
                        .filter(c -> c.isAnnotatedWith(Entity.class))
                        .filter(c -> c.getFields().stream().noneMatch(f -> f.isAnnotatedWith(Version.class)))
                        .map(c -> c.getSimpleName()))
                // A text is published once and never changed; an identifier is part of the patient. A person's or a
                // patient's time in a
                // family begins once and ends once, and the database lets nothing that is over begin again.
                .containsExactlyInAnyOrder("ConsentText", "PatientIdentifier", "FamilyPerson", "FamilyPatient");
    }

    @Test
    void there_are_aggregates() {
        assertThat(OURS.stream().filter(c -> c.isAnnotatedWith(Entity.class))).hasSizeGreaterThanOrEqualTo(7);
    }
}
