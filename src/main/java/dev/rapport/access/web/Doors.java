package dev.rapport.access.web;

import dev.rapport.access.PublicUrl;
import dev.rapport.access.Scope;
import dev.rapport.access.Tokens;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The two doors: programs come to {@code /api} with a token, people to everything else with a session. What is not said
 * here to be open is closed, and what changes something takes an agent unless a controller asks for more. Strangers' programs
 * and visitors of websites come by doors of their own, without a session ({@code channels.door}, {@code channels.chat}).
 */
@Configuration(proxyBeanMethods = false)
@WhenServing
@EnableMethodSecurity
class Doors {

    /** No script, style, frame or form but our own; a slip in a template cannot run anything. */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** As long as {@code spring.session.timeout}: the cookie ends with the session it names. */
    private static final Duration SESSION_LIFE = Duration.ofDays(14);

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, UserSessions sessions, Tokens tokens) throws Exception {
        ApiRefusals refusals = new ApiRefusals();
        return headers(http)
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new ApiSessions(sessions)))
                .addFilterBefore(new ReadsBearerTokens(tokens, refusals), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET)
                                .hasAnyAuthority(authorities(scope -> true))
                                .requestMatchers(HttpMethod.HEAD)
                                .hasAnyAuthority(authorities(scope -> true))
                                // Asks a question that is too long for an address.
                                .requestMatchers(HttpMethod.POST, "/api/v1/identities/resolve")
                                .hasAnyAuthority(authorities(scope -> true))
                                .anyRequest()
                                .hasAnyAuthority(authorities(Scope::isWrite)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(HttpSecurity http, UserSessions sessions, CsrfTokenRepository csrfTokens)
            throws Exception {
        return headers(http)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(sessions))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new AsksToSignIn()))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/error", "/sign-in", "/sign-in/link/*", "/set-up/*", "/invitations/*")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/", "/assets/**", "/favicon.ico", "/actuator/health")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET)
                                .hasRole("VIEWER")
                                .requestMatchers(HttpMethod.HEAD)
                                .hasRole("VIEWER")
                                .requestMatchers("/settings/profile", "/settings/profile/**", "/told")
                                .hasRole("VIEWER")
                                .anyRequest()
                                .hasRole("AGENT"))
                .build();
    }

    /** In a cookie of its own, so that looking at the sign-in page makes no session. */
    @Bean
    CsrfTokenRepository csrfTokens(PublicUrl publicUrl) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(publicUrl.isSecure() ? "__Host-rapport-form" : "rapport-form");
        tokens.setCookiePath("/");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(publicUrl.isSecure()));
        return tokens;
    }

    @Bean
    CookieSerializer sessionCookie(PublicUrl publicUrl) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(publicUrl.isSecure() ? "__Host-rapport-session" : "rapport-session");
        cookie.setCookiePath("/");
        cookie.setCookieMaxAge((int) SESSION_LIFE.toSeconds());
        cookie.setUseSecureCookie(publicUrl.isSecure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    private static HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(self), payment=()"))
                .httpStrictTransportSecurity(strict ->
                        strict.maxAgeInSeconds(Duration.ofDays(365).toSeconds()).includeSubDomains(false)));
    }

    private static String[] authorities(Predicate<Scope> chosen) {
        return Arrays.stream(Scope.values())
                .filter(chosen)
                .map(Scope::authority)
                .toArray(String[]::new);
    }
}
