package health.chiron.rest.openapi;

import io.smallrye.openapi.api.OperationHandler;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What the document takes from each resource method: its comment's first sentence and its rest, and whether it is open to all. */
final class Operations implements OperationHandler {
    private final SourceDocs docs;

    Operations(SourceDocs docs) {
        this.docs = docs;
    }

    @Override
    public void handleOperation(Operation operation, ClassInfo resource, MethodInfo method) {
        String comment = docs.of(resource.name().toString(), method.name())
                .orElseThrow(() -> new IllegalStateException("no comment on " + resource.name() + "." + method.name()));
        int end = comment.indexOf(". ");
        String first = end < 0 ? comment : comment.substring(0, end);
        operation.setSummary(first.endsWith(".") ? first.substring(0, first.length() - 1) : first);
        operation.setDescription(end < 0 ? comment : comment.substring(end + 2));
        if (method.hasDeclaredAnnotation(PermitAll.class)) {
            operation.setSecurity(new ArrayList<>());
        }
        if (method.returnType().kind() == Type.Kind.VOID) {
            APIResponse nothing = OASFactory.createAPIResponse().description("Done; there is nothing to say.");
            operation.setResponses(OASFactory.createAPIResponses().addAPIResponse("204", nothing));
        }
    }
}
