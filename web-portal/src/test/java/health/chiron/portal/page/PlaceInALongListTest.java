package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceInALongListTest {
    @Test
    void is_asked_for_by_the_number_of_the_page() {
        assertThat(Paging.request(3, 20)).isEqualTo(new PageRequest(40, 20));
    }

    @Test
    void is_the_first_page_when_the_number_makes_no_sense() {
        assertThat(Paging.request(null, 20)).isEqualTo(PageRequest.first(20));
        assertThat(Paging.request(0, 20)).isEqualTo(PageRequest.first(20));
        assertThat(Paging.request(-7, 20)).isEqualTo(PageRequest.first(20));
        assertThat(Paging.request(Integer.MAX_VALUE, 20).offset()).isLessThanOrEqualTo(PageRequest.DEEPEST);
    }

    @Test
    void knows_what_comes_before_and_after() {
        Paging second = Paging.of(new Page<>(List.of(), 45, 20, 20));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.needed()).isTrue();
        assertThat(second.hasPrevious()).isTrue();
        assertThat(second.hasNext()).isTrue();
        assertThat(Paging.of(new Page<>(List.of(), 45, 40, 20)).hasNext()).isFalse();
        assertThat(Paging.of(new Page<>(List.of(), 20, 0, 20)).needed()).isFalse();
    }

    @Test
    void is_said_by_first_and_last_entry() {
        assertThat(Paging.of(new Page<>(List.of(), 45, 40, 20)).label("{0} to {1} of {2}"))
                .isEqualTo("41 to 45 of 45");
    }
}
