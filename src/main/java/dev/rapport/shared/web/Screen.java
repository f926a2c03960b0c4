package dev.rapport.shared.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** One template, drawn whole before its first byte leaves: a page that fails half-way becomes an error page. */
record Screen(TemplateEngine templates, String template, Screens screens) implements View {

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> parameters = model == null ? new HashMap<>() : new HashMap<>(model);
        parameters.put("ui", screens.ui(request, (Toast) parameters.get(Toast.ATTRIBUTE)));
        StringOutput page = new StringOutput(16 * 1024);
        templates.render(template, parameters, page);
        response.setContentType(getContentType());
        response.addHeader("Vary", "HX-Request");
        response.getWriter().write(page.toString());
    }
}
