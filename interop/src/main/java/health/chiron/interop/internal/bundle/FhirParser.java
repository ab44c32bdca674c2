package health.chiron.interop.internal.bundle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * HAPI's parser for FHIR R4. Its context is costly and therefore made once, when the first file comes: a server that imports
 * nothing does not hold it.
 */
@ApplicationScoped
public class FhirParser {
    private static final class OnFirstUse {
        static final FhirContext R4 = context();

        private static FhirContext context() {
            FhirContext context = FhirContext.forR4();
            // The handler must not log: it would write rejected values into the server's log. Unknown elements are
            // passed
            // over, values that FHIR does not allow make the resource unreadable.
            context.setParserErrorHandler(new LenientErrorHandler(false));
            context.getParserOptions().setStripVersionsFromReferences(false);
            return context;
        }
    }

    /** Reads a resource of a type, or nothing when it breaks FHIR's rules. */
    public <T extends Resource> Optional<T> parse(Class<T> type, String json) {
        IParser parser = OnFirstUse.R4.newJsonParser();
        try {
            return Optional.of(parser.parseResource(type, json));
        } catch (DataFormatException | IllegalArgumentException e) {
            // The cause quotes the value: it goes nowhere.
            return Optional.empty();
        }
    }
}
