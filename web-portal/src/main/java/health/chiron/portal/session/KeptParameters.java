package health.chiron.portal.session;

import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.view.ViewMetadata;

/**
 * What the address named, such as the patient, stays in the view when a part of the page is asked for anew. Faces reads it from the view
 * then and puts it back only when it writes the whole page: after a word in the search box the page's own buttons would find nobody.
 */
public class KeptParameters implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.isPostback() && faces.getPartialViewContext().isPartialRequest()) {
            for (UIViewParameter parameter : ViewMetadata.getViewParameters(faces.getViewRoot())) {
                keep(faces, parameter);
            }
        }
    }

    /** How far it has come depends on the phase that was the last: a search for suggestions ends before the bean is told. */
    private static void keep(FacesContext faces, UIViewParameter parameter) {
        if (parameter.getLocalValue() != null) {
            parameter.setSubmittedValue(parameter.getLocalValue().toString());
        } else if (parameter.getSubmittedValue() == null) {
            parameter.setSubmittedValue(parameter.getStringValue(faces));
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // Nothing is left to do.
    }
}
