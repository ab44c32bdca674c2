package health.chiron.access.internal.grants;

import health.chiron.access.api.Action;
import health.chiron.access.api.BlockCandidate;
import health.chiron.access.api.BlockView;
import health.chiron.access.api.Blocks;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.NewBlock;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.BlockId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Whom an owner keeps out. */
@Stateless
public class BlocksDoor implements Blocks {
    private static final String BLOCK = """
            SELECT b.*, a.full_name, c.name AS clinic_name FROM access.access_block b
              LEFT JOIN access.account a ON a.id = b.account_id
              LEFT JOIN access.clinic c ON c.id = b.clinic_id
            """;

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.BLOCK, on = Category.ACCESS)
    public Page<BlockView> ofPatient(PatientId patient, PageRequest page) {
        List<BlockView> items = sql.list(
                BLOCK
                        + " WHERE b.patient_id = ? ORDER BY (b.until IS NULL) DESC, b.since DESC, b.id DESC LIMIT ? OFFSET ?",
                BlocksDoor::block,
                patient,
                page.limit(),
                page.offset());
        return new Page<>(
                items,
                sql.count("SELECT count(*) FROM access.access_block WHERE patient_id = ?", patient),
                page.offset(),
                page.limit());
    }

    @Override
    @Permit(value = Action.BLOCK, on = Category.ACCESS)
    public List<BlockCandidate> candidates(PatientId patient) {
        return sql.list(
                """
                WITH known AS (
                  SELECT e.account_id FROM audit.event e WHERE e.patient_id = ?
                  UNION
                  SELECT m.account_id FROM access.access_grant g JOIN access.clinic_member m ON m.clinic_id = g.clinic_id AND m.active
                    WHERE g.patient_id = ?)
                SELECT a.id, a.full_name, a.kind,
                       (SELECT string_agg(c.name, ', ' ORDER BY c.name) FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id
                          WHERE m.account_id = a.id AND m.active) AS clinics
                  FROM known k JOIN access.account a ON a.id = k.account_id
                 WHERE a.id <> policy.actor() AND a.kind IN ('DOCTOR','STAFF','CLINIC_ADMIN','OWNER') AND NOT policy.is_owner(a.id, ?)
                 ORDER BY a.full_name, a.id LIMIT 500""",
                row -> new BlockCandidate(
                        new AccountId(row.id("id")),
                        row.text("full_name"),
                        row.word(AccountKind.class, "kind"),
                        row.text("clinics")),
                patient,
                patient,
                patient);
    }

    @Override
    @Permit(value = Action.BLOCK, on = Category.ACCESS)
    public BlockView block(PatientId patient, NewBlock block) {
        if ((block.accountId() == null) == (block.clinicId() == null)) {
            throw Refusal.invalid("accountId", "required", "Name a person or a clinic.");
        }
        if (block.accountId() != null) {
            if (candidates(patient).stream().noneMatch(known -> known.id().equals(block.accountId()))) {
                throw Refusal.invalid("accountId", "unknown", "Choose somebody who has to do with this patient.");
            }
        } else if (sql.count("SELECT count(*) FROM access.clinic WHERE id = ?", block.clinicId()) == 0) {
            throw Refusal.invalid("clinicId", "unknown", "There is no such clinic.");
        }
        BlockId id = BlockId.next();
        try {
            sql.update(
                    "INSERT INTO access.access_block (id, patient_id, account_id, clinic_id, even_in_emergency, since, set_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    patient,
                    block.accountId(),
                    block.clinicId(),
                    block.evenInEmergency(),
                    clock.instant(),
                    current.get().account());
        } catch (SqlFailure failure) {
            if (failure.broke("access_block_once")) {
                throw Refusal.conflict("access/block-stands", "This person or clinic is kept out already.");
            }
            throw failure;
        }
        return view(id);
    }

    @Override
    @Permit(value = Action.BLOCK, on = Category.ACCESS)
    public BlockView lift(BlockId id) {
        int lifted = sql.update(
                "UPDATE access.access_block SET until = ?, lifted_by = ?, version = version + 1 WHERE id = ? AND until IS NULL",
                clock.instant(),
                current.get().account(),
                id);
        if (lifted == 0) {
            throw Refusal.conflict("access/block-lifted", "This was lifted already.");
        }
        return view(id);
    }

    private BlockView view(BlockId id) {
        return sql.first(BLOCK + " WHERE b.id = ?", BlocksDoor::block, id).orElseThrow(Refusal::notFound);
    }

    private static BlockView block(Sql.Row row) throws SQLException {
        UUID account = row.id("account_id");
        UUID clinic = row.id("clinic_id");
        return new BlockView(
                new BlockId(row.id("id")),
                new PatientId(row.id("patient_id")),
                account == null ? null : new AccountId(account),
                row.text("full_name"),
                clinic == null ? null : new ClinicId(clinic),
                row.text("clinic_name"),
                row.yes("even_in_emergency"),
                row.instant("since"),
                row.instant("until"));
    }
}
