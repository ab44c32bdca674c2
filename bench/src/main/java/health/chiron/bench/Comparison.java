package health.chiron.bench;

import java.util.Optional;

/**
 * One operation at one number of clients: both sides.
 *
 * @param statements round trips of the database that one operation takes, COMMIT counted, BEGIN not
 * @param apiError the first error of the API, if there was one
 */
record Comparison(
        Operation.Kind kind,
        String operation,
        int clients,
        int statements,
        Figures api,
        Figures jdbc,
        Optional<String> apiError,
        Optional<String> jdbcError) {

    /** The API's throughput by that of plain JDBC; 0 when JDBC managed nothing. */
    double ratio() {
        return jdbc.perSecond() == 0 ? 0 : api.perSecond() / jdbc.perSecond();
    }

    /** How much worse the API's bad moments are than its usual ones. */
    double spread() {
        return api.percentile(0.95) / api.percentile(0.5);
    }

    long errors() {
        return api.errors() + jdbc.errors();
    }
}
