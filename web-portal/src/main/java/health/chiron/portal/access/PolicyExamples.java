package health.chiron.portal.access;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.Explanations;
import health.chiron.access.api.PolicyExample;
import health.chiron.domain.access.PolicyExampleId;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Paging;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The examples that hold the policy to its answers. In view scope, because rows carry buttons. */
@Named("policyExamples")
@ViewScoped
public class PolicyExamples implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Explanations door;

    @Inject
    private Attempt attempt;

    private Integer number;
    private List<Row> rows = List.of();
    private Paging paging;

    /**
     * An example as it is listed.
     *
     * @param who the person's name; null when it is not known any more
     * @param holds whether the present policy gives the agreed answer
     */
    public record Row(
            UUID id,
            String patient,
            String account,
            String who,
            Action action,
            Category category,
            boolean permitted,
            boolean holds,
            String note,
            Instant keptAt)
            implements Serializable {
        static Row of(PolicyExample example) {
            return new Row(
                    example.id().value(),
                    example.patientId().toString(),
                    example.accountId().toString(),
                    example.who(),
                    example.action(),
                    example.category(),
                    example.permitted(),
                    example.holds(),
                    example.note(),
                    example.keptAt());
        }
    }

    /** Loads a page. */
    public void load() {
        var page = door.examples(Paging.request(number, Paging.USUAL));
        rows = page.items().stream().map(Row::of).toList();
        paging = Paging.of(page);
    }

    /** Takes one out of use. */
    public String retire(UUID example) {
        return attempt.to(() -> {
            door.retire(new PolicyExampleId(example));
            attempt.tell("ok", "examples.retired");
            return "/examples?faces-redirect=true";
        });
    }

    /** The page's examples. */
    public List<Row> getRows() {
        return rows;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(Integer number) {
        this.number = number;
    }
}
