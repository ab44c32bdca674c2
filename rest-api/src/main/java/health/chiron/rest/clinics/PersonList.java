package health.chiron.rest.clinics;

import health.chiron.access.api.PersonView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the list of a clinic's people.
 *
 * @param people the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record PersonList(List<PersonView> people, long total, int offset, int limit) {
    /** Copies the list. */
    public PersonList {
        people = List.copyOf(people);
    }

    /** The part as the wire has it. */
    public static PersonList of(Page<PersonView> page) {
        return new PersonList(page.items(), page.total(), page.offset(), page.limit());
    }
}
