package health.chiron.portal.architecture.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;

/** Breaks: no database, no aggregates. */
class AsksTheDatabase {
    private EntityManager entityManager;

    @Entity
    static class Row {}

    Object first() {
        return entityManager.find(Row.class, 1);
    }
}
