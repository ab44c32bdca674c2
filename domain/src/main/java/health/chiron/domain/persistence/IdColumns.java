package health.chiron.domain.persistence;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Maps ids to PostgreSQL's uuid columns, the empty ones too. EclipseLink 5.0's own mapping fails on both ways: it writes a null
 * id as text, which the column refuses, and it cannot read a null one.
 */
public final class IdColumns implements SessionCustomizer {
    @Override
    public void customize(Session session) throws NoSuchFieldException {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof AbstractDirectMapping direct
                        && holdsId(descriptor.getJavaClass(), mapping.getAttributeName())) {
                    direct.getField().setSqlType(Types.OTHER);
                    direct.setConverter(new AsIs());
                }
            }
        }
    }

    // The mapping knows its attribute's type only after this, so the class is asked.
    private static boolean holdsId(Class<?> entity, String attribute) throws NoSuchFieldException {
        return UUID.class.equals(entity.getDeclaredField(attribute).getType());
    }

    /** The driver speaks UUID; nothing is to be done. */
    private static final class AsIs implements Converter {
        private static final long serialVersionUID = 1L;

        @Override
        public Object convertObjectValueToDataValue(Object value, Session session) {
            return value;
        }

        @Override
        public Object convertDataValueToObjectValue(Object value, Session session) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(DatabaseMapping mapping, Session session) {
            // Nothing depends on the mapping.
        }
    }
}
