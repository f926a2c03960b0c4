package dev.rapport.shared;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The deployment's key, from {@code RAPPORT_KEY} or the home. */
@Configuration(proxyBeanMethods = false)
class KeysSetup {

    @Bean
    Keys keys(RapportHome home, @Value("${rapport.key:}") String given) {
        return Keys.of(home, given);
    }
}
