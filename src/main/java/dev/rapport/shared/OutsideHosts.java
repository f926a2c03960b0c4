package dev.rapport.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses this server may call when somebody entered them, or a stranger's message carries them: those of the
 * outside. What stands in {@code rapport.outside.allow} (names, separated by commas, or {@code *} for all) may be called
 * wherever it is: a forum of the own house, or a server on the developer's machine.
 */
@Component
public class OutsideHosts {

    /** An address that is not called, with the reason in words. */
    public static final class NotOutside extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOutside(String why) {
            super(why);
        }
    }

    private static final String EVERY = "*";

    private final Set<String> allowed;

    public OutsideHosts(@Value("${rapport.outside.allow:}") String allowed) {
        this.allowed = Arrays.stream(allowed.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a host may be called wherever it is. */
    public boolean allows(String host) {
        return allowed.contains(EVERY) || allowed.contains(host.toLowerCase(Locale.ROOT));
    }

    /**
     * Looks up the host behind an address that is to be called by https. The lookup is kept by Java for half a minute, so that the call which follows goes to
     * what was looked at here.
     *
     * @throws NotOutside when it is not to be called
     */
    public void check(URI address) {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            throw new NotOutside("“" + address + "” is not the address of a server.");
        }
        if (allows(host)) {
            return;
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new NotOutside("Only addresses that begin with https:// are called.");
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(host)) {
                if (!isOutside(one)) {
                    throw new NotOutside("“" + host + "” lies inside a private network.");
                }
            }
        } catch (UnknownHostException e) {
            throw new NotOutside("There is no server “" + host + "”.");
        }
    }

    /** Whether an address is one of the public Internet. */
    public static boolean isOutside(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (address instanceof Inet6Address ? isOutside6(bytes) : isOutside4(bytes));
    }

    /** Without "this network", shared, protocol, benchmark and reserved ranges (RFC 6890). */
    private static boolean isOutside4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !shared && !protocol && !benchmark;
    }

    /** Global unicast only (2000::/3), without 6to4 and Teredo, which carry addresses of version 4. */
    private static boolean isOutside6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        boolean teredo = first == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        return (first & 0xe000) == 0x2000 && first != 0x2002 && !teredo;
    }
}
