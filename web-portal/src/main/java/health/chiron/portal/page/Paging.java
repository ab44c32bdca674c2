package health.chiron.portal.page;

import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import java.io.Serializable;
import java.text.MessageFormat;

/**
 * Where in a longer list the reader is.
 *
 * @param number the page, from 1
 * @param size entries a page
 * @param total entries in all
 */
public record Paging(int number, int size, long total) implements Serializable {
    /** The usual page length. */
    public static final int USUAL = 20;

    /** The request for a page by its number; a number that makes no sense is the first page. */
    public static PageRequest request(Integer number, int size) {
        int page = number == null || number < 1 ? 1 : Math.min(number, PageRequest.DEEPEST / size);
        return new PageRequest((page - 1) * size, size);
    }

    /** The place of an answered page. */
    public static Paging of(Page<?> page) {
        return new Paging(page.offset() / page.limit() + 1, page.limit(), page.total());
    }

    /** Whether there is more than one page. */
    public boolean needed() {
        return total > size || number > 1;
    }

    /** Whether there is a page before. */
    public boolean hasPrevious() {
        return number > 1;
    }

    /** Whether there is a page after. */
    public boolean hasNext() {
        return (long) number * size < total && (long) number * size < PageRequest.DEEPEST;
    }

    /** "21 to 40 of 133", by the given pattern with three places. */
    public String label(String pattern) {
        long first = Math.min(total, (long) (number - 1) * size + 1);
        return MessageFormat.format(pattern, first, Math.min(total, (long) number * size), total);
    }
}
