package dev.rapport.channels.chat;

import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;

/**
 * The door for visitors of websites: no session and no cookie, so that a visitor who works here too is a visitor there. Only
 * scripts of the websites that a chat names may read its answers.
 */
@Configuration(proxyBeanMethods = false)
@WhenServing
class ChatDoor {

    private static final Duration PREFLIGHT = Duration.ofHours(1);

    @Bean
    @Order(-1)
    SecurityFilterChain visitorDoor(HttpSecurity http, Chats chats) throws Exception {
        return http.securityMatcher("/chat/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> cors.configurationSource(request -> rules(request, chats)))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'"))
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    FilterRegistrationBean<ShortBodies> shortBodies() {
        FilterRegistrationBean<ShortBodies> filter = new FilterRegistrationBean<>(new ShortBodies());
        filter.addUrlPatterns("/chat/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private static CorsConfiguration rules(HttpServletRequest request, Chats chats) {
        String[] path = request.getRequestURI().split("/", -1);
        Optional<Chat> chat = path.length > 2 ? chats.at(path[2]) : Optional.empty();
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(chat.map(one -> one.origins().allowed()).orElse(List.of()));
        rules.setAllowedMethods(List.of("GET", "POST"));
        rules.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept-Language"));
        rules.setMaxAge(PREFLIGHT);
        return rules;
    }
}
