package dev.rapport.channels.forum;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.net.URI;

/** What both forums have in common: a server of somebody's own, asked with a key. */
final class Forum {

    private Forum() {}

    static String server(Connection inbox) {
        return ServerAddress.of(inbox).root().toString();
    }

    static URI at(Connection inbox, String path) {
        return URI.create(server(inbox) + path);
    }

    /** The network that ids of authors are stable on: this one server. */
    static String network(String kind, Connection inbox) {
        return kind + ":" + ServerAddress.of(inbox).host();
    }

    /** The answer to a mere question; who may not even ask has no good key. */
    static Answer ask(Calls calls, Call question) {
        Answer answer = calls.make(question);
        if (answer.isOk()) {
            return answer;
        }
        Fault fault = calls.refusal(question, answer);
        throw answer.status() == 403 ? new Fault.Auth(String.valueOf(fault.getMessage())) : fault;
    }
}
