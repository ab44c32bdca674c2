package health.chiron.acceptance.container;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.access.Clinic;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What the server makes of the persistence unit: entities are woven, and nothing is remembered beyond a transaction. */
@ArquillianTest
class MappingInsideTheServerIT {
    @Deployment
    static EnterpriseArchive application() {
        return InnerHouse.with(MappingInsideTheServerIT.class);
    }

    private Set<EntityType<?>> entityTypes() {
        Set<EntityType<?>> types = Inside.get().factory().getMetamodel().getEntities();
        assertThat(types).hasSizeGreaterThanOrEqualTo(7);
        return types;
    }

    @Test
    void every_entity_is_woven() {
        assertThat(entityTypes())
                .allSatisfy(type -> assertThat(Arrays.stream(type.getJavaType().getInterfaces())
                                .map(Class::getSimpleName))
                        .as(type.getName())
                        .contains("PersistenceWeaved", "PersistenceWeavedFetchGroups", "ChangeTracker"));
    }

    // Without a transaction: what is read inside one stays with it until it commits, whatever the cache is told.
    @Test
    void what_was_read_is_not_found_in_memory() {
        UUID clinic = UUID.fromString(Known.read().get("clinic"));
        EntityManagerFactory factory = Inside.get().factory();
        try (EntityManager entities = factory.createEntityManager()) {
            assertThat(entities.find(Clinic.class, clinic)).isNotNull();
        }
        assertThat(factory.getCache().contains(Clinic.class, clinic)).isFalse();
    }
}
