package dev.rapport.channels.http;

import dev.rapport.channels.spi.Fault;
import dev.rapport.shared.OutsideHosts;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/**
 * Keeps a connector's calls out of private networks, in the words of its faults: an address that somebody typed, or that a
 * stranger's message carries, must not reach what only this machine can reach.
 */
@Component
public class PublicAddresses {

    private final OutsideHosts hosts;

    public PublicAddresses(OutsideHosts hosts) {
        this.hosts = hosts;
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
        if (hosts.allows(host)) {
            return;
        }
        for (InetAddress address : addresses(host)) {
            if (!OutsideHosts.isOutside(address)) {
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

    private static String shortened(URI uri) {
        String text = uri.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
