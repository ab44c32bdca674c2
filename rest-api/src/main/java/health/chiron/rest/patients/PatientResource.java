package health.chiron.rest.patients;

import health.chiron.access.api.AuditTrail;
import health.chiron.domain.records.PatientId;
import health.chiron.records.api.Chart;
import health.chiron.records.api.ChartSummary;
import health.chiron.records.api.EmergencyLookup;
import health.chiron.records.api.PatientBanner;
import health.chiron.records.api.PatientData;
import health.chiron.records.api.PatientLookup;
import health.chiron.records.api.PatientMatches;
import health.chiron.records.api.PatientView;
import health.chiron.records.api.Patients;
import health.chiron.records.api.RegisterPatient;
import health.chiron.rest.audit.AccessLog;
import health.chiron.rest.audit.PatientLogFilter;
import health.chiron.rest.call.Paging;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Patients, human and animal. */
@Path("/patients")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients")
public class PatientResource {
    @Inject
    private Patients patients;

    @Inject
    private Chart chart;

    @Inject
    private AuditTrail auditTrail;

    /** List patients. Those whom the account reaches now, by name, each with the reason and its end. */
    @GET
    public PatientList listPatients(@BeanParam PatientFilter filter, @BeanParam Paging paging) {
        return PatientList.of(patients.list(filter.toQuery(), paging.toPage()).page());
    }

    /**
     * Register a patient. Together with the person who owns the access. The owner's contact gets a code that proves it; until the
     * owner grants access the clinic sees who the patient is, and nothing more.
     */
    @POST
    @APIResponseSchema(value = PatientView.class, responseCode = "201")
    public Response registerPatient(RegisterPatient registration) {
        PatientView patient = patients.register(registration);
        return Versions.created("patients/" + patient.id(), patient, patient.version());
    }

    /**
     * Look a patient up. Finds a patient whom the clinic does not reach, by the exact microchip, or by the exact contact of the
     * owner together with the patient's exact name. Each look is in the patient's access log.
     */
    @POST
    @Path("/lookup")
    public PatientMatches lookUpPatient(PatientLookup lookup) {
        return patients.lookUp(lookup);
    }

    /**
     * Look a patient up in an emergency. By the exact whole name and the exact date of birth; for doctors whom the clinic lists for
     * emergencies. Each look is in the patient's access log, and they are limited.
     */
    @POST
    @Path("/emergency-lookup")
    public PatientMatches lookUpPatientInEmergency(EmergencyLookup lookup) {
        return patients.lookUpInEmergency(lookup);
    }

    /** Get a patient. With demographics. */
    @GET
    @Path("/{patient_id}")
    @APIResponseSchema(value = PatientView.class, responseCode = "200")
    public Response getPatient(@PathParam("patient_id") PatientId patientId) {
        PatientView patient = patients.get(patientId);
        return Versions.ok(patient, patient.version());
    }

    /** Correct a patient. Replaces the demographics. */
    @PUT
    @Path("/{patient_id}")
    @APIResponseSchema(value = PatientView.class, responseCode = "200")
    public Response correctPatient(
            @PathParam("patient_id") PatientId patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            PatientData data) {
        PatientView patient = patients.correct(patientId, Versions.required(version), data);
        return Versions.ok(patient, patient.version());
    }

    /** Get a patient's banner. Who it is, what to beware of, by what right the account looks, and what it may do. */
    @GET
    @Path("/{patient_id}/banner")
    public PatientBanner getBanner(@PathParam("patient_id") PatientId patientId) {
        return patients.banner(patientId);
    }

    /** Get the chart's first page. Conditions, latest visits, weight, next follow-up. */
    @GET
    @Path("/{patient_id}/chart")
    public ChartSummary getChart(@PathParam("patient_id") PatientId patientId) {
        return chart.summary(patientId);
    }

    /** List a patient's conditions. The problem list: what is present first, then newest first. */
    @GET
    @Path("/{patient_id}/conditions")
    public ConditionList listConditions(@PathParam("patient_id") PatientId patientId, @BeanParam Paging paging) {
        return ConditionList.of(chart.conditions(patientId, paging.toPage()));
    }

    /** Get a patient's access log. Who read or wrote what, when, under which relationship or grant; newest first, or sorted by a column. For the owner. */
    @GET
    @Path("/{patient_id}/audit")
    public AccessLog getPatientAccessLog(
            @PathParam("patient_id") PatientId patientId,
            @BeanParam PatientLogFilter filter,
            @BeanParam Paging paging) {
        return AccessLog.of(auditTrail.ofPatient(patientId, filter.toQuery(), paging.toPage()));
    }
}
