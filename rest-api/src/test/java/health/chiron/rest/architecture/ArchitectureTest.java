package health.chiron.rest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import health.chiron.rest.app.Api;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of this WAR. Each one has been planted against: a rule that cannot fail guards nothing. */
class ArchitectureTest {
    /** Whatever anybody may call without a token stands here; adding to it is a decision. */
    private static final Set<String> OPEN = Set.of(
            "AuthResource.getTokens",
            "AuthResource.refreshTokens",
            "AuthResource.revokeToken",
            "AuthResource.getPublicKeys",
            "AuthResource.activateAccount",
            "AuthResource.askForNewPassword",
            "AuthResource.resetPassword",
            "AuthResource.changeRequiredPassword",
            "HealthResource.getHealth");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("health.chiron.rest");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("health.chiron.rest.architecture.planted");

    private static final ArchRule NO_PERSISTENCE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "jakarta.transaction..")
            .as("this WAR leaves the database to the doors");

    private static final ArchRule DOORS_ONLY = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are inside a module or an aggregate", ArchitectureTest::isInsideAModule))
            .as("this WAR sees the doors, and of the domain only ids, words and refusals");

    private static final ArchRule OPEN_ONES_ARE_LISTED = methods()
            .that(DescribedPredicate.describe("answer requests", ArchitectureTest::answers))
            .should(new ArchCondition<>("need a token, or be on the list of open ones") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    String name = method.getOwner().getSimpleName() + "." + method.getName();
                    boolean open = method.isAnnotatedWith(PermitAll.class)
                            || method.getOwner().isAnnotatedWith(PermitAll.class);
                    events.add(
                            new SimpleConditionEvent(method, open == OPEN.contains(name), name + " is open: " + open));
                }
            });

    static Stream<ArchRule> rules() {
        return Stream.of(NO_PERSISTENCE, OPEN_ONES_ARE_LISTED, DOORS_ONLY);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_holds(ArchRule rule) {
        rule.check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_fails_on_the_planted_violation(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(PLANTED)).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_rules_look_at_many_classes_and_find_every_operation() {
        assertThat(OURS).hasSizeGreaterThan(60);
        assertThat(OURS.stream().flatMap(type -> type.getMethods().stream()).filter(ArchitectureTest::answers))
                .hasSizeGreaterThan(50);
    }

    @Test
    void the_application_lists_every_resource_and_provider() {
        Set<String> marked = OURS.stream()
                .filter(type -> type.isAnnotatedWith(Path.class) || type.isAnnotatedWith(Provider.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

        assertThat(new Api().getClasses()).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(marked);
    }

    private static boolean answers(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static boolean isInsideAModule(JavaClass type) {
        String name = type.getPackageName();
        boolean module = name.startsWith("health.chiron.")
                && !name.startsWith("health.chiron.rest")
                && !name.startsWith("health.chiron.domain")
                && !name.endsWith(".api");
        boolean aggregate = type.isAnnotatedWith("jakarta.persistence.Entity")
                || type.isAnnotatedWith("jakarta.persistence.Embeddable");
        return module || aggregate;
    }
}
