package health.chiron.acceptance.container;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The application as it was built, with the tests in the place of API and portal: a second node on the same database. What the tests
 * need to know of the outside (a clinic with a patient) goes with it as a file.
 */
final class InnerHouse {
    /** Where the tests answer. */
    static final String CONTEXT = "inside";

    private static final String[] FACES = {"rest-api.war", "web-portal.war"};

    private InnerHouse() {}

    /** To be deployed; the classes are the tests and what they use. */
    static EnterpriseArchive with(Class<?>... classes) {
        EnterpriseArchive built = ShrinkWrap.create(ZipImporter.class, "chiron-inside.ear")
                .importFrom(House.get().stack().deployable().toFile())
                .as(EnterpriseArchive.class);
        for (String face : FACES) {
            built.delete(ArchivePaths.create("/" + face));
        }
        built.setApplicationXML(new StringAsset("""
                <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="11">
                  <application-name>chiron-inside</application-name>
                  <initialize-in-order>true</initialize-in-order>
                  <module><ejb>access-control.jar</ejb></module>
                  <module><ejb>records.jar</ejb></module>
                  <module><ejb>interop.jar</ejb></module>
                  <module><web><web-uri>inside.war</web-uri><context-root>/inside</context-root></web></module>
                  <library-directory>lib</library-directory>
                </application>
                """));
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "inside.war")
                .addClasses(classes)
                .addClasses(Known.class, Inside.class)
                .addAsResource(new StringAsset(Known.of(Scene.open())), Known.FILE)
                .addAsWebInfResource(new StringAsset(""), "beans.xml")
                .addAsLibrary(library(Assertions.class).toFile(), "assertj.jar");
        return built.addAsModule(Testable.archiveToTest(tests));
    }

    private static Path library(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
