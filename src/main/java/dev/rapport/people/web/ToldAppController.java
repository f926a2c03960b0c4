package dev.rapport.people.web;

import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What lets “Somebody told me” be installed on a device and open there without a network. */
@WhenServing
@Controller
@RequestMapping("/told")
@PreAuthorize("hasRole('VIEWER')")
class ToldAppController {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Resource worker = new ClassPathResource("told/worker.js");

    /** The form by itself: no name and nobody's data, since the device keeps it. */
    @GetMapping("/offline")
    ModelAndView offline() {
        ToldSpeakers nobody = ToldSpeakers.of("", List.of(), "");
        return new ModelAndView(
                "people/toldOffline", "page", new ToldPage(ToldForm.empty(), nobody, FormProblems.none()));
    }

    /** Stands here and not among the assets because it may only serve pages at or below its own address. */
    @GetMapping("/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/told")
                .body(worker);
    }
}
