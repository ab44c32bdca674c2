package health.chiron.portal.architecture.planted;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Breaks: no look-ups; and, with a class that comes with the JDK, no server classes. */
class LooksThingsUp {
    Object find() throws NamingException {
        return new InitialContext();
    }

    String serverClass() {
        return com.sun.net.httpserver.HttpServer.class.getName();
    }
}
