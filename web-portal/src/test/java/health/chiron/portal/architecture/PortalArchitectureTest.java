package health.chiron.portal.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortalArchitectureTest {
    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("health.chiron.portal");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("health.chiron.portal.architecture.planted");

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                Named.of("no database", PortalRules.NO_DATABASE),
                Named.of("no aggregates", PortalRules.NO_AGGREGATES),
                Named.of("few injections", PortalRules.FEW_INJECTIONS),
                Named.of("view state survives", PortalRules.VIEW_STATE_SURVIVES),
                Named.of("getters do not ask doors", PortalRules.GETTERS_DO_NOT_ASK_DOORS));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_portal_keeps_to(ArchRule rule) {
        rule.check(PORTAL);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_is_caught_by(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(PLANTED)).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_rules_have_something_to_look_at() {
        assertThat(PORTAL.size()).isGreaterThan(50);
        assertThat(PORTAL.stream()
                        .filter(c -> c.isAnnotatedWith(jakarta.inject.Named.class))
                        .count())
                .isGreaterThan(25);
        assertThat(PORTAL.stream()
                        .filter(c -> c.isAnnotatedWith(jakarta.faces.view.ViewScoped.class))
                        .count())
                .isGreaterThanOrEqualTo(5);
    }
}
