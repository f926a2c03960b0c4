package dev.rapport.journeys.support;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its {@link Visitors} and takes pictures of what they saw last when it fails. */
public final class BringsVisitors implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace OURS = Namespace.create(BringsVisitors.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Chromium chromium =
                test.getRoot().getStore(OURS).computeIfAbsent(Chromium.class, none -> Chromium.start(), Chromium.class);
        return test.getStore(OURS)
                .computeIfAbsent(Visitors.class, none -> new Visitors(chromium.browser()), Visitors.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Visitors visitors = test.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors != null && test.getExecutionException().isPresent()) {
            visitors.photograph(test.getRequiredTestClass().getSimpleName() + "-"
                    + test.getRequiredTestMethod().getName());
        }
    }
}
