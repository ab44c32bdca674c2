package health.chiron.portal.sharing;

import health.chiron.access.api.FamilyPersonView;
import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody of a family as a page lists it.
 *
 * @param own whether it is the reader
 */
public record FamilyPerson(String name, boolean founder, Instant since, boolean own) implements Serializable {
    static FamilyPerson of(FamilyPersonView view) {
        return new FamilyPerson(view.fullName(), view.founder(), view.since(), view.own());
    }
}
