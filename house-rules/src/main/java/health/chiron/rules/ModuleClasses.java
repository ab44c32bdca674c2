package health.chiron.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of a package, read once per test run: reading them is most of what these tests cost. */
public final class ModuleClasses {
    private static final Map<String, JavaClasses> READ = new ConcurrentHashMap<>();

    private ModuleClasses() {}

    /** What is deployed of a package: everything in and below it but tests. */
    public static JavaClasses deployed(String in) {
        return READ.computeIfAbsent(
                in,
                name -> new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(name));
    }

    /** Violations that a test planted in a package below {@code planted}. */
    public static JavaClasses planted(String in) {
        return READ.computeIfAbsent("planted " + in, name -> new ClassFileImporter().importPackages(in));
    }
}
