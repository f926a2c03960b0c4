package dev.rapport.channels.http;

import dev.rapport.channels.spi.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Makes calls to other servers: five seconds to connect, thirty to answer, no more bytes than wanted, public addresses only. */
@Component
public class Calls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final int REDIRECTIONS = 5;
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

    private final RestClient http;
    private final PublicAddresses addresses;
    private final Clock clock;

    @Autowired
    public Calls(PublicAddresses addresses, Clock clock) {
        this(addresses, clock, READ);
    }

    /** With another limit for the answer. */
    public Calls(PublicAddresses addresses, Clock clock, Duration read) {
        this.addresses = addresses;
        this.clock = clock;
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(read);
        factory.enableCompression(true);
        http = RestClient.builder()
                .requestFactory(factory)
                .defaultHeader(HttpHeaders.USER_AGENT, "Rapport (social CRM)")
                .build();
    }

    /**
     * The answer, whatever its status.
     *
     * @throws Fault.Broken when nothing was done: the server could not be reached, or did not answer to a mere question
     * @throws Fault.Unsure when the call may have changed something and no answer came
     */
    public Answer make(Call call) {
        addresses.check(call.uri());
        try {
            RestClient.RequestBodySpec request = http.method(call.method()).uri(call.uri());
            call.headers().forEach(request::header);
            Call.Body body = call.body();
            if (body != null) {
                request.contentType(MediaType.parseMediaType(body.type())).body(body.bytes());
            }
            return request.exchangeForRequiredValue((sent, answer) -> read(call, answer), true);
        } catch (ResourceAccessException e) {
            throw failed(call, e);
        }
    }

    /** The answer to a mere question, from wherever the server sends us for it, each address checked. */
    public Answer follow(Call question) {
        Call call = question;
        for (int i = 0; i < REDIRECTIONS; i++) {
            Answer answer = make(call);
            String next = answer.header(HttpHeaders.LOCATION);
            if (!ELSEWHERE.contains(answer.status()) || next == null) {
                return answer;
            }
            call = call.to(resolved(call.uri(), next));
        }
        throw new Fault.Broken(question.uri().getHost() + " sends us from one address to the next without end.");
    }

    /** A good answer, or the fault that says what has to happen next. */
    public Answer ok(Call call) {
        Answer answer = make(call);
        if (!answer.isOk()) {
            throw Refusals.of(call, answer, clock.instant());
        }
        return answer;
    }

    /** What an answer that is not good means. */
    public Fault refusal(Call call, Answer answer) {
        return Refusals.of(call, answer, clock.instant());
    }

    private Answer read(Call call, ClientHttpResponse answer) throws IOException {
        byte[] bytes;
        try (InputStream body = answer.getBody()) {
            bytes = body.readNBytes(call.most() + 1);
        }
        boolean cut = bytes.length > call.most();
        HttpHeaders headers = answer.getHeaders();
        return new Answer(
                call.uri(),
                answer.getStatusCode().value(),
                headers,
                cut ? java.util.Arrays.copyOf(bytes, call.most()) : bytes,
                cut,
                LimitHeaders.limits(headers, clock.instant()),
                LimitHeaders.retryAt(headers, clock.instant()));
    }

    private static Fault failed(Call call, ResourceAccessException e) {
        Throwable cause = e.getMostSpecificCause();
        String host = call.uri().getHost();
        boolean neverReached = hasCause(e, ConnectException.class) || hasCause(e, HttpConnectTimeoutException.class);
        if (neverReached) {
            return new Fault.Broken(host + " cannot be reached.", cause);
        }
        String why =
                "The connection to " + host + " broke off: " + cause.getClass().getSimpleName();
        return call.changes() ? new Fault.Unsure(why, cause) : new Fault.Broken(why, cause);
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (kind.isInstance(e)) {
                return true;
            }
        }
        return false;
    }

    private static URI resolved(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Fault.Broken(from.getHost() + " sends us to something that is no address.", e);
        }
    }
}
