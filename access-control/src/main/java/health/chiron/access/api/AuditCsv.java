package health.chiron.access.api;

import java.io.IOException;
import java.util.List;

/** The log as comma-separated values, in the words and names of the API. */
public final class AuditCsv {
    private AuditCsv() {}

    /** The first row of an export of the log. */
    public static void logHead(Appendable out) throws IOException {
        Csv.row(
                out,
                "occurred_at",
                "account_id",
                "who",
                "kind",
                "clinic_name",
                "channel",
                "patient_id",
                "relationship",
                "rule",
                "grant_id",
                "purpose",
                "action",
                "category",
                "operation",
                "record_id",
                "outcome",
                "reason",
                "request_id",
                "address");
    }

    /** Rows of an export of the log. */
    public static void log(Appendable out, List<AccessEntry> entries) throws IOException {
        for (AccessEntry entry : entries) {
            Csv.row(
                    out,
                    entry.occurredAt(),
                    entry.accountId(),
                    entry.who(),
                    word(entry.kind()),
                    entry.clinicName(),
                    word(entry.channel()),
                    entry.patientId(),
                    word(entry.relationship()),
                    entry.rule(),
                    entry.grantId(),
                    entry.purpose(),
                    word(entry.action()),
                    word(entry.category()),
                    entry.operation(),
                    entry.recordId(),
                    word(entry.outcome()),
                    entry.reason(),
                    entry.requestId(),
                    entry.address());
        }
    }

    /** An account of disclosures, whole. */
    public static void disclosures(Appendable out, DisclosureAccount account) throws IOException {
        Csv.row(
                out,
                "at",
                "recipient",
                "role",
                "clinic_name",
                "clinic_address",
                "action",
                "category",
                "record_id",
                "purpose",
                "relationship",
                "rule",
                "grant_id");
        for (DisclosureAccount.Disclosure line : account.disclosures()) {
            Csv.row(
                    out,
                    line.at(),
                    line.recipient(),
                    word(line.role()),
                    line.clinicName(),
                    line.clinicAddress(),
                    word(line.action()),
                    word(line.category()),
                    line.recordId(),
                    line.purpose(),
                    word(line.relationship()),
                    line.rule(),
                    line.grantId());
        }
    }

    private static String word(Object constant) {
        return constant == null ? null : constant.toString().toLowerCase(java.util.Locale.ROOT);
    }
}
