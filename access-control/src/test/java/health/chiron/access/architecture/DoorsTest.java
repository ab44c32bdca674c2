package health.chiron.access.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import health.chiron.access.api.OpenToAll;
import health.chiron.access.api.Permit;
import jakarta.ejb.Local;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the build demands of doors (check 6): no way in without a declared permission. Each rule has been planted against. */
class DoorsTest {
    /** Whatever may be called without a permission stands here; adding to it is a decision. */
    private static final Set<String> OPEN = Set.of(
            "SignInDoor.openPortal",
            "SignInDoor.stillHolds",
            "SignInDoor.openApi",
            "SignInDoor.refresh",
            "SignInDoor.revoke",
            "SignInDoor.publicKeys",
            "SignInDoor.activate",
            "ReadinessDoor.serves",
            "ReadinessDoor.check");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("health.chiron.access");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("health.chiron.access.architecture.planted");

    private static final DescribedPredicate<JavaMethod> OF_A_DOOR =
            DescribedPredicate.describe("are a door's", method -> isDoor(method.getOwner()) && implementsDoor(method));

    private static final ArchRule DECLARED = methods()
            .that(OF_A_DOOR)
            .should(new ArchCondition<>("declare a permission, or be on the list of open ones") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    String name = method.getOwner().getSimpleName() + "." + method.getName();
                    boolean declared = method.isAnnotatedWith(Permit.class);
                    boolean open = method.isAnnotatedWith(OpenToAll.class) && OPEN.contains(name);
                    events.add(new SimpleConditionEvent(method, declared != open, name + " declares no permission"));
                }
            });

    private static final ArchRule BUSINESS_METHODS = methods()
            .that(DescribedPredicate.describe(
                    "belong to beans of the container",
                    method -> isBean(method.getOwner())
                            && !method.getModifiers().contains(JavaModifier.STATIC)
                            && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                            && !method.isAnnotatedWith(Schedule.class)
                            && !method.isAnnotatedWith("jakarta.annotation.PostConstruct")))
            .should(new ArchCondition<>("be public or private: the container refuses to call others") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean fine = method.getModifiers().contains(JavaModifier.PUBLIC)
                            || method.getModifiers().contains(JavaModifier.PRIVATE);
                    events.add(new SimpleConditionEvent(method, fine, method.getFullName()));
                }
            });

    private static final ArchRule INSIDE = classes()
            .that()
            .resideInAPackage("health.chiron.access.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("health.chiron.access.internal..");

    private static final ArchRule NO_SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fish.payara..",
                    "org.glassfish..",
                    "org.jboss..",
                    "com.sun..",
                    "sun..",
                    "org.eclipse.persistence..");

    private static final ArchRule NO_FACE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "jakarta.faces..",
                    "jakarta.servlet..",
                    "health.chiron.rest..",
                    "health.chiron.portal..");

    @Test
    void every_method_of_a_door_declares_its_permission() {
        DECLARED.check(OURS);
        assertThatThrownBy(() -> DECLARED.check(PLANTED)).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_open_methods_are_these_and_no_more() {
        Set<String> open = OURS.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.isAnnotatedWith(OpenToAll.class))
                .map(m -> m.getOwner().getSimpleName() + "." + m.getName())
                .collect(Collectors.toSet());
        assertThat(open).isEqualTo(OPEN);
    }

    @Test
    void beans_have_only_methods_that_can_be_called() {
        BUSINESS_METHODS.check(OURS);
        assertThatThrownBy(() -> BUSINESS_METHODS.check(PLANTED)).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_api_knows_nothing_of_the_inside() {
        INSIDE.check(OURS);
    }

    @Test
    void no_server_and_no_face_is_known_here() {
        NO_SERVER.check(OURS);
        NO_FACE.check(OURS);
    }

    @Test
    void there_are_doors() {
        assertThat(OURS.stream().filter(DoorsTest::isDoor)).hasSizeGreaterThanOrEqualTo(7);
    }

    private static boolean isBean(JavaClass type) {
        return type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class);
    }

    private static boolean isDoor(JavaClass type) {
        return isBean(type) && type.getRawInterfaces().stream().anyMatch(i -> i.isAnnotatedWith(Local.class));
    }

    private static boolean implementsDoor(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && method.getOwner().getRawInterfaces().stream()
                        .filter(i -> i.isAnnotatedWith(Local.class))
                        .flatMap(i -> i.getMethods().stream())
                        .anyMatch(m -> m.getName().equals(method.getName()));
    }
}
