package dev.rapport.channels.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls to Meta's Graph API, whose errors have codes of their own.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">error handling</a>
 */
@Component
class Graph {

    static final String TOKEN = "token";

    /** Where the Graph API is and in which version; another one in tests. */
    static final String API = "api";

    private static final String META = "https://graph.facebook.com/v23.0";

    private static final Set<Integer> SIGN_IN = Set.of(102, 190, 463, 467);

    /** Too many calls, of the app, the user, the page or the business. */
    private static final Set<Integer> TOO_FAST =
            Set.of(4, 17, 32, 613, 80001, 80002, 80006, 80007, 130429, 131048, 131056, 133016);

    /** "Unknown" and "service": it may have been done. */
    private static final Set<Integer> UNSURE = Set.of(1, 2, 131000);

    private static final Duration REST = Duration.ofMinutes(5);

    /** What the Graph API says of an error. */
    record Failed(@Nullable Error error) {
        record Error(
                @Nullable String message,
                @Nullable Integer code,
                @JsonProperty("error_subcode") @Nullable Integer subcode) {}
    }

    /** The id of what was made. */
    record Made(
            @Nullable String id,
            @JsonProperty("message_id") @Nullable String messageId) {

        @Nullable
        String number() {
            return messageId == null ? id : messageId;
        }
    }

    private final Calls calls;
    private final Clock clock;

    Graph(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** @param query names and values in turn */
    Answer get(Connection inbox, String path, String... query) {
        return answered(with(inbox, Call.get(at(inbox, path, query))), false);
    }

    Answer post(Connection inbox, String path, Object body) {
        return answered(with(inbox, Call.post(at(inbox, path), body)), true);
    }

    private Answer answered(Call call, boolean changes) {
        Answer answer = calls.make(call);
        if (answer.isOk()) {
            return answer;
        }
        Failed.Error error = error(answer);
        Integer code = error == null ? null : error.code();
        if (error == null || code == null) {
            throw calls.refusal(call, answer);
        }
        String why = "Meta answered " + code + (error.subcode() == null ? "" : "/" + error.subcode()) + ": "
                + error.message();
        if (SIGN_IN.contains(code)) {
            throw new Fault.Auth(why);
        }
        if (TOO_FAST.contains(code)) {
            throw new Fault.Slow(why, clock.instant().plus(REST));
        }
        if (UNSURE.contains(code)) {
            throw changes ? new Fault.Unsure(why, new IllegalStateException(why)) : new Fault.Broken(why);
        }
        throw new Fault.Refused(why);
    }

    private static Failed.@Nullable Error error(Answer answer) {
        try {
            return Payloads.of(answer, Failed.class).error();
        } catch (Fault.Broken noError) {
            return null;
        }
    }

    private static Call with(Connection inbox, Call call) {
        return call.bearer(inbox.secret(TOKEN));
    }

    private static URI at(Connection inbox, String path, String... query) {
        String api = inbox.setting(API);
        return new ServerAddress(URI.create(api == null || api.isEmpty() ? META : api)).at(path, query);
    }
}
