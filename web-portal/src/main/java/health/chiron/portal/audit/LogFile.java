package health.chiron.portal.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.AuditCsv;
import health.chiron.access.api.AuditMark;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.AuditTrail;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Refusals;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/**
 * The log as a file, by the filter of the page: all of it for auditors, what was done in the clinic's name for its administrator. Part by
 * part, each logged for itself, so that nothing is sent that is not in the log.
 */
public class LogFile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient AuditTrail door;
    private final transient AuditFilter filter;
    private final transient CurrentUser me;

    /**
     * @param door the log
     * @param filter what is looked for
     * @param me who takes it away
     */
    @Inject
    public LogFile(AuditTrail door, AuditFilter filter, CurrentUser me) {
        this.door = door;
        this.filter = filter;
        this.me = me;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            AuditQuery query = filter.query(me.getZone());
            Function<AuditMark, List<AccessEntry>> next = source(query);
            List<AccessEntry> part = next.apply(null);
            FileAnswer.begin(response, "text/csv", "access-log.csv");
            Writer out = response.getWriter();
            AuditCsv.logHead(out);
            AuditCsv.log(out, part);
            while (part.size() == AuditTrail.EXPORT_PART) {
                part = next.apply(AuditMark.behind(part.getLast()));
                AuditCsv.log(out, part);
            }
        } catch (Refusal refusal) {
            FileAnswer.refuse(response, refusal);
        } catch (EJBException wrapped) {
            FileAnswer.refuse(response, Refusals.in(wrapped).orElseThrow(() -> wrapped));
        }
    }

    private Function<AuditMark, List<AccessEntry>> source(AuditQuery query) {
        if (me.getKind() == AccountKind.AUDITOR) {
            return after -> door.export(query, after);
        }
        ClinicId clinic = me.getClinic();
        if (clinic == null) {
            throw Refusal.notFound();
        }
        return after -> door.exportOfClinic(clinic, query, after);
    }
}
