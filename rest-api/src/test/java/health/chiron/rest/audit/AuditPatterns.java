package health.chiron.rest.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.DiscriminatorType;
import org.hl7.fhir.r4.model.ElementDefinition.SlicingRules;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * What IHE's Basic Audit Log Patterns (ITI BALP 1.1, volume 3) ask of an AuditEvent, as profiles that a validator can hold one against: for
 * create, read, update and delete, each with and without a patient. Said here in our own words, because the package is served by no
 * registry that a build can reach.
 */
final class AuditPatterns {
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    private static final String ENTITY = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";

    private record Pattern(
            String name, String action, List<String> interactions, Coding client, Coding server, List<String> users) {}

    private static final List<Pattern> PATTERNS = List.of(
            new Pattern(
                    "Create",
                    "C",
                    List.of("create"),
                    code(DICOM, "110153"),
                    code(DICOM, "110152"),
                    List.of("AUT", "INF", "CST")),
            new Pattern(
                    "Read",
                    "R",
                    List.of("read", "vread"),
                    code(DICOM, "110152"),
                    code(DICOM, "110153"),
                    List.of("IRCP")),
            new Pattern(
                    "Update",
                    "U",
                    List.of("update", "patch"),
                    code(DICOM, "110153"),
                    code(DICOM, "110152"),
                    List.of("AUT", "INF", "CST")),
            new Pattern(
                    "Delete",
                    "D",
                    List.of("delete"),
                    code(DICOM, "110150"),
                    code("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "custodian"),
                    List.of("AUT", "INF", "CST")));

    private final FhirValidator validator;

    AuditPatterns() {
        FhirContext fhir = FhirContext.forR4();
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(fhir);
        ours.addCodeSystem(entityTypes());
        ours.addValueSet(values("RestObjectRoles", ROLE, List.of("4", "3", "20")));
        for (Pattern pattern : PATTERNS) {
            ours.addValueSet(values(pattern.name() + "Interactions", INTERACTION, pattern.interactions()));
            ours.addValueSet(values(pattern.name() + "Users", PARTICIPATION, pattern.users()));
            ours.addStructureDefinition(profile(pattern, false));
            ours.addStructureDefinition(profile(pattern, true));
        }
        validator = fhir.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(fhir),
                        ours,
                        new SnapshotGeneratingValidationSupport(fhir),
                        new CommonCodeSystemsTerminologyService(fhir),
                        new InMemoryTerminologyServerValidationSupport(fhir))));
    }

    /** What is wrong with an event by FHIR R4 and by the profiles that it names; empty when it holds. */
    Stream<String> faults(String event) {
        return validator.validateWithResult(event).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + message.getMessage());
    }

    private static StructureDefinition profile(Pattern pattern, boolean ofPatient) {
        String name = (ofPatient ? "Patient" : "") + pattern.name();
        StructureDefinition profile = new StructureDefinition();
        profile.setUrl(BALP + "StructureDefinition/IHE.BasicAudit." + name)
                .setName(name)
                .setStatus(PublicationStatus.ACTIVE)
                .setKind(StructureDefinitionKind.RESOURCE)
                .setAbstract(false)
                .setType("AuditEvent")
                .setBaseDefinition("http://hl7.org/fhir/StructureDefinition/AuditEvent")
                .setDerivation(TypeDerivationRule.CONSTRAINT);
        Shape shape = new Shape(profile);
        shape.exactly("type", code("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest"));
        shape.sliced("subtype", "$this", 1);
        shape.slice("subtype", "act", 1, 1);
        shape.bound("subtype:act", "subtype", pattern.name() + "Interactions");
        shape.exactly("action", new CodeType(pattern.action()));
        shape.exactly("outcome", new CodeType("0"));
        shape.times("outcome", "outcome", 1, "1");
        shape.sliced("agent", "type", 2);
        agent(shape, "client", pattern.client());
        agent(shape, "server", pattern.server());
        shape.slice("agent", "user", 0, 1);
        shape.times("agent:user.type", "agent.type", 1, "1");
        shape.bound("agent:user.type", "agent.type", pattern.name() + "Users");
        shape.times("agent:user.who", "agent.who", 1, "1");
        shape.exactly("agent:user.requestor", "agent.requestor", new BooleanType(true));
        shape.times("agent:user.media", "agent.media", 0, "0");
        shape.times("agent:user.network", "agent.network", 0, "0");
        entities(shape, ofPatient);
        return profile;
    }

    private static void agent(Shape shape, String slice, Coding type) {
        shape.slice("agent", slice, 1, 1);
        shape.times("agent:" + slice + ".type", "agent.type", 1, "1");
        shape.exactly("agent:" + slice + ".type", "agent.type", new CodeableConcept(type));
        shape.times("agent:" + slice + ".who", "agent.who", 1, "1");
        shape.times("agent:" + slice + ".media", "agent.media", 0, "0");
        shape.times("agent:" + slice + ".network", "agent.network", 1, "1");
    }

    private static void entities(Shape shape, boolean ofPatient) {
        shape.sliced("entity", "type", ofPatient ? 2 : 1);
        shape.slice("entity", "transaction", 0, 1);
        shape.times("entity:transaction.what", "entity.what", 1, "1");
        shape.times("entity:transaction.type", "entity.type", 1, "1");
        shape.exactly(
                "entity:transaction.type", "entity.type", code(BALP + "CodeSystem/BasicAuditEntityType", "XrequestId"));
        shape.slice("entity", "data", 1, 1);
        shape.times("entity:data.what", "entity.what", 1, "1");
        shape.times("entity:data.type", "entity.type", 1, "1");
        shape.exactly("entity:data.type", "entity.type", code(ENTITY, "2"));
        shape.times("entity:data.role", "entity.role", 1, "1");
        shape.bound("entity:data.role", "entity.role", "RestObjectRoles");
        if (ofPatient) {
            shape.slice("entity", "patient", 1, 1);
            shape.times("entity:patient.what", "entity.what", 1, "1");
            shape.refersTo("entity:patient.what", "entity.what", "Patient");
            shape.times("entity:patient.type", "entity.type", 1, "1");
            shape.exactly("entity:patient.type", "entity.type", code(ENTITY, "1"));
            shape.times("entity:patient.role", "entity.role", 1, "1");
            shape.exactly("entity:patient.role", "entity.role", code(ROLE, "1"));
        }
    }

    private static Coding code(String system, String code) {
        return new Coding().setSystem(system).setCode(code);
    }

    private static CodeSystem entityTypes() {
        CodeSystem types = new CodeSystem();
        types.setUrl(BALP + "CodeSystem/BasicAuditEntityType")
                .setStatus(PublicationStatus.ACTIVE)
                .setContent(CodeSystem.CodeSystemContentMode.COMPLETE)
                .addConcept()
                .setCode("XrequestId");
        return types;
    }

    private static ValueSet values(String name, String system, List<String> codes) {
        ValueSet values = new ValueSet();
        values.setUrl(BALP + "ValueSet/" + name).setStatus(PublicationStatus.ACTIVE);
        var included = values.getCompose().addInclude().setSystem(system);
        codes.forEach(code -> included.addConcept().setCode(code));
        return values;
    }

    /** Writes the elements of a profile, each under its own id, once. */
    private record Shape(StructureDefinition profile) {
        private ElementDefinition element(String id, String path) {
            String whole = "AuditEvent." + id;
            return profile.getDifferential().getElement().stream()
                    .filter(element -> element.getId().equals(whole))
                    .findFirst()
                    .orElseGet(() -> {
                        ElementDefinition made = profile.getDifferential().addElement();
                        made.setPath("AuditEvent." + path).setId(whole);
                        return made;
                    });
        }

        void sliced(String path, String by, int atLeast) {
            ElementDefinition element = element(path, path).setMin(atLeast);
            element.getSlicing()
                    .setRules(SlicingRules.OPEN)
                    .addDiscriminator()
                    .setType(DiscriminatorType.VALUE)
                    .setPath(by);
        }

        void slice(String path, String name, int min, int max) {
            element(path + ":" + name, path).setSliceName(name).setMin(min).setMax(String.valueOf(max));
        }

        void times(String id, String path, int min, String max) {
            element(id, path).setMin(min).setMax(max);
        }

        void exactly(String path, Type value) {
            exactly(path, path, value);
        }

        void exactly(String id, String path, Type value) {
            element(id, path).setPattern(value);
        }

        void bound(String id, String path, String values) {
            element(id, path)
                    .getBinding()
                    .setStrength(BindingStrength.REQUIRED)
                    .setValueSet(BALP + "ValueSet/" + values);
        }

        void refersTo(String id, String path, String type) {
            element(id, path)
                    .addType()
                    .setCode("Reference")
                    .addTargetProfile("http://hl7.org/fhir/StructureDefinition/" + type);
        }
    }
}
