package health.chiron.acceptance.container;

import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.SignIn;
import health.chiron.records.api.Patients;
import health.chiron.records.api.Visits;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import javax.sql.DataSource;

/** What the tests use of the server. A bean of its own: JUnit makes the test's object here, and the container injects into beans only. */
@RequestScoped
public class Inside {
    @Inject
    private SignIn signIn;

    @Inject
    private CurrentCall call;

    @Inject
    private Patients patients;

    @Inject
    private Visits visits;

    @Inject
    private AuditTrail trail;

    @Resource(lookup = "jdbc/chiron")
    private DataSource pool;

    @Resource
    private UserTransaction transaction;

    @PersistenceUnit(unitName = "chiron")
    private EntityManagerFactory factory;

    /** The one of this request. */
    static Inside get() {
        return CDI.current().select(Inside.class).get();
    }

    /** A door. */
    public SignIn signIn() {
        return signIn;
    }

    /** Who calls. */
    public CurrentCall call() {
        return call;
    }

    /** A door. */
    public Patients patients() {
        return patients;
    }

    /** A door. */
    public Visits visits() {
        return visits;
    }

    /** A door. */
    public AuditTrail trail() {
        return trail;
    }

    /** The application's connections. */
    public DataSource pool() {
        return pool;
    }

    /** The transaction of this thread. */
    public UserTransaction transaction() {
        return transaction;
    }

    /** The persistence unit. */
    public EntityManagerFactory factory() {
        return factory;
    }
}
