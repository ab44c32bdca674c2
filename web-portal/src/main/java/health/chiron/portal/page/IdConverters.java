package health.chiron.portal.page;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Refusal;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.util.function.Function;

/** Typed ids in addresses and lists. What is no id leads nowhere: it is answered like an id that nobody has. */
public final class IdConverters {
    private IdConverters() {}

    abstract static class OfId<T extends Id> implements Converter<T> {
        private final Function<String, T> reader;

        OfId(Function<String, T> reader) {
            this.reader = reader;
        }

        @Override
        public T getAsObject(FacesContext context, UIComponent component, String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw Refusal.notFound();
            }
        }

        @Override
        public String getAsString(FacesContext context, UIComponent component, T id) {
            return id == null ? "" : id.toString();
        }
    }

    /** Of patients. */
    @FacesConverter(forClass = PatientId.class)
    public static class OfPatient extends OfId<PatientId> {
        /** For the container. */
        public OfPatient() {
            super(PatientId::of);
        }
    }

    /** Of visits. */
    @FacesConverter(forClass = VisitId.class)
    public static class OfVisit extends OfId<VisitId> {
        /** For the container. */
        public OfVisit() {
            super(VisitId::of);
        }
    }

    /** Of requests for access. */
    @FacesConverter(forClass = RequestId.class)
    public static class OfRequest extends OfId<RequestId> {
        /** For the container. */
        public OfRequest() {
            super(RequestId::of);
        }
    }

    /** Of grants. */
    @FacesConverter(forClass = GrantId.class)
    public static class OfGrant extends OfId<GrantId> {
        /** For the container. */
        public OfGrant() {
            super(GrantId::of);
        }
    }

    /** Of clinics. */
    @FacesConverter(forClass = ClinicId.class)
    public static class OfClinic extends OfId<ClinicId> {
        /** For the container. */
        public OfClinic() {
            super(ClinicId::of);
        }
    }

    /** Of accounts. */
    @FacesConverter(forClass = AccountId.class)
    public static class OfAccount extends OfId<AccountId> {
        /** For the container. */
        public OfAccount() {
            super(AccountId::of);
        }
    }
}
