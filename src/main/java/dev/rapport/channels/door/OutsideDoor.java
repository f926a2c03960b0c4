package dev.rapport.channels.door;

import dev.rapport.shared.web.WhenServing;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The door for other people's programs: whoever comes has no session, and proves each request by itself. */
@Configuration(proxyBeanMethods = false)
@WhenServing
class OutsideDoor {

    @Bean
    @Order(0)
    SecurityFilterChain deliveryDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/in/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/in/*/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/in/*/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Before all others, since one of them looks for a form's field in every body. */
    @Bean
    FilterRegistrationBean<KeepsBodies> keepsBodies() {
        FilterRegistrationBean<KeepsBodies> filter = new FilterRegistrationBean<>(new KeepsBodies());
        filter.addUrlPatterns("/in/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
