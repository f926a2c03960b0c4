package dev.rapport.channels.http;

import dev.rapport.channels.spi.Fault;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps calls out of private networks: an address that somebody typed, or that a stranger's message carries, must not reach
 * what only this machine can reach. {@code rapport.channels.private-addresses} allows it, for places of one's own.
 */
@Component
public class PublicAddresses {

    private final boolean allowsPrivate;

    public PublicAddresses(@Value("${rapport.channels.private-addresses:false}") boolean allowsPrivate) {
        this.allowsPrivate = allowsPrivate;
    }

    /**
     * Lets a call pass. Java keeps the addresses found here for some seconds, so the connection made next goes to them.
     *
     * @throws Fault.Refused when it is no web address or leads into a private network
     * @throws Fault.Broken when its host is unknown now
     */
    public void check(URI uri) {
        String host = uri.getHost();
        if (host == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
            throw new Fault.Refused("“" + shortened(uri) + "” is no web address.");
        }
        if (allowsPrivate) {
            return;
        }
        for (InetAddress address : addresses(host)) {
            if (isPrivate(address)) {
                throw new Fault.Refused("“" + host + "” leads into a private network, where nothing is fetched.");
            }
        }
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new Fault.Broken("The host “" + host + "” is unknown.", e);
        }
    }

    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isReserved(address.getAddress())
                || address instanceof Inet6Address && isReserved6(address.getAddress());
    }

    /** 0/8, shared 100.64/10, 192.0.0/24, benchmarks 198.18/15, and everything from 240 up. */
    private static boolean isReserved(byte[] bytes) {
        if (bytes.length != 4) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return first == 0
                || first == 100 && (second & 0xC0) == 64
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second & 0xFE) == 18
                || first >= 240;
    }

    /** Unique local fc00::/7, and addresses that carry an IPv4 one inside: NAT64 64:ff9b::/96 and 6to4 2002::/16. */
    private static boolean isReserved6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return (first & 0xFE00) == 0xFC00 || first == 0x2002 || first == 0x0064 && (bytes[2] & 0xFF) == 0xFF;
    }

    private static String shortened(URI uri) {
        String text = uri.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
