package health.chiron.portal.owner;

import health.chiron.access.api.BlockCandidate;
import health.chiron.access.api.BlockView;
import health.chiron.access.api.Blocks;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.NewBlock;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.BlockId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom the owner keeps out. In view scope, because rows carry buttons. */
@Named("keepOut")
@ViewScoped
public class KeepOut implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @Inject
    private Blocks door;

    @Inject
    private Grants grants;

    @Inject
    private PatientHead head;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private UUID patient;
    private List<Row> rows = List.of();
    private List<Choice> people = List.of();
    private List<Choice> clinics = List.of();
    private String person;
    private String clinic;
    private boolean evenInEmergency;

    /** A block as it is listed; lifted ones have an end. */
    public record Row(UUID id, String name, boolean clinic, boolean evenInEmergency, Instant since, Instant until)
            implements Serializable {
        static Row of(BlockView block) {
            boolean ofClinic = block.clinicName() != null;
            return new Row(
                    block.id().value(),
                    ofClinic ? block.clinicName() : block.personName(),
                    ofClinic,
                    block.evenInEmergency(),
                    block.since(),
                    block.until());
        }

        /** Whether it stands. */
        public boolean stands() {
            return until == null;
        }
    }

    /** Somebody to choose. */
    public record Choice(String id, String name) implements Serializable {
        static Choice of(BlockCandidate one) {
            return new Choice(
                    one.id().toString(),
                    one.clinics() == null ? one.fullName() : one.fullName() + ", " + one.clinics());
        }
    }

    /** Loads the blocks, and who could be kept out. */
    public void load() {
        head.load();
        patient = head.id().value();
        rows = door.ofPatient(head.id(), PageRequest.first(SHOWN)).items().stream()
                .map(Row::of)
                .toList();
        people = door.candidates(head.id()).stream().map(Choice::of).toList();
        Map<String, String> names = new LinkedHashMap<>();
        for (GrantView grant : grants.ofPatient(head.id(), GrantQuery.ALL, PageRequest.first(SHOWN))
                .items()) {
            names.put(grant.clinicId().toString(), grant.clinicName());
        }
        clinics = names.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue()))
                .toList();
    }

    /** Keeps the chosen person out. */
    public String keepPersonOut() {
        return again(
                () -> door.block(
                        head.id(), new NewBlock(person == null ? null : AccountId.of(person), null, evenInEmergency)),
                "block.set");
    }

    /** Keeps the chosen clinic out. */
    public String keepClinicOut() {
        return again(
                () -> door.block(
                        head.id(), new NewBlock(null, clinic == null ? null : ClinicId.of(clinic), evenInEmergency)),
                "block.set");
    }

    /** Lifts a block. */
    public String lift(UUID block) {
        return again(() -> door.lift(new BlockId(block)), "block.lifted");
    }

    private String again(Runnable act, String said) {
        return attempt.to(() -> {
            act.run();
            notices.carry("ok", said);
            return "/keep-out?faces-redirect=true&patient=" + patient;
        });
    }

    /** The blocks. */
    public List<Row> getRows() {
        return rows;
    }

    /** The people to choose from. */
    public List<Choice> getPeople() {
        return people;
    }

    /** The clinics to choose from: those that have or had access. */
    public List<Choice> getClinics() {
        return clinics;
    }

    /** The chosen person. */
    public String getPerson() {
        return person;
    }

    /** Sets it. */
    public void setPerson(String person) {
        this.person = person;
    }

    /** The chosen clinic. */
    public String getClinic() {
        return clinic;
    }

    /** Sets it. */
    public void setClinic(String clinic) {
        this.clinic = clinic;
    }

    /** Whether it holds in emergencies as well. */
    public boolean isEvenInEmergency() {
        return evenInEmergency;
    }

    /** Sets it. */
    public void setEvenInEmergency(boolean evenInEmergency) {
        this.evenInEmergency = evenInEmergency;
    }
}
