package health.chiron.rules.planted;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.persistence.sessions.Session;

/** Breaks: no server, no persistence provider, no JDBC, no XML, no look-ups, no face inside, beans can be called. */
@Stateless
public class AsksTheWrongOnes {
    com.sun.net.httpserver.HttpServer server;
    Session session;

    /** Speaks JDBC. */
    public boolean jdbc(Connection connection) throws SQLException {
        return connection.isClosed();
    }

    /** Reads XML. */
    public Object xml() {
        return DocumentBuilderFactory.newDefaultInstance();
    }

    /** Looks up. */
    public Object lookUp() {
        return CDI.current();
    }

    /** Knows a face. */
    public Object face() {
        return Response.Status.OK;
    }

    /** Not callable: the container would fail at run time. */
    int halfHidden() {
        return server.hashCode() + session.hashCode();
    }
}
