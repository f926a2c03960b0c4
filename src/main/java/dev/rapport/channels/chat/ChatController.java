package dev.rapport.channels.chat;

import dev.rapport.channels.Allowances;
import dev.rapport.shared.web.Languages;
import dev.rapport.shared.web.Texts;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the script on a website asks for and sends. */
@WhenServing
@RestController
@RequestMapping("/chat/{door}")
class ChatController {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Resource SCRIPT = new ClassPathResource("chat/widget.js");
    private static final List<String> TEXTS = List.of(
            "open",
            "close",
            "title",
            "greeting",
            "away",
            "away-mail",
            "label",
            "send",
            "you",
            "us",
            "log",
            "sending",
            "failed",
            "again",
            "name",
            "address",
            "left",
            "new",
            "too-fast");

    private final Chats chats;
    private final VisitorTokens tokens;
    private final Texts texts;
    private final Languages languages;
    private final Clock clock;
    private final Allowances visits;
    private final Allowances words;
    private final Allowances wordsFromOneAddress;
    private final Allowances looks;

    ChatController(Chats chats, VisitorTokens tokens, Texts texts, Languages languages, Clock clock) {
        this.chats = chats;
        this.tokens = tokens;
        this.texts = texts;
        this.languages = languages;
        this.clock = clock;
        this.visits = new Allowances(60, MINUTE, clock);
        this.words = new Allowances(30, MINUTE, clock);
        this.wordsFromOneAddress = new Allowances(300, MINUTE, clock);
        this.looks = new Allowances(600, MINUTE, clock);
    }

    /** What the script needs before anybody opens the chat. */
    record Hello(Map<String, String> texts, String language, boolean there, boolean letters) {}

    /** What makes a browser the same visitor. */
    record Visit(String token, UUID visitor) {}

    /** What was answered so far, and whether somebody is there. */
    record Answers(List<ChatStore.Line> lines, boolean there) {}

    /** What was taken. */
    record Taken(UUID id, Instant at) {}

    @GetMapping(path = "/widget.js", produces = "text/javascript;charset=UTF-8")
    ResponseEntity<Resource> script(@PathVariable String door) {
        chat(door);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(SCRIPT);
    }

    @GetMapping
    Hello hello(@PathVariable String door, HttpServletRequest request) {
        Chat chat = chat(door);
        allow(looks, request.getRemoteAddr());
        Locale language = languages.of(request);
        Map<String, String> said = TEXTS.stream()
                .collect(Collectors.toMap(key -> key, key -> texts.text(language, "channels.chat." + key)));
        if (!chat.greeting().isEmpty()) {
            said.put("greeting", chat.greeting());
        }
        return new Hello(said, language.toLanguageTag(), chats.isSomebodyThere(), chats.takesLetters(chat));
    }

    /** Makes a visitor, or knows one again and prolongs their stay. */
    @PostMapping("/visits")
    Visit visit(
            @PathVariable String door,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
            HttpServletRequest request) {
        Chat chat = chatOn(door, origin);
        allow(visits, request.getRemoteAddr());
        Visitor visitor = tokens.read(chat.inbox(), bearer(token))
                .map(tokens::prolonged)
                .orElseGet(() -> tokens.welcome(chat.inbox()));
        return new Visit(tokens.of(visitor), visitor.id());
    }

    /** Takes what a visitor said. With a mail address it is answered there. */
    @PostMapping("/messages")
    ResponseEntity<Taken> say(
            @PathVariable String door,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
            @RequestBody SaidInChat said,
            HttpServletRequest request) {
        Chat chat = chatOn(door, origin);
        Visitor visitor = visitor(chat, token);
        allow(words, visitor.id().toString());
        allow(wordsFromOneAddress, request.getRemoteAddr());
        UUID id = said.id();
        if (id == null || !said.isWhole()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Locale language = languages.of(request);
        if (said.mailAddress().isEmpty()) {
            chats.say(chat, visitor, said, language);
        } else if (said.hasAddress() && chats.takesLetters(chat)) {
            chats.leave(chat, said, texts.text(language, "channels.chat.letter", chat.name()), language);
        } else {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return ResponseEntity.accepted().body(new Taken(id, clock.instant()));
    }

    @GetMapping("/answers")
    ResponseEntity<Answers> answers(
            @PathVariable String door,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
            HttpServletRequest request) {
        Chat chat = chat(door);
        Visitor visitor = visitor(chat, token);
        allow(looks, request.getRemoteAddr());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(new Answers(chats.answers(visitor), chats.isSomebodyThere()));
    }

    private Chat chat(String door) {
        return chats.at(door).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Browsers name the website with everything that changes something; whoever names none is no browser. */
    private Chat chatOn(String door, @Nullable String origin) {
        Chat chat = chat(door);
        if (!chat.origins().allow(origin)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return chat;
    }

    private Visitor visitor(Chat chat, @Nullable String token) {
        return tokens.read(chat.inbox(), bearer(token))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private static void allow(Allowances allowances, String key) {
        if (!allowances.take(key)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private static @Nullable String bearer(@Nullable String header) {
        return header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : null;
    }
}
