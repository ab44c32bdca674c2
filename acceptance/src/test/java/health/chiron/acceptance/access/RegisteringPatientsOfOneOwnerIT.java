package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several patients belong to one person: one account, whenever and wherever they are registered. */
class RegisteringPatientsOfOneOwnerIT {
    private static final int AT_ONCE = 12;

    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    private static Answer register(String mail) {
        return scene.unproven(mail);
    }

    @Test
    void a_litter_that_is_registered_at_once_gets_one_account() {
        String mail = "litter-" + Scene.next() + "@example.org";
        List<Answer> answers = Race.of(AT_ONCE, () -> register(mail));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(Rows.count("SELECT count(*) FROM access.account WHERE email = ?", mail))
                .isEqualTo(1);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.patient_owner o JOIN access.account a ON a.id = o.account_id WHERE a.email = ?",
                        mail))
                .isEqualTo(AT_ONCE);
    }

    @Test
    void the_code_that_went_out_for_the_first_proves_the_contact_for_the_next_as_well() {
        String mail = "two-" + Scene.next() + "@example.org";
        register(mail).mustBe(201);
        String second = register(mail).mustBe(201).text("id");
        assertThat(House.get().outbox().to(mail)).as("one code for both").hasSize(1);
        scene.desk
                .post(
                        "/patients/" + second + "/owner/verify",
                        Map.of("code", House.get().outbox().codeTo(mail, 1)))
                .mustBe(200);
    }

    @Test
    void a_mail_address_that_may_own_nothing_is_refused_by_the_name_of_its_field() {
        String mail = "gone-" + Scene.next() + "@example.org";
        register(mail).mustBe(201);
        Rows.change("UPDATE access.account SET status = 'DEACTIVATED' WHERE email = ?", mail);
        Answer refused = register(mail);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly("owner.email");
    }
}
