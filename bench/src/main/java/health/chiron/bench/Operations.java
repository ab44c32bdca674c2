package health.chiron.bench;

import health.chiron.launcher.Database;
import health.chiron.launcher.Stack;
import java.net.URI;
import java.util.List;

/** What is measured. */
final class Operations {
    private Operations() {}

    static List<Operation> of(Stack stack) {
        URI api = stack.api();
        Database database = stack.database();
        return List.of(
                new Operation(
                        "access decision (banner)",
                        Operation.Kind.READ,
                        ApiClient.doing(api, ApiClient::banner),
                        JdbcClient.doing(database, Sql::banner)),
                new Operation(
                        "chart summary",
                        Operation.Kind.READ,
                        ApiClient.doing(api, ApiClient::chart),
                        JdbcClient.doing(database, Sql::chart)),
                new Operation(
                        "visit list",
                        Operation.Kind.READ,
                        ApiClient.doing(api, ApiClient::visits),
                        JdbcClient.doing(database, Sql::visits)),
                new Operation(
                        "visit create (draft)",
                        Operation.Kind.WRITE,
                        ApiClient.doing(api, ApiClient::draft),
                        JdbcClient.doing(database, Sql::draft)),
                new Operation(
                        "login, JDBC with Argon2id",
                        Operation.Kind.WRITE,
                        ApiClient.doing(api, ApiClient::signIn),
                        JdbcClient.doing(database, Sql::signInWithPassword)),
                new Operation(
                        "login, JDBC without it",
                        Operation.Kind.SHOWN,
                        ApiClient.doing(api, ApiClient::signIn),
                        JdbcClient.doing(database, Sql::signIn)));
    }
}
