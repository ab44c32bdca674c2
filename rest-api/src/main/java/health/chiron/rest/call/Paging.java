package health.chiron.rest.call;

import health.chiron.domain.shared.PageRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which part of a list is wanted. */
public class Paging {
    @QueryParam("limit")
    @DefaultValue("50")
    private Integer limit;

    @QueryParam("offset")
    @DefaultValue("0")
    private Integer offset;

    /**
     * The part, for a door.
     *
     * @throws health.chiron.domain.shared.Refusal naming limit or offset when out of range
     */
    public PageRequest toPage() {
        return new PageRequest(offset, limit);
    }
}
