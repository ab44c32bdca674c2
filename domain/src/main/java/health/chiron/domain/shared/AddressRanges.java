package health.chiron.domain.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Some network addresses: single ones, or ranges such as {@code 10.0.0.0/8} and {@code 2001:db8::/32} (RFC 4632, RFC 4291). Names are never resolved. */
public final class AddressRanges {
    /** No address at all. */
    public static final AddressRanges NONE = new AddressRanges(List.of());

    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int LONGEST = 45;

    private final List<Range> ranges;

    private record Range(byte[] network, int bits) {
        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || (address[whole] ^ network[whole]) >> (8 - rest) == 0;
        }
    }

    private AddressRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads a list with commas.
     *
     * @throws IllegalArgumentException if an entry is no address and no range
     */
    public static AddressRanges of(String list) {
        List<Range> ranges = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            if (!entry.isBlank()) {
                ranges.add(range(entry.strip()));
            }
        }
        return new AddressRanges(List.copyOf(ranges));
    }

    private static Range range(String entry) {
        int slash = entry.indexOf('/');
        byte[] network = address(slash < 0 ? entry : entry.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("no network address"));
        int bits = slash < 0 ? network.length * 8 : Integer.parseInt(entry.substring(slash + 1));
        if (bits < 0 || bits > network.length * 8) {
            throw new IllegalArgumentException("no length of a network");
        }
        return new Range(network, bits);
    }

    /** Whether one of them is this address; no for anything that is no address. */
    public boolean hold(String text) {
        return address(text)
                .filter(known -> ranges.stream().anyMatch(range -> range.holds(known)))
                .isPresent();
    }

    /** The bytes of an address in its textual form; 4 for IPv4, also when it comes inside IPv6, else 16. Empty for anything else. */
    public static Optional<byte[]> address(String text) {
        if (text == null
                || text.length() > LONGEST
                || !(V4.matcher(text).matches() || V6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            // With these patterns the class only reads, it does not ask any server.
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
