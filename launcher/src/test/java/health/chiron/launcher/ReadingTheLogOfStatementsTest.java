package health.chiron.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTheLogOfStatementsTest {
    @Test
    void tells_one_application_from_another() {
        String log = """
                11|chiron|LOG:  execute <unnamed>: BEGIN
                12|bench|LOG:  execute S_1: SELECT 2
                11|chiron|LOG:  execute S_2/C_3: SELECT 1
                """;
        assertThat(StatementLog.statements(log, "chiron")).containsExactly("BEGIN", "SELECT 1");
        assertThat(StatementLog.statements(log, "bench")).containsExactly("SELECT 2");
    }

    @Test
    void joins_the_lines_of_a_statement_and_counts_white_space_once() {
        String log = "11|chiron|LOG:  execute S_2: SELECT *\n\t  FROM  visit\n\t WHERE true\n";
        assertThat(StatementLog.statements(log, "chiron")).containsExactly("SELECT * FROM visit WHERE true");
    }

    @Test
    void keeps_the_statements_of_a_transaction_together() {
        String log = """
                11|chiron|LOG:  statement: BEGIN
                12|chiron|LOG:  statement: BEGIN
                11|chiron|LOG:  statement: SELECT 11
                12|chiron|LOG:  statement: SELECT 12
                11|chiron|LOG:  statement: COMMIT
                """;
        assertThat(StatementLog.statements(log, "chiron"))
                .containsExactly("BEGIN", "SELECT 11", "COMMIT", "BEGIN", "SELECT 12");
    }

    @Test
    void leaves_the_sealing_job_out() {
        String log = """
                11|chiron|LOG:  statement: BEGIN
                11|chiron|LOG:  statement: SELECT pg_try_advisory_xact_lock(7)
                11|chiron|LOG:  statement: COMMIT
                11|chiron|LOG:  statement: BEGIN
                11|chiron|LOG:  statement: SELECT 1
                """;
        assertThat(StatementLog.statements(log, "chiron")).containsExactly("BEGIN", "SELECT 1");
    }

    @Test
    void skips_what_is_no_statement() {
        String log = """
                11|chiron|LOG:  statement: SELECT 1
                9||LOG:  checkpoint starting: time
                \tnot a part of the statement
                """;
        assertThat(StatementLog.statements(log, "chiron")).containsExactly("SELECT 1");
    }
}
