package health.chiron.interop.architecture.planted;

import health.chiron.interop.api.ImportFile;
import health.chiron.interop.api.ImportReport;
import health.chiron.interop.api.Imports;
import jakarta.ejb.Stateless;

/** A door that forgot its permission, for seeing the rule fail. It is on no server. */
@Stateless
public class ForgetfulDoor implements Imports {
    @Override
    public ImportReport take(ImportFile file) {
        throw new IllegalStateException(file.getClass().getName());
    }
}
