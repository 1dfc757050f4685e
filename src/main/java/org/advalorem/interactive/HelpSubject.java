package org.advalorem.interactive;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A subject of {@code /help} in JShell. JShell has no way to add one, so this reaches into it, which the launcher allows;
 * where that fails, in a Java to come or without the launcher, the shell starts without the subject.
 */
final class HelpSubject {
    private static final String KEY = "help.advalorem";

    private HelpSubject() {}

    /** How to start the tool. */
    @FunctionalInterface
    interface Start {
        int start(String... arguments) throws Exception;
    }

    /**
     * The tool with the subject, if it can be added.
     *
     * @param text without percent signs, which JShell 17 takes for a format and JShell 25 does not
     */
    static Start added(JavaShellToolBuilder builder, String subject, String text) {
        try {
            Method raw = builder.getClass().getMethod("rawTool");
            Object tool = raw.invoke(builder);
            add(tool, subject, text);
            Method start = tool.getClass().getMethod("start", String[].class);
            return arguments -> {
                try {
                    return (int) start.invoke(tool, (Object) arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            };
        } catch (ReflectiveOperationException | RuntimeException e) {
            return builder::start;
        }
    }

    @SuppressWarnings("unchecked")
    private static void add(Object tool, String subject, String text) throws ReflectiveOperationException {
        // loads the texts
        Method resource = tool.getClass().getDeclaredMethod("getResourceString", String.class);
        resource.setAccessible(true);
        resource.invoke(tool, "help.intro.summary");
        Field texts = tool.getClass().getDeclaredField("outputRB");
        texts.setAccessible(true);
        texts.set(tool, new Texts((ResourceBundle) texts.get(tool), text));

        Field commands = tool.getClass().getDeclaredField("commands");
        commands.setAccessible(true);
        Map<String, Object> all = (Map<String, Object>) commands.get(tool);
        Object intro = Objects.requireNonNull(all.get("intro"));
        Field kind = intro.getClass().getDeclaredField("kind");
        kind.setAccessible(true);
        Constructor<?> constructor = intro.getClass().getConstructor(String.class, String.class, kind.getType());
        constructor.setAccessible(true);
        all.put(subject, constructor.newInstance(subject, KEY, kind.get(intro)));
    }

    /** The texts of JShell and one more. */
    private static final class Texts extends ResourceBundle {
        private final String text;

        private Texts(ResourceBundle others, String text) {
            setParent(others);
            this.text = text;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            if (key.equals(KEY)) {
                return text;
            }
            return key.equals(KEY + ".summary") ? "five lines to begin with" : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(parent.keySet());
        }
    }
}
