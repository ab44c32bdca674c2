package health.chiron.records.architecture.planted;

import health.chiron.records.api.IncomingChart;
import health.chiron.records.api.IncomingRecords;
import health.chiron.records.api.IncomingResult;
import jakarta.ejb.Stateless;

/** A door that forgot its permission, for seeing the rule fail. It is on no server. */
@Stateless
public class ForgetfulDoor implements IncomingRecords {
    @Override
    public IncomingResult bring(IncomingChart chart) {
        throw new IllegalStateException(chart.getClass().getName());
    }
}
