package health.chiron.launcher.cli;

import health.chiron.launcher.postgres.Migrations;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the missing migrations on an operator's database, before the new version is deployed. */
final class Migrate implements Command {
    private final Map<String, String> environment;

    Migrate(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments.parse(line, Set.of(), Set.of(), environment);
        OwnerAccess owner = new OwnerAccess(environment);
        int count = Migrations.run(owner.url(), owner.credentials());
        System.out.println(count == 0 ? "The database is up to date." : count + " migrations ran.");
        return 0;
    }
}
