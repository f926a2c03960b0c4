package dev.rapport.cases;

import java.util.List;

/** Cases were opened: one event for all of a batch. */
public record CasesOpened(List<CaseId> cases) {}
