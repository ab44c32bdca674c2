package health.chiron.domain.persistence;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets EclipseLink write an empty id. It would bind a null UUID as text, which PostgreSQL refuses for a uuid column; bound
 * without a type, the column decides.
 */
public final class EmptyIds implements SessionCustomizer {
    @Override
    public void customize(Session session) throws NoSuchFieldException {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping.isDirectToFieldMapping()
                        && holdsId(descriptor.getJavaClass(), mapping.getAttributeName())) {
                    mapping.getField().setSqlType(Types.OTHER);
                }
            }
        }
    }

    // The mapping knows its attribute's type only after this, so the class is asked.
    private static boolean holdsId(Class<?> entity, String attribute) throws NoSuchFieldException {
        return UUID.class.equals(entity.getDeclaredField(attribute).getType());
    }
}
