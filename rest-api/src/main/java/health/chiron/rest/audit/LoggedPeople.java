package health.chiron.rest.audit;

import health.chiron.access.api.LoggedPerson;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the people whose activity can be searched for, by name.
 *
 * @param people the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record LoggedPeople(List<LoggedPerson> people, long total, int offset, int limit) {
    /** Copies the list. */
    public LoggedPeople {
        people = List.copyOf(people);
    }

    /** The part as the wire has it. */
    public static LoggedPeople of(Page<LoggedPerson> page) {
        return new LoggedPeople(page.items(), page.total(), page.offset(), page.limit());
    }
}
