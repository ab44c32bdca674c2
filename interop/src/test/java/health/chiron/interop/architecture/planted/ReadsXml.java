package health.chiron.interop.architecture.planted;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Reads FHIR as XML, for seeing the rule fail. It is on no server. */
public class ReadsXml {
    /** Reads. */
    public IBaseResource read(FhirContext context, String text) {
        return context.newXmlParser().parseResource(text);
    }
}
