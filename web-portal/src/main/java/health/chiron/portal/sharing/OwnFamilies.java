package health.chiron.portal.sharing;

import health.chiron.access.api.Families;
import health.chiron.access.api.FamilyData;
import health.chiron.access.api.ListedFamily;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Attempt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The families that the person is in, and founding one. */
@Named
@RequestScoped
public class OwnFamilies {
    private static final int MOST = 100;
    private Families door;
    private Attempt attempt;
    private List<ListedFamily> rows = List.of();
    private String name;

    /** For the container. */
    protected OwnFamilies() {}

    /**
     * @param door knows the families
     * @param attempt shows refusals, and says what came of it
     */
    @Inject
    public OwnFamilies(Families door, Attempt attempt) {
        this.door = door;
        this.attempt = attempt;
    }

    /** Loads them. */
    public void load() {
        rows = door.mine(PageRequest.first(MOST)).items();
    }

    /** Founds one. */
    public String found() {
        return attempt.to(() -> {
            String id = door.found(new FamilyData(name)).id().toString();
            attempt.tell("ok", "families.founded");
            return Household.page(id);
        });
    }

    /** The families. */
    public List<ListedFamily> getRows() {
        return rows;
    }

    /** What the new one is called. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }
}
