package health.chiron.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * What holds for every class that is deployed, whichever module it is in. Each rule has a planted violation in this module's
 * tests: a rule that cannot fail guards nothing.
 */
public final class ApplicationRules {
    private static final String OURS = "health.chiron.";

    /** The mapping of ids to columns has no portable form; it is the one place that knows EclipseLink. */
    private static final String KNOWS_THE_PROVIDER = "health.chiron.domain.persistence";

    /** Where statements are prepared and their failures read; everybody else only names the exception of a row's reader. */
    private static final Set<String> SPEAK_JDBC =
            Set.of("health.chiron.access.api.Sql", "health.chiron.access.api.SqlFailure");

    private static final Set<String> FROM_AND_TO_INSTANT = Set.of("from", "toInstant");

    /** Runs on any server: Payara today, WildFly tomorrow. */
    public static final ArchRule NO_SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fish.payara..",
                    "org.glassfish..",
                    "org.jboss..",
                    "org.wildfly..",
                    "org.hibernate..",
                    "org.apache.catalina..",
                    "com.sun..",
                    "sun..")
            .as("the application runs on any server");

    /** The persistence provider is the server's choice. */
    public static final ArchRule NO_PERSISTENCE_PROVIDER = noClasses()
            .that()
            .resideOutsideOfPackage(KNOWS_THE_PROVIDER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.persistence..")
            .as("only the mapping of ids knows the persistence provider");

    /** What happens stands in the log, where it has a level, a request id and no values. */
    public static final ArchRule NO_CONSOLE =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.as("nothing is printed; what is to be known is logged");

    /** Statements go through one helper: on the transaction's connection, with the actor set, with bound values. */
    public static final ArchRule NO_JDBC = noClasses()
            .should(depend(
                    "speak JDBC by themselves",
                    dependency -> isJdbc(dependency.getTargetClass()) && !speaksJdbc(dependency.getOriginClass())));

    /** java.time only. A library that wants a Date gets it made on the spot, and it goes no further. */
    public static final ArchRule NO_OLD_DATES =
            noClasses().should(depend("use dates that can be changed and have no zone", ApplicationRules::isOldDate));

    /** The time comes from the clock that is injected, so that a test can set it. */
    public static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("health.chiron.access.internal.Clocks")
            .should(call("ask for the time by themselves", ApplicationRules::asksForTheTime));

    /** XML is read by nobody here; whoever starts has to switch external entities off first, and then change this rule. */
    public static final ArchRule NO_XML = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.xml.sax..", "org.w3c.dom..")
            .as("no XML parser is made");

    /** What arrives as bytes is never turned into objects of its choice. */
    public static final ArchRule NO_DESERIALISATION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .as("no Java serialisation is read");

    /** Threads, processes and the end of the process belong to the server. */
    public static final ArchRule NO_THREADS_OR_PROCESSES = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .orShould(call(
                    "start a thread or process, or end this one",
                    access -> isCall(
                                    access,
                                    "java.lang.Thread",
                                    "<init>",
                                    "ofPlatform",
                                    "ofVirtual",
                                    "startVirtualThread",
                                    "sleep")
                            || isCall(access, "java.lang.Runtime", "exec", "exit", "halt")
                            || isCall(access, "java.lang.System", "exit")))
            .as("threads and processes are the server's");

    /** Codes, tokens and ids come from SecureRandom. */
    public static final ArchRule NO_WEAK_RANDOM = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould(call("use Math.random", access -> isCall(access, "java.lang.Math", "random")))
            .as("chance is SecureRandom");

    /** What a class needs is injected, where everybody can see it. */
    public static final ArchRule NO_LOOKUPS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.naming.InitialContext")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.enterprise.inject.spi.CDI")
            .as("nothing is looked up");

    /** A module is entered through its door: nobody sees another module's inside. */
    public static final ArchRule ONLY_DOORS = noClasses()
            .should(depend(
                    "look behind another module's door",
                    dependency -> dependency.getTargetClass().getPackageName().startsWith(OURS)
                            && isInside(dependency.getTargetClass())
                            && !module(dependency.getOriginClass()).equals(module(dependency.getTargetClass()))));

    /** A door's types know nothing of what is behind it, and let no aggregate out of its transaction. */
    public static final ArchRule DOORS_HIDE_THE_INSIDE = noClasses()
            .should(depend(
                    "show the inside or an aggregate through a door",
                    dependency -> isDoor(dependency.getOriginClass())
                            && (isInside(dependency.getTargetClass())
                                    || dependency.getTargetClass().isAnnotatedWith("jakarta.persistence.Entity"))));

    /** Pages and resources look at the modules, never the other way round. */
    public static final ArchRule NO_FACE_INSIDE = noClasses()
            .should(depend(
                    "know a face from within a module",
                    dependency -> !isFace(dependency.getOriginClass()) && showsAFace(dependency.getTargetClass())));

    /**
     * Faces call doors that are guarded. Whatever else stands in an {@code api} package for the modules among themselves (the
     * helper for statements, interfaces without a guard that act inside another door's call) is not for them.
     */
    public static final ArchRule FACES_CALL_GUARDED_DOORS = noClasses()
            .should(depend(
                    "reach from a face past the guarded doors",
                    dependency ->
                            isFace(dependency.getOriginClass()) && isForModulesOnly(dependency.getTargetClass())));

    /** Session beans offer what can be called: the container refuses anything between public and private. */
    public static final ArchRule BEANS_CAN_BE_CALLED = classes()
            .should(new ArchCondition<>("have callable methods only") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (DoorRules.isBean(type)) {
                        type.getMethods().stream()
                                .filter(DoorRules::isHalfHidden)
                                .forEach(method ->
                                        events.add(SimpleConditionEvent.violated(method, method.getFullName())));
                    }
                }
            });

    private ApplicationRules() {}

    /** All of them, by name, for parameterized tests. */
    public static Stream<Named<ArchRule>> all() {
        return Stream.of(
                Named.of("no server", NO_SERVER),
                Named.of("no persistence provider", NO_PERSISTENCE_PROVIDER),
                Named.of("no console", NO_CONSOLE),
                Named.of("no JDBC", NO_JDBC),
                Named.of("no old dates", NO_OLD_DATES),
                Named.of("one clock", ONE_CLOCK),
                Named.of("no XML", NO_XML),
                Named.of("no deserialisation", NO_DESERIALISATION),
                Named.of("no threads or processes", NO_THREADS_OR_PROCESSES),
                Named.of("no weak random", NO_WEAK_RANDOM),
                Named.of("no look-ups", NO_LOOKUPS),
                Named.of("only doors", ONLY_DOORS),
                Named.of("doors hide the inside", DOORS_HIDE_THE_INSIDE),
                Named.of("no face inside", NO_FACE_INSIDE),
                Named.of("faces call guarded doors", FACES_CALL_GUARDED_DOORS),
                Named.of("beans can be called", BEANS_CAN_BE_CALLED));
    }

    private static boolean isJdbc(JavaClass target) {
        String in = target.getPackageName();
        boolean reading = target.getName().equals("java.sql.SQLException");
        return (in.equals("java.sql") || in.equals("javax.sql") || in.startsWith("org.postgresql")) && !reading;
    }

    private static boolean speaksJdbc(JavaClass origin) {
        return SPEAK_JDBC.contains(outermost(origin)) || origin.getPackageName().equals(KNOWS_THE_PROVIDER);
    }

    private static boolean isOldDate(Dependency dependency) {
        String target = dependency.getTargetClass().getName();
        boolean old = Set.of(
                        "java.util.Date",
                        "java.util.Calendar",
                        "java.util.GregorianCalendar",
                        "java.text.SimpleDateFormat",
                        "java.sql.Date",
                        "java.sql.Time",
                        "java.sql.Timestamp")
                .contains(target);
        return old
                && FROM_AND_TO_INSTANT.stream()
                        .noneMatch(
                                name -> dependency.getDescription().contains("calls method <" + target + "." + name));
    }

    private static boolean asksForTheTime(JavaAccess<?> access) {
        boolean now = access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now")
                && access.getTarget().getFullName().endsWith("now()");
        return now
                || isCall(access, "java.time.Clock", "systemUTC", "systemDefaultZone", "system")
                || isCall(access, "java.util.Date", "<init>")
                || (isCall(access, "java.lang.System", "currentTimeMillis")
                        && !access.getOriginOwner().getName().equals("health.chiron.domain.shared.Ids"));
    }

    private static boolean isCall(JavaAccess<?> access, String owner, String... names) {
        return access.getTargetOwner().getName().equals(owner) && Set.of(names).contains(access.getName());
    }

    private static boolean isInside(JavaClass type) {
        return (type.getPackageName() + ".").contains(".internal.");
    }

    private static boolean isDoor(JavaClass type) {
        return type.getPackageName().endsWith(".api");
    }

    /** The module's name: the package right below the root. */
    private static String module(JavaClass type) {
        String in = type.getPackageName();
        return in.startsWith(OURS) ? in.substring(OURS.length()).split("\\.", 2)[0] : "";
    }

    private static boolean isFace(JavaClass type) {
        return Set.of("rest", "portal").contains(module(type));
    }

    private static boolean isForModulesOnly(JavaClass target) {
        return isDoor(target)
                && (SPEAK_JDBC.contains(outermost(target)) && !target.isAssignableTo(Throwable.class)
                        || target.isInterface()
                                && !target.isAnnotation()
                                && !target.isAnnotatedWith("jakarta.ejb.Local"));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static boolean showsAFace(JavaClass target) {
        String in = target.getPackageName() + ".";
        return isFace(target)
                || Stream.of("jakarta.ws.rs.", "jakarta.faces.", "jakarta.servlet.", "org.primefaces.")
                        .anyMatch(in::startsWith);
    }

    private static ArchCondition<JavaClass> depend(String description, Predicate<Dependency> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (forbidden.test(dependency)) {
                        events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> call(String description, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (forbidden.test(access)) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }
}
