package health.chiron.portal.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** What the portal's classes keep to. Each rule has a planted violation that shows it can fail. */
final class PortalRules {
    private static final int MOST_INJECTIONS = 5;

    static final ArchRule NO_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.postgresql..")
            .because("pages ask doors, and only doors ask the database");

    static final ArchRule NO_AGGREGATES = noClasses()
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .because("an entity that leaves its transaction could be changed by a page");

    static final ArchRule FEW_INJECTIONS = classes()
            .that()
            .areAnnotatedWith(Named.class)
            .should(new ArchCondition<>("have at most " + MOST_INJECTIONS + " injections") {
                @Override
                public void check(JavaClass bean, ConditionEvents events) {
                    long fields = bean.getFields().stream()
                            .filter(f -> f.isAnnotatedWith("jakarta.inject.Inject"))
                            .count();
                    long parameters = bean.getConstructors().stream()
                            .filter(c -> c.isAnnotatedWith("jakarta.inject.Inject"))
                            .mapToLong(c -> c.getRawParameterTypes().size())
                            .sum();
                    events.add(new SimpleConditionEvent(
                            bean,
                            fields + parameters <= MOST_INJECTIONS,
                            bean.getName() + " has " + (fields + parameters) + " injections"));
                }
            })
            .because("a bean with more is two beans");

    static final ArchRule VIEW_STATE_SURVIVES = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ViewScoped.class)
            .and()
            .areNotStatic()
            .and()
            .areNotAnnotatedWith("jakarta.inject.Inject")
            .should(new ArchCondition<>("be serializable") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    JavaClass type = field.getRawType();
                    boolean fine = type.isPrimitive()
                            || type.isArray()
                            || type.isAssignableTo(java.io.Serializable.class)
                            || type.isAssignableTo(java.util.List.class);
                    events.add(new SimpleConditionEvent(
                            field, fine, field.getFullName() + " cannot be stored with its view"));
                }
            })
            .because("a view lives in the session, and a session may be stored");

    static final ArchRule GETTERS_DO_NOT_ASK_DOORS = methods()
            .that()
            .haveNameMatching("(get|is)[A-Z].*")
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Named.class)
            .should(new ArchCondition<>("not call a door") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaMethod getter, ConditionEvents events) {
                    boolean asks = getter.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isAnnotatedWith("jakarta.ejb.Local"));
                    events.add(new SimpleConditionEvent(getter, !asks, getter.getFullName() + " asks a door"));
                }
            })
            .because("a page calls getters as often as it likes; loading happens once");

    private PortalRules() {}
}
