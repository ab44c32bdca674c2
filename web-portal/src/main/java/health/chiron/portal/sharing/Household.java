package health.chiron.portal.sharing;

import health.chiron.access.api.Families;
import health.chiron.access.api.FamilyData;
import health.chiron.access.api.FamilyView;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.records.PatientId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * One family: its people and its patients. In view scope, because rows carry buttons, and because a new name is based on the one that
 * was on the page.
 */
@Named
@ViewScoped
public class Household implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Families door;

    @Inject
    private Attempt attempt;

    private String family;
    private String title;
    private String name;
    private long version;
    private List<FamilyPerson> people = List.of();
    private List<FamilyPlace> patients = List.of();

    /** Loads the family in the address; refused for who is not in it. */
    public void load() {
        FamilyView found = door.get(id());
        title = found.name();
        name = found.name();
        version = found.version();
        people = found.people().stream().map(FamilyPerson::of).toList();
        patients = found.familyPatients().stream().map(FamilyPlace::of).toList();
    }

    /** Takes a patient out. */
    public String takeOut(UUID patient) {
        return attempt.to(() -> {
            door.takeOut(id(), new PatientId(patient));
            attempt.tell("ok", "household.takenOut");
            return page(family);
        });
    }

    /** Gives the family another name. */
    public String rename() {
        return attempt.to(() -> {
            door.rename(id(), version, new FamilyData(name));
            attempt.tell("ok", "household.renamed");
            return page(family);
        });
    }

    /** Leaves. */
    public String leave() {
        return attempt.to(() -> {
            door.leave(id());
            attempt.tell("ok", "household.left");
            return "/families?faces-redirect=true";
        });
    }

    static String page(String family) {
        return "/household?faces-redirect=true&family=" + family;
    }

    private FamilyId id() {
        return Addressed.id(family, FamilyId::of);
    }

    /** What it is called. */
    public String getTitle() {
        return title;
    }

    /** Who is in it. */
    public List<FamilyPerson> getPeople() {
        return people;
    }

    /** Whom it holds. */
    public List<FamilyPlace> getPatients() {
        return patients;
    }

    /** The family in the address. */
    public String getFamily() {
        return family;
    }

    /** Sets it. */
    public void setFamily(String family) {
        this.family = family;
    }

    /** What it shall be called. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }
}
