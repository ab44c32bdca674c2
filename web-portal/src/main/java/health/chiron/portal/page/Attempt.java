package health.chiron.portal.page;

import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Does what a button asks and puts a refusal where it belongs: beside the field that it names, or into the message area.
 * What the person wrote stays, because the same view is shown again.
 */
@RequestScoped
public class Attempt {
    private Notices notices;
    private Words words;

    /** For the container. */
    protected Attempt() {}

    /**
     * @param notices the message area
     * @param words the texts
     */
    @Inject
    public Attempt(Notices notices, Words words) {
        this.notices = notices;
        this.words = words;
    }

    /** The outcome of the act, or null (the same page again) when it was refused. */
    public String to(Supplier<String> act) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            show(refusal);
        } catch (EJBException wrapped) {
            show(Refusals.in(wrapped).orElseThrow(() -> wrapped));
        }
        return null;
    }

    /**
     * Loads what a page shows. What was asked for wrongly, or too often, is said on the page; a page that is not open to the reader is
     * refused as such.
     */
    public void toLoad(Runnable loading) {
        try {
            loading.run();
        } catch (Refusal refusal) {
            showOrPass(refusal);
        } catch (EJBException wrapped) {
            showOrPass(Refusals.in(wrapped).orElseThrow(() -> wrapped));
        }
    }

    private void showOrPass(Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.INVALID || refusal.kind() == Refusal.Kind.TOO_MANY) {
            show(refusal);
        } else {
            throw refusal;
        }
    }

    /** Says on the page that comes next what became of the act; as {@link Notices#carry(String, String, Object...)}. */
    public void tell(String kind, String key, Object... values) {
        notices.carry(kind, key, values);
    }

    /** Puts a refusal where it belongs. */
    public void show(Refusal refusal) {
        if (refusal.faults().isEmpty()) {
            notices.say(refusal.kind() == Refusal.Kind.STALE ? "warn" : "danger", sentence(refusal));
            return;
        }
        boolean beside = true;
        for (Fault fault : refusal.faults()) {
            beside &= besideField(fault);
        }
        if (beside) {
            notices.say("danger", words.text("error.fields"));
        }
    }

    /** The portal's own sentence for a refusal, else the one it brings. */
    public String sentence(Refusal refusal) {
        String pattern =
                words.maybe("problem." + refusal.code().replace('/', '.')).orElse(refusal.getMessage());
        return refusal.retryAfter()
                .map(wait -> pattern + " " + words.text("error.retry", Math.max(1, (wait.toSeconds() + 59) / 60)))
                .orElse(pattern);
    }

    private boolean besideField(Fault fault) {
        String last = fault.field().substring(fault.field().lastIndexOf('.') + 1);
        String sentence = words.maybe("fault." + last + "." + fault.code())
                .or(() -> words.maybe("fault." + fault.code()))
                .or(() -> words.maybe("problem." + fault.code().replace('/', '.')))
                .orElse(fault.message());
        UIInput input = find(fault.field());
        if (input == null) {
            notices.say("danger", sentence);
            return false;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        input.setValid(false);
        faces.addMessage(input.getClientId(faces), new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        return true;
    }

    /** A field {@code owner.email} is looked for as {@code owner_email}, then {@code email}, then {@code owner}. */
    private static UIInput find(String field) {
        if (field.isEmpty()) {
            return null;
        }
        for (String id : List.of(
                field.replace('.', '_'), field.substring(field.lastIndexOf('.') + 1), field.split("\\.", -1)[0])) {
            AtomicReference<UIInput> found = new AtomicReference<>();
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getViewRoot()
                    .visitTree(
                            VisitContext.createVisitContext(faces),
                            (context, component) -> visit(component, id, found));
            if (found.get() != null) {
                return found.get();
            }
        }
        return null;
    }

    private static VisitResult visit(UIComponent component, String id, AtomicReference<UIInput> found) {
        if (component instanceof UIInput input && id.equals(component.getId())) {
            found.set(input);
            return VisitResult.COMPLETE;
        }
        return VisitResult.ACCEPT;
    }
}
