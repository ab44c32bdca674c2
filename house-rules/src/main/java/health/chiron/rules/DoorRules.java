package health.chiron.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build demands of doors (security check 6): no way in without a declared permission. */
public final class DoorRules {
    private static final String PERMIT = "health.chiron.access.api.Permit";
    private static final String OPEN_TO_ALL = "health.chiron.access.api.OpenToAll";
    private static final Set<String> BEANS =
            Set.of("jakarta.ejb.Stateless", "jakarta.ejb.Singleton", "jakarta.ejb.Stateful");
    private static final Set<String> CALLED_BY_THE_CONTAINER = Set.of(
            "jakarta.ejb.Schedule",
            "jakarta.ejb.Timeout",
            "jakarta.annotation.PostConstruct",
            "jakarta.annotation.PreDestroy");

    private DoorRules() {}

    /**
     * Every method of a door declares its permission, or is open and listed, never both.
     *
     * @param open the open methods of the module, as {@code Bean.method}
     */
    public static ArchRule declared(Set<String> open) {
        return ArchRuleDefinition.methods()
                .that(DescribedPredicate.describe("are a door's", DoorRules::isOfADoor))
                .should(new ArchCondition<>("declare a permission, or be on the list of open ones") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        String name = name(method);
                        boolean declared = method.isAnnotatedWith(PERMIT);
                        boolean isOpen = method.isAnnotatedWith(OPEN_TO_ALL) && open.contains(name);
                        events.add(
                                new SimpleConditionEvent(method, declared != isOpen, name + " declares no permission"));
                    }
                });
    }

    /** The methods that are open to all, as {@code Bean.method}. */
    public static Set<String> open(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(OPEN_TO_ALL))
                .map(DoorRules::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The beans behind doors. */
    public static Stream<JavaClass> doors(JavaClasses classes) {
        return classes.stream().filter(DoorRules::isDoor);
    }

    /** The methods that the rules look at, as {@code Bean.method}. */
    public static Set<String> methods(JavaClasses classes) {
        return doors(classes)
                .flatMap(type -> type.getMethods().stream())
                .filter(DoorRules::isOfADoor)
                .map(DoorRules::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isBean(JavaClass type) {
        return BEANS.stream().anyMatch(type::isAnnotatedWith);
    }

    /** Neither public nor private, and not called by the container itself. */
    static boolean isHalfHidden(JavaMethod method) {
        Set<JavaModifier> modifiers = method.getModifiers();
        return !modifiers.contains(JavaModifier.PUBLIC)
                && !modifiers.contains(JavaModifier.PRIVATE)
                && !modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && CALLED_BY_THE_CONTAINER.stream().noneMatch(method::isAnnotatedWith);
    }

    /** A bean that another module can be given: behind an interface of an {@code api} package, or without any interface. */
    private static boolean isDoor(JavaClass type) {
        return isBean(type) && type.getRawInterfaces().stream().anyMatch(DoorRules::isDoorsInterface);
    }

    private static boolean isDoorsInterface(JavaClass type) {
        return type.isAnnotatedWith("jakarta.ejb.Local") || type.isAnnotatedWith("jakarta.ejb.Remote");
    }

    private static boolean isOfADoor(JavaMethod method) {
        return isDoor(method.getOwner())
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && method.getOwner().getRawInterfaces().stream()
                        .filter(DoorRules::isDoorsInterface)
                        .flatMap(type -> Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream()))
                        .flatMap(type -> type.getMethods().stream())
                        .anyMatch(declared -> declared.getName().equals(method.getName()));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
