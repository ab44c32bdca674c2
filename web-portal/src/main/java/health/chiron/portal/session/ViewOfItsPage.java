package health.chiron.portal.session;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;

/**
 * A post belongs to the page whose view it brings. Faces itself takes the state of any view of the session for any page, so that the
 * buttons of a page could be pressed by somebody to whom it was never shown; here such a post is answered like one whose view is gone.
 */
public class ViewOfItsPage implements PhaseListener {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = ViewOfItsPage.class.getName();

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.ANY_PHASE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        if (event.getPhaseId() == PhaseId.RENDER_RESPONSE) {
            UIViewRoot view = event.getFacesContext().getViewRoot();
            view.getViewMap().put(PAGE, view.getViewId());
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (event.getPhaseId() != PhaseId.RESTORE_VIEW || !faces.isPostback() || faces.getViewRoot() == null) {
            return;
        }
        UIViewRoot view = faces.getViewRoot();
        Map<String, Object> kept = view.getViewMap(false);
        if (kept == null || !view.getViewId().equals(kept.get(PAGE))) {
            throw new ViewExpiredException("The view is of another page.", view.getViewId());
        }
    }
}
