package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactAsTypedTest {
    @Test
    void loses_what_people_put_between_the_digits_of_a_telephone_number() {
        assertThat(ContactAsTyped.plain(" +49 (30) 123-45/67 ")).isEqualTo("+49301234567");
    }

    @Test
    void stays_as_it_is_when_it_is_a_mail_address() {
        assertThat(ContactAsTyped.plain(" a.b-c@example.org ")).isEqualTo("a.b-c@example.org");
        assertThat(ContactAsTyped.plain(null)).isNull();
    }
}
