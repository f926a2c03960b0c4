package dev.rapport.access.web;

import dev.rapport.access.User;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Signs a user in, however they showed who they are: a new session id, a new form token, a session that knows them. */
@Component
@WhenServing
class Entrance {

    private final ChangeSessionIdAuthenticationStrategy newSessionId = new ChangeSessionIdAuthenticationStrategy();
    private final CsrfAuthenticationStrategy newFormToken;
    private final UserSessions sessions;

    Entrance(CsrfTokenRepository csrfTokens, UserSessions sessions) {
        this.newFormToken = new CsrfAuthenticationStrategy(csrfTokens);
        this.sessions = sessions;
    }

    void admit(User user, HttpServletRequest request, HttpServletResponse response) {
        UserAuthentication authentication = new UserAuthentication(user);
        newSessionId.onAuthentication(authentication, request, response);
        newFormToken.onAuthentication(authentication, request, response);
        SecurityContext context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        request.getSession().setAttribute(Device.ATTRIBUTE, Device.of(request.getHeader("User-Agent")));
    }
}
