package health.chiron.portal.directory;

import health.chiron.access.api.Pharmacies;
import health.chiron.access.api.PharmacyView;
import health.chiron.domain.access.PharmacyId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** An entry of the directory of pharmacies, new or known. In view scope, because the text must outlive a refusal and the version it is based on. */
@Named("pharmacy")
@ViewScoped
public class PharmacyEditor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Pharmacies door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private String id;
    private UUID known;
    private long version;
    private PharmacyForm form = new PharmacyForm();

    /** Loads the entry, when the address names one. */
    public void load() {
        if (id != null) {
            PharmacyView view = door.get(Addressed.id(id, PharmacyId::of));
            known = view.id().value();
            version = view.version();
            form = PharmacyForm.of(view);
        }
    }

    /** Keeps what was typed. */
    public String save() {
        return attempt.to(() -> {
            if (known == null) {
                known = door.add(form.data()).id().value();
            } else {
                change();
            }
            notices.carry("ok", "pharmacy.saved");
            return "/pharmacy?faces-redirect=true&id=" + known;
        });
    }

    private void change() {
        try {
            door.change(new PharmacyId(known), version, form.data());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                version = door.get(new PharmacyId(known)).version();
            }
            throw refusal;
        }
    }

    /** The entry's id; null for a new one. */
    public UUID getKnown() {
        return known;
    }

    /** The fields. */
    public PharmacyForm getForm() {
        return form;
    }

    /** The entry as the address says it; null for a new one. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }
}
