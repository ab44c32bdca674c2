package health.chiron.launcher.demo;

import health.chiron.launcher.Stack;
import health.chiron.launcher.client.ApiSession;
import health.chiron.launcher.demo.Roster.ClinicMade;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.secrets.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** One run of the script, from the first clinic to the last signature. */
final class DemoRun {
    private final Stack stack;
    private final Clock clock;
    private final Progress progress;
    private final Roster roster;
    private final Outbox outbox;
    private final ClinicSetup setup;

    DemoRun(Stack stack, Clock clock, Progress progress) {
        this.stack = stack;
        this.clock = clock;
        this.progress = progress;
        this.roster = new Roster(stack.api(), Secrets.in(stack.data().secrets()));
        this.outbox = new Outbox(stack.outbox());
        this.setup = new ClinicSetup(ApiSession.open(stack.api(), stack.firstAdministrator()), roster);
    }

    /** @param people the folder with the people to import */
    List<DemoFile.Account> run(Path people) {
        Script.Clinics script = Script.Clinics.read();
        Map<String, ClinicMade> clinics = new HashMap<>();
        progress.step("Making two clinics and their people", () -> {
            setup.makeAuditor(script.auditor());
            script.clinics().forEach(clinic -> clinics.put(clinic.key(), setup.make(clinic)));
        });
        for (Script.Clinic clinic : script.clinics()) {
            ClinicMade made = clinics.get(clinic.key());
            FrontDesk desk = new FrontDesk(roster.session(clinic.frontDesk()), made, outbox, roster, stack.api());
            if (clinic.key().equals("people")) {
                treatPeople(people, roster.session(clinic.integrator()), desk, made);
            } else {
                treatAnimals(desk, made);
            }
        }
        return roster.accounts();
    }

    private void treatPeople(Path files, ApiSession integrator, FrontDesk desk, ClinicMade clinic) {
        AtomicReference<ImportedPeople> imported = new AtomicReference<>();
        progress.step(
                "Importing 20 people with their charts", () -> imported.set(ImportedPeople.from(files, integrator)));
        progress.step("Asking their leave and writing records", () -> {
            for (Script.Chart chart : Script.Chart.ofPeople()) {
                ImportedPeople.Person person = imported.get().named(chart.patient());
                treat(desk.proveImported(person.patient(), person.phone(), chart.ownerSignsIn()), chart, desk, clinic);
            }
        });
    }

    private void treatAnimals(FrontDesk desk, ClinicMade clinic) {
        Map<String, Known> animals = new HashMap<>();
        progress.step("Registering 30 animals with their owners", () -> {
            for (Script.Owner owner : Script.Owner.all()) {
                desk.register(owner)
                        .forEach(known -> animals.put(known.patient().name(), known));
            }
        });
        progress.step("Asking the owners' leave and writing records", () -> {
            for (Script.Chart chart : Script.Chart.ofAnimals()) {
                treat(animals.get(chart.patient()), chart, desk, clinic);
            }
        });
    }

    private void treat(Known known, Script.Chart chart, FrontDesk desk, ClinicMade clinic) {
        desk.askFor(known, chart, setup.doctorId(chart.doctor())).ifPresent(grant -> {
            Doctor doctor = new Doctor(roster.session(chart.doctor()), clinic, clock);
            chart.visits().forEach(visit -> doctor.write(known.patient(), visit));
            roster.reachesAll("clinic_admin", clinic, known.patient());
            if ("owner".equals(chart.endedBy())) {
                roster.session(known.owner()).post("/grants/" + grant + "/revoke");
            } else {
                roster.reaches(chart.doctor(), known.patient());
                roster.reachesAll("staff", clinic, known.patient());
            }
        });
    }
}
