package health.chiron.portal.audit;

import health.chiron.access.api.AuditCsv;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.DisclosurePeriod;
import health.chiron.access.api.DisclosureQuery;
import health.chiron.access.api.Disclosures;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Refusals;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An account of disclosures as a file: on paper at {@code /disclosures.pdf}, as values at {@code /disclosures.csv}. */
public class DisclosureFile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Disclosures door;
    private final transient AuditFilter filter;
    private final transient CurrentUser me;

    /**
     * @param door makes accounts
     * @param filter patient and period
     * @param me language, zone and kind of the reader
     */
    @Inject
    public DisclosureFile(Disclosures door, AuditFilter filter, CurrentUser me) {
        this.door = door;
        this.filter = filter;
        this.me = me;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            AuditQuery asked = filter.query(me.getZone());
            if (asked.patientId() == null) {
                throw Refusal.notFound();
            }
            DisclosurePeriod period = new DisclosurePeriod(asked.from(), asked.until());
            DisclosureQuery query = new DisclosureQuery(asked.patientId(), period);
            boolean auditor = me.getKind() == AccountKind.AUDITOR;
            if (request.getServletPath().endsWith(".pdf")) {
                byte[] pdf = auditor
                        ? door.paperOfAnybody(query, me.getLanguage(), me.getZone())
                                .pdf()
                        : door.paperOfPatient(asked.patientId(), period, me.getLanguage(), me.getZone());
                FileAnswer.begin(response, "application/pdf", "disclosures.pdf");
                response.getOutputStream().write(pdf);
            } else {
                var account = auditor ? door.exportOfAnybody(query) : door.exportOfPatient(asked.patientId(), period);
                FileAnswer.begin(response, "text/csv", "disclosures.csv");
                AuditCsv.disclosures(response.getWriter(), account);
            }
        } catch (Refusal refusal) {
            FileAnswer.refuse(response, refusal);
        } catch (EJBException wrapped) {
            FileAnswer.refuse(response, Refusals.in(wrapped).orElseThrow(() -> wrapped));
        }
    }
}
