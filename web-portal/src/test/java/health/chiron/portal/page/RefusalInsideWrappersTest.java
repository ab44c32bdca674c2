package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.shared.Refusal;
import jakarta.ejb.EJBException;
import org.junit.jupiter.api.Test;

class RefusalInsideWrappersTest {
    @Test
    void is_found_however_deep_the_containers_wrapped_it() {
        Refusal refusal = Refusal.stale();
        EJBException wrapped = new EJBException(new IllegalStateException(refusal));
        assertThat(Refusals.in(wrapped)).containsSame(refusal);
        assertThat(Refusals.in(refusal)).containsSame(refusal);
    }

    @Test
    void is_not_made_up_where_there_is_none() {
        assertThat(Refusals.in(new IllegalStateException("broken"))).isEmpty();
        assertThat(Refusals.in(null)).isEmpty();
    }
}
