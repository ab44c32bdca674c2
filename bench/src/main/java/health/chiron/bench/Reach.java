package health.chiron.bench;

import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.Stack;
import health.chiron.launcher.client.ApiSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the access model costs as it grows: a decision for an actor with one, a hundred and ten thousand relationships, the list of
 * ten thousand patients among a hundred thousand, row-level security by itself, and the writing of the log.
 */
final class Reach {
    private static final int PAGE = 50;
    private static final int CLIENTS = 8;
    private static final double MOST_GROWTH = 2;
    private static final double MOST_LIST = 3;
    private static final double MOST_ROW_SECURITY = 1.5;
    /** Thirty hundredths of the throughput may go into the log. */
    private static final double MOST_LOG = 1 / 0.7;

    private final Options options;
    private final Stack stack;
    private final List<World.Doctor> doctors;

    private Reach(Options options, Stack stack, List<World.Doctor> doctors) {
        this.options = options;
        this.stack = stack;
        this.doctors = doctors;
    }

    /** A hundred thousand patients and three doctors beside the world that is there. */
    static Reach make(Options options, Stack stack) throws SQLException {
        ApiSession administrator = ApiSession.open(stack.api(), stack.firstAdministrator());
        UUID clinic = World.clinic(administrator, "Clinic of many", "BENCH-2");
        List<World.Doctor> doctors = new ArrayList<>();
        try (Connection connection = stack.database().connect(DatabaseRole.SUPERUSER)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TEMPORARY TABLE measured (account uuid, clinic uuid, patients integer)");
            }
            List<UUID> accounts = new ArrayList<>();
            for (int patients : List.of(1, 100, 10_000)) {
                UUID account = World.doctor(administrator, clinic, "bench-of-" + patients, "BENCH-R" + patients);
                accounts.add(account);
                try (PreparedStatement measured =
                        connection.prepareStatement("INSERT INTO measured VALUES (?, ?, ?)")) {
                    measured.setObject(1, account);
                    measured.setObject(2, clinic);
                    measured.setInt(3, patients);
                    measured.executeUpdate();
                }
            }
            World.run(connection, "reach.sql");
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
            for (int i = 0; i < accounts.size(); i++) {
                UUID account = accounts.get(i);
                doctors.add(new World.Doctor(
                        account,
                        "bench-of-" + List.of(1, 100, 10_000).get(i),
                        World.PASSWORD,
                        clinic,
                        World.patientsOf(connection, account),
                        List.of()));
            }
        }
        return new Reach(options, stack, doctors);
    }

    /** Measures all of it. */
    List<Ratio> measure(World world) throws IOException, SQLException, InterruptedException {
        List<Ratio> ratios = new ArrayList<>();
        ratios.add(decision(1, MOST_GROWTH));
        ratios.add(decision(2, MOST_GROWTH));
        ratios.addAll(lists());
        ratios.addAll(rowSecurity(world));
        ratios.add(log(world));
        return ratios;
    }

    private Ratio decision(int doctor, double most) throws IOException, SQLException, InterruptedException {
        World.Doctor many = doctors.get(doctor);
        return inTurns(
                "decision (banner over the API) with "
                        + String.format(
                                java.util.Locale.ROOT, "%,d", many.read().size()) + " relationships, by one",
                most,
                ApiClient.doing(stack.api(), ApiClient::banner).of(many),
                ApiClient.doing(stack.api(), ApiClient::banner).of(doctors.get(0)));
    }

    private List<Ratio> lists() throws IOException, SQLException, InterruptedException {
        World.Doctor doctor = doctors.get(2);
        UUID account = doctor.account();
        try (SameSql same = SameSql.watch(stack);
                Client api = ApiClient.doing(stack.api(), ApiClient::patients).of(doctor)) {
            same.mustSend(api, List.of(ListSql.SIZE, ListSql.WALKED));
        }
        Queries.Query page = new Queries.Query(ListSql.WALKED, PAGE, 0);
        Queries.Query size = new Queries.Query(ListSql.SIZE);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        Queries.Query plain = new Queries.Query(
                ListSql.PLAIN, account, doctor.clinic(), account, doctor.clinic(), doctor.clinic(), PAGE);
        Queries.Query grants = new Queries.Query(ListSql.GRANTS_ALONE, account, doctor.clinic(), now, PAGE);
        return List.of(
                inTurns(
                        "first page of 10,000 patients among 100,000, by the same page asked for plainly past row-level security",
                        MOST_LIST,
                        queries(DatabaseRole.APP, account, null, PAGE, page),
                        queries(DatabaseRole.SUPERUSER, account, null, PAGE, plain)),
                inTurns(
                        "the same with its total, by a page of the doctor's grants alone, no other reason looked at",
                        Double.NaN,
                        queries(DatabaseRole.APP, account, null, PAGE + 1, size, page),
                        queries(DatabaseRole.SUPERUSER, account, null, PAGE, grants)),
                inTurns(
                        "the same page over the API, by the plain page",
                        Double.NaN,
                        ApiClient.doing(stack.api(), ApiClient::patients).of(doctor),
                        queries(DatabaseRole.SUPERUSER, account, null, PAGE, plain)));
    }

    private List<Ratio> rowSecurity(World world) throws IOException, SQLException, InterruptedException {
        World.Doctor doctor = world.doctor(0);
        UUID patient = doctor.read().get(0);
        UUID many = doctors.get(2).account();
        Queries.Query[] chart = Sql.queriesOfChart(doctor.account(), patient);
        int rowsOfChart = Sql.rowsOfChart();
        Queries.Query[] visits = Sql.queriesOfVisits(doctor.account(), patient);
        Queries.Query all = new Queries.Query(ListSql.GATHERED, null, null, null, null, null, null, PAGE, 0);
        return List.of(
                inTurns(
                        "row-level security: the chart's queries, by the same past it",
                        MOST_ROW_SECURITY,
                        queries(DatabaseRole.APP, doctor.account(), patient, rowsOfChart, chart),
                        queries(DatabaseRole.SUPERUSER, doctor.account(), patient, rowsOfChart, chart)),
                inTurns(
                        "row-level security: the visit list's queries, by the same past it",
                        MOST_ROW_SECURITY,
                        queries(DatabaseRole.APP, doctor.account(), patient, World.VISITS_EACH + 1, visits),
                        queries(DatabaseRole.SUPERUSER, doctor.account(), patient, World.VISITS_EACH + 1, visits)),
                inTurns(
                        "row-level security: the list of 10,000 patients, by the same past it",
                        MOST_ROW_SECURITY,
                        queries(DatabaseRole.APP, many, null, PAGE, all),
                        queries(DatabaseRole.SUPERUSER, many, null, PAGE, all)));
    }

    /**
     * The application has no switch for its log. So a trigger of the superuser's lets the rows of every other round fall: what they cost
     * in the database is left out then, what they cost to put together is not.
     */
    private Ratio log(World world) throws IOException, SQLException, InterruptedException {
        Figures without = Figures.NONE;
        Figures with = Figures.NONE;
        try (Crowd crowd = Crowd.of(ApiClient.doing(stack.api(), ApiClient::banner), world);
                Connection superuser = stack.database().connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "CREATE FUNCTION public.lets_rows_fall() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
            List<Client> clients = crowd.first(CLIENTS);
            Round.run(clients, options.warmUp());
            for (int round = 0; round < options.rounds(); round++) {
                statement.execute(
                        "CREATE TRIGGER a_bench BEFORE INSERT ON audit.event FOR EACH ROW WHEN (NEW.patient_id IS NOT NULL) EXECUTE FUNCTION public.lets_rows_fall()");
                without = without.and(Round.run(clients, options.seconds()).figures());
                statement.execute("DROP TRIGGER a_bench ON audit.event");
                with = with.and(Round.run(clients, options.seconds()).figures());
            }
        }
        return new Ratio(
                "reads a second at 8 clients without rows of the log, by those with them",
                without.perSecond(),
                with.perSecond(),
                MOST_LOG,
                without.errors() + with.errors());
    }

    private Client queries(DatabaseRole role, UUID actor, UUID patient, int rows, Queries.Query... queries)
            throws SQLException {
        return new Queries(stack.database(), role, actor, patient, rows, List.of(queries));
    }

    private Ratio inTurns(String what, double most, Client first, Client second)
            throws IOException, SQLException, InterruptedException {
        try (first;
                second) {
            Round.run(List.of(first), options.warmUp().dividedBy(4));
            Round.run(List.of(second), options.warmUp().dividedBy(4));
            Figures one = Figures.NONE;
            Figures other = Figures.NONE;
            for (int round = 0; round < options.rounds(); round++) {
                one = one.and(Round.run(List.of(first), options.seconds()).figures());
                other = other.and(Round.run(List.of(second), options.seconds()).figures());
            }
            return new Ratio(what, one.percentile(0.5), other.percentile(0.5), most, one.errors() + other.errors());
        }
    }
}
